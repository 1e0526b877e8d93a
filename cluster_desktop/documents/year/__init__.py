"""The annual summary of a cluster."""
