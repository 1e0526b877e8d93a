"""Showing the pages of a PDF."""
