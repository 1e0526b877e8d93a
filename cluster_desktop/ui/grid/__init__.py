"""The one cell grid: a table that is typed into, pasted into and walked through like a spreadsheet."""
