"""A commendation decision with its lists, as the office signs it (Decree 30/2020/NĐ-CP, appendix I)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cluster_desktop.documents.awards.recipients import attached, one_named, told_columns, within
from cluster_desktop.documents.content.content import (
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Data,
    Document,
    Paragraph,
    SignatureBlock,
    Signer,
    Table,
    Tone,
)
from cluster_desktop.documents.frames.document_frame import DocumentFrame
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.awards.decision_names import decision_named, number_named
from cluster_desktop.domain.people.heads import ROOM
from cluster_desktop.domain.people.posts import post_rank
from cluster_desktop.domain.printing import certification
from cluster_desktop.domain.printing.certification import DecisionFacts, RecipientFacts
from cluster_desktop.domain.text.numbers import money_in_words, show_money

_LIST: Final = (
    Column("TT", 10, Align.CENTRE),
    Column("Họ và tên, tên tập thể", 44),
    Column("Chức vụ, đơn vị", 52),
    Column("Thành tích", 59),
    Column("Đơn vị", 60, printed=False),
    Column("Danh hiệu, hình thức", 40, printed=False),
    Column("Số", 22, Align.CENTRE, "Quyết định", printed=False),
    Column("Ngày", 21, Align.CENTRE, "Quyết định", printed=False),
    Column("Cơ quan ban hành", 40, group="Quyết định", printed=False),
    Column("Năm", 12, Align.CENTRE, printed=False),
)
_OPTIONAL: Final = (2, 3)
"""Places of what need not be printed: of the school's own departments there is nothing more to say."""
_PARTS: Final = {True: "I. TẬP THỂ", False: "II. CÁ NHÂN"}
_NOBODY: Final = "Quyết định chưa có cá nhân, tập thể nào. Hãy ghi danh sách được khen rồi mới in."


@dataclass(frozen=True, slots=True)
class _Grant:
    """What a decision grants to some: one award with everybody who gets it, in the order of its list."""

    award: str
    name: str
    recipients: tuple[RecipientFacts, ...]

    @property
    def title(self) -> bool:
        """A title is recognised, a commendation is given."""
        return AWARD_KINDS[self.award].is_title

    @property
    def act(self) -> str:
        """ "công nhận danh hiệu “Lao động tiên tiến”", "tặng Giấy khen"."""
        return f"công nhận danh hiệu “{self.name}”" if self.title else f"tặng {self.name}"

    def sentence(self, year: int, unit: str) -> str:
        """ "Công nhận danh hiệu “Lao động tiên tiến” năm 2020 cho 44 cá nhân"; one recipient stands there by name."""
        of_year = f" năm {year}" if self.title else ""
        if len(self.recipients) == 1:
            return f"{_capital(self.act)}{of_year} cho {_named(self.recipients[0], unit)}"
        merit = "" if self.title else f" {self._merit(year)}"
        return f"{_capital(self.act)}{of_year} cho {_counted(self.recipients)}{merit}"

    def _merit(self, year: int) -> str:
        """What several are commended for: the citation they share, else the year."""
        shared = {recipient.citation.strip().rstrip(".") for recipient in self.recipients}
        words = shared.pop() if len(shared) == 1 else ""
        return f"{words[0].lower()}{words[1:]}" if words.startswith("Đã ") else f"đã có thành tích năm {year}"


def decision_document(
    frame: DocumentFrame, decision: DecisionFacts, recipients: Sequence[RecipientFacts], bonus: int = 0
) -> Document:
    """The decision as text with its lists; the words of merit are those of the certificates.

    *bonus* is the money in đồng that goes with it; a decision without any does not speak of money.
    """
    grants = _grants(recipients)
    signer = Signer(tuple(certification.signature_title(decision).split("\n")), decision.signer_name or ROOM)
    articles = [_granting(grants, decision), *_bonus(recipients, bonus), *_in_force(recipients)]
    return frame.document(
        "Quyết định",
        decision.title or f"Về việc {_together(grants)} năm {decision.year}",
        (
            Paragraph(certification.authority(decision), Tone.HEADLINE),
            *frame.basis(f"Theo đề nghị của Hội đồng Thi đua - Khen thưởng {decision.issuer or ROOM}"),
            Paragraph("QUYẾT ĐỊNH:", Tone.HEADLINE),
            *_articles(articles, frame.end),
            SignatureBlock(signer, frame.recipients(f"Như Điều {len(articles)}", "Lưu: VT, HĐTĐKT")),
            *_appendices(decision, grants),
        ),
        _data(decision, recipients),
        heading=frame.numbered("QĐ", number_named(decision.number)),
        remark="" if recipients else _NOBODY,
    )


