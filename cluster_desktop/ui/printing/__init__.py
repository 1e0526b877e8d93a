"""The printing page and everything on its way to paper."""
