"""Tests of the wishes, by subject, each on a real archive."""
