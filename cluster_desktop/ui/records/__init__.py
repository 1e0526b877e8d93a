"""A list with one record beside it: form, editors, tabs, history."""
