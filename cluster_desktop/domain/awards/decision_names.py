"""How a paper names a decision: by its number and day, as far as they are known, and by who issued it."""

from cluster_desktop.domain.text import names
from cluster_desktop.domain.text.dates import PartialDate

NO_NUMBER = "Không số"
"""What is typed for a decision that has no number."""
_NONE = ("khong", "chua")
"""How what is typed begins where a decision has no number, or nobody knows it: "Không số"."""


def number_named(number: str | None) -> str:
    """The number of a decision; '' where what is typed only says that there is none."""
    return "" if names.fold(number or "").startswith(_NONE) else number or ""


def day_named(day: PartialDate) -> str:
    """ "ngày 05/01/2021", "tháng 01/2021", "năm 2021"."""
    return f"{'ngày' if day.day else 'tháng' if day.month else 'năm'} {day.show()}"


def decision_named(number: str | None, day: PartialDate | None, issuer: str = "") -> str:
    """ "Quyết định số 48/QĐ-TCT ngày 05/01/2021 của Hiệu trưởng Trường …"."""
    known = number_named(number)
    parts = (f"số {known}" if known else "", day_named(day) if day else "", f"của {issuer}" if issuer else "")
    return " ".join(["Quyết định", *filter(None, parts)])
