"""How long a test waits for what must happen, at most; a busy machine takes its time."""

PATIENCE = 30_000  # ms
