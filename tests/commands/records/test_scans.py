"""Scans of signed papers: kept whole with any record that has them, never half, and out again byte by byte."""

from pathlib import Path
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.records import attachments, records, undo
from cluster_desktop.commands.records.scans import OWNERS, keep_scans, write_to_look
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.awards.nominations import DecisionDraft
from cluster_desktop.domain.fields.fields import Draft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import ClusterDraft, MovementDraft
from cluster_desktop.domain.year.year_plan import HandoverItemDraft, PledgeTargetDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row

PDF, PNG = b"%PDF-1.7\n" + b"x" * 500, b"\x89PNG\r\n\x1a\n" + b"y" * 300
SIGNED: tuple[Draft, ...] = (
    DecisionDraft(number="48", decided_on=PartialDate(2020, 12, 1), year=2020, level="CO_SO", issuer="Trường"),
    CouncilSessionDraft(name="Họp Hội đồng", year=2020),
    PledgeTargetDraft(title="Thi đua", year=2020),
    MovementDraft(title="Dạy tốt, học tốt"),
    ClusterDraft(name="Cụm thi đua số 2"),
    HandoverItemDraft(title="Cờ luân lưu", year=2020),
)


def put(workspace: Workspace, draft: Draft) -> str:
    return records.create(workspace, draft).uids[0]


def scans(workspace: Workspace, kind: str, uid: str) -> tuple[Row, ...]:
    return workspace.read(listing.page, Listing(kind="attachment", filters=(Filter(OWNERS[kind], (uid,)),)))


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("draft", SIGNED, ids=lambda draft: draft.KIND)
def test_a_scan_is_kept_with_what_was_signed_and_comes_out_the_same(
    workspace: Workspace, draft: Draft, tmp_path: Path
) -> None:
    uid = put(workspace, draft)
    paths = [written(tmp_path, "Bản ký “<b>&”.pdf", PDF), written(tmp_path, "Trang 2.PNG", PNG)]
    keep_scans(workspace, draft.KIND, uid, paths)
    first, second = scans(workspace, draft.KIND, uid)
    assert {first.shown["file_name"], second.shown["file_name"]} == {"Bản ký “<b>&”.pdf", "Trang 2.PNG"}
    out = tmp_path / "ra.pdf"
    attachments.write_attachment(workspace, first.uid, out)
    assert out.read_bytes() in (PDF, PNG)
    assert check(workspace).ok
    undo.undo(workspace)
    assert scans(workspace, draft.KIND, uid) == ()


def test_a_scan_goes_into_the_trash_and_comes_back_with_its_record(workspace: Workspace, tmp_path: Path) -> None:
    uid = put(workspace, SIGNED[0])
    keep_scans(workspace, "decision", uid, [written(tmp_path, "a.pdf", PDF)])
    (scan,) = scans(workspace, "decision", uid)
    records.delete(workspace, "attachment", [scan.uid])
    assert scans(workspace, "decision", uid) == ()
    records.restore(workspace, "attachment", [scan.uid])
    records.delete(workspace, "decision", [uid])
    assert scans(workspace, "decision", uid) == ()
    undo.undo(workspace)
    assert [row.uid for row in scans(workspace, "decision", uid)] == [scan.uid]


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("bản.docx", b"PK\x03\x04" + b"z" * 90, errors.Refused, "“bản.docx” không phải PDF hay ảnh. Hãy quét"),
        ("giả.pdf", b"MZ\x90\x00 program", errors.Refused, "không phải PDF hay ảnh"),
        ("rỗng.pdf", b"", errors.Refused, "“rỗng.pdf” rỗng. Hãy chọn tệp khác"),
        ("to.pdf", b"%PDF-" + bytes(20 * 1024 * 1024), errors.Refused, "lớn 20 MB, quá 20 MB. Hãy thu nhỏ"),
        ("không có.pdf", None, errors.FileMissing, "không có.pdf"),
        ("thư mục.pdf", "folder", errors.CannotRead, "là một thư mục"),
    ],
)
def test_what_is_no_scan_is_said_and_nothing_is_kept(
    workspace: Workspace, tmp_path: Path, name: str, data: Any, error: type[errors.UserError], words: str
) -> None:
    uid, good, path = put(workspace, SIGNED[0]), written(tmp_path, "tốt.pdf", PDF), tmp_path / name
    if data == "folder":
        path.mkdir()
    elif data is not None:
        path.write_bytes(data)
    with pytest.raises(error, match=words):
        keep_scans(workspace, "decision", uid, [good, path])
    assert scans(workspace, "decision", uid) == ()
    assert (undo.undo_label(workspace) or "").startswith("Thêm quyết định")


def test_a_record_without_scans_or_gone_is_said(workspace: Workspace, tmp_path: Path, unit: str) -> None:
    path = written(tmp_path, "a.pdf", PDF)
    with pytest.raises(errors.Refused, match="Không đính kèm bản chụp vào đơn vị. Hãy chọn một trong: sự kiện"):
        keep_scans(workspace, "unit", unit, [path])
    with pytest.raises(errors.InvalidDraft, match="Quyết định được chọn không còn trong sổ"):
        keep_scans(workspace, "decision", "01a20dbc-b5c6-7305-82eb-a764c7e8429c", [path])


def test_a_full_disk_keeps_nothing_of_a_scan(workspace: Workspace, tmp_path: Path) -> None:
    uid = put(workspace, SIGNED[0])
    (pages,) = workspace.raw.execute("PRAGMA page_count").fetchone()
    workspace.raw.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(errors.UserError, match="Ổ đĩa đã đầy nên chưa ghi được.*Dữ liệu cũ còn nguyên"):
        keep_scans(workspace, "decision", uid, [written(tmp_path, "a.pdf", PDF * 400)])
    workspace.raw.execute("PRAGMA max_page_count = 1000000")
    assert scans(workspace, "decision", uid) == ()
    keep_scans(workspace, "decision", uid, [tmp_path / "a.pdf"])
    assert len(scans(workspace, "decision", uid)) == 1


def test_it_opens_as_what_it_is_whatever_it_was_called(workspace: Workspace, tmp_path: Path) -> None:
    uid = put(workspace, SIGNED[0])
    keep_scans(workspace, "decision", uid, [written(tmp_path, "quyết định.exe", PDF)])
    (scan,) = scans(workspace, "decision", uid)
    folder = tmp_path / "mở"
    folder.mkdir()
    path = write_to_look(workspace, scan.uid, folder)
    assert (path.suffix, path.read_bytes()) == (".pdf", PDF)
    assert "quyết định" in path.name
