"""Single records at the command line: one act a call, with the names, rules and undo of the window."""

from pathlib import Path

import pytest

from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file.workspace import Workspace
from tests.cli.command_line import Clerk, CommandLine

PERSON = ("person", "full_name=Giàng A Páo")


# --- words of the command ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "person", "birth_dat=1976"), "gần nhất là birth_date"),
        (("add", "person", "Họ và tên=Páo"), "gần nhất là full_name"),
        (("add", "person", "=x"), "các khóa là full_name, "),
        (("add", "person", "full_name"), "“full_name” thiếu dấu “=”"),
        (("add", "person", "unit=A", "unit_uid=B"), "khóa “unit_uid” được ghi hai lần"),
        (("add", "persn", "full_name=x"), "không có “persn”"),
        (("add", "person"), "còn thiếu KHÓA=GIÁ_TRỊ"),
        (("edit", "office", "cler=x"), "gần nhất là clerk"),
        (("edit", "office"), "còn thiếu KHÓA=GIÁ_TRỊ"),
        (("delete",), "còn thiếu UID"),
        (("undo", "x"), "thừa mục x"),
    ],
)
def test_wrong_words_change_nothing(clerk: Clerk, words: tuple[str, ...], told: str) -> None:
    before = clerk.book.read_bytes()
    outcome = clerk(*words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert told in outcome.err
    assert clerk.book.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["add", "edit", "show", "delete", "undo", "redo", "list", "report", "attach", "save-file"]
)
def test_help_has_an_example(run: CommandLine, name: str) -> None:
    told = run(name, "--help")
    assert told.code == 0
    assert f" {name} so.sothidua" in told.out.split("Ví dụ:")[1]


def test_the_kinds_tell_every_key_and_word(clerk: Clerk) -> None:
    kinds = {kind["kind"]: kind for kind in clerk("list", "kinds", "--json").json()}
    assert list(kinds) == list(KINDS)
    gender = next(key for key in kinds["person"]["keys"] if key["name"] == "gender")
    assert (gender["label"], gender["type"], gender["required"]) == ("Giới tính", "choice", False)
    assert gender["choices"] == [{"code": "NAM", "label": "Nam"}, {"code": "NU", "label": "Nữ"}]
    when = next(key for key in kinds["event"]["keys"] if key["name"] == "proceedings")["when"]
    assert when == {"key": "kind", "is": ["HOI_THAO"]}
    assert "participant" in kinds["event"]["owns"]
    plain = clerk("list", "kinds").out
    assert "  gender\tGiới tính\tchoice\t\tNAM Nam; NU Nữ\n" in plain


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "{}", *PERSON, "unit=LAOCAI"),
        ("{}", *PERSON, "--json", "unit=LAOCAI"),
        ("{}", *PERSON, "unit=LAOCAI", "--json"),
    ],
)
def test_options_may_stand_anywhere(clerk: Clerk, words: tuple[str, ...]) -> None:
    added = clerk.run("add", *(word.format(clerk.book) for word in words))
    assert added.json()["name"] == "Giàng A Páo"


# --- acts -------------------------------------------------------------------------------------------------


def test_each_call_is_one_act_that_is_named_taken_back_and_done_again(clerk: Clerk) -> None:
    uid = clerk.add(*PERSON, "unit=LAOCAI")
    assert clerk("edit", uid, "position=Trưởng khoa", "gender=Nam").out == (
        "Đã sửa cán bộ “Giàng A Páo”.\n  Giới tính: “(trống)” thành “Nam”\n  Chức vụ: “(trống)” thành “Trưởng khoa”\n"
    )
    assert clerk("undo").out == "Đã hoàn tác: Sửa cán bộ “Giàng A Páo”.\n"
    assert clerk.shown(uid)["position"] is None
    assert clerk("redo").out == "Đã làm lại: Sửa cán bộ “Giàng A Páo”.\n"
    assert clerk.shown(uid)["position"] == "Trưởng khoa"
    assert clerk.refused("redo") == "Không có việc nào để làm lại."
    assert clerk("edit", uid, "gender=Nam").out == "Không có gì khác trước: cán bộ “Giàng A Páo” giữ nguyên.\n"
    assert clerk("undo").out == "Đã hoàn tác: Sửa cán bộ “Giàng A Páo”.\n", "what changes nothing is no act"


