"""The dossier of a nomination: its check-list, and its parts as files."""
