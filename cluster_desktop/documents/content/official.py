"""The fixed words of official documents: Decree 30/2020/NĐ-CP, and Guideline 36-HD/VPTW for the Party's."""

from datetime import date

from cluster_desktop.documents.content.content import Heading, PartyHeading
from cluster_desktop.domain.text.dates import PartialDate

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
STAR = "*"
_ROOM = {"day": "", "month": "ngày ...... ", "year": "ngày ...... tháng ...... "}


def organ_lines(heading: Heading) -> list[str]:
    """The left side in capitals: the superior body if there is one, the organ, a star for the Party."""
    lines = [text.upper() for text in (heading.superior, heading.organ) if text]
    return [*lines, STAR] if isinstance(heading, PartyHeading) else lines


def right_lines(heading: Heading) -> list[str]:
    """The right side: nation and motto, or the Party."""
    return [PARTY] if isinstance(heading, PartyHeading) else [NATION, MOTTO]


def date_line(heading: Heading) -> str:
    """ "Lào Cai, ngày 05 tháng 02 năm 2026", with room to fill in by hand what is open of the date; '' for minutes."""
    dated = heading.dated
    if heading.in_text or (not heading.place and dated is None):
        return ""
    known = PartialDate.of(dated) if isinstance(dated, date) else dated
    words = _ROOM[known.precision] + known.in_words() if known else "ngày …… tháng …… năm 20……"
    return f"{heading.place}, {words}" if heading.place else words
