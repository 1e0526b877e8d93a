"""Every kind of record, and the tables that can be brought in."""
