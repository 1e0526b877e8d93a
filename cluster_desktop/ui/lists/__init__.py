"""Tables of records: model, view, filters, columns."""
