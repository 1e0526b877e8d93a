"""The dossier of a nomination: what is in the folder, what the cover says is missing, what a failure leaves."""

import json
from pathlib import Path

import docx
import pytest

from cluster_desktop import errors
from cluster_desktop.commands.dossiers.check_list import (
    checklist,
    dossier_submission,
    suggested_initiatives,
    turn_item,
    use_initiatives,
)
from cluster_desktop.commands.dossiers.dossier import COVER, dossier_of, write_dossier
from cluster_desktop.commands.official_documents.numbering import give_number, proposed_number
from cluster_desktop.commands.records import attachments, records
from cluster_desktop.documents.formats.writing import write_document
from cluster_desktop.domain.awards.nominations import DossierItemDraft, NominationDraft, RoundDraft
from cluster_desktop.domain.events.events import AttachmentDraft
from cluster_desktop.domain.people.people import InitiativeDraft, RatingDraft
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.numbering import NumberedDocument
from tests.documents import paper


@pytest.fixture
def round_uid(workspace: Workspace) -> str:
    return records.create(workspace, RoundDraft(name="Tổng kết 2020", year=2020, kind="THUONG_XUYEN")).uids[0]


@pytest.fixture
def nomination(workspace: Workspace, round_uid: str, person: str) -> str:
    draft = NominationDraft(
        round_uid=round_uid,
        recipient_kind="CA_NHAN",
        person_uid=person,
        award="CSTDCS",
        state="DE_NGHI",
        citation="Đã có thành tích xuất sắc",
    )
    return records.create(workspace, draft).uids[0]


def missing(workspace: Workspace, uid: str) -> dict[str, str]:
    return {part.name: part.missing for part in dossier_of(workspace, uid).parts if part.missing}


def test_the_report_proposes_what_this_nomination_is_for(
    workspace: Workspace, nomination: str, round_uid: str, person: str, tmp_path: Path
) -> None:
    draft = NominationDraft(
        round_uid=round_uid, recipient_kind="CA_NHAN", person_uid=person, award="LDTT", state="DE_NGHI"
    )
    other = records.create(workspace, draft).uids[0]
    for uid, words in ((nomination, "Chiến sĩ thi đua cơ sở năm 2020"), (other, "Lao động tiên tiến năm 2020")):
        write_document(dossier_of(workspace, uid).documents["02-Bao-cao-thanh-tich"], tmp_path / "báo cáo.pdf")
        assert f"Đề nghị tặng danh hiệu {words}" in paper.words(tmp_path / "báo cáo.pdf")


def test_every_part_is_there_as_word_and_pdf_and_tells_of_this_nominee_only(
    workspace: Workspace, nomination: str, tmp_path: Path
) -> None:
    written = write_dossier(dossier_of(workspace, nomination), tmp_path / "Hồ sơ")
    names = {path.name for path in (tmp_path / "Hồ sơ").iterdir()}
    assert names == {path.name for path in written}
    assert len(names) == 10
    assert {Path(name).stem for name in names if name.endswith(".docx")} == {
        Path(name).stem for name in names if name.endswith(".pdf")
    }
    for path in written:
        text = (
            paper.words(path) if path.suffix == ".pdf" else "".join(p.text for p in docx.Document(str(path)).paragraphs)
        )
        assert text
    assert "Nguyễn Văn Hiệp" in paper.words(tmp_path / "Hồ sơ" / "02-Bao-cao-thanh-tich.pdf")


def test_the_cover_says_what_is_missing_until_it_is_there(
    workspace: Workspace, nomination: str, person: str, tmp_path: Path
) -> None:
    assert missing(workspace, nomination) == {
        "Tờ trình": "sự đồng ý của Hội đồng",
        "Báo cáo thành tích": "nội dung báo cáo thành tích",
        "Biên bản họp Hội đồng, kết quả bỏ phiếu": "kết quả bỏ phiếu của Hội đồng",
        "Chứng nhận sáng kiến, đề tài": "sáng kiến, đề tài của năm",
    }
    records.create(
        workspace,
        InitiativeDraft(person_uid=person, year=2020, title="Bài giảng điện tử", kind="SANG_KIEN", level="CO_SO"),
    )
    made = dossier_of(workspace, nomination)
    assert [part.name for part in made.parts if part.missing] == [
        "Tờ trình",
        "Báo cáo thành tích",
        "Biên bản họp Hội đồng, kết quả bỏ phiếu",
    ]
    write_document(made.documents[COVER], tmp_path / "mục lục.json")
    assert len(json.loads((tmp_path / "mục lục.json").read_text("utf-8"))["parts"]) == 5
    write_document(made.documents[COVER], tmp_path / "mục lục.pdf")
    assert "Còn thiếu 03 phần" in paper.words(tmp_path / "mục lục.pdf")


def test_evidence_kept_with_the_person_goes_along(
    workspace: Workspace, nomination: str, person: str, tmp_path: Path
) -> None:
    draft = AttachmentDraft(person_uid=person, kind="TEP", file_name="Quyết định sáng kiến.pdf")
    attachments.attach(workspace, [attachments.NewFile(draft, b"%PDF-1.4 bytes", "application/pdf")])
    write_dossier(dossier_of(workspace, nomination), tmp_path / "Hồ sơ")
    assert (tmp_path / "Hồ sơ" / "05-Quyết định sáng kiến.pdf").read_bytes() == b"%PDF-1.4 bytes"


