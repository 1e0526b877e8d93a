"""Rows about a person, a department or a unit: what they register for, are nominated for, or were awarded."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.imports.descriptions import Descriptions
from cluster_desktop.commands.imports.list_days import elsewhere_then
from cluster_desktop.commands.imports.nomination_rows import NominationRows
from cluster_desktop.commands.imports.parents import DecisionWords, Parents
from cluster_desktop.commands.imports.placing import Placing, Values
from cluster_desktop.commands.imports.plan import Shared, TableRow
from cluster_desktop.commands.imports.row_words import read_values
from cluster_desktop.commands.imports.subjects import Subject
from cluster_desktop.commands.imports.title_words import title_words
from cluster_desktop.commands.records.lookup import Lookup
from cluster_desktop.domain.awards.award_words import NamedAward, awards_of
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.decision_words import NamedDecision
from cluster_desktop.domain.awards.nominations import DecisionDraft
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.people.vocabulary import RecipientKind
from cluster_desktop.domain.record_kinds.import_kinds import PLACE, TITLES, ImportKind, Parent
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.queries.careers.as_of import day_of_year
from cluster_desktop.records.queries.units.departments import Lineage


@dataclass
class SubjectRows:
    """Plans the records of rows whose subject is known."""

    placing: Placing

    def __post_init__(self) -> None:
        self.session: Session = self.placing.session
        self.kind: ImportKind = self.placing.kind
        self.shared: Shared = self.placing.shared
        self.lookup: Lookup = self.placing.lookup
        self.parents: Parents = self.placing.parents
        self.nominations = NominationRows(self.placing)
        self.descriptions, self.lineage = Descriptions(self.session), Lineage(self.session)

    def read(self, row: TableRow, texts: Mapping[str, str], subject: Subject) -> None:
        """Plan what a row says of somebody or something. Raises InvalidDraft."""
        year = self.placing.year(texts)
        named: tuple[NamedAward | None, ...] = (None,)
        if "award" in self.placing.own:
            named = self._awards(texts, subject)
            texts = {key: text for key, text in texts.items() if key not in ("award", "recipient_kind")}
        values = self.placing.values(texts)
        if "year" in self.placing.own and year is not None:
            values["year"] = year
        for award in dict.fromkeys(named):
            whole = {**values, **self._belongs(texts, subject, award, year, values.get("state"))}
            self.placing.place(row, {**self._as_described(texts, subject, whole), **whole}, subject.title)

    def _as_described(self, texts: Mapping[str, str], subject: Subject, values: Values) -> Values:
        """What the row says of somebody's post and unit, where the book has something else for the record's day."""
        if "described_as" not in self.placing.own or subject.collective or not texts.get(PLACE):
            return {}
        day = self.parents.day_of(values)
        words = self.descriptions.differing(subject.uid, texts[PLACE], day) if day else None
        return {"described_as": words} if words else {}

    def _awards(self, texts: Mapping[str, str], subject: Subject) -> tuple[NamedAward, ...]:
        words = texts.get("award", "")
        above = title_words(texts.get(TITLES, "")).award
        if not words and above:
            return awards_of(AWARD_KINDS[above].label, collective=subject.collective)
        if not words:
            raise errors.invalid("award", "Chưa điền danh hiệu, hình thức.")
        awards = awards_of(words, collective=subject.collective)
        if not awards:
            raise errors.invalid(
                "award",
                f"Không rõ danh hiệu, hình thức “{words[:60]}”. Hãy ghi như “Chiến sĩ thi đua cơ sở” hoặc “CSTĐCS”.",
            )
        return awards

    def _belongs(
        self,
        texts: Mapping[str, str],
        subject: Subject,
        award: NamedAward | None,
        year: int | None,
        state: Value = None,
    ) -> Values:
        """Fill in the recipient of a record, and the round or decision it belongs to."""
        if award is None:
            return {"person_uid": subject.uid}
        values: Values = {**subject.values(), "recipient_kind": subject.recipient_kind, "award": award.code}
        if subject.recipient_kind == RecipientKind.DEPARTMENT and year is not None:
            then = self.lineage.standing(subject.uid, day_of_year(year))
            values["department_uid"] = then.uid if then else subject.uid
        if self.kind.parent is Parent.ROUND:
            values |= self.nominations.values(texts, values, state, year)
        elif self.kind.parent is Parent.DECISION:
            values["decision_uid"] = self._decision(texts, subject, award, year)
            if award.words and not texts.get("award_name"):
                values["award_name"] = award.words
        if self.kind.parent is not Parent.NONE:
            written = title_words(texts.get(TITLES, "")).year
            self.parents.compare_year(str(values[f"{self.kind.parent}_uid"]), written)
            year = self.parents.years.get(str(values[f"{self.kind.parent}_uid"]), year)
        earlier = self.lookup.names_earlier_home(subject.uid, subject.unit_uid, year)
        if earlier or elsewhere_then(self.session, subject, year):
            values["at_unit_uid"] = subject.unit_uid
        return values

    def _decision(self, texts: Mapping[str, str], subject: Subject, award: NamedAward, year: int | None) -> str:
        keys = ("number", "decided_on", "issuer")
        values = read_values(DecisionDraft, {key: texts[key] for key in keys if texts.get(key)})
        day = values.get("decided_on")
        named = NamedDecision(
            str(values.get("number") or ""),
            day if isinstance(day, PartialDate) else None,
            str(values.get("issuer") or ""),
        )
        titles = title_words(texts.get(TITLES, ""))
        if titles.decision is not None and not named.number and not self.shared.names_decision:
            named = titles.decision
        uid = self.parents.decision(DecisionWords(named, year, award, subject.unit_uid, titles.subject))
        self.parents.compare_decision(uid, titles.decision)
        return uid
