"""The papers of an emulation year, composed from the records."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.awards.council_facts import council_facts, newest_session
from cluster_desktop.commands.law.catalogue import catalogue_of, law
from cluster_desktop.documents.content.content import Document, Heading, PartyHeading, Signer, StateHeading
from cluster_desktop.documents.formats import papers
from cluster_desktop.documents.formats.papers import NomineePaper, PaperFrame
from cluster_desktop.domain.awards.council_facts import CouncilFacts
from cluster_desktop.domain.awards.nominees import LEFT_OUT
from cluster_desktop.domain.law.bonus import bonuses
from cluster_desktop.domain.law.regimes import regime_on
from cluster_desktop.domain.printing.report_forms import ReportForm, form_on
from cluster_desktop.domain.scoring.score_book import ScoreBook
from cluster_desktop.domain.scoring.score_totals import ScoreTotals
from cluster_desktop.domain.scoring.score_vote import proposed_awards
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.models import Cluster, CouncilSession, Decision, Unit
from cluster_desktop.records.queries.awards import decisions
from cluster_desktop.records.queries.awards.bonus import bonus_awards
from cluster_desktop.records.queries.awards.nominees import nominees
from cluster_desktop.records.queries.awards.registrations import registered
from cluster_desktop.records.queries.printing import paper_facts
from cluster_desktop.records.queries.printing.numbering import NumberedPaper, number_of
from cluster_desktop.records.queries.scoring.scoring import score_book, sheet_uids
from cluster_desktop.records.queries.units.handover import handover_facts
from cluster_desktop.records.queries.units.office import office
from cluster_desktop.records.queries.year.year_summary import year_summary

NAMES = {
    "registration-list": "Danh sách đăng ký danh hiệu",
    "short-list": "Danh sách trích ngang",
    "submission": "Tờ trình",
    "council-minutes": "Biên bản Hội đồng",
    "ballot": "Phiếu bầu",
    "decision": "Quyết định khen thưởng",
    "bonus-list": "Danh sách chi thưởng",
    "achievement-report": "Báo cáo thành tích",
    "pledge": "Giao ước thi đua",
    "score-sheet": "Bảng chấm điểm thi đua",
    "score-minutes": "Biên bản bình xét, suy tôn",
    "annual-summary": "Báo cáo tổng kết năm",
    "handover-minutes": "Biên bản bàn giao",
}


_CLUSTER = "CTĐ"
"""How a cluster signs its papers: "Số: 05/BC-CTĐ"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a paper is about."""

    year: int | None = None
    unit_uid: str | None = None
    person_uid: str | None = None
    decision_uid: str | None = None
    session_uid: str | None = None
    """The council session that minutes are of; the newest one of the year where it is not said."""
    about: str = ""
    """The nomination or council session a numbered paper is made for; '' for the one of the year."""
    today: datetime.date
    paper: str = ""
    """Which paper it is, for its number; '' for one without."""

    @property
    def written_on(self) -> datetime.date | None:
        """The day on the paper: today, or open for a year whose papers were written long ago."""
        return self.today if self.year is None or self.year >= self.today.year - 1 else None

    @property
    def judged_on(self) -> datetime.date:
        """The day whose law the paper follows."""
        return self.written_on or datetime.date(self.year or self.today.year, 12, 31)


def compose_paper(session: Session, name: str, subject: Subject) -> Document:
    """The paper *name* (a key of ``NAMES``). Raises Refused when what it needs is not said."""
    return _COMPOSERS[name](session, replace(subject, paper=name))


def _of_nominees(paper: NomineePaper) -> Callable[[Session, Subject], Document]:
    def composed(session: Session, subject: Subject) -> Document:
        year = subject.year or subject.today.year
        found = nominees(session, year, subject.unit_uid)
        sent = [one for one in found if one.state not in LEFT_OUT]
        return paper(frame_of(session, subject), sent, year)

    return composed


def _minutes(session: Session, subject: Subject) -> Document:
    """Of the session asked for, else of the newest one; before any session, of the year's nominations."""
    year = subject.year or subject.today.year
    home = subject.unit_uid or office(session).unit_uid
    uid = subject.session_uid or newest_session(session, year, home)
    if uid is None:
        return _of_nominees(papers.council_minutes)(session, subject)
    facts = council_facts(session, uid)
    meeting = session.get_one(CouncilSession, uid)
    before = {ballot.uid for ballot in facts.ballots}
    found = [one for one in nominees(session, facts.year, meeting.unit_uid) if one.uid in before]
    ours = replace(subject, year=facts.year, unit_uid=meeting.unit_uid, about=uid)
    return papers.council_minutes(dated(frame_of(session, ours), facts), found, facts.year, facts)


