"""Frozen values that describe the subject; they hold facts and have no behaviour beyond themselves."""
