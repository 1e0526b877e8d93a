"""Rows that are the record themselves: people of a roster, events, the points of a score sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.criteria import POINTS, Criteria, without_sign
from cluster_desktop.commands.imports.list_days import dating_of, listed_on
from cluster_desktop.commands.imports.logged_events import LoggedEvents
from cluster_desktop.commands.imports.parents import Parents
from cluster_desktop.commands.imports.placing import Placing, Values
from cluster_desktop.commands.imports.plan import NEW_PERSON, Doubt, Shared, TableRow
from cluster_desktop.commands.imports.repeated_people import RepeatedPeople
from cluster_desktop.commands.records.lookup import Lookup, key_of
from cluster_desktop.domain.events.events import EventDraft
from cluster_desktop.domain.events.vocabulary import EventKind
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.people_match import ListedPerson
from cluster_desktop.domain.record_kinds.import_kinds import NAME, ROW_CODE, ImportKind, RowSubject
from cluster_desktop.domain.text.dates import PartialDate

_NAMED: Final = 6  # people in one sentence
NOT_SCORED: Final = "tiêu chí chưa chấm điểm"
A_GROUP: Final = "dòng nhóm tiêu chí, điểm là tổng của các dòng dưới"


@dataclass
class OwnRows:
    """Plans the records that rows are."""

    placing: Placing
    twice: RepeatedPeople
    staying: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session: Session = self.placing.session
        self.kind: ImportKind = self.placing.kind
        self.shared: Shared = self.placing.shared
        self.lookup: Lookup = self.placing.lookup
        self.parents: Parents = self.placing.parents
        self.criteria = Criteria.of(self.session) if self.kind.about is RowSubject.CRITERION else Criteria()
        self.events = LoggedEvents.of(self.session) if self.kind.draft is EventDraft else LoggedEvents()
        self.references = {item.key: item.refers_to for item in fields_of(self.kind.draft) if item.refers_to}

    def stay_note(self) -> tuple[str, ...]:
        """Say whom a list of earlier times would have moved."""
        names = list(self.staying)
        if not names:
            return ()
        rest = f" và {len(names) - _NAMED} người khác" if len(names) > _NAMED else ""
        whose = f"{', '.join(names[:_NAMED])}{rest}"
        return (f"Danh sách ghi nơi công tác cũ, nên giữ đơn vị, khoa, phòng hiện nay của {whose}.",)

    def read(self, row: TableRow, texts: dict[str, str]) -> Doubt | None:
        """Plan the record of a row, or ask who it is about. Raises InvalidDraft."""
        values = self.placing.values(texts)
        for key, refers_to in self.references.items():
            if refers_to == "unit" and texts.get(key):
                values[key] = self.lookup.unit(texts[key], key)
            elif refers_to == "movement" and texts.get(key):
                values[key] = self.placing.named.find(refers_to, texts[key], None, key)
        if self.kind.draft.KIND == "person":
            return self._read_person(row, texts, values)
        start = values.get("starts_on")
        year = self.placing.year(texts, start.year if isinstance(start, PartialDate) else None)
        title = str(values.get("title") or "")
        values = {**values, **({"year": year} if year else {})}
        logged = self.events.complete(self.placing.record(row, values), values, texts)
        self.placing.place(row, logged.values, title, logged.children)
        where = f"{row.sheet}, dòng {row.number}, {title}"
        if self.kind.draft is EventDraft and logged.values.get("kind") != values.get("kind"):
            kind = EventKind.label_of(str(logged.values["kind"]))
            self.placing.kept.append(f"{where}: bảng không ghi loại sự kiện, lấy “{kind}” theo tên.")
        self.placing.kept += [
            f"{where}: sự kiện loại này không có mục “{each}”, nên không ghi." for each in logged.untold
        ]
        return None

    def _read_person(self, row: TableRow, texts: Mapping[str, str], values: Values) -> Doubt | None:
        unit = values.get("unit_uid") or self.shared.unit_uid
        if unit is None:
            raise errors.invalid("unit_uid", "Bảng không ghi đơn vị. Hãy chọn đơn vị cho cả bảng.")
        values["unit_uid"] = unit
        day = listed_on(texts, self.shared, self.placing.roster.today)
        if texts.get("department_uid"):
            values["department_uid"] = self.parents.department(str(unit), texts["department_uid"], day)
        answer = self.shared.answers.get((row.sheet, row.number), "")
        known = self.placing.existing.values_of(answer) if answer not in ("", NEW_PERSON) else {}
        name, born = str(values.get(NAME) or known.get(NAME) or ""), values.get("birth_date")
        person = ListedPerson(name, born if isinstance(born, PartialDate) else None, str(unit))
        match = self.lookup.people.fitting(person)
        if match.candidates and not answer:
            details = tuple((label, texts[key]) for key, label in self.placing.labels.items() if texts.get(key))
            return Doubt(row.sheet, row.number, name, details, match.candidates)
        chosen = None if answer == NEW_PERSON else answer or match.uid
        if chosen is None:
            self.twice.take_newcomer(row, person)
        if chosen is not None and not day:
            self._keep_home(values, name, chosen)
        stands_alone = (row.sheet, row.number) if answer == NEW_PERSON else ()
        key = chosen or (key_of(name), born, unit, stands_alone)
        self.placing.write(row, values, name, chosen, key, dating_of(day, values))
        return None

    def _keep_home(self, values: Values, name: str, uid: str) -> None:
        """Leave people where they are now, where a list without a day names a unit that was theirs before."""
        present = self.placing.existing.values_of(uid)
        if self.lookup.names_earlier_home(uid, str(values["unit_uid"]), None):
            values.update({key: present[key] for key in ("unit_uid", "department_uid")})
            self.staying[name] = None

    def read_score(self, row: TableRow, texts: dict[str, str]) -> None:
        """Plan the points of a criterion. Raises InvalidDraft."""
        if not any(texts.get(key) for key in POINTS):
            self.placing.skip(row, NOT_SCORED)
            return
        words = texts.get("unit_uid")
        unit = self.lookup.unit(words) if words else self.shared.unit_uid
        if unit is None:
            raise errors.invalid("unit_uid", "Bảng không ghi đơn vị được chấm. Hãy chọn đơn vị cho cả bảng.")
        criterion = self.criteria.by_uid.get(texts.get(ROW_CODE, "")) or self.criteria.find(
            self.placing.year(texts), texts.get("code", ""), texts.get("title", "")
        )
        if criterion is None:
            self.placing.skip(row, A_GROUP)
            return
        values = self.placing.values(without_sign(texts) if criterion.penalty else texts)
        values.update(criterion_uid=criterion.uid, unit_uid=unit)
        if not self.placing.existing.holds(values):
            self.criteria.check(criterion, values)
        self.placing.place(row, values, f"{criterion.title} – {self.lookup.labels[unit]}")