def dated(frame: PaperFrame, facts: CouncilFacts) -> PaperFrame:
    """The frame with the day of the session on it, as far as that is known to the day."""
    held = facts.held_on
    if held is None or held.day is None:
        return frame
    return replace(frame, heading=replace(frame.heading, dated=held.latest))


def _decision(session: Session, subject: Subject) -> Document:
    if subject.decision_uid is None:
        raise errors.Refused("Chưa chọn quyết định cần in. Hãy chọn một quyết định.")
    facts = decisions.decision_facts(session, subject.decision_uid)
    issuer = _issuer(session, subject.decision_uid)
    frame = frame_of(session, Subject(unit_uid=issuer, today=facts.decided_on.latest))
    return papers.decision_paper(frame, facts, decisions.recipients(session, facts))


def _issuer(session: Session, decision_uid: str) -> str | None:
    """The unit whose head decided."""
    return session.scalars(select(Decision.unit_uid).where(Decision.uid == decision_uid)).first()


def _bonus_list(session: Session, subject: Subject) -> Document:
    """Of one decision, or of all decisions of the schools themselves in a year."""
    year = subject.year or subject.today.year
    if subject.decision_uid:
        facts = decisions.decision_facts(session, subject.decision_uid)
        words = f"Theo Quyết định số {facts.number} {facts.decided_on.in_words()}"
    else:
        words = f"Khen thưởng của cơ sở năm {year}"
    due = bonus_awards(session, year=year, unit_uid=subject.unit_uid, decision_uid=subject.decision_uid)
    issuer = _issuer(session, subject.decision_uid) if subject.decision_uid else subject.unit_uid
    frame = frame_of(session, replace(subject, unit_uid=issuer))
    kept = [bonus for bonus in bonuses(due.all, catalogue_of(session).bonus_table) if bonus.award.uid in due.asked]
    return papers.bonus_list(frame, kept, words)


def _achievement(session: Session, subject: Subject) -> Document:
    frame = frame_of(session, subject)
    if subject.person_uid is not None:
        facts = paper_facts.person_achievement(session, subject.person_uid, subject.year)
    elif subject.unit_uid is not None:
        facts = paper_facts.unit_achievement(session, subject.unit_uid, subject.year)
    else:
        raise errors.Refused("Báo cáo thành tích là của một người hoặc một đơn vị. Hãy chọn người hoặc đơn vị.")
    return papers.achievement_report(frame, facts, form_of(subject))


def _pledge(session: Session, subject: Subject) -> Document:
    whole = replace(subject, unit_uid=None)  # a pledge is the cluster's, never one unit's
    return papers.pledge(
        frame_of(session, whole), paper_facts.pledge_facts(session, subject.year or subject.today.year)
    )


def _score_sheet(session: Session, subject: Subject) -> Document:
    """Of one unit, or of the whole cluster."""
    year = subject.year or subject.today.year
    book = _book(session, year, subject.unit_uid)
    return papers.score_sheet(frame_of(session, subject), book, subject.unit_uid, year)


def _score_minutes(session: Session, subject: Subject) -> Document:
    year = subject.year or subject.today.year
    book = _book(session, year)
    awards = proposed_awards(book, ScoreTotals(book)) if book else {}
    whole = replace(subject, unit_uid=None)  # the meeting is the cluster's, never one unit's
    return papers.score_minutes(frame_of(session, whole), book, awards, year)


