"""The parts of the page where a cluster is scored."""
