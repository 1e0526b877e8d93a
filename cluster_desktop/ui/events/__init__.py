"""Views of the events: the calendar, the table of years, the sums of one event."""
