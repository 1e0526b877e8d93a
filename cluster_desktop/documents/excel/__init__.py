"""Documents and lists as Excel workbooks."""
