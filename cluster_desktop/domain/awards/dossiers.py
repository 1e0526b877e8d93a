"""The dossier of a nomination: its parts, and those that are missing.

Law on Emulation and Commendation 06/2022/QH15, article 84; Decree 98/2023/NĐ-CP, article 34: submission, achievement
report, minutes (with the count of a vote where one is due), certificates of initiatives for titles that rest on them.
Which of these parts an award needs in which year stands in the catalogue.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cluster_desktop.domain.awards.nomination_state import AGREED, JUDGED
from cluster_desktop.domain.awards.nominees import Nominee
from cluster_desktop.domain.awards.vocabulary import DossierState
from cluster_desktop.domain.fields.choices import Word


class PartKind(Word):
    """A part of a dossier that the catalogue asks for."""

    SUBMISSION = "TO_TRINH", "Tờ trình"
    REPORT = "BAO_CAO", "Báo cáo thành tích"
    MINUTES = "BIEN_BAN", "Biên bản họp Hội đồng"
    MINUTES_WITH_VOTE = "BIEN_BAN_PHIEU", "Biên bản họp Hội đồng, kết quả bỏ phiếu"
    SHORT_LIST = "TRICH_NGANG", "Danh sách trích ngang"
    INITIATIVES = "SANG_KIEN", "Chứng nhận sáng kiến, đề tài"
    INFLUENCE = "ANH_HUONG", "Xác nhận hiệu quả, phạm vi ảnh hưởng của sáng kiến, đề tài"


_FILES: Mapping[str, str] = {
    PartKind.SUBMISSION: "01-To-trinh",
    PartKind.REPORT: "02-Bao-cao-thanh-tich",
    PartKind.MINUTES: "03-Bien-ban-Hoi-dong",
    PartKind.MINUTES_WITH_VOTE: "03-Bien-ban-Hoi-dong",
    PartKind.SHORT_LIST: "04-Danh-sach-trich-ngang",
}
"""The parts the program makes itself, with their files without suffix."""
_REMARKS: Mapping[str, str] = {DossierState.THERE: "Có", DossierState.NOT_NEEDED: "Không cần"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPart:
    """A line of the cover sheet: what it is, its file without suffix ('' when it is not made here), what is missing."""

    name: str
    file: str = ""
    missing: str = ""
    remark: str = ""
    """A remark on it: "không cần"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnItem:
    """A paper that the office added to a dossier itself; ``state`` is a :class:`DossierState`."""

    uid: str
    name: str
    state: str
    note: str = ""

    @property
    def part(self) -> DossierPart:
        """The item as a line of the cover sheet."""
        remark = _REMARKS.get(self.state, "")
        missing = (self.note or "chưa có") if self.state == DossierState.MISSING else ""
        return DossierPart(name=self.name, missing=missing, remark=remark)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedInitiative:
    """An initiative that a dossier rests on, or could; ``caution`` says where it was used already."""

    uid: str
    """Of the use; of the initiative itself where it is only a suggestion."""
    title: str
    year: int
    level: str
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file kept as evidence; ``own`` when it belongs to the nomination itself and not to the person."""

    uid: str
    name: str
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """Everything that belongs to the dossier of a nomination, and what of it is missing."""

    nomination_uid: str
    person_uid: str
    parts: tuple[DossierPart, ...]
    items: tuple[OwnItem, ...]
    uses: tuple[UsedInitiative, ...]
    files: tuple[KeptFile, ...]
    number: str = ""
    """The number its submission was given; '' for none yet."""

    @property
    def missing(self) -> int:
        """The number of missing parts."""
        return sum(bool(part.missing) for part in (*self.parts, *(item.part for item in self.items)))


def parts_of(nominee: Nominee, parts: Iterable[str], evidence: Iterable[str] = ()) -> tuple[DossierPart, ...]:
    """The *parts* of the catalogue (each a :class:`PartKind`, or an office's own words), each with what is missing.

    *evidence* are files kept with the nominee, each a part of its own behind them.
    """
    lines = [_part(nominee, part) for part in parts]
    return (*lines, *(DossierPart(name=f"Minh chứng: {name}", file=name) for name in evidence))


def _part(nominee: Nominee, part: str) -> DossierPart:
    count = f" ({len(nominee.initiatives)})" if part == PartKind.INITIATIVES and nominee.initiatives else ""
    return DossierPart(
        name=f"{PartKind.label_of(part)}{count}", file=_FILES.get(part, ""), missing=_missing(nominee, part)
    )


def _missing(nominee: Nominee, part: str) -> str:
    judged = nominee.votes_for is not None or nominee.state in JUDGED
    if part == PartKind.SUBMISSION and nominee.state not in AGREED:
        return "sự đồng ý của Hội đồng"
    if part == PartKind.REPORT and not nominee.achievement:
        return "nội dung báo cáo thành tích"
    if part == PartKind.MINUTES and not judged:
        return "kết quả họp xét của Hội đồng"
    if part == PartKind.MINUTES_WITH_VOTE and nominee.votes_for is None:
        return "kết quả bỏ phiếu của Hội đồng"
    if part == PartKind.INITIATIVES and not nominee.initiatives:
        return "sáng kiến, đề tài của năm"
    return ""
