"""Read other people's tables: Excel, CSV, Word, web pages, old encodings."""
