"""The page of units and the cluster."""