def test_a_department_has_a_dossier_too(workspace: Workspace, round_uid: str, unit: str, tmp_path: Path) -> None:
    department = records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Xây dựng Đảng", kind="KHOA")).uids[
        0
    ]
    draft = NominationDraft(
        round_uid=round_uid, recipient_kind="KHOA_PHONG", department_uid=department, award="TTLDTT", state="DE_NGHI"
    )
    uid = records.create(workspace, draft).uids[0]
    made = dossier_of(workspace, uid)
    write_document(made.documents["02-Bao-cao-thanh-tich"], tmp_path / "báo cáo.pdf")
    text = paper.words(tmp_path / "báo cáo.pdf")
    assert "Khoa Xây dựng Đảng, Trường Chính trị tỉnh Lào Cai" in text
    assert "Lao động tiên tiến năm 2020" in text


def test_stopping_or_a_folder_that_is_there_leaves_things_as_they_were(
    workspace: Workspace, nomination: str, tmp_path: Path
) -> None:
    made = dossier_of(workspace, nomination)

    def stop(done: int, _all: int) -> None:
        if done == 3:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        write_dossier(made, tmp_path / "Hồ sơ", stop)
    assert list(tmp_path.glob("Hồ sơ*")) == []
    (tmp_path / "tệp").write_text("giữ nguyên", "utf-8")
    with pytest.raises(errors.UserError):
        write_dossier(made, tmp_path / "tệp" / "Hồ sơ")
    assert (tmp_path / "tệp").read_text("utf-8") == "giữ nguyên"


def test_a_nomination_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    with pytest.raises(errors.RecordMissing, match="Không còn đề nghị này"):
        dossier_of(workspace, "không có")


def test_the_check_list_says_what_is_there_and_what_is_missing(
    workspace: Workspace, nomination: str, person: str
) -> None:
    before = workspace.read(checklist, nomination)
    assert before.missing == 5
    assert "xếp loại năm 2020, ghi ở trang Cán bộ" in {part.missing for part in before.parts}
    records.create(workspace, RatingDraft(person_uid=person, year=2020, quality="HTTNV"))
    item = DossierItemDraft(nomination_uid=nomination, name="Xác nhận của tỉnh")
    own = records.create(workspace, item).uids[0]
    assert workspace.read(checklist, nomination).missing == 5
    turn_item(workspace, own)
    after = workspace.read(checklist, nomination)
    assert (after.missing, after.items[0].part.remark) == (4, "Có")
    file = AttachmentDraft(nomination_uid=nomination, kind="TEP", file_name="xác nhận.pdf", sha256="0")
    attachments.attach(workspace, [attachments.NewFile(file, b"%PDF", "application/pdf")])
    assert [(one.name, one.own) for one in workspace.read(checklist, nomination).files] == [("xác nhận.pdf", True)]
    assert "05-xác nhận.pdf" in dossier_of(workspace, nomination).files
    assert "Xác nhận của tỉnh" in {part.name for part in dossier_of(workspace, nomination).parts}


def test_an_initiative_used_already_says_so(workspace: Workspace, nomination: str, round_uid: str, person: str) -> None:
    titles = {}
    for year in (2018, 2019, 2020):
        draft = InitiativeDraft(person_uid=person, title=f"Sáng kiến {year}", year=year, level="CO_SO")
        titles[year] = records.create(workspace, draft).uids[0]
    assert [one.year for one in workspace.read(suggested_initiatives, nomination)] == [2020]
    use_initiatives(workspace, nomination, [titles[2020]])
    assert workspace.read(suggested_initiatives, nomination) == ()
    merit = NominationDraft(round_uid=round_uid, person_uid=person, award="BK_TINH", state="DE_NGHI", citation="Đã có")
    other = records.create(workspace, merit).uids[0]
    suggested = workspace.read(suggested_initiatives, other)
    assert [(one.year, bool(one.caution)) for one in suggested] == [(2020, True), (2019, False)]
    assert suggested[0].caution == (
        "đã dùng cho “Chiến sĩ thi đua cơ sở” năm 2020, không dùng lại được theo Công văn 5007/BNV-TĐKT"
    )
    records.delete(workspace, "nomination", [nomination])
    assert not workspace.read(suggested_initiatives, other)[0].caution


def test_the_papers_of_a_dossier_bear_their_number(workspace: Workspace, nomination: str, tmp_path: Path) -> None:
    number = workspace.read(dossier_submission, nomination)
    assert proposed_number(workspace, number) == 1
    give_number(workspace, NumberedDocument("submission", "TTr", 2020, number.unit_uid), 1)
    with pytest.raises(errors.Refused, match="đã cấp cho Tờ trình năm 2020"):
        give_number(workspace, number, 1)
    give_number(workspace, number, proposed_number(workspace, number))
    assert workspace.read(checklist, nomination).number == "02"
    write_document(dossier_of(workspace, nomination).documents["01-To-trinh"], tmp_path / "tờ trình.pdf")
    assert "Số: 02/TTr-HĐTĐKT" in paper.words(tmp_path / "tờ trình.pdf")
