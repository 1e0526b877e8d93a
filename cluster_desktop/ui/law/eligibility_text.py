"""A judgement as text: every rule with its verdict, its law, its records and its remedy."""

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
    """Return a verdict as a tag of a list."""
    return Tag(verdict.words, TONES[verdict])


def failing_tag(judgement: Judgement) -> Tag:
    """Return a tag with the number of failing rules; its tip is the first of them."""
    failing = sum(finding.verdict is Verdict.FAIL for finding in judgement.findings)
    words = {Verdict.PASS: "Đủ", Verdict.NEEDS_HUMAN: "Cần xem", Verdict.FAIL: f"Thiếu {failing}"}[judgement.verdict]
    return Tag(words, TONES[judgement.verdict], f"{judgement.short[:1].upper()}{judgement.short[1:]}")


def judgement_html(judgement: Judgement, *, named: bool = True) -> str:
    """Return the whole judgement as HTML; *named* puts the candidate's name above."""
    quiet = theme.colours().quiet.name()
    title = f"{escape(AWARD_KINDS[judgement.award].label)}, {judgement.year}"
    head = [f"<p>{_badge(judgement.verdict.words, TONES[judgement.verdict])}&nbsp; {title}</p>"]
    if named:
        who = judgement.candidate
        place = ", ".join(part for part in (who.place, who.unit) if part != who.name)
        head.insert(0, f"<h3 style='margin-bottom:0'>{escape(who.name)}</h3><div>{escape(place)}</div>")
    head.append(f"<p style='color:{quiet}'>Xét theo: {escape(judgement.regime.name)} ({escape(judgement.why)}).</p>")
    for text in (judgement.regime.banner, _overridden(judgement)):
        head += [_note(text)] if text else []
    order = (Verdict.FAIL, Verdict.NEEDS_HUMAN, Verdict.PASS)
    findings = sorted(judgement.findings, key=lambda finding: order.index(finding.verdict))
    rows = "".join(_finding(judgement, finding, quiet) for finding in findings)
    table = f"<table width='100%' cellspacing='0' cellpadding='0' style='margin-top:10px'>{rows}</table>"
    foot = [("Hội đồng xét thêm", judgement.council), ("Ưu tiên", judgement.preference)]
    notes = [f"<p><b>{name}:</b> {escape(text)}</p>" for name, text in foot if text]
    return "".join([*head, table, *notes])


def _overridden(judgement: Judgement) -> str:
    return f"Lý do đề nghị dù chưa đủ điều kiện: {judgement.override_reason}" if judgement.override_reason else ""


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


def _finding(whole: Judgement, finding: Finding, quiet: str) -> str:
    """Return a row: the icon of its verdict, and beside it name, reason, remedy, law and records."""
    reason = f"{finding.reason[:1].upper()}{finding.reason[1:]}"
    parts = [f"<div><b>{escape(finding.name)}</b></div>", f"<div>{escape(reason)}.</div>"]
    if finding.remedy:
        parts.append(f"<div>{_TO_DO[finding.verdict]}: {escape(finding.remedy)}</div>")
    sure = "" if finding.certain is Certainty.CERTAIN else f" ({finding.certain.words})"
    own = " Theo mức riêng của văn phòng." if finding.own else ""
    words = _RULE_WORDS[finding.verdict]
    small = f"style='color:{quiet};font-size:9pt'"
    parts.append(f"<div {small}>{words} · Căn cứ: {escape(finding.law)}{sure}.{own}</div>")
    links = _links(whole, finding.reads)
    if links:
        parts.append(f"<div {small}>Đã xem: {links}</div>")
    icon = f"<td width='26' style='padding:9px 0'><img src='{finding.verdict.value}' width='16' height='16'></td>"
    line = theme.colours().line.name()
    cell = f"<td style='padding:8px 0;border-bottom:1px solid {line}'>{''.join(parts)}</td>"
    return f"<tr>{icon}{cell}</tr>"


def _links(whole: Judgement, reads: Iterable[Read]) -> str:
    records = list(dict.fromkeys(reads))
    colour = theme.colours().accent.name()
    links = [f"<a style='color:{colour}' href='{link_of(whole, read)}'>{_words(read)}</a>" for read in records[:_MOST]]
    more = f" và {len(records) - _MOST} bản ghi khác" if len(records) > _MOST else ""
    return ", ".join(links) + more


def _words(read: Read) -> str:
    return f"{_RECORDS.get(read.kind, read.kind)}{f' {read.year}' if read.year else ''}"


def link_of(whole: Judgement, read: Read) -> str:
    """Return "kind:uid" of the page for a record: its own, else that of the candidate."""
    if read.kind in _OWN_PAGES:
        return f"{read.kind}:{read.uid}"
    candidate = whole.candidate
    return f"{candidate.kind.value}:{candidate.uid}"
