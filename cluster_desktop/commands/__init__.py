"""Acts of a user, one function each, the same for the window and the command line."""
