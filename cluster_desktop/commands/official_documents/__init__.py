"""The documents of a workspace: one file each, and the list of them."""
