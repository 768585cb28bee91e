"""Tests of the way off the window's thread."""
