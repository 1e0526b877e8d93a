"""Every document a workspace can give: one file each, and the one list of them."""
