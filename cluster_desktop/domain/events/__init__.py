"""The event log of a cluster and what it adds up to."""
