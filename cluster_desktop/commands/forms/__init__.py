"""Forms for schools to fill in."""
