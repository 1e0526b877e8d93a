"""Acts on records of any kind: add, edit, delete, undo, search, export."""
