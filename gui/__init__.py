"""Everything that needs Qt; it holds one Library and nothing behind it."""
