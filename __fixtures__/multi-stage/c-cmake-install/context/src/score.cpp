int score() { return 1; }
