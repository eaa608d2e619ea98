// Counts the words on standard input, or of the arguments.
#include <iostream>
#include <map>
#include <regex>
#include <string>

int main(int argc, char **argv) {
  std::map<std::string, int> counts;
  const std::regex word("[a-z]+", std::regex::icase);
  for (int i = 1; i < argc; ++i) {
    const std::string text(argv[i]);
    for (auto at = std::sregex_iterator(text.begin(), text.end(), word); at != std::sregex_iterator(); ++at) {
      ++counts[at->str()];
    }
  }
  for (const auto &[name, count] : counts) std::cout << name << ' ' << count << '\n';
  return counts.empty() ? 1 : 0;
}
