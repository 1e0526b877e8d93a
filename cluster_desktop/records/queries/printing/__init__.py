"""Reads for documents and certificates: numbers, layouts, printed sheets, keys."""
