"""What a document says before it is written, and the paper, fonts and line breaks it is written with."""
