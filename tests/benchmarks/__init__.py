"""Measures docgen beside other programs, on the same words, in one run: `python -m tests.benchmarks`."""
