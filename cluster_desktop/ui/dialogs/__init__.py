"""Questions and panels over the window."""
