"""Reads about units: dated names, mergers, roles, places, the office."""
