"""Charts, drawn once for PDF, screen and Word."""
