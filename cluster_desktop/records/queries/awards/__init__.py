"""Reads about registrations, nominations and decisions."""
