"""Other looks at the events of the log: the calendar, the table of years, what one event adds up to."""
