"""Tables as strangers send them, each named after what is odd about it, kept byte for byte."""

from pathlib import Path
from typing import Final

FOREIGN_TABLES: Final = Path(__file__).resolve().parents[1] / "files" / "foreign_tables"


def foreign(name: str) -> Path:
    """The file whose name begins so; the number alone is enough."""
    (path,) = FOREIGN_TABLES.glob(f"{name}*")
    return path
