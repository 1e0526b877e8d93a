"""Other people's files: their tables read, their old text made Unicode. Knows no database and no screen."""
