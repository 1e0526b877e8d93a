"""Documents about staff: the roster and its statistics."""
