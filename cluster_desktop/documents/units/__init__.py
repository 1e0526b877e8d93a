"""Documents of the cluster: pledge and hand-over."""
