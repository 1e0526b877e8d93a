"""Tables of records. Columns: the fields with ``listed`` in a room of `domain`, and each ``ExtraColumn`` of a page."""
