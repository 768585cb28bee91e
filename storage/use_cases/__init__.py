"""What a user can wish of an archive, by subject; the Library joins these into the one object that others hold."""
