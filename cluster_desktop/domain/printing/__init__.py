"""Words, numbers and signed codes of documents and certificates."""
