"""The rules of emulation and commendation, without files, clock, screen or database."""
