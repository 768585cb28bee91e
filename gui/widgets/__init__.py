"""Small controls without any rule of the subject."""