def test_the_office_is_edited_and_shown_and_signs_the_acts(clerk: Clerk) -> None:
    assert clerk("edit", "office", "clerk=Nguyễn Thị Thư <b>", "unit=LAOCAI", "quorum=2/3").code == 0
    office = clerk.shown("OFFICE")
    assert (office["clerk"], office["words"]["unit_uid"]) == ("Nguyễn Thị Thư <b>", "Trường Chính trị tỉnh Lào Cai")
    assert "  clerk\tNgười nhập liệu\tNguyễn Thị Thư <b>\n" in clerk("show", "office").out
    uid = clerk.add(*PERSON, "unit=LAOCAI")
    assert {line["who"] for line in clerk("history", uid, "--json").json()} == {"Nguyễn Thị Thư <b>"}
    assert clerk.refused("edit", "office", "quorum=").startswith("quorum: Chưa điền")
    assert clerk("edit", "office", "clerk=", "--json").json() == {
        "changes": [{"key": "clerk", "label": "Người nhập liệu", "before": "Nguyễn Thị Thư <b>", "after": None}]
    }
    assert clerk.refused("delete", "office").startswith("Không có bản ghi “office”")


def test_several_kinds_go_into_the_trash_as_one_act_or_not_at_all(clerk: Clerk) -> None:
    unit = clerk.add("unit", "code=LAICHAU", "name=Trường Lai Châu", "short_name=Lai Châu")
    person = clerk.add(*PERSON, "unit=LAICHAU")
    rating = clerk.add("rating", f"person={person}", "year=2020", "quality=HTNV")
    assert "vì còn 1 người dùng đến" in clerk.refused("delete", unit)
    assert clerk.refused("delete", person, "không-có").startswith("Không có bản ghi “không-có”")
    told = clerk("delete", unit, person, person.upper())
    assert told.out.splitlines() == [
        "Đã xóa đơn vị “Trường Lai Châu” vào thùng rác.",
        "Đã xóa cán bộ “Giàng A Páo” vào thùng rác.",
    ]
    assert clerk.shown(rating)["record"]["in_trash"]
    assert clerk("undo").out == "Đã hoàn tác: Xóa đơn vị, cán bộ.\n"
    assert not any(clerk.shown(uid)["record"]["in_trash"] for uid in (unit, person, rating))


def test_a_record_is_shown_with_what_it_owns(clerk: Clerk) -> None:
    event = clerk.add("event", "kind=Hội nghị", "title=Tổng kết <b>&", "year=2020", "note=một\nhai")
    row = clerk.add("participant", "event=Tổng kết <b>&", "unit=SONLA", "people=12")
    told = clerk.shown(event)
    assert told["record"] == {"kind": "event", "label": "sự kiện", "name": "Tổng kết <b>&", "in_trash": False}
    assert [(one["uid"], one["people"]) for one in told["owns"]["participant"]] == [(row, 12)]
    lines = clerk("show", event).out.splitlines()
    assert "  note\tGhi chú\tmột / hai" in lines
    assert lines[0] == f"Sự kiện “Tổng kết <b>&”\t{event}"
    assert "Đơn vị tham gia: 1" in lines
    assert lines[-1] == f"  {row}\tNăm: 2020; Sự kiện: Tổng kết <b>&; Đơn vị: Sơn La; Số người: 12"


def test_a_council_counts_its_members_and_only_a_decision_decides(clerk: Clerk) -> None:
    clerk.add("round", "name=Tổng kết", "year=2020")
    meeting = clerk.add("council_session", "name=Họp xét", "year=2020", "unit=LAOCAI")
    for name in ("Một", "Hai"):
        clerk.add("council_member", "session=Họp xét", f"full_name={name}")
    assert clerk.shown(meeting)["members_total"] == 2
    assert "Hãy sửa ở thẻ “Thành viên”" in clerk.refused("edit", meeting, "members_total=9")
    nomination = clerk.add("nomination", "round=Tổng kết", "person=Lê Ân", "award=Giấy khen")
    told = clerk.refused("edit", nomination, "state=Đã có quyết định")
    assert told.startswith("state: Trạng thái “Đã có quyết định” do quyết định khen thưởng ghi.")
    told = clerk.refused("edit", nomination, "votes_total=2", "votes_for=3")
    assert told == "votes_for: Hội đồng chỉ có 2 thành viên."


def test_a_caution_of_the_window_is_told_and_does_not_forbid(clerk: Clerk) -> None:
    for name in ("Đợt một", "Đợt hai"):
        clerk.add("round", f"name={name}", "year=2020")
    words = ("add", "nomination", "person=Lê Ân", "award=GK")
    assert clerk(*words, "round=Đợt một").err == ""
    again = clerk(*words, "round=Đợt hai")
    assert (again.code, again.err) == (0, "Lưu ý: Đã có đề nghị “Giấy khen” ở đợt “Đợt một” cùng năm.\n")
    assert clerk.refused(*words, "round=Đợt hai") == "award: Đã có đề nghị này trong cùng đợt."


