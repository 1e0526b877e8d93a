"""Staff records, recipients of awards, and matching names to people."""
