"""Reads about people: recipients, participation, counted facts."""
