"""The findings on a proof, in short tags and in whole sentences."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from cluster_desktop.commands.official_documents.issuing import IssueState
from cluster_desktop.commands.printing.printings import differences
from cluster_desktop.documents.certificates.preflight import FindingKind, FitFinding
from cluster_desktop.domain.text.dates import show_day
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.domain.text.ranges import show_ranges
from cluster_desktop.ui.kit.tones import ACCENT, CAUTION, GOOD, WRONG, Tag
from cluster_desktop.ui.printing.print_items import Proof
from cluster_desktop.ui.printing.printing import paper_words

_NAME_BOX = "recipient"
_MOST_LINES = 12
_BLOCKED = {
    FindingKind.OVERFLOW: "không vừa khung",
    FindingKind.GLYPHS: "thiếu nét chữ",
    FindingKind.MISSING: "thiếu thông tin",
}


@dataclass(frozen=True, slots=True)
class Check:
    """A sentence of the list, its tone, and the page it is about (None = all of them)."""

    sentence: str
    tone: str
    page: int | None = None


def tags(proof: Proof) -> tuple[Tag, ...]:
    """Return the tags below the preview, gravest first."""
    if proof.batch is None:
        return _report_tags(proof) if proof.pdf else ()
    chips = [*_blocked_tags(proof), *_shrunk_tags(proof)]
    if not _sheets_with(proof, FindingKind.GLYPHS):
        chips.append(Tag("Đủ nét chữ", GOOD, "Phông chữ nhúng có đủ mọi chữ trên các tờ này."))
    chips += _number_tags(proof)
    if code := _of_kind(proof, FindingKind.CODE):
        chips.append(Tag(f"{len(code)} mã khó đọc", CAUTION, "\n".join(item.sentence for item in code[:_MOST_LINES])))
    if proof.printed:
        chips.append(Tag(f"Đã in trước đây {show_number(proof.printed)} tờ", ACCENT, "Theo sổ khen thưởng."))
    return tuple(chips)


def _report_tags(proof: Proof) -> tuple[Tag, ...]:
    remark = proof.document.remark if proof.document else ""
    return (
        *([Tag("Có lưu ý", CAUTION, remark)] if remark else []),
        Tag(f"{show_number(proof.sheets)} trang"),
        Tag(paper_words(proof.size).partition(",")[0]),
        *([_issue_tag(proof.issued)] if proof.issued.uid else []),
    )


def _issue_tag(issued: IssueState) -> Tag:
    if issued.stands:
        return Tag("Bản đã phát hành", GOOD, issued.sentence)
    places = "\n".join(place.sentence for place in (issued.differences or issued.notes)[:_MOST_LINES])
    return Tag(issued.sentence.rstrip("."), CAUTION, places)


def checks(proof: Proof) -> tuple[Check, ...]:
    """Return the list behind the tags: problems, adjustments, and what is in order."""
    if proof.batch is None:
        return (Check(proof.document.remark, CAUTION),) if proof.document and proof.document.remark else ()
    blocking = [Check(finding.sentence, WRONG, finding.index) for finding in proof.blocking]
    shrunk = [Check(item.sentence, CAUTION, item.index) for item in proof.findings if not item.blocking]
    return (*blocking, *_numbers(proof), *shrunk, *_printed(proof), *_in_order(proof))


def _in_order(proof: Proof) -> Iterator[Check]:
    sheets = f"{show_number(proof.sheets)} tờ"
    if not proof.findings:
        yield Check(f"Cả {sheets} vừa khung ở cỡ chữ đã định.", GOOD)
    elif not _sheets_with(proof, FindingKind.OVERFLOW):
        yield Check(f"Cả {sheets} vừa khung.", GOOD)
    if not _sheets_with(proof, FindingKind.GLYPHS):
        yield Check("Phông chữ nhúng có đủ mọi chữ.", GOOD)
    if not _sheets_with(proof, FindingKind.MISSING):
        yield Check("Không tờ nào thiếu thông tin bắt buộc.", GOOD)
    if _is_numbered(proof) and not list(_numbers(proof)):
        yield Check("Mỗi tờ có một số sổ vàng, không số nào trùng.", GOOD)
    if proof.batch is not None and any(content.sample for content in proof.batch.contents):
        yield Check("Trên giấy có ghi rõ đây là dữ liệu mẫu.", ACCENT)


def _printed(proof: Proof) -> Iterator[Check]:
    """Return who was printed before, when, and whether the records have changed since."""
    unchanged: defaultdict[str, list[int]] = defaultdict(list)
    uids = proof.batch.award_uids if proof.batch else ()
    for index, uid in enumerate(uids):
        sheets = proof.history.get(uid, ())
        standing = next((sheet for sheet in sheets if sheet.counts), None)
        content = proof.batch.contents[index] if proof.batch else None
        if content is None or not sheets:
            continue
        day = show_day((standing or sheets[0]).printed_at)
        who = content.recipient_name
        if standing is None:
            yield Check(f"{who}: tờ in ngày {day} đã hủy ({sheets[0].ended_because}); cần in lại.", ACCENT, index)
        elif changed := differences(standing, content.values()):
            words = ", ".join(changed).lower()
            yield Check(f"{who}: đã in ngày {day}, từ đó trong sổ đã sửa {words}.", CAUTION, index)
        else:
            unchanged[day].append(index)
    for day, places in unchanged.items():
        which = show_ranges(place + 1 for place in places)
        yield Check(f"Tờ {which}: đã in ngày {day}, lời không đổi; in lại sẽ được ghi thêm vào sổ.", ACCENT)


def _blocked_tags(proof: Proof) -> Iterator[Tag]:
    for kind, words in _BLOCKED.items():
        if sheets := _sheets_with(proof, kind):
            yield Tag(f"{show_number(len(sheets))} tờ {words}", WRONG, "Phải sửa trước khi in.")


def _shrunk_tags(proof: Proof) -> Iterator[Tag]:
    shrunk = _of_kind(proof, FindingKind.SHRUNK)
    sheets = show_number(len({item.index for item in shrunk}))
    sentences = "\n".join(item.sentence for item in shrunk[:_MOST_LINES])
    if shrunk and all(item.box == _NAME_BOX for item in shrunk):
        yield Tag(f"{sheets} tên dài đã thu nhỏ", CAUTION, sentences)
    elif shrunk:
        yield Tag(f"{sheets} tờ có chữ đã thu nhỏ", CAUTION, sentences)


def _is_numbered(proof: Proof) -> bool:
    """Tell if a decision numbers the sheets; those of an event have no numbers."""
    return proof.batch is not None and bool(proof.batch.award_uids)


def _number_tags(proof: Proof) -> Iterator[Tag]:
    doubled, without = _doubled(proof), _without_number(proof)
    if not _is_numbered(proof):
        return
    if proof.used_elsewhere:
        yield Tag(f"{len(proof.used_elsewhere)} số đã dùng nơi khác", CAUTION, "Quyết định khác trong năm có số này.")
    if doubled:
        yield Tag(f"{len(doubled)} số bị trùng", CAUTION, f"Số sổ vàng: {', '.join(doubled)}")
    if without:
        yield Tag(f"{len(without)} tờ chưa có số", CAUTION, "Các tờ này không in số sổ vàng.")
    if not doubled and not without and not proof.used_elsewhere:
        yield Tag("Số không trùng", GOOD, "Mỗi tờ có số sổ vàng riêng trong quyết định.")


def _of_kind(proof: Proof, kind: FindingKind) -> list[FitFinding]:
    return [finding for finding in proof.findings if finding.kind is kind]


def _sheets_with(proof: Proof, kind: FindingKind) -> set[int]:
    return {finding.index for finding in _of_kind(proof, kind)}


def _doubled(proof: Proof) -> dict[str, list[int]]:
    """Return numbers that more than one sheet carries, with those sheets."""
    users: defaultdict[str, list[int]] = defaultdict(list)
    for index, content in enumerate(proof.batch.contents if proof.batch else ()):
        if content.golden_book:
            users[content.golden_book].append(index)
    return {number: sheets for number, sheets in users.items() if len(sheets) > 1}


def _numbers(proof: Proof) -> Iterator[Check]:
    contents = proof.batch.contents if proof.batch else ()
    for number, sheets in _doubled(proof).items():
        who = ", ".join(contents[index].recipient_name for index in sheets)
        yield Check(f"Số sổ vàng {number} dùng cho {len(sheets)} tờ: {who}.", CAUTION, sheets[1])
    for index, content in enumerate(contents):
        if other := proof.used_elsewhere.get(content.golden_book):
            sentence = f"{content.recipient_name}: số {content.golden_book} trong năm đã dùng cho {other}."
            yield Check(sentence, CAUTION, index)
    for index in _without_number(proof):
        who = contents[index].recipient_name
        yield Check(f"{who}: chưa có số thứ tự trong quyết định nên tờ này không in số sổ vàng.", CAUTION, index)


def _without_number(proof: Proof) -> list[int]:
    contents = proof.batch.contents if proof.batch and _is_numbered(proof) else ()
    return [index for index, content in enumerate(contents) if not content.golden_book]
