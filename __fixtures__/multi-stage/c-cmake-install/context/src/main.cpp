#include <fstream>

int main() { std::ifstream in("boards/first.txt"); return in ? 0 : 1; }
