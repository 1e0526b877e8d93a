"""The one cell grid: a table that is edited, pasted into and walked through like a spreadsheet."""
