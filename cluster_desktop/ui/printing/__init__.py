"""The printing page and the way from a document to a printer or a file."""
