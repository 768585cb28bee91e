"""Benchmarks: run by hand as modules, never by the test run, apart from the tests of the harness itself."""
