"""Everything that works without a window: the archive, its index, and the use cases over both."""
