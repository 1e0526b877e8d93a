"""The page of emulation and commendation."""
