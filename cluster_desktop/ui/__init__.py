"""The screen: the only room with PySide6."""