def _book(session: Session, year: int, unit_uid: str | None = None) -> ScoreBook | None:
    """The score sheet of a year, the one that has the unit. Raises Refused when none has it."""
    books = [book for uid in sheet_uids(session, year) if (book := score_book(session, uid)) is not None]
    if not books or unit_uid is None:
        return next(iter(books), None)
    mine = [book for book in books if any(unit.uid == unit_uid for unit in book.units)]
    if not mine:
        raise errors.Refused(f"Đơn vị này không có trong bảng điểm năm {year}. Hãy chọn đơn vị khác hoặc cả cụm.")
    return mine[0]


def _annual_summary(session: Session, subject: Subject) -> Document:
    year = subject.year or subject.today.year
    whole = replace(subject, unit_uid=None)  # it is the cluster's, never one unit's
    return papers.annual_summary(frame_of(session, whole), year_summary(session, year, subject.today))


def _handover_minutes(session: Session, subject: Subject) -> Document:
    year = subject.year or subject.today.year
    whole = replace(subject, unit_uid=None)  # it is the cluster's, never one unit's
    return papers.handover_minutes(frame_of(session, whole), handover_facts(session, year))


def _registrations(session: Session, subject: Subject) -> Document:
    year = subject.year or subject.today.year
    return papers.registration_list(frame_of(session, subject), registered(session, year, subject.unit_uid), year)


_COMPOSERS: dict[str, Callable[[Session, Subject], Document]] = {
    "registration-list": _registrations,
    "short-list": _of_nominees(papers.short_list),
    "submission": _of_nominees(papers.submission),
    "council-minutes": _minutes,
    "ballot": _of_nominees(papers.ballot_paper),
    "decision": _decision,
    "bonus-list": _bonus_list,
    "achievement-report": _achievement,
    "pledge": _pledge,
    "score-sheet": _score_sheet,
    "score-minutes": _score_minutes,
    "annual-summary": _annual_summary,
    "handover-minutes": _handover_minutes,
}


def frame_of(session: Session, subject: Subject) -> PaperFrame:
    """Whose paper it is: the unit asked for, else the office's own unit, else the cluster."""
    profile = office(session)
    unit = session.get(Unit, subject.unit_uid or profile.unit_uid or "")
    cluster = session.scalars(select(Cluster).where(Cluster.deleted_at.is_(None))).first()
    scope = unit.name if unit else cluster.name if cluster else ""
    day = subject.written_on
    return PaperFrame(
        heading=heading(profile, unit, cluster, day),
        scope=scope,
        number=_number(session, subject),
        abbreviation=profile.abbreviation or "" if unit else _CLUSTER,
        bases=regime_on(catalogue_of(session).regimes, subject.judged_on).basis,
        signer=signer(profile, unit),
        author=scope,
    )


def form_of(subject: Subject) -> ReportForm:
    """The form that reports of this subject have: that of the day they are written, or of the end of their year."""
    return form_on(law().report_forms, subject.judged_on)


def _number(session: Session, subject: Subject) -> str:
    paper = NumberedPaper(
        subject.paper, subject.year or subject.today.year, subject.unit_uid or "", about=subject.about
    )
    given = number_of(session, paper)
    return f"{given:02d}" if given else ""


def heading(profile: OfficeDraft, unit: Unit | None, cluster: Cluster | None, day: datetime.date | None) -> Heading:
    """The head of the office's papers, in the form its profile names."""
    organ = profile.issuer or (unit.name if unit else cluster.name if cluster else "")
    superior = profile.superior or (unit.parent_body if unit else cluster.superior if cluster else "") or ""
    place = profile.place or (unit.province if unit else "") or ""
    kind = PartyHeading if profile.form == "DANG" else StateHeading
    return kind(superior=superior, organ=organ, place=place, dated=day)


def signer(profile: OfficeDraft, unit: Unit | None) -> Signer:
    """Who signs the office's papers."""
    title = profile.signer_title or (unit.head_title if unit else "") or "Hiệu trưởng"
    return Signer((title,), profile.signer_name or (unit.head_name if unit else "") or "")
