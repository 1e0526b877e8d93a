"""Figures that remember the records they were counted from."""
