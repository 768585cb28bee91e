"""The sub-commands: they parse arguments, hold a Library and print for a terminal or a script."""
