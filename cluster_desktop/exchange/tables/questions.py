"""What the program asks the process that reads tables: one of these words, and the path of a file."""

from typing import Final

SHEETS: Final = "sheets"
KIND: Final = "kind"
READ_TABLES: Final = "--read-tables"  # the word of the command line that makes a process such a reader