def received_list(decision: DecisionFacts, recipients: Sequence[RecipientFacts]) -> Document:
    """Only the list of a decision that another body issued: its text and its signature are on the body's own paper."""
    several = len({recipient.award_name for recipient in recipients}) > 1
    who = decision.issuer or "cơ quan khác"
    return Document(
        heading=None,
        title="Danh sách",
        subtitle=f"{_capital(_kinds(recipients))} được {_together(_grants(recipients))} năm {decision.year}",
        blocks=(
            Paragraph(attached("Quyết định", decision.number, decision.decided_on, decision.issuer), Tone.CENTRE),
            Table(
                _LIST,
                [_row(number, recipient, decision, "") for number, recipient in enumerate(recipients, 1)],
                bands=[recipient.award_name for recipient in recipients] if several else (),
                empty="Quyết định chưa có cá nhân, tập thể nào.",
            ),
        ),
        data=_data(decision, recipients),
        remark=(
            f"{decision_named(decision.number, None)} do {who} ban hành nên chỉ in danh sách; "
            "bản quyết định là bản gốc nhận từ nơi ban hành."
        ),
    )


def _grants(recipients: Sequence[RecipientFacts]) -> list[_Grant]:
    """Titles before commendations, the higher first; within one collectives before people."""
    groups: dict[tuple[str, str], list[RecipientFacts]] = {}
    for recipient in recipients:
        groups.setdefault((recipient.award, recipient.award_name), []).append(recipient)
    order = list(AWARD_KINDS)
    grants = [_Grant(award, name, tuple(sorted(group, key=_place))) for (award, name), group in groups.items()]
    return sorted(grants, key=lambda grant: (not grant.title, -order.index(grant.award)))


def _place(recipient: RecipientFacts) -> tuple[object, ...]:
    """Collectives first; by the numbers of the decision's list, else by unit and post."""
    unnumbered = recipient.ordinal is None
    rank = (recipient.unit, post_rank(recipient.position)) if unnumbered else ("", 0)
    return not recipient.collective, unnumbered, recipient.ordinal or 0, *rank


def _together(grants: Sequence[_Grant]) -> str:
    """Everything that is granted, in one phrase: "công nhận danh hiệu “…”, tặng Giấy khen"."""
    return ", ".join(grant.act for grant in grants) or "khen thưởng"


def _granting(grants: Sequence[_Grant], decision: DecisionFacts) -> str:
    """What is granted: one sentence, or a clause for each kind; those with several recipients have their list."""
    if not grants:
        return f"Khen thưởng năm {decision.year} đối với: {ROOM}"
    lists = [grant for grant in grants if len(grant.recipients) > 1]
    lines = []
    for grant in grants:
        number = f" số {lists.index(grant) + 1}" if len(lists) > 1 and grant in lists else ""
        attachment = f" (có danh sách{number} kèm theo)" if grant in lists else ""
        lines.append(f"{grant.sentence(decision.year, decision.issuer)}{attachment}")
    if len(lines) == 1:
        return f"{lines[0]}."
    titles = {grant.title for grant in grants}
    acts = ((True, "công nhận danh hiệu thi đua"), (False, "tặng hình thức khen thưởng"))
    head = ", ".join(act for title, act in acts if title in titles)
    clauses = ";\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    return f"{_capital(head)} như sau:\n{clauses}."


