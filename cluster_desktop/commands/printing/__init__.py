"""Composing, numbering, writing, signing and verifying documents and certificates."""
