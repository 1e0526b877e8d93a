"""Find the departments, rounds and decisions that rows need, or plan them where they are missing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.places import Places
from cluster_desktop.commands.imports.plan import PlannedParent, Shared
from cluster_desktop.commands.records.lookup import Lookup, key_of
from cluster_desktop.commands.records.records import checked
from cluster_desktop.domain.awards.award_words import NamedAward, level_of
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.decision_names import number_named
from cluster_desktop.domain.awards.decision_words import NamedDecision, number_key
from cluster_desktop.domain.awards.nomination_state import OPEN
from cluster_desktop.domain.awards.nominations import DecisionDraft, RoundDraft
from cluster_desktop.domain.awards.vocabulary import DecisionLevel, RoundKind
from cluster_desktop.domain.fields.fields import Draft, Value
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.domain.units.vocabulary import DepartmentKind
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.models import Award, Decision, Nomination, Round
from cluster_desktop.records.queries.careers.as_of import day_of_year
from cluster_desktop.records.queries.units.departments import refuse_outside
from cluster_desktop.records.stints import today

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
_ORDER: Final = ("department", "person", "round", "decision", "score_sheet")


class HeldDecision(NamedTuple):
    """A decision of the book or of the plan, as far as it tells which one a row names."""

    uid: str
    day: PartialDate
    year: int
    level: str
    unit_uid: str | None
    issuer: str


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """The words of a row about its decision, and about its award, which decides the level.

    ``subject`` is what the lines above the table say the decision is about.
    """

    named: NamedDecision
    year: int | None
    award: NamedAward
    unit_uid: str | None
    subject: str = ""

    @property
    def issued(self) -> tuple[str, str | None]:
        """The level of the decision, and the unit that issued it; None for one from above."""
        level = level_of(self.award.code, f"{self.award.words} {self.named.issuer}")
        return level, self.unit_uid if level == DecisionLevel.SCHOOL else None

    def may_be_of(self, held: HeldDecision) -> bool:
        """Whether a decision without a number, of which there are many, is of those who issued this one."""
        same = (held.level, held.unit_uid) == self.issued
        return same and (not self.named.issuer or key_of(self.named.issuer) == key_of(held.issuer))

    def may_be_of_any(self, held: HeldDecision) -> bool:
        """Whether nothing in the row says which body above gave an award that several of them give."""
        level, own = self.issued
        silent = own is None and not self.named.issuer and level == AWARD_KINDS[self.award.code].level
        return silent and held.unit_uid is None


@dataclass
class Parents:
    """The parents that rows need, and those planned for them. ``years`` are of rounds and decisions."""

    session: Session
    lookup: Lookup
    shared: Shared
    planned: dict[str, Draft] = field(default_factory=dict)
    rounds: dict[int, list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    decisions: dict[str, list[HeldDecision]] = field(default_factory=lambda: defaultdict(list))
    years: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, set[int]] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    proposed: dict[int, dict[tuple[object, ...], str]] = field(default_factory=dict)
    departments: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """What was found for the words of a unit's department on a day; a long list names few."""

    def __post_init__(self) -> None:
        self.today = today(self.session)
        self.places = Places(self.session, self.lookup, self.shared)
        rounds = select(Round.year, Round.uid, Round.name, Round.kind)
        for year, uid, name, kind in self.session.execute(rounds):
            self.rounds[year].append((uid, name, kind))
            self.years[uid] = year
        columns = (Decision.uid, Decision.decided_on, Decision.year, Decision.level, Decision.unit_uid, Decision.issuer)
        for number, uid, day, year, level, unit, issuer in self.session.execute(select(Decision.number, *columns)):
            self.decisions[_key(number)].append(HeldDecision(uid, day, year, level, unit, issuer or ""))
            self.years[uid] = year

    def add(self, draft: Draft) -> str:
        """Plan a record; gives the uid it will have."""
        uid = new_uid()
        self.planned[uid] = draft
        return uid

    def in_order(self, used: set[str]) -> tuple[PlannedParent, ...]:
        """List what has to be written before the rows that use it, and nothing that no row of the plan uses."""
        people = {uid: draft for uid, draft in self.planned.items() if draft.KIND == "person" and uid in used}
        used = used | {str(getattr(draft, "department_uid", "")) for draft in people.values()}
        kept = [(uid, draft) for uid, draft in self.planned.items() if uid in used]
        return tuple(
            PlannedParent(uid, draft) for uid, draft in sorted(kept, key=lambda item: _ORDER.index(item[1].KIND))
        )

    def department(self, unit_uid: str, words: str, day: str = "") -> str:
        """Find the department of that name, or plan a new one. Raises InvalidDraft where it was not there on a day.

        The day is ISO text; '' stands for today.
        """
        asked = unit_uid, words, day
        if asked not in self.departments:
            self.departments[asked] = self._department(unit_uid, words, day or self.today)
        return self.departments[asked]

    def _department(self, unit_uid: str, words: str, on: str) -> str:
        uid = self.lookup.department(unit_uid, words, on) or self.places.meant(unit_uid, words)
        refuse_outside(self.session, uid, on)
        return uid or self.new_department(unit_uid, words)

    def new_department(self, unit_uid: str, words: str) -> str:
        """Plan a department of that name; rows below name the same one."""
        known = self.lookup.department(unit_uid, words)
        if known is not None:
            return known
        kind = _DEPARTMENT_KINDS.get(key_of(words).split(" ")[0], DepartmentKind.OTHER)
        uid = self.add(DepartmentDraft(unit_uid=unit_uid, name=words, kind=kind))
        self.lookup.know_department(unit_uid, words, uid)
        return uid

    def rounds_of(self, year: int | None) -> list[str]:
        """List the rounds of a year."""
        return [uid for uid, _name, _kind in self.rounds.get(year or 0, ())]

    def round(self, year: int | None, words: str = "") -> str:
        """Choose the round picked, or named by the row or for all, or the usual of the year. Raises InvalidDraft."""
        if self.shared.round_uid is not None:
            if words and all(key_of(words) != key_of(name) for _uid, name, _kind in self._named(self.shared.round_uid)):
                self.notes[f"Bảng ghi đợt “{words}”, còn danh sách này vào đợt đã chọn. Hãy kiểm tra lại."] = None
            return self.shared.round_uid
        if name := words or self.shared.round_name:
            return self._round_named(name, year)
        if year is None:
            raise errors.invalid("year", "Bảng không ghi năm. Hãy chọn năm hoặc đợt đề nghị cho cả bảng.")
        usual = [uid for uid, _name, kind in self.rounds[year] if kind == RoundKind.REGULAR]
        if len(usual) > 1:
            raise errors.invalid(
                "year", f"Năm {year} có {len(usual)} đợt thường xuyên. Hãy chọn đợt đề nghị cho cả bảng."
            )
        return usual[0] if usual else self._new_round(year, f"Tổng kết năm {year}")

    def _named(self, uid: str) -> list[tuple[str, str, str]]:
        return [held for held in self.rounds[self.years.get(uid, 0)] if held[0] == uid]

    def _round_named(self, name: str, year: int | None) -> str:
        rounds = [
            (uid, held)
            for held, some in self.rounds.items()
            for uid, title, _kind in some
            if key_of(title) == key_of(name) and year in (None, held)
        ]
        if len(rounds) > 1:
            raise errors.invalid("year", f"Có {len(rounds)} đợt tên “{name}”. Hãy cho biết năm.")
        if not rounds and year is None:
            raise errors.invalid("year", f"Chưa có đợt “{name}” trong sổ. Hãy cho biết năm để lập đợt mới.")
        return rounds[0][0] if rounds else self._new_round(year or 0, name)

    def _new_round(self, year: int, name: str) -> str:
        uid = self.add(checked(RoundDraft(name=name, year=year, kind=RoundKind.REGULAR)))
        self.rounds[year].append((uid, name, RoundKind.REGULAR))
        self.years[uid] = year
        return uid

    def decision(self, words: DecisionWords) -> str:
        """Find the decision a row names, the chosen one where it names none, or plan one. Raises InvalidDraft."""
        named = words.named
        number = named.number or self.shared.decision_number
        if not number:
            if self.shared.decision_uid is not None:
                return self.shared.decision_uid
            raise errors.invalid("number", "Bảng không ghi số quyết định. Hãy chọn quyết định cho cả bảng.")
        of_the_day = [
            held
            for held in self.decisions[_key(number)]
            if named.decided_on in (None, held.day)
            and (named.decided_on is not None or words.year in (None, held.year))
        ]
        if not number_named(number):
            of_the_day = list(filter(words.may_be_of, of_the_day)) or list(filter(words.may_be_of_any, of_the_day))
        uids = {held.uid for held in of_the_day}
        if len(uids) > 1:
            raise errors.invalid("number", f"Có {len(uids)} quyết định số “{number}”. Hãy ghi ngày quyết định.")
        return next(iter(uids)) if uids else self._new_decision(number, words)

    def _new_decision(self, number: str, words: DecisionWords) -> str:
        named = words.named
        if named.decided_on is None:
            raise errors.invalid(
                "decided_on",
                f"Chưa có quyết định “{number}” trong sổ. Hãy ghi ngày quyết định hoặc lập quyết định trước.",
            )
        level, own = words.issued
        draft = DecisionDraft(
            number=number,
            decided_on=named.decided_on,
            year=words.year or self._year_of(number, named.decided_on),
            level=level,
            unit_uid=own,
            issuer=named.issuer or (None if own else _ISSUERS.get(level)),
            **({"title": words.subject} if words.subject else {}),
        )
        uid = self.add(checked(draft))
        held = HeldDecision(uid, named.decided_on, draft.year or 0, level, own, draft.issuer or "")
        self.decisions[_key(number)].append(held)
        self.years[uid] = draft.year or 0
        return uid

    def _year_of(self, number: str, day: PartialDate) -> int:
        """Choose the year a decision rewards where no word names it: the year before in the first quarter."""
        year = day.year - 1 if (day.month or 12) <= _EARLY else day.year
        self.notes[f"Bảng không ghi năm thành tích của quyết định {number} ngày {day.show()}: lấy năm {year}."] = None
        return year

    def day_of(self, values: Mapping[str, Value]) -> PartialDate | None:
        """The day of an award, a nomination or a registration: that of its decision or its own, else of its year."""
        if uid := values.get("decision_uid"):
            planned = self.planned.get(str(uid))
            if isinstance(planned, DecisionDraft):
                return planned.decided_on
            return self.session.get_one(Decision, str(uid)).decided_on
        own = values.get("received_on") or values.get("registered_on")
        if isinstance(own, PartialDate):
            return own
        year = values.get("year") or self.years.get(str(values.get("round_uid")))
        return PartialDate.of(day_of_year(int(str(year)))) if year else None

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
        if all(held.uid != uid for held in self.decisions.get(_key(named.number), ())):
            note = f"Tiêu đề bảng ghi quyết định {named.number}, còn danh sách này vào một quyết định khác."
            self.notes[f"{note} Hãy kiểm tra lại."] = None

    def nomination(self, values: Mapping[str, Value]) -> str | None:
        """Take the nomination that a new award answers: of the same year, recipient and award, each only once."""
        year = self.years.get(str(values.get("decision_uid")))
        if year is None:
            return None
        if year not in self.proposed:
            proposed = self.session.execute(_PROPOSED.where(Round.year == year))
            self.proposed[year] = {tuple(key): uid for uid, *key in proposed}
        return self.proposed[year].pop(tuple(values.get(key) for key in _OF_NOMINATION), None)

    def ordinal(self, decision_uid: str, requested: int | None) -> int:
        """Take the place in a decision's list a row asks for, else the next. Raises InvalidDraft for a taken one."""
        if decision_uid not in self.ordinals:
            numbered = select(Award.ordinal).where(Award.decision_uid == decision_uid)
            self.ordinals[decision_uid] = {ordinal or 0 for ordinal in self.session.scalars(numbered)}
        taken = self.ordinals[decision_uid]
        if requested in taken:
            raise errors.invalid(
                "ordinal", f"Số thứ tự {requested} đã dùng trong quyết định. Hãy sửa số hoặc để trống."
            )
        ordinal = requested or max(taken, default=0) + 1
        taken.add(ordinal)
        return ordinal


def _key(number: str) -> str:
    """The key of a decision's number; all that have none are of one key."""
    return number_key(number) if number_named(number) else ""