def _bonus(recipients: Sequence[RecipientFacts], bonus: int) -> list[str]:
    if not bonus:
        return []
    money = f"{show_money(bonus)} ({money_in_words(bonus).lower()})"
    rule = "theo quy định của pháp luật về thi đua, khen thưởng"
    return [f"{_capital(_those(recipients))} được nhận tiền thưởng {rule}; tổng số tiền là {money}."]


def _in_force(recipients: Sequence[RecipientFacts]) -> list[str]:
    return [
        "Quyết định này có hiệu lực kể từ ngày ký.",
        f"Các khoa, phòng có liên quan và {_those(recipients)} chịu trách nhiệm thi hành Quyết định này",
    ]


def _articles(articles: Sequence[str], end: str) -> list[Paragraph]:
    """The articles with their numbers; the last sentence bears the mark of the end."""
    blocks = []
    for number, text in enumerate(articles, 1):
        last = end if number == len(articles) else ""
        blocks.append(Paragraph(f"{text}{last}", lead=f"Điều {number}."))
    return blocks


def _those(recipients: Sequence[RecipientFacts]) -> str:
    """ "các tập thể, cá nhân có tên tại Điều 1", one alone without "các"."""
    several = "" if len({(one.name, one.unit) for one in recipients}) == 1 else "các "
    return f"{several}{_kinds(recipients)} có tên tại Điều 1"


def _kinds(recipients: Sequence[RecipientFacts]) -> str:
    kinds = {recipient.collective for recipient in recipients} or {True, False}
    return ", ".join(noun for noun, kind in (("tập thể", True), ("cá nhân", False)) if kind in kinds)


def _named(recipient: RecipientFacts, unit: str) -> str:
    """One recipient in a sentence; a title is given for what it says itself."""
    citation = "" if AWARD_KINDS[recipient.award].is_title else recipient.citation
    place = within(certification.description(recipient), unit)
    return one_named(recipient.name, place, citation, collective=recipient.collective)


def _appendices(decision: DecisionFacts, grants: Sequence[_Grant]) -> list[Block]:
    """A list for each kind with several recipients; those of a decision about nobody yet stay open."""
    listed = [grant for grant in grants if len(grant.recipients) > 1]
    note = attached("Quyết định", decision.number, decision.decided_on, certification.issuer_of(decision))
    blocks: list[Block] = []
    for number, grant in enumerate(listed, 1):
        title = f"Danh sách số {number}" if len(listed) > 1 else "Danh sách"
        people = _capital(_kinds(grant.recipients))
        subject = f"{people} được {grant.act} năm {decision.year}"
        blocks += [Appendix(title, subject, note), _table(decision, grant.recipients)]
    return blocks


def _table(decision: DecisionFacts, recipients: Sequence[RecipientFacts]) -> Table:
    mixed = len({recipient.collective for recipient in recipients}) > 1
    rows = [_row(number, recipient, decision, decision.issuer) for number, recipient in enumerate(recipients, 1)]
    return Table(
        tuple(told_columns(_LIST, rows, _OPTIONAL)),
        rows,
        bands=[_PARTS[recipient.collective] for recipient in recipients] if mixed else (),
    )


def _row(number: int, recipient: RecipientFacts, decision: DecisionFacts, unit: str) -> tuple[Cell, ...]:
    return (
        recipient.ordinal or number,
        recipient.name,
        within(certification.description(recipient), unit),
        recipient.citation,
        recipient.unit,
        recipient.award_name,
        decision.number,
        decision.decided_on,
        decision.issuer,
        decision.year,
    )


def _data(decision: DecisionFacts, recipients: Sequence[RecipientFacts]) -> dict[str, Data]:
    return {
        "number": decision.number,
        "date": decision.decided_on.iso,
        "year": decision.year,
        "recipients": [
            {"uid": recipient.uid, "name": recipient.name, "award": recipient.award, "citation": recipient.citation}
            for recipient in recipients
        ],
    }


def _counted(recipients: Sequence[RecipientFacts]) -> str:
    collectives = sum(recipient.collective for recipient in recipients)
    counts = ((collectives, "tập thể"), (len(recipients) - collectives, "cá nhân"))
    return " và ".join(f"{count:02d} {noun}" for count, noun in counts if count)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
