"""A judgement as people read it: every rule with its verdict, its law, its records and what would make it pass."""

from collections.abc import Iterable
from html import escape
from typing import Final

from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.law.eligibility.verdict import Finding, Judgement, Read, Verdict
from cluster_desktop.domain.law.regimes import Certainty
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.tones import CAUTION, GOOD, WRONG, Tag

TONES: Final = {Verdict.PASS: GOOD, Verdict.NEEDS_HUMAN: CAUTION, Verdict.FAIL: WRONG}
_RULE_WORDS: Final = {Verdict.PASS: "Đạt", Verdict.NEEDS_HUMAN: "Cần xem", Verdict.FAIL: "Chưa đạt"}
_TO_DO: Final = {Verdict.PASS: "Lưu ý", Verdict.NEEDS_HUMAN: "Cần làm", Verdict.FAIL: "Để đạt"}
_RECORDS: Final = {
    "award": "khen thưởng",
    "nomination": "đề nghị",
    "rating": "xếp loại",
    "unit_rating": "xếp loại",
    "initiative": "sáng kiến, đề tài",
    "discipline": "kỷ luật",
    "person": "cán bộ",
    "score_sheet": "bảng điểm",
    "recommendation": "phiếu suy tôn",
    "unit": "đơn vị",
}
ICONS: Final = {Verdict.PASS: "success", Verdict.NEEDS_HUMAN: "warning", Verdict.FAIL: "error"}
"""The pictures named in the text by the verdict they stand for."""
_OWN_PAGES: Final = ("award", "nomination", "person", "score_sheet", "recommendation", "unit")
_MOST: Final = 6  # links of one rule; a department has more people than one reads


def tag_of(verdict: Verdict) -> Tag:
    """A verdict as a tag of a list."""
    return Tag(verdict.words, TONES[verdict])


def telling_tag(one: Judgement) -> Tag:
    """The same, saying how many rules fail; its tip says the first of them."""
    failing = sum(finding.verdict is Verdict.FAIL for finding in one.findings)
    words = {Verdict.PASS: "Đủ", Verdict.NEEDS_HUMAN: "Cần xem", Verdict.FAIL: f"Thiếu {failing}"}[one.verdict]
    return Tag(words, TONES[one.verdict], f"{one.short[:1].upper()}{one.short[1:]}")


def judgement_html(one: Judgement, *, named: bool = True) -> str:
    """The whole of it; *named* puts the candidate's name above."""
    quiet = theme.colours().quiet.name()
    title = f"{escape(AWARD_KINDS[one.award].name)}, {one.year}"
    head = [f"<p>{_badge(one.verdict.words, TONES[one.verdict])}&nbsp; {title}</p>"]
    if named:
        place = ", ".join(part for part in (one.candidate.place, one.candidate.unit) if part != one.candidate.name)
        head.insert(0, f"<h3 style='margin-bottom:0'>{escape(one.candidate.name)}</h3><div>{escape(place)}</div>")
    head.append(f"<p style='color:{quiet}'>Xét theo: {escape(one.regime.name)} ({escape(one.why)}).</p>")
    for text in (one.regime.banner, _overridden(one)):
        head += [_note(text)] if text else []
    order = (Verdict.FAIL, Verdict.NEEDS_HUMAN, Verdict.PASS)
    findings = sorted(one.findings, key=lambda finding: order.index(finding.verdict))
    rows = "".join(_finding(one, finding, quiet) for finding in findings)
    table = f"<table width='100%' cellspacing='0' cellpadding='0' style='margin-top:10px'>{rows}</table>"
    foot = [("Hội đồng xét thêm", one.council), ("Ưu tiên", one.preference)]
    told = [f"<p><b>{name}:</b> {escape(text)}</p>" for name, text in foot if text]
    return "".join([*head, table, *told])


def _overridden(one: Judgement) -> str:
    return f"Lý do đề nghị dù chưa đủ điều kiện: {one.override_reason}" if one.override_reason else ""


def _badge(words: str, tone: str) -> str:
    front, ground = theme.tone_colours(tone)
    return (
        f"<span style='color:{front.name()};background-color:{ground.name()};font-weight:600'>"
        f"&nbsp;{escape(words)}&nbsp;</span>"
    )


def _note(text: str) -> str:
    ground = theme.colours().caution_wash.name()
    cell = f"<td bgcolor='{ground}' style='padding:6px 10px'>{escape(text)}</td>"
    return f"<table width='100%' cellspacing='0'><tr>{cell}</tr></table>"


def _finding(whole: Judgement, one: Finding, quiet: str) -> str:
    """A row: the icon of its verdict, and beside it name, reason, remedy, law and records."""
    reason = f"{one.reason[:1].upper()}{one.reason[1:]}"
    parts = [f"<div><b>{escape(one.name)}</b></div>", f"<div>{escape(reason)}.</div>"]
    if one.remedy:
        parts.append(f"<div>{_TO_DO[one.verdict]}: {escape(one.remedy)}</div>")
    sure = "" if one.certain is Certainty.CERTAIN else f" ({one.certain.words})"
    own = " Theo mức riêng của văn phòng." if one.own else ""
    words = _RULE_WORDS[one.verdict]
    small = f"style='color:{quiet};font-size:9pt'"
    parts.append(f"<div {small}>{words} · Căn cứ: {escape(one.law)}{sure}.{own}</div>")
    links = _links(whole, one.reads)
    if links:
        parts.append(f"<div {small}>Đã xem: {links}</div>")
    icon = f"<td width='26' style='padding:9px 0'><img src='{one.verdict.value}' width='16' height='16'></td>"
    line = theme.colours().line.name()
    cell = f"<td style='padding:8px 0;border-bottom:1px solid {line}'>{''.join(parts)}</td>"
    return f"<tr>{icon}{cell}</tr>"


def _links(whole: Judgement, reads: Iterable[Read]) -> str:
    found = list(dict.fromkeys(reads))
    colour = theme.colours().accent.name()
    made = [f"<a style='color:{colour}' href='{link_of(whole, read)}'>{_words(read)}</a>" for read in found[:_MOST]]
    more = f" và {len(found) - _MOST} bản ghi khác" if len(found) > _MOST else ""
    return ", ".join(made) + more


def _words(read: Read) -> str:
    return f"{_RECORDS.get(read.kind, read.kind)}{f' {read.year}' if read.year else ''}"


def link_of(whole: Judgement, read: Read) -> str:
    """Where a record is seen: on its own page, else on that of the one judged. "kind:uid"."""
    if read.kind in _OWN_PAGES:
        return f"{read.kind}:{read.uid}"
    candidate = whole.candidate
    return f"{candidate.kind.value}:{candidate.uid}"
