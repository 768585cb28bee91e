"""Faults of the disk at the n-th operation on the archive's files, for every n, and what the archive holds after."""
