"""Titles, registrations, nominations, councils, decisions and dossiers."""
