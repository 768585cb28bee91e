"""What stands around the program: the two commands, the locks, the list of licences."""
