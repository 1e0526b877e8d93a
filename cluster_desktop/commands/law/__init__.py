"""The catalogue in force and who is eligible."""
