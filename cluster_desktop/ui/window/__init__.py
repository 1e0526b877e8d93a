"""The main window: start, sidebar, pages, the open workspace."""
