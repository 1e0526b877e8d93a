"""A decision as one cell of a register names it: "QĐ số 48/QĐ-TCT ngày 05/01/2021 của Hiệu trưởng"."""

import re
from dataclasses import dataclass
from typing import Final

from cluster_desktop.domain.text.dates import PartialDate, parse_date
from cluster_desktop.domain.text.names import fold, nfc

_DATE: Final = re.compile(
    r"(?:\bngày\b|\bngay\b)?[\s:]*"
    r"(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}"
    r"|\d{1,2}\s*,?\s*(?:tháng|thang)\s*\d{1,2}\s*,?\s*(?:năm|nam)\s*\d{4})",
    re.IGNORECASE,
)
_PARTLY_DATED: Final = re.compile(
    r"quyết định (?:tháng|năm) (?P<day>(?:\d{1,2}/)?\d{4})(?P<of>(?: của .*)?)", re.IGNORECASE
)
"""A decision without a number of which only month or year are known: "Quyết định tháng 01/2021 của …"."""
_HEAD: Final = re.compile(
    r"^(?:(?:theo|căn cứ)\s+)?(?:(?:quyết\s*định|quyet\s*dinh|qđ|qd)\b[\s:.]*)?(?:(?:số|so)\b[\s:.]*)?", re.IGNORECASE
)
_SIGNED: Final = re.compile(r"[\s,;(\-–]*(?:ký|ky)?[\s,;(\-–]*$", re.IGNORECASE)
_OF: Final = re.compile(r"^[\s,;.)\-–]*(?:của\s+|cua\s+)?(.*?)[\s,;.]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedDecision:
    """Number, day and issuer as far as the words tell them."""

    number: str = ""
    decided_on: PartialDate | None = None
    issuer: str = ""


def read_decision(text: str) -> NamedDecision:
    """Take the words of one cell apart. Raises DateProblem when the day is none of the calendar."""
    line = nfc(text)
    match = _DATE.search(line)
    if match is None and (partly := _PARTLY_DATED.fullmatch(line)):
        issuer = _OF.fullmatch(partly.group("of"))
        return NamedDecision("", parse_date(partly.group("day")), issuer.group(1) if issuer else "")
    if match is None:
        return NamedDecision(_number(line))
    written = match.group(1)
    date = parse_date(f"ngày {written}" if "th" in fold(written) else re.sub(r"\s", "", written))
    issuer = _OF.fullmatch(line[match.end() :])
    return NamedDecision(_number(line[: match.start()]), date, issuer.group(1) if issuer else "")


def number_key(number: str) -> str:
    """Return the key numbers are compared by: no marks, spaces or leading zeros; "48/QĐ - TCT" is "048/QĐ-TCT"."""
    return re.sub(r"[\s.]", "", fold(_number(nfc(number)))).replace("–", "-").lstrip("0")


def _number(words: str) -> str:
    return _SIGNED.sub("", _HEAD.sub("", words.strip())).strip()
