"""Certificates of a decision: what they say, whether they fit, printing them and remembering it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.layouts import own_layout
from cluster_desktop.documents import certificates
from cluster_desktop.documents.certificates import CertificateContent, PrintSummary, Progress
from cluster_desktop.documents.layout import Heading, Layout
from cluster_desktop.domain import certification, names
from cluster_desktop.domain.awards import AWARD_KINDS
from cluster_desktop.domain.certification import DecisionFacts, RecipientFacts
from cluster_desktop.domain.office import PICTURES, OfficeDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.identity import now
from cluster_desktop.records.models import Printing
from cluster_desktop.records.queries import decisions
from cluster_desktop.records.queries.event_recipients import event_certification
from cluster_desktop.records.queries.office import office, office_picture
from cluster_desktop.records.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Certificates:
    """The certificates of one decision in its order, each beside the uid of its award.

    Those of an event have no awards: the register does not remember them.
    """

    decision: DecisionFacts
    award_uids: tuple[str, ...]
    contents: tuple[CertificateContent, ...]
    layout: Layout | None = None
    """The office's own layout they are set in; None for the program's."""


def decision_by_number(workspace: Workspace, number: str) -> str:
    """The uid of the decision with this number. Raises Refused when none or several have it."""
    found = workspace.read(decisions.decision_uids, names.nfc(number))
    if not found:
        raise errors.RecordMissing(f"Không có quyết định số “{number}” trong sổ. Hãy xem lại số quyết định.")
    if len(found) > 1:
        raise errors.Refused(f"Có {len(found)} quyết định số “{number}”. Hãy chọn quyết định trong cửa sổ.")
    return found[0]


def certificates_of(workspace: Workspace, decision_uid: str, layout: str | None = None) -> Certificates:
    """What the certificates of a decision say; *layout* overrides the award's own layout.

    Raises DocumentError when the decision has no recipients or an award has no layout.
    """
    batch = workspace.read(_certificates, decision_uid, layout)
    return replace(batch, layout=own_layout(workspace, layout) if layout else None)


def certificates_of_event(workspace: Workspace, event_uid: str, layout: str | None = None) -> Certificates:
    """What the certificates for prizes and papers of an event say. Raises DocumentError when nobody earned one."""
    batch = workspace.read(_event_certificates, event_uid, layout)
    return replace(batch, layout=own_layout(workspace, layout) if layout else None)


def print_certificates(
    workspace: Workspace,
    batch: Certificates,
    target: BinaryIO | Path,
    *,
    text_only: bool = False,
    progress: Progress | None = None,
) -> PrintSummary:
    """Write the batch as one PDF and remember in the register what was printed, word for word.

    Raises DocumentError when something does not fit; then nothing is written or remembered.
    """
    summary = certificates.write_certificates(
        batch.contents, target, text_only=text_only, layout=batch.layout, progress=progress
    )
    remember(workspace, batch)
    return summary


def print_each(
    workspace: Workspace,
    batch: Certificates,
    folder: Path,
    *,
    text_only: bool = False,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Write one PDF per recipient into *folder*, named by ordinal and name; remembers the printing."""
    findings = [item for item in certificates.check_fit(batch.contents, batch.layout) if item.blocking]
    if findings:
        raise errors.DocumentError(f"Chưa in được. {findings[0].sentence}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        errors.raise_for_os_error(error, folder)
    written: list[Path] = []
    for number, content in enumerate(batch.contents, start=1):
        path = folder / f"{number:03d} {_file_name(content.recipient_name)}.pdf"
        certificates.write_certificates([content], path, text_only=text_only, layout=batch.layout)
        written.append(path)
        if progress is not None:
            progress(number, len(batch.contents))
    remember(workspace, batch)
    return tuple(written)


def remember(workspace: Workspace, batch: Certificates) -> Changes:
    """Note in the register that these certificates were printed, with the words they carry."""
    if not batch.award_uids:
        return Changes("In giấy chứng nhận", frozenset(), ())
    count = len(batch.contents)
    with workspace.changing(f"In {count} giấy của quyết định {batch.decision.number}") as session:
        when = now()
        for uid, content in zip(batch.award_uids, batch.contents, strict=True):
            words = json.dumps(content.values(), ensure_ascii=False)
            session.add(Printing(award_uid=uid, printed_at=when, words=words))
        return session.changes()


def printed_before(workspace: Workspace, award_uids: Sequence[str]) -> int:
    """How many of these awards were printed already."""
    return workspace.read(_printed, award_uids)


def _printed(session: Session, award_uids: Sequence[str]) -> int:
    printed = select(Printing.award_uid).where(Printing.deleted_at.is_(None)).distinct()
    return len(set(session.scalars(printed)) & set(award_uids))


def _certificates(session: Session, decision_uid: str, layout: str | None) -> Certificates:
    decision = decisions.decision_facts(session, decision_uid)
    found = decisions.recipients(session, decision)
    if not found:
        raise errors.DocumentError(
            f"Quyết định {decision.number} chưa có cá nhân, tập thể nào. Hãy thêm danh sách rồi in."
        )
    pictures = _pictures(session)
    profile = office(session)
    contents = tuple(replace(_content(decision, item, profile, layout), **pictures) for item in found)
    return Certificates(decision, tuple(item.uid for item in found), contents)


def _event_certificates(session: Session, event_uid: str, layout: str | None) -> Certificates:
    facts, found = event_certification(session, event_uid)
    if not found:
        raise errors.DocumentError(f"Sự kiện “{facts.title}” chưa có giải hay tham luận nào. Hãy ghi kết quả rồi in.")
    profile = office(session)
    pictures = _pictures(session)
    chosen = layout or certification.EVENT_LAYOUT
    contents = tuple(replace(_content(facts, item, profile, chosen), **pictures) for item in found)
    return Certificates(facts, (), contents)


def _pictures(session: Session) -> dict[str, Any]:
    return {slot: office_picture(session, slot) for slot in PICTURES}


def _content(
    decision: DecisionFacts, item: RecipientFacts, profile: OfficeDraft, layout: str | None
) -> CertificateContent:
    chosen = layout or certification.LAYOUT_OF.get(item.award)
    if chosen is None:
        raise errors.DocumentError(f"Chưa có mẫu giấy cho “{AWARD_KINDS[item.award].name}”; giấy này do cấp trên in.")
    return CertificateContent(
        layout=chosen,
        heading=Heading.PARTY if profile.form == "DANG" else Heading.STATE,
        authority=certification.authority(decision),
        recipient_prefix=certification.prefix(item),
        recipient_name=item.name,
        recipient_description=certification.description(item),
        citation=item.citation or _usual_citation(item, decision.year),
        award_name=item.award_name,
        decision_number=decision.number,
        decision_date=decision.decided_on.earliest,
        golden_book="" if item.ordinal is None else f"{item.ordinal:02d}",
        date_line=certification.date_line(decision),
        signer_title=certification.signature_title(decision),
        signer_name=decision.signer_name,
        sample=item.sample or decision.sample,
    )


def _usual_citation(item: RecipientFacts, year: int) -> str:
    if item.award == "GK":
        return f"Đã có thành tích xuất sắc trong phong trào thi đua năm {year}"
    return f"Đã đạt danh hiệu “{item.award_name}” năm {year}"


def _file_name(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum() or letter in " .-")[:60].strip() or "khong-ten"
