"""The catalogue in force in a workspace: the law as the program ships it, and what the office made its own."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors, resources
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.awards.nomination_state import NominationState
from cluster_desktop.domain.awards.vocabulary import RoundKind
from cluster_desktop.domain.fields.choices import PlainChoice
from cluster_desktop.domain.law.catalogue import Catalogue, Entry, Law, with_own
from cluster_desktop.domain.law.catalogue_file import parse_catalogue
from cluster_desktop.domain.law.catalogue_values import Group, ValueKind, kept, read_amount
from cluster_desktop.domain.law.regimes import regime_for
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Award, Decision, Nomination, Round
from cluster_desktop.records.queries.law.catalogue import PREFIX, own_values

_FIRST_SALARY = date(1993, 4, 1)
"""Decree 25-CP: base salaries ("mức lương tối thiểu" then) begin here."""
_LAST_YEAR = 2100


@cache
def law() -> Catalogue:
    """The catalogue of the law alone. Raises ResourceMissing."""
    return parse_catalogue(resources.read_text("law", "catalogue.toml"))


def regime_choices() -> tuple[PlainChoice, ...]:
    """The regimes of the law as a field offers them. Raises ResourceMissing."""
    return tuple(PlainChoice(regime.code, regime.name) for regime in law().regimes)


def catalogue_of(session: Session) -> Catalogue:
    """The catalogue in force, inside a session. Raises ResourceMissing."""
    own = own_values(session)
    return with_own(law(), own) if own else law()


def catalogue(workspace: Workspace) -> Catalogue:
    """The catalogue in force. Raises ResourceMissing."""
    return workspace.read(catalogue_of)


def law_of(session: Session, catalogue: Catalogue, nomination: Nomination, year: int) -> Law:
    """The law a nomination is judged by: what was chosen for it, else by its dossier, its decision or its year."""
    choice = regime_for(
        catalogue.regimes,
        year,
        received=nomination.received_on.latest if nomination.received_on else None,
        decided=_decided_on(session, nomination.uid) if nomination.state == NominationState.DECIDED else None,
        chosen=nomination.regime or "",
    )
    return catalogue.law(choice.regime, choice.day)


def _decided_on(session: Session, nomination_uid: str) -> date | None:
    statement = (
        select(Decision.decided_on)
        .join(Award, Award.decision_uid == Decision.uid)
        .where(Award.nomination_uid == nomination_uid)
    )
    decided = session.scalars(statement).first()
    return decided.latest if decided else None


def dossier_parts(session: Session, nomination: Nomination, year: int) -> tuple[str, ...]:
    """The parts the dossier of a nomination needs under the law it is judged by."""
    applicable = law_of(session, catalogue_of(session), nomination, year)
    occasion = session.get_one(Round, nomination.round_uid).kind
    return applicable.dossier_parts(nomination.award, simple=occasion != RoundKind.REGULAR)


def achievement_years(session: Session, nomination: Nomination, year: int) -> int:
    """Number of years, up to *year*, that a nomination's initiatives may be of under the law it is judged by."""
    return law_of(session, catalogue_of(session), nomination, year).achievement_years(nomination.award)


def set_value(workspace: Workspace, key: str, text: str) -> Changes:
    """Let what is typed hold instead of the law; the law's own value is no value of the office.

    Raises InvalidDraft with one sentence when it is no such value, RecordMissing for an unknown *key*.
    """
    current = catalogue(workspace)
    entry = current.entry(key)
    if entry is None:
        raise errors.RecordMissing("Không có mục này trong bảng luật và mức tiền. Hãy đọc lại trang (F5).")
    try:
        value = read_amount(entry.kind, text)
    except ValueError as error:
        raise errors.InvalidDraft([errors.Problem(key, str(error))]) from error
    same = value == entry.law and not entry.added and not _taken_over(current, entry)
    with workspace.changing(f"Đặt “{entry.label}” là {text.strip() or 'không quy định'}") as session:
        put(session, PREFIX + key, "" if same else kept(entry.kind, value))
        return session.changes()


def add_salary(workspace: Workspace, since: date, text: str) -> Changes:
    """Add a base salary that holds from a day on. Raises InvalidDraft, Refused when the day has one already."""
    if since < _FIRST_SALARY or since.year > _LAST_YEAR:
        raise errors.Refused(f"Ngày áp dụng phải từ {_FIRST_SALARY:%d/%m/%Y} đến năm {_LAST_YEAR}.")
    key = f"{Group.SALARY}.{since.isoformat()}"
    if catalogue(workspace).entry(key) is not None:
        raise errors.Refused(f"Đã có mức lương cơ sở từ {since:%d/%m/%Y}. Hãy sửa dòng đó.")
    try:
        value = read_amount(ValueKind.MONEY, text)
    except ValueError as error:
        raise errors.InvalidDraft([errors.Problem(key, str(error))]) from error
    with workspace.changing(f"Thêm mức lương cơ sở từ {since:%d/%m/%Y}") as session:
        put(session, PREFIX + key, kept(ValueKind.MONEY, value))
        return session.changes()


def back_to_law(workspace: Workspace, keys: Iterable[str]) -> Changes:
    """Let the law hold again; a line the office added goes."""
    chosen, current = set(keys), catalogue(workspace)
    entries = [entry for entry in current.entries if entry.key in chosen]
    with workspace.changing(_labelled({entry.set_by: entry for entry in entries if entry.own})) as session:
        stored = own_values(session)
        for entry in entries:
            goes_on = _taken_over(current, entry) not in ("", *chosen)
            if goes_on or entry.key in stored:
                put(session, PREFIX + entry.key, kept(entry.kind, entry.law) if goes_on else "")
        return session.changes()


def _taken_over(current: Catalogue, entry: Entry) -> str:
    """The key of the office's figure that holds here from the law before unless another is set; '' for none."""
    before = current.entry(entry.before) if entry.before else None
    return before.set_by if before else ""


def _labelled(entries: Mapping[str, Entry]) -> str:
    what = f"“{next(iter(entries.values())).label}”" if len(entries) == 1 else f"{len(entries)} mục"
    return f"Đưa {what} về theo luật"
