"""The page that scores a cluster."""
