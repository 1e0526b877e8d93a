"""The fixed words of official documents: Decree 30/2020/NĐ-CP, and Guideline 36-HD/VPTW for the Party's."""

from cluster_desktop.documents.content.content import Heading, PartyHeading
from cluster_desktop.domain.text.dates import PartialDate

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
STAR = "*"


def organ_lines(heading: Heading) -> list[str]:
    """The left side in capitals: the superior body if there is one, the organ, a star for the Party."""
    lines = [text.upper() for text in (heading.superior, heading.organ) if text]
    return [*lines, STAR] if isinstance(heading, PartyHeading) else lines


def right_lines(heading: Heading) -> list[str]:
    """The right side: nation and motto, or the Party."""
    return [PARTY] if isinstance(heading, PartyHeading) else [NATION, MOTTO]


def date_line(heading: Heading) -> str:
    """ "Lào Cai, ngày 05 tháng 02 năm 2026", with room to fill in by hand what is open of the date; '' for minutes."""
    if heading.in_text or (not heading.place and heading.day is None):
        return ""
    words = day_words(heading.day) if heading.day else "ngày …… tháng …… năm 20……"
    return f"{heading.place}, {words}" if heading.place else words


def day_words(day: PartialDate) -> str:
    """ "ngày 05 tháng 02 năm 2026"; "ngày …… tháng …… năm 2026" where only the year is known."""
    missing = "" if day.day else "ngày …… " if day.month else "ngày …… tháng …… "
    return f"{missing}{day.in_words()}"
