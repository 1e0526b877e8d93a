"""Write the dossier of a nomination: every part as Word and PDF in one folder, with a cover sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.awards.council_facts import council_facts
from cluster_desktop.commands.dossiers.check_list import evidence_of, home_of, own_items
from cluster_desktop.commands.law.catalogue import dossier_parts
from cluster_desktop.commands.official_documents import council_minutes, submission
from cluster_desktop.commands.official_documents.achievement_report import form_of
from cluster_desktop.commands.official_documents.office_frames import frame_of
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.official_documents.submissions import composed
from cluster_desktop.documents.awards import council, nominations
from cluster_desktop.documents.awards.achievement import achievement_report
from cluster_desktop.documents.awards.dossier_cover import dossier_cover
from cluster_desktop.documents.content.content import Document
from cluster_desktop.documents.files.file_set import files_together, is_free
from cluster_desktop.documents.formats.writing import writer_of
from cluster_desktop.domain.awards.addressees import ADDRESSEES
from cluster_desktop.domain.awards.dossiers import DossierPart, parts_of
from cluster_desktop.domain.awards.nominees import Nominee
from cluster_desktop.domain.printing.document_facts import Achievement
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.living import living
from cluster_desktop.records.models import Nomination, Round
from cluster_desktop.records.queries.awards.nominees import nominees
from cluster_desktop.records.queries.printing import achievements

Progress = Callable[[int, int], None]
COVER = "00-Muc-luc"
_SUFFIXES = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Dossier:
    """The content of the folder; ``documents`` by file name without suffix, ``files`` by whole name."""

    title: str
    parts: tuple[DossierPart, ...]
    documents: dict[str, Document]
    files: dict[str, bytes]


def dossier_of(workspace: Workspace, nomination_uid: str) -> Dossier:
    """Compose the dossier of a nomination from the records. Raises RecordMissing."""
    return workspace.read(_dossier, nomination_uid)


def write_dossier(dossier: Dossier, folder: Path, progress: Progress | None = None) -> tuple[Path, ...]:
    """Write a dossier into *folder*, which holds nothing yet; of a failure nothing is left.

    Raises AlreadyThere, CannotWrite and its kin; *progress* may raise Cancelled.
    """
    tell = progress or _nobody
    if not is_free(folder):  # a dossier among other files would be sent with them
        raise errors.AlreadyThere(f"Đã có “{folder}” và trong đó có tệp.")
    names = [f"{name}{suffix}" for name in dossier.documents for suffix in _SUFFIXES] + list(dossier.files)
    with files_together(folder) as files:
        for done, (proper, name) in enumerate(zip(names, files.reserve(names), strict=True)):
            tell(done, len(names))
            with files.writing(name) as stream:
                if proper in dossier.files:
                    stream.write(dossier.files[proper])
                else:
                    writer_of(proper)(dossier.documents[Path(proper).stem], stream)
        tell(len(names), len(names))
        return files.move()


def _nobody(_done: int, _all: int) -> None:
    """Progress that nobody watches."""


def _dossier(session: Session, uid: str) -> Dossier:
    nomination = living(session, Nomination, uid)
    year = session.get_one(Round, nomination.round_uid).year
    nominee = next(item for item in nominees(session, year) if item.uid == uid)
    request = Request(year=year, unit_uid=home_of(session, nomination), about=uid)
    frame = frame_of(session, request)
    numbered = submission.DOCUMENT.asked(session, request)
    files = evidence_of(session, nomination)
    needed = dossier_parts(session, nomination, year)
    parts = (*parts_of(nominee, needed, files), *(item.part for item in own_items(session, uid)))
    achieved = _achievement(session, nomination)
    documents = {
        COVER: dossier_cover(frame, nominee, parts, year, achieved.what),
        "01-To-trinh": composed(session, numbered, ADDRESSEES[nominee.level], [nominee]),
        "02-Bao-cao-thanh-tich": achievement_report(frame, achieved, form_of(request)),
        "03-Bien-ban-Hoi-dong": _minutes(session, request, nomination, nominee, year),
        "04-Danh-sach-trich-ngang": nominations.short_list(frame, [nominee], year),
    }
    return Dossier(_title(nominee, year), parts, documents, files)


def _minutes(session: Session, request: Request, nomination: Nomination, nominee: Nominee, year: int) -> Document:
    """Compose the minutes of the session that judged the nomination, only about it, with their number."""
    uid = nomination.session_uid
    if uid is None:
        return council.council_minutes(frame_of(session, request), [nominee], year)
    facts = council_facts(session, uid)
    frame = council_minutes.minutes_frame(session, council_minutes.DOCUMENT.asked(session, request), facts)
    return council.council_minutes(frame, [nominee], year, facts)


def _title(nominee: Nominee, year: int) -> str:
    return f"Hồ sơ {nominee.award_name} {year} - {nominee.name}"


def _achievement(session: Session, nomination: Nomination) -> Achievement:
    occasion = achievements.occasion_of(session, nomination)
    if nomination.person_uid:
        return achievements.person_achievement(session, nomination.person_uid, occasion)
    if nomination.department_uid:
        return achievements.department_achievement(session, nomination.department_uid, occasion)
    return achievements.unit_achievement(session, nomination.unit_uid or "", occasion)
