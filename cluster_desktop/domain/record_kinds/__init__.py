"""Every kind of record the workspace keeps, and the tables that can be brought in. Kinds of events: `domain/events`."""
