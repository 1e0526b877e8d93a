"""The content of a document before it is written, and the pages, fonts and line breaks it is written with."""
