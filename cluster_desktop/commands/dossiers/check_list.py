"""The dossier of a nomination as a check-list: its parts, own items, initiatives and evidence."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.law.catalogue import achievement_years, dossier_parts
from cluster_desktop.commands.official_documents import submission
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.records.records import add, assign, checked, draft_of
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.dossiers import Checklist, DossierPart, KeptFile, OwnItem, UsedInitiative, parts_of
from cluster_desktop.domain.awards.nomination_state import FAILED
from cluster_desktop.domain.awards.nominations import DossierItemDraft, InitiativeUseDraft
from cluster_desktop.domain.awards.nominees import Nominee
from cluster_desktop.domain.awards.vocabulary import DossierState
from cluster_desktop.domain.people.vocabulary import RecognitionLevel
from cluster_desktop.domain.text.file_pattern import proper_file_name
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import living
from cluster_desktop.records.models import (
    Attachment,
    Blob,
    Department,
    DossierItem,
    Initiative,
    InitiativeUse,
    Nomination,
    Person,
    Round,
    Stint,
)
from cluster_desktop.records.queries.awards.nominees import day_of, nominee_now
from cluster_desktop.records.queries.careers.as_of import on
from cluster_desktop.records.queries.printing.numbering import NumberedDocument, number_of
from cluster_desktop.records.queries.units.unit_names import unit_at_the_time

_FIRST_FILE = 5
"""Files are numbered behind the four documents that the program writes."""
_LAW = "Công văn 5007/BNV-TĐKT"
_STATES: list[str] = list(DossierState)


def checklist(session: Session, nomination_uid: str) -> Checklist:
    """List what belongs to the dossier and what is missing. Raises RecordMissing."""
    nomination = living(session, Nomination, nomination_uid)
    year = session.get_one(Round, nomination.round_uid).year
    nominee = nominee_now(session, nomination_uid, year)
    number = number_of(session, submission_of(session, nomination))
    return Checklist(
        nomination_uid=nomination_uid,
        person_uid=nomination.person_uid or "",
        parts=(*parts_of(nominee, dossier_parts(session, nomination, year)), *_quality(nominee, year)),
        items=own_items(session, nomination_uid),
        uses=_uses(session, nomination),
        files=tuple(
            KeptFile(uid=file.uid, name=file.file_name, own=own) for file, own in _attachments(session, nomination)
        ),
        number=f"{number:02d}" if number else "",
    )


def _quality(nominee: Nominee, year: int) -> tuple[DossierPart, ...]:
    """Describe the quality class of the year, which a person's title rests on."""
    if not nominee.person or not AWARD_KINDS[nominee.award].is_title:
        return ()
    missing = "" if nominee.quality else f"xếp loại năm {year}, ghi ở trang Cán bộ"
    return (DossierPart(name=f"Xếp loại chất lượng năm {year}", missing=missing, remark=nominee.quality),)


def home_of(session: Session, nomination: Nomination) -> str | None:
    """Find the unit that who is nominated belonged to then."""
    year = session.get_one(Round, nomination.round_uid).year
    statement = (
        select(unit_at_the_time(Nomination, Stint))
        .outerjoin(Person, Person.uid == Nomination.person_uid)
        .outerjoin(Stint, on(day_of(Nomination.received_on, year)))
        .outerjoin(Department, Department.uid == Nomination.department_uid)
        .where(Nomination.uid == nomination.uid)
    )
    return session.scalars(statement).first()


def submission_of(session: Session, nomination: Nomination) -> NumberedDocument:
    """Identify the dossier's own submission in its series of numbers."""
    year = session.get_one(Round, nomination.round_uid).year
    home = home_of(session, nomination)
    return submission.DOCUMENT.number_in_series(Request(year=year, unit_uid=home, about=nomination.uid))


def dossier_submission(session: Session, nomination_uid: str) -> NumberedDocument:
    """Identify the submission by the uid of the nomination. Raises RecordMissing."""
    return submission_of(session, living(session, Nomination, nomination_uid))


def own_items(session: Session, nomination_uid: str) -> tuple[OwnItem, ...]:
    """List the items the office added, in their order."""
    items = select(DossierItem).where(DossierItem.nomination_uid == nomination_uid)
    ordered = items.order_by(DossierItem.position.is_(None), DossierItem.position, DossierItem.sort_key)
    return tuple(
        OwnItem(uid=item.uid, name=item.name, state=item.state, note=item.note or "")
        for item in session.scalars(ordered)
    )


