"""Lists of any kind of record: paging, search, order, history."""
