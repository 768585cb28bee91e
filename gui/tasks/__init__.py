"""The one way off the window's thread."""
