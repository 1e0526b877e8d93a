"""The emulation year: its plan, deadlines and annual summary."""
