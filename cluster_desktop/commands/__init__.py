"""What a user can do, one function per act, the same for the window and the command line."""
