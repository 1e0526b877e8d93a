"""Writing a document in the format its file name asks for."""
