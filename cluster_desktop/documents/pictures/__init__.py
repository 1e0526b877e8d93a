"""Pictures: pages of a PDF, photos made ready for print, square codes read from them."""
