"""Tests of everything that works without a window."""
