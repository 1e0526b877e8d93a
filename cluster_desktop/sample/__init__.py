"""The sample workspace: what the cluster's article states, filled in with made-up people and marked as such."""
