"""Documents of the yearly scoring: score sheet and minutes of the vote."""