def evidence_of(session: Session, nomination: Nomination) -> dict[str, bytes]:
    """Read the files kept with the nomination and then with the person, numbered behind the documents."""
    return {
        proper_file_name(f"{number:02d}-{file.file_name}"): session.get_one(Blob, file.sha256).data
        for number, (file, _own) in enumerate(_attachments(session, nomination), _FIRST_FILE)
    }


def suggested_initiatives(session: Session, nomination_uid: str) -> tuple[UsedInitiative, ...]:
    """List the person's initiatives of the years that count for the award and that the dossier does not use yet."""
    nomination = living(session, Nomination, nomination_uid)
    year = session.get_one(Round, nomination.round_uid).year
    first = year - achievement_years(session, nomination, year) + 1
    used = select(InitiativeUse.initiative_uid).where(InitiativeUse.nomination_uid == nomination_uid)
    unused = (
        select(Initiative)
        .where(Initiative.person_uid == nomination.person_uid)
        .where(Initiative.year.between(first, year), Initiative.uid.not_in(used))
        .order_by(Initiative.year.desc(), Initiative.sort_key)
    )
    return tuple(_described(session, item.uid, item, nomination) for item in session.scalars(unused))


def use_initiatives(workspace: Workspace, nomination_uid: str, initiative_uids: Sequence[str]) -> Changes:
    """Rest the dossier on these initiatives. Raises Refused when none is chosen."""
    if not initiative_uids:
        raise errors.Refused("Chưa chọn sáng kiến, đề tài nào. Hãy đánh dấu những mục dùng cho hồ sơ này.")
    with workspace.changing(f"Dùng {len(initiative_uids)} sáng kiến, đề tài cho hồ sơ") as session:
        for uid in initiative_uids:
            add(session, checked(InitiativeUseDraft(nomination_uid=nomination_uid, initiative_uid=uid)))
        return session.changes()


def turn_item(workspace: Workspace, item_uid: str) -> Changes:
    """Give an own item its next state: missing, there, not needed."""
    with workspace.changing("Đổi tình trạng giấy tờ của hồ sơ") as session:
        item = living(session, DossierItem, item_uid)
        following = _STATES[(_STATES.index(item.state) + 1) % len(_STATES)]
        assign(session, item, checked(draft_of(item, DossierItemDraft, state=following)))
        return session.changes()


def _uses(session: Session, nomination: Nomination) -> tuple[UsedInitiative, ...]:
    used = (
        select(InitiativeUse.uid, Initiative)
        .join(Initiative, Initiative.uid == InitiativeUse.initiative_uid)
        .where(InitiativeUse.nomination_uid == nomination.uid)
        .order_by(Initiative.year.desc(), Initiative.sort_key)
    )
    return tuple(_described(session, uid, item, nomination) for uid, item in session.execute(used))


def _described(session: Session, uid: str, initiative: Initiative, nomination: Nomination) -> UsedInitiative:
    return UsedInitiative(
        uid=uid,
        title=initiative.title,
        year=initiative.year,
        level=RecognitionLevel.label_of(initiative.level),
        caution=_caution(nomination, _other_uses(session, initiative, nomination)),
    )


def _other_uses(session: Session, initiative: Initiative, nomination: Nomination) -> list[tuple[str, int]]:
    """List the awards (code, year) of other nominations that rest on the initiative."""
    others = (
        select(Nomination.award, Round.year)
        .join(InitiativeUse, InitiativeUse.nomination_uid == Nomination.uid)
        .join(Round, Round.uid == Nomination.round_uid)
        .where(InitiativeUse.initiative_uid == initiative.uid)
        .where(Nomination.uid != nomination.uid)
        .where(Nomination.state.not_in(FAILED))
        .order_by(Round.year)
    )
    return [(award, year) for award, year in session.execute(others)]


def _caution(nomination: Nomination, others: Iterable[tuple[str, int]]) -> str:
    """Name earlier uses; a title and a commendation, or two commendations, may not share an initiative."""
    cautions = []
    for award, year in others:
        kind, own = AWARD_KINDS[award], AWARD_KINDS[nomination.award]
        rule = "" if kind.is_title and own.is_title else f", không dùng lại được theo {_LAW}"
        cautions.append(f"đã dùng cho “{kind.label}” năm {year}{rule}")
    return "; ".join(cautions)


def _attachments(session: Session, nomination: Nomination) -> list[tuple[Attachment, bool]]:
    """List the nomination's own files first, then those kept with the person."""
    own = select(Attachment).where(Attachment.nomination_uid == nomination.uid)
    files = [(file, True) for file in session.scalars(own.order_by(Attachment.uid))]
    if nomination.person_uid:
        kept = select(Attachment).where(Attachment.person_uid == nomination.person_uid)
        files += [(file, False) for file in session.scalars(kept.order_by(Attachment.uid))]
    return files
