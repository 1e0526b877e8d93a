"""Compose the certificates of a decision or an event."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.printing.layouts import own_layout
from cluster_desktop.documents.certificates.certificates import CertificateContent
from cluster_desktop.documents.certificates.layout import Heading, Layout
from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind
from cluster_desktop.domain.printing import certificate_layouts, certification
from cluster_desktop.domain.printing.certification import DecisionFacts, RecipientFacts
from cluster_desktop.domain.text import names
from cluster_desktop.domain.units.office import PICTURES
from cluster_desktop.domain.units.vocabulary import PaperForm
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import workspace_uid
from cluster_desktop.records.models import Award, Unit
from cluster_desktop.records.queries.awards import decisions
from cluster_desktop.records.queries.events.event_recipients import event_certification
from cluster_desktop.records.queries.printing.printings import times_printed
from cluster_desktop.records.queries.units.office import unit_picture

_GOLDEN_BOOK: Final = "Số sổ vàng"


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

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the certificates: their awards, or their places where there are none."""
        return self.award_uids or tuple(str(place) for place in range(len(self.contents)))

    def only(self, places: Iterable[int]) -> "Certificates":
        """Choose the certificates at these places (from 0), in this order."""
        kept = tuple(places)
        uids = tuple(self.award_uids[place] for place in kept) if self.award_uids else ()
        return replace(self, award_uids=uids, contents=tuple(self.contents[place] for place in kept))


def decision_by_number(workspace: Workspace, number: str) -> str:
    """Find the uid of the decision with this number. Raises Refused when none or several have it."""
    uids = workspace.read(decisions.decision_uids, names.nfc(number))
    if not uids:
        raise errors.RecordMissing(f"Không có quyết định số “{number}” trong sổ. Hãy xem lại số quyết định.")
    if len(uids) > 1:
        raise errors.Refused(f"Có {len(uids)} quyết định số “{number}”. Hãy chọn quyết định trong cửa sổ.")
    return uids[0]


def certificates_of(workspace: Workspace, decision_uid: str, layout: str | None = None) -> Certificates:
    """Compose the certificates of a decision; *layout* overrides the award's own layout.

    Raises DocumentError when the decision has no recipients or an award has no layout.
    """
    batch = workspace.read(_certificates, decision_uid, layout)
    return replace(batch, layout=own_layout(workspace, layout) if layout else None)


def certificates_of_event(workspace: Workspace, event_uid: str, layout: str | None = None) -> Certificates:
    """Compose the certificates for prizes and papers of an event. Raises DocumentError when nobody earned one."""
    batch = workspace.read(_event_certificates, event_uid, layout)
    return replace(batch, layout=own_layout(workspace, layout) if layout else None)


def words_now(workspace: Workspace, award_uid: str) -> dict[str, str] | None:
    """Compose the words of an award's certificate as of today; None when it is revoked or deleted."""
    return workspace.read(_words, award_uid)


def _words(session: Session, award_uid: str) -> dict[str, str] | None:
    award = session.get(Award, award_uid)
    if award is None or award.deleted_at is not None:
        return None
    decision = decisions.decision_facts(session, award.decision_uid)
    recipients = decisions.recipients(session, decision, award_uid)
    # The words are the same in every layout.
    return (
        _content(decision, recipients[0], _unit(session, decision), certificate_layouts.EVENT_LAYOUT).values()
        if recipients
        else None
    )


def _certificates(session: Session, decision_uid: str, layout: str | None) -> Certificates:
    decision = decisions.decision_facts(session, decision_uid)
    recipients = decisions.recipients(session, decision)
    if not recipients:
        raise errors.DocumentError(
            f"Quyết định {decision.number} chưa có cá nhân, tập thể nào. Hãy thêm danh sách rồi in."
        )
    unit = _unit(session, decision)
    pictures = _pictures(session, unit.uid) if unit else {}  # a body above has none of ours
    uids = tuple(item.uid for item in recipients)
    own_uid, printed = workspace_uid(session), times_printed(session, uids)
    contents = tuple(
        replace(
            _content(decision, item, unit, layout),
            sheet=certification.sheet_serial(own_uid, item.uid, printed.get(item.uid, 0)),
            **pictures,
        )
        for item in recipients
    )
    return Certificates(decision, uids, contents)


def _event_certificates(session: Session, event_uid: str, layout: str | None) -> Certificates:
    facts, recipients = event_certification(session, event_uid)
    if not recipients:
        raise errors.DocumentError(f"Sự kiện “{facts.title}” chưa có giải hay tham luận nào. Hãy ghi kết quả rồi in.")
    unit = _unit(session, facts)
    pictures = _pictures(session, unit.uid if unit else None)
    chosen = layout or certificate_layouts.EVENT_LAYOUT
    contents = tuple(replace(_content(facts, item, unit, chosen), **pictures) for item in recipients)
    return Certificates(facts, (), contents)


def _unit(session: Session, facts: DecisionFacts) -> Unit | None:
    """The unit that decides or hosts; None for a body above, and for the cluster."""
    return session.get(Unit, facts.unit_uid) if facts.unit_uid else None


def _pictures(session: Session, unit_uid: str | None) -> dict[str, Any]:
    return {slot: unit_picture(session, slot, unit_uid) for slot in PICTURES}


def _content(
    decision: DecisionFacts, item: RecipientFacts, unit: Unit | None, layout: str | None
) -> CertificateContent:
    chosen = layout or certificate_layouts.LAYOUT_OF.get(item.award)
    if chosen is None:
        raise errors.DocumentError(f"Chưa có mẫu giấy cho “{AWARD_KINDS[item.award].label}”; giấy này do cấp trên in.")
    return CertificateContent(
        layout=chosen,
        heading=Heading.PARTY if unit is not None and unit.form == PaperForm.PARTY else Heading.STATE,
        authority=certification.authority(decision),
        recipient_prefix=certification.prefix(item),
        recipient_name=item.name,
        recipient_description=certification.description(item),
        citation=item.citation or _usual_citation(item, decision.year),
        award_name=item.award_name,
        decision_number=decision.number,
        decision_date=decision.decided_on.earliest,
        golden_book=item.number or ("" if item.ordinal is None else f"{item.ordinal:02d}"),
        date_line=certification.date_line(decision),
        signer_title=certification.signature_title(decision),
        signer_name=decision.signer_name,
        sample=item.sample or decision.sample,
        golden_book_label=(unit.golden_book if unit else "") or _GOLDEN_BOOK,
        unit=item.unit,
    )


def _usual_citation(item: RecipientFacts, year: int) -> str:
    if item.award == AwardKind.LETTER_OF_PRAISE:
        return f"Đã có thành tích xuất sắc trong phong trào thi đua năm {year}"
    return f"Đã đạt danh hiệu “{item.award_name}” năm {year}"
