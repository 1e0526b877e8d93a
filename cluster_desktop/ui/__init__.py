"""The screen: the only floor with PySide6."""
