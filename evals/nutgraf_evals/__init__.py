"""How good nutgraf is: suites that score it on labelled articles, each with an interval and a trivial baseline."""
