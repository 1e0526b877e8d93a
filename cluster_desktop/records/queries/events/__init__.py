"""Reads about events."""
