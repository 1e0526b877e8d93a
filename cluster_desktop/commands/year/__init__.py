"""Acts on the plan of a year."""
