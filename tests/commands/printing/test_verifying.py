"""Genuine, forged, unknown, void: what a check of a certificate says, offline, and the key behind it."""

import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_files import print_certificates
from cluster_desktop.commands.printing.certificates import Certificates, certificates_of
from cluster_desktop.commands.printing.printings import void_sheets
from cluster_desktop.commands.printing.signing import make_key, own_key_text, read_public_key, signed, trust_key
from cluster_desktop.commands.printing.verifying import CodeOutcome, verify_file, verify_text
from cluster_desktop.commands.records import records, undo
from cluster_desktop.diagnostics.diagnostic_file import write_diagnostics
from cluster_desktop.documents.certificates.code_drawing import draw_code
from cluster_desktop.documents.certificates.imposition import imposed
from cluster_desktop.documents.certificates.layout import CodeSlot
from cluster_desktop.documents.content.page import A4
from cluster_desktop.domain.awards.nominations import AwardDraft
from cluster_desktop.domain.printing.certificate_code import code_text, message, read_code
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.printing.printings import sheets_of
from cluster_desktop.records.queries.printing.signing import own_seed
from tests.ui.print_desk import decide


@pytest.fixture
def batch(workspace: Workspace, unit: str) -> Certificates:
    """Two certificates, signed and printed."""
    decision = decide(workspace, unit, "48/QĐ-TCT", 2020, {"Lò Thị Ơn": "GK", "Giàng A Páo": "GK"})
    made = signed(workspace, certificates_of(workspace, decision))
    print_certificates(workspace, made, io.BytesIO())
    return made


@pytest.fixture
def other(tmp_path: Path, empty_file: Path) -> Iterator[Workspace]:
    """The book of another office."""
    path = tmp_path / "Sổ khác.sothidua"
    shutil.copy(empty_file, path)
    opened = Workspace.open(path)
    yield opened
    opened.close()


def award_values(workspace: Workspace, uid: str) -> AwardDraft:
    row = workspace.read(listing.find, "award", uid)
    values: dict[str, Any] = {key: row.values[key] for key in AwardDraft.__slots__ if key in row.values}
    return AwardDraft(**values)


def test_a_printed_certificate_is_genuine_word_by_word(
    workspace: Workspace, batch: Certificates, tmp_path: Path
) -> None:
    target = tmp_path / "giấy.pdf"
    print_certificates(workspace, batch, target)
    first, second = verify_file(workspace, target)
    assert first.outcome is CodeOutcome.GENUINE
    assert first.words["Người, tập thể được khen"] == "Lò Thị Ơn"
    assert first.words["Số quyết định"] == "48/QĐ-TCT"
    assert first.sheet == batch.contents[0].sheet
    assert "Sổ khen thưởng có tờ này, in ngày" in first.notes[0]
    assert second.words["Người, tập thể được khen"] == "Giàng A Páo"


def test_every_certificate_on_a_page_is_checked_and_codes_of_others_beside_them_are_not_spoken_of(
    workspace: Workspace, batch: Certificates, tmp_path: Path
) -> None:
    stream = io.BytesIO()
    print_certificates(workspace, batch.only([0, 1]), stream)
    (tmp_path / "hai tờ.pdf").write_bytes(imposed(stream.getvalue(), 2))
    found = [verdict.words["Người, tập thể được khen"] for verdict in verify_file(workspace, tmp_path / "hai tờ.pdf")]
    assert sorted(found) == ["Giàng A Páo", "Lò Thị Ơn"]
    canvas = Canvas(str(tmp_path / "mã khác.pdf"), pagesize=A4.points)
    draw_code(canvas, "WIFI:S:Phong hop;;", "", CodeSlot(20, 20, 40), A4)
    draw_code(canvas, batch.contents[0].code, "", CodeSlot(100, 100, 60), A4)
    canvas.save()
    assert [verdict.outcome for verdict in verify_file(workspace, tmp_path / "mã khác.pdf")] == [CodeOutcome.GENUINE]


