"""The records rows stand on - departments, rounds, decisions - found, or planned where they are missing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.plan import Parent, Shared
from cluster_desktop.commands.records.lookup import Lookup, key_of
from cluster_desktop.domain.awards.award_words import NamedAward, level_of
from cluster_desktop.domain.awards.decision_words import NamedDecision, number_key
from cluster_desktop.domain.awards.nomination_state import OPEN
from cluster_desktop.domain.awards.nominations import DecisionDraft, RoundDraft
from cluster_desktop.domain.fields.fields import Draft, Value, check
from cluster_desktop.domain.fields.vocabulary import DecisionLevel, DepartmentKind, RoundKind
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.models import Award, Decision, Nomination, Round

_DEPARTMENT_KINDS: Final = {"khoa": DepartmentKind.FACULTY, "phong": DepartmentKind.OFFICE, "ban": DepartmentKind.BOARD}
_ISSUERS: Final[Mapping[str, str]] = {
    DecisionLevel.PROVINCE: "UBND tỉnh",
    DecisionLevel.ACADEMY: "Học viện Chính trị quốc gia Hồ Chí Minh",
    DecisionLevel.PRIME_MINISTER: "Thủ tướng Chính phủ",
    DecisionLevel.PRESIDENT: "Chủ tịch nước",
}
_EARLY: Final = 3  # decisions of the first quarter close the year before
_OF_NOMINATION: Final = ("person_uid", "department_uid", "unit_uid", "award")
_PROPOSED: Final = (
    select(Nomination.uid, *(getattr(Nomination, key) for key in _OF_NOMINATION))
    .join(Round, Round.uid == Nomination.round_uid)
    .where(Nomination.state.in_(OPEN))
)
_ORDER: Final = ("department", "person", "round", "decision")


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """What a row says of the decision it comes from, and of the award, which tells the level.

    ``subject`` is what the lines above the table say the decision is about.
    """

    said: NamedDecision
    year: int | None
    award: NamedAward
    unit_uid: str | None
    subject: str = ""


@dataclass
class Parents:
    """Finds what rows stand on, and gathers what has to be made for them. ``years`` are of rounds and decisions."""

    session: Session
    lookup: Lookup
    shared: Shared
    planned: dict[str, Draft] = field(default_factory=dict)
    rounds: dict[int, list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    decisions: dict[str, list[tuple[str, PartialDate, int]]] = field(default_factory=lambda: defaultdict(list))
    years: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, set[int]] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    proposed: dict[int, dict[tuple[object, ...], str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rounds = select(Round.year, Round.uid, Round.name, Round.kind)
        for year, *known in self.session.execute(rounds):
            self.rounds[year].append((known[0], known[1], known[2]))
            self.years[known[0]] = year
        decisions = select(Decision.number, Decision.uid, Decision.decided_on, Decision.year)
        for number, uid, day, year in self.session.execute(decisions):
            self.decisions[number_key(number)].append((uid, day, year))
            self.years[uid] = year

    def add(self, draft: Draft) -> str:
        """Plan a record; gives the uid it will have."""
        uid = new_uid()
        self.planned[uid] = draft
        return uid

    def in_order(self, used: set[str]) -> tuple[Parent, ...]:
        """What has to be written before the rows; departments nobody of the plan belongs to are left out."""
        used = used | {str(getattr(draft, "department_uid", "")) for draft in self.planned.values()}
        kept = [(uid, draft) for uid, draft in self.planned.items() if draft.KIND == "person" or uid in used]
        return tuple(Parent(uid, draft) for uid, draft in sorted(kept, key=lambda item: _ORDER.index(item[1].KIND)))

    def department(self, unit_uid: str, words: str) -> str:
        """The department of that name, a new one where the unit has none."""
        known = self.lookup.department(unit_uid, words)
        if known is not None:
            return known
        kind = _DEPARTMENT_KINDS.get(key_of(words).split(" ")[0], DepartmentKind.OTHER)
        uid = self.add(DepartmentDraft(unit_uid=unit_uid, name=words, kind=kind))
        self.lookup.know_department(unit_uid, words, uid)
        return uid

    def rounds_of(self, year: int | None) -> list[str]:
        """The rounds of a year."""
        return [uid for uid, _name, _kind in self.rounds.get(year or 0, ())]

    def round(self, year: int | None) -> str:
        """The round that was chosen, or named, or the usual one of the year. Raises InvalidDraft."""
        if self.shared.round_uid is not None:
            return self.shared.round_uid
        if self.shared.round_name:
            return self._round_named(self.shared.round_name, year)
        if year is None:
            raise _wrong("year", "Bảng không ghi năm. Hãy chọn năm hoặc đợt đề nghị cho cả bảng.")
        usual = [uid for uid, _name, kind in self.rounds[year] if kind == RoundKind.REGULAR]
        if len(usual) > 1:
            raise _wrong("year", f"Năm {year} có {len(usual)} đợt thường xuyên. Hãy chọn đợt đề nghị cho cả bảng.")
        return usual[0] if usual else self._new_round(year, f"Tổng kết năm {year}")

    def _round_named(self, name: str, year: int | None) -> str:
        known = [
            (uid, held)
            for held, some in self.rounds.items()
            for uid, title, _kind in some
            if key_of(title) == key_of(name) and year in (None, held)
        ]
        if len(known) > 1:
            raise _wrong("year", f"Có {len(known)} đợt tên “{name}”. Hãy cho biết năm.")
        if not known and year is None:
            raise _wrong("year", f"Chưa có đợt “{name}” trong sổ. Hãy cho biết năm để lập đợt mới.")
        return known[0][0] if known else self._new_round(year or 0, name)

    def _new_round(self, year: int, name: str) -> str:
        draft = RoundDraft(name=name, year=year, kind=RoundKind.REGULAR)
        _checked(draft)
        uid = self.add(draft)
        self.rounds[year].append((uid, name, RoundKind.REGULAR))
        self.years[uid] = year
        return uid

    def decision(self, words: DecisionWords) -> str:
        """The decision a row names, the chosen one where it names none, or a new one. Raises InvalidDraft."""
        said = words.said
        number = said.number or self.shared.decision_number
        if not number:
            if self.shared.decision_uid is not None:
                return self.shared.decision_uid
            raise _wrong("number", "Bảng không ghi số quyết định. Hãy chọn quyết định cho cả bảng.")
        found = {
            uid
            for uid, day, year in self.decisions[number_key(number)]
            if (said.decided_on in (None, day)) and (said.decided_on is not None or words.year in (None, year))
        }
        if len(found) > 1:
            raise _wrong("number", f"Có {len(found)} quyết định số “{number}”. Hãy ghi ngày quyết định.")
        return next(iter(found)) if found else self._new_decision(number, words)

    def _new_decision(self, number: str, words: DecisionWords) -> str:
        said = words.said
        if said.decided_on is None:
            told = f"Chưa có quyết định “{number}” trong sổ. Hãy ghi ngày quyết định hoặc lập quyết định trước."
            raise _wrong("decided_on", told)
        level = level_of(words.award.code, f"{words.award.words} {said.issuer}")
        own = words.unit_uid if level == DecisionLevel.SCHOOL else None
        draft = DecisionDraft(
            number=number,
            decided_on=said.decided_on,
            year=words.year or self._year_of(number, said.decided_on),
            level=level,
            unit_uid=own,
            issuer=said.issuer or (None if own else _ISSUERS.get(level)),
            **({"title": words.subject} if words.subject else {}),
        )
        _checked(draft)
        uid = self.add(draft)
        self.decisions[number_key(number)].append((uid, said.decided_on, draft.year or 0))
        self.years[uid] = draft.year or 0
        return uid

    def _year_of(self, number: str, day: PartialDate) -> int:
        """The year a decision rewards where no word tells: the year before for one of the first quarter."""
        year = day.year - 1 if (day.month or 12) <= _EARLY else day.year
        self.notes[f"Bảng không ghi năm thành tích của quyết định {number} ngày {day.show()}: lấy năm {year}."] = None
        return year

    def compare_year(self, uid: str, written: int | None) -> None:
        """Note when the lines above a table speak of another year than the round or decision chosen for it."""
        held = self.years.get(uid)
        chosen = uid in (self.shared.round_uid, self.shared.decision_uid)
        if chosen and written is not None and held is not None and written != held:
            self.notes[f"Tiêu đề bảng ghi năm {written}, còn danh sách này vào năm {held}. Hãy kiểm tra lại."] = None

    def compare_decision(self, uid: str, named: NamedDecision | None) -> None:
        """Note when the lines above a table name another decision than the one chosen for it."""
        if named is None or not self.shared.names_decision:
            return
        known = {
            held
            for key, some in self.decisions.items()
            for held, _day, _year in some
            if key == number_key(named.number)
        }
        if uid not in known:
            told = f"Tiêu đề bảng ghi quyết định {named.number}, còn danh sách này vào một quyết định khác."
            self.notes[f"{told} Hãy kiểm tra lại."] = None

    def nomination(self, values: Mapping[str, Value]) -> str | None:
        """The nomination that a new award answers: of the same year and recipient, for the same award; given once."""
        year = self.years.get(str(values.get("decision_uid")))
        if year is None:
            return None
        if year not in self.proposed:
            found = self.session.execute(_PROPOSED.where(Round.year == year))
            self.proposed[year] = {tuple(key): uid for uid, *key in found}
        return self.proposed[year].pop(tuple(values.get(key) for key in _OF_NOMINATION), None)

    def ordinal(self, decision_uid: str, told: int | None) -> int:
        """The place in a decision's list a row asks for, else the next one. Raises InvalidDraft when it is taken."""
        if decision_uid not in self.ordinals:
            numbered = select(Award.ordinal).where(Award.decision_uid == decision_uid)
            self.ordinals[decision_uid] = {ordinal or 0 for ordinal in self.session.scalars(numbered)}
        taken = self.ordinals[decision_uid]
        if told in taken:
            raise _wrong("ordinal", f"Số thứ tự {told} đã dùng trong quyết định. Hãy sửa số hoặc để trống.")
        ordinal = told or max(taken, default=0) + 1
        taken.add(ordinal)
        return ordinal


def _wrong(key: str, message: str) -> errors.InvalidDraft:
    return errors.InvalidDraft([errors.Problem(key, message)])


def _checked(draft: Draft) -> None:
    problems = check(draft)
    if problems:
        raise errors.InvalidDraft(problems)
