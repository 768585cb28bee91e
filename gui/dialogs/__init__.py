"""What asks the reader something and returns a value."""