def test_points_and_a_closed_sheet_obey_the_rules_of_the_sheet(clerk: Clerk) -> None:
    clerk.add("cluster", "name=Cụm thi đua số 2")
    sheet = clerk.add("score_sheet", "name=Bảng điểm 2020", "cluster=Cụm thi đua số 2", "year=2020")
    line = clerk.add("criterion", "sheet=Bảng điểm 2020", "code=1", "title=Dạy học", "maximum=10")
    told = clerk.refused("add", "score", "criterion=1", "unit=LAOCAI", "self_points=10,5")
    assert told == "self_points: 10,5 lớn hơn điểm tối đa 10."
    assert "Chưa có điểm kết luận nào" in clerk.refused("edit", sheet, "state=Đã chốt", "locked_on=1/2/2021")
    score = clerk.add("score", "criterion=Dạy học", "unit=LAOCAI", "final_points=7,25")
    assert clerk.shown(sheet)["words"]["state"] == "Đang chấm"
    assert clerk.shown(score)["final_points"] == 7.25
    assert clerk.refused("edit", line, "kind=Nhóm").startswith("Tiêu chí đã có điểm")
    assert clerk.refused("edit", sheet, "state=Đã chốt") == "locked_on: Ghi ngày chốt bảng điểm."
    assert clerk("edit", sheet, "state=Đã chốt", "locked_on=1/2/2021").code == 0
    for words in (
        ("edit", score, "final_points=8"),
        ("edit", line, "title=x"),
        ("edit", sheet, "name=x"),
        ("delete", sheet),
    ):
        assert "đã chốt ngày 01/02/2021" in clerk.refused(words[0], *words[1:])
    assert clerk.refused("edit", sheet, "state=Đang chấm").startswith("unlock_reason: ")
    assert clerk("edit", sheet, "state=Đang chấm", "unlock_reason=Chấm sót").code == 0
    assert clerk.shown(sheet)["locked_on"] is None


def test_a_book_that_is_open_elsewhere_is_refused(clerk: Clerk) -> None:
    workspace = Workspace.open(clerk.book)
    try:
        for words in (("add", *PERSON, "unit=LAOCAI"), ("undo",), ("show", "office")):
            outcome = clerk(*words)
            assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
            assert "đang được mở" in outcome.err
    finally:
        workspace.close()


def test_behind_two_strokes_everything_is_a_value(clerk: Clerk) -> None:
    assert clerk.run("search", clerk.book, "--", "--json").out == ""
    assert clerk.run("search", clerk.book, "--json", "--", "--json").json() == []


# --- scans -------------------------------------------------------------------------------------------------


def test_a_scan_is_attached_listed_written_and_removed(clerk: Clerk, tmp_path: Path) -> None:
    scan, out = tmp_path / "đã ký.pdf", tmp_path / "ra.pdf"
    scan.write_bytes(b"%PDF-1.7 signed")
    cluster = clerk("add", "cluster", "name=Cụm thi đua số 2").out.strip()
    uid = clerk("attach", cluster, str(scan)).out.strip()
    assert uid in clerk("show", cluster).out
    assert clerk("save-file", uid, "--out", str(out)).code == 0
    assert out.read_bytes() == b"%PDF-1.7 signed"
    assert clerk("save-file", uid, "--out", str(out)).code == 1  # the file is there
    assert clerk("delete", uid).code == 0
    assert clerk("save-file", uid, "--out", str(tmp_path / "x.pdf")).code == 1
    assert clerk("undo").code == 0
    assert uid in clerk("show", cluster).out


def test_what_cannot_be_attached_is_said(clerk: Clerk, tmp_path: Path) -> None:
    words = tmp_path / "chữ.txt"
    words.write_text("không phải PDF", encoding="utf-8")
    cluster = clerk("add", "cluster", "name=Cụm thi đua số 2").out.strip()
    for path, told in ((words, "không phải PDF hay ảnh"), (tmp_path / "không có.pdf", "không có.pdf")):
        outcome = clerk("attach", cluster, str(path))
        assert (outcome.code, told in outcome.err) == (1, True)
    unit = clerk("add", "unit", "code=X", "name=Trường X", "short_name=X").out.strip()
    assert "Không đính kèm bản chụp vào đơn vị" in clerk("attach", unit, str(words)).err
