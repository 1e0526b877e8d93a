"""What belongs to the dossier of a nomination, and what of it is missing.

Law on Emulation and Commendation 06/2022/QH15, article 84; Decree 98/2023/NĐ-CP, article 34: submission, achievement
report, minutes (with the count of a vote where one is due), certificates of initiatives for titles that rest on them.
"""

from dataclasses import dataclass

from cluster_desktop.domain.nominees import Nominee

VOTED = ("CSTDCS", "CSTDT", "CSTDTQ", "CO_TINH", "CO_CP")
"""Awards that need a secret vote of the council (Decree 98/2023, article 30)."""
RESTING_ON_INITIATIVES = ("CSTDCS", "CSTDT", "CSTDTQ")


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPart:
    """A line of the cover sheet: what it is, its file without suffix ('' when it is not made here), what is missing."""

    name: str
    file: str = ""
    missing: str = ""
    told: str = ""
    """What else is to be said of it: "không cần"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnItem:
    """A paper that the office added to a dossier itself; ``state`` is a code of ``DOSSIER_STATES``."""

    uid: str
    name: str
    state: str
    note: str = ""

    @property
    def part(self) -> DossierPart:
        """The item as a line of the cover sheet."""
        told = {"CO": "Có", "KHONG_CAN": "Không cần"}.get(self.state, "")
        missing = (self.note or "chưa có") if self.state == "THIEU" else ""
        return DossierPart(name=self.name, missing=missing, told=told)


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
        """How many parts are missing."""
        return sum(bool(part.missing) for part in (*self.parts, *(item.part for item in self.items)))


YEARS_OF = {"CSTDT": 3, "CSTDTQ": 6, "BK_TINH": 2, "BK_TTG": 5}
"""How many years, up to that of the award, its initiatives may be of; all others look at the year itself."""


def parts_of(nominee: Nominee, evidence: tuple[str, ...] = ()) -> tuple[DossierPart, ...]:
    """The parts in their order; *evidence* are files kept with the nominee, each a part of its own."""
    unvoted = nominee.award in VOTED and nominee.votes_for is None
    parts = [
        DossierPart(name="Tờ trình", file="01-To-trinh"),
        DossierPart(
            name="Báo cáo thành tích",
            file="02-Bao-cao-thanh-tich",
            missing="" if nominee.citation else "chưa ghi thành tích trong đề nghị",
        ),
        DossierPart(
            name="Biên bản họp Hội đồng, kết quả bỏ phiếu",
            file="03-Bien-ban-Hoi-dong",
            missing="chưa ghi kết quả bỏ phiếu" if unvoted else "",
        ),
        DossierPart(name="Danh sách trích ngang", file="04-Danh-sach-trich-ngang"),
    ]
    if nominee.award in RESTING_ON_INITIATIVES:
        missing = "" if nominee.initiatives else "chưa ghi sáng kiến, đề tài nào của năm"
        told = f" ({len(nominee.initiatives)})" if nominee.initiatives else ""
        parts.append(DossierPart(name=f"Chứng nhận sáng kiến, đề tài{told}", missing=missing))
    parts += [DossierPart(name=f"Minh chứng: {name}", file=name) for name in evidence]
    return tuple(parts)
