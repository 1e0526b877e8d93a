"""Documents about events."""
