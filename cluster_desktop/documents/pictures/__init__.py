"""Pictures: pages of a PDF, photos made ready for paper, square codes read from them."""