def test_other_words_under_a_true_signature_are_found_out(workspace: Workspace, batch: Certificates) -> None:
    code = read_code(batch.contents[0].code)
    forged = message({**code.words, "recipient_name": "Người Khác"}, code.sheet)
    verdict = verify_text(workspace, code_text(forged, code.key_print, code.signature))
    assert verdict.outcome is CodeOutcome.ALTERED
    assert "KHÔNG ĐÚNG" in verdict.sentence
    other_sheet = code_text(message(code.words, "AAAA-AAAA"), code.key_print, code.signature)
    assert verify_text(workspace, other_sheet).outcome is CodeOutcome.ALTERED


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("xin chào", CodeOutcome.FOREIGN), ("", CodeOutcome.FOREIGN), ("STD1:ABC", CodeOutcome.BROKEN)],
)
def test_what_is_no_code_of_ours_is_said_to_be_none(workspace: Workspace, text: str, outcome: CodeOutcome) -> None:
    assert verify_text(workspace, text).outcome is outcome


def test_a_picture_without_a_code_is_told_with_advice(
    workspace: Workspace, batch: Certificates, tmp_path: Path
) -> None:
    bare = replace(batch, contents=tuple(replace(content, code="") for content in batch.contents))
    print_certificates(workspace, bare, tmp_path / "không mã.pdf")
    (verdict,) = verify_file(workspace, tmp_path / "không mã.pdf")
    assert verdict.outcome is CodeOutcome.UNREADABLE
    assert "chụp thẳng" in verdict.sentence


def test_another_office_has_to_know_the_key_first(workspace: Workspace, batch: Certificates, other: Workspace) -> None:
    text = batch.contents[0].code
    unknown = verify_text(other, text)
    assert unknown.outcome is CodeOutcome.UNKNOWN_KEY
    assert unknown.key in unknown.sentence
    trust_key(other, read_public_key(own_key_text(workspace)))
    known = verify_text(other, text)
    assert known.outcome is CodeOutcome.GENUINE
    assert known.key == unknown.key
    with pytest.raises(errors.Refused, match="STDK1:"):
        read_public_key(text)


def test_a_void_sheet_and_a_revoked_award_are_no_longer_good(workspace: Workspace, batch: Certificates) -> None:
    first, second = batch.award_uids
    (sheet,) = workspace.read(sheets_of, [first])[first]
    void_sheets(workspace, [sheet.uid], "mất tờ")
    void = verify_text(workspace, batch.contents[0].code)
    assert void.outcome is CodeOutcome.VOID
    assert "mất tờ" in void.notes[0]
    revoked = replace(award_values(workspace, second), state="THU_HOI", revoked_because="khai sai")
    records.edit(workspace, second, revoked)
    assert "thu hồi: khai sai" in verify_text(workspace, batch.contents[1].code).notes[0]


def test_words_corrected_since_the_print_and_sheets_never_remembered_are_told(
    workspace: Workspace, batch: Certificates
) -> None:
    first = batch.award_uids[0]
    records.edit(workspace, first, replace(award_values(workspace, first), citation="Lời mới"))
    assert "đã sửa: thành tích" in verify_text(workspace, batch.contents[0].code).notes[1]
    unprinted = signed(workspace, certificates_of(workspace, batch.decision.uid))
    verdict = verify_text(workspace, unprinted.contents[1].code)
    assert verdict.outcome is CodeOutcome.GENUINE
    assert "không ghi lần in" in verdict.notes[0]


def test_the_key_is_made_once_kept_through_undo_and_told_to_nobody(
    workspace: Workspace, batch: Certificates, tmp_path: Path
) -> None:
    make_key(workspace)
    seed = workspace.read(own_seed)
    assert seed is not None
    while undo.undo_label(workspace) is not None:
        undo.undo(workspace)
    make_key(workspace)
    assert workspace.read(own_seed) == seed
    assert verify_text(workspace, batch.contents[0].code).outcome is CodeOutcome.GENUINE
    write_diagnostics(tmp_path / "chẩn đoán.txt", workspace, tmp_path, [])
    assert seed.hex() not in (tmp_path / "chẩn đoán.txt").read_text("utf-8").lower()
    assert seed.hex() not in own_key_text(workspace).lower()


def test_the_same_certificate_gets_the_same_code_until_it_is_printed_again(
    workspace: Workspace, batch: Certificates
) -> None:
    once = signed(workspace, certificates_of(workspace, batch.decision.uid))
    again = signed(workspace, certificates_of(workspace, batch.decision.uid))
    assert once.contents == again.contents
    assert once.contents[0].sheet != batch.contents[0].sheet
