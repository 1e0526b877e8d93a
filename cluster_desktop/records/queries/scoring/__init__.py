"""Reads of score sheets."""
