"""Deterministic readers of news text: pure functions from a string to typed values with spans. They import nothing of ours."""
