"""The workspace file: opening, upgrading, checking, backing up, restoring."""
