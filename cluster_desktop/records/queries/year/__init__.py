"""Reads about a year: overview, milestones, state, summary."""
