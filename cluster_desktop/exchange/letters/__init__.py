"""Read letters as they were meant: old encodings, misread and broken text, names of people."""
