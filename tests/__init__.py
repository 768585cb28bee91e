"""Tests; the tree mirrors the program, tests/bench holds the benchmarks."""
