"""Writing files so that nothing that stood there is lost."""
