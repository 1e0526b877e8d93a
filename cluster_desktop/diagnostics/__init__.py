"""Self-test, diagnostics and crash logs of this copy of the program."""
