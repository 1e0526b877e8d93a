"""Forms come back exactly: untouched they change nothing, filled in they change what was filled in."""

import datetime
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop import errors
from cluster_desktop.commands.imports import tables
from cluster_desktop.commands.records import records
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.people.vocabulary import Degree
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from tests.commands.forms.form_files import ReturnedForm, as_copy, bring_in, changes, make, nothing_new, plan

YEARS = {"staff": 2020, "ratings": 2020, "registrations": 2020, "events": 2019, "scores": 2020}
UNIT = "LAOCAI"
FIELDS = fields_of(PersonDraft)


@pytest.fixture
def book(tmp_path: Path, sample_file: Path) -> Iterator[Workspace]:
    """The sample workspace with its score sheet of 2020 open."""
    path = Path(shutil.copy(sample_file, tmp_path / "Sổ.sothidua"))
    raw = sqlite3.connect(path)
    raw.execute("UPDATE score_sheet SET state = 'DANG_CHAM', locked_on = NULL WHERE year = 2020")
    raw.commit()
    raw.close()
    opened = Workspace.open(path)
    yield opened
    opened.close()


@pytest.fixture
def form(book: Workspace, tmp_path: Path) -> "Maker":
    return Maker(book, tmp_path)


class Maker:
    """Makes forms of the sample's school and opens them."""

    def __init__(self, book: Workspace, folder: Path) -> None:
        self.book, self.folder = book, folder

    def file(self, kind: str, **words: bool) -> Path:
        return make(self.book, kind, UNIT, YEARS[kind], self.folder / f"{kind}.xlsx", **words)

    def __call__(self, kind: str) -> ReturnedForm:
        return ReturnedForm(self.file(kind))


def people(book: Workspace) -> dict[str, dict[str, str]]:
    rows = book.read(listing.page, Listing(kind="person"), 0, 1000)
    return {row.uid: dict(row.shown) for row in rows}


def unit_called(book: Workspace, words: str) -> str:
    return book.read(listing.page, Listing(kind="unit", search=words))[0].uid


def mend(book: Workspace, name: str, **values: Any) -> None:
    """Change what the book says of somebody, today."""
    uid = next(uid for uid, shown in people(book).items() if shown["full_name"] == name)
    kept: dict[str, Any] = {item.key: book.read(listing.find, "person", uid).values[item.key] for item in FIELDS}
    records.edit(book, uid, PersonDraft(**{**kept, **values}), Dating(Way.CHANGE, datetime.date.today().isoformat()))


@pytest.mark.parametrize("kind", YEARS)
class TestUntouched:
    def test_as_it_was_made_and_saved_again(self, book: Workspace, form: Maker, kind: str) -> None:
        path = form.file(kind)
        assert nothing_new(plan(book, kind, path))
        assert nothing_new(plan(book, kind, ReturnedForm(path).save()))

    def test_whatever_unit_and_year_are_chosen(self, book: Workspace, form: Maker, kind: str) -> None:
        path = form.file(kind)
        shared = {"unit_uid": unit_called(book, "sơn la")} | ({} if kind == "staff" else {"year": 2017})
        assert nothing_new(plan(book, kind, path, **shared))

    def test_rows_turned_about_and_columns_moved(self, book: Workspace, form: Maker, kind: str) -> None:
        returned = form(kind)
        returned.replace_lines(returned.lines()[::-1])
        width = returned.page.max_column
        returned.move_columns([*range(width - 1, -1, -1)])
        assert nothing_new(plan(book, kind, returned.save()))

    def test_deleted_rows_delete_nothing(self, book: Workspace, form: Maker, kind: str) -> None:
        returned = form(kind)
        returned.replace_lines(returned.lines()[3:5])
        done = plan(book, kind, returned.save())
        assert nothing_new(done)
        assert done.read == 2

    def test_what_the_book_learnt_meanwhile_stays(self, book: Workspace, form: Maker, kind: str) -> None:
        path = form.file(kind)
        mend(book, "Trần Văn Hải", note="Ghi sau đó", birth_date=PartialDate(1974, 4, 8), degree=Degree.MASTER)
        assert nothing_new(plan(book, kind, path))


class TestStaff:
    def test_a_mended_name_is_the_same_person(self, book: Workspace, form: Maker) -> None:
        before = people(book)
        returned = form("staff").put("Trần Văn Hải", "Họ và tên", "Trần Văn Hải Sơn")
        done = bring_in(book, "staff", returned.save())
        assert changes(done) == [("Trần Văn Hải Sơn", "Họ và tên", "Trần Văn Hải", "Trần Văn Hải Sơn")]
        assert people(book).keys() == before.keys()

    def test_what_is_filled_in_is_what_changes(self, book: Workspace, form: Maker) -> None:
        returned = form("staff")
        returned.put("Trần Văn Hải", "Ngày tuyển dụng", "09/1995").put("Trần Văn Hải", "Ghi chú", "<b>&\"'")
        returned.put("Lý Thị Thanh Phượng", "Ngày chính thức", "11/11/1999")
        done = bring_in(book, "staff", returned.save())
        assert sorted(changes(done)) == [
            ("Lý Thị Thanh Phượng", "Ngày chính thức", "10/10/1999", "11/11/1999"),
            ("Trần Văn Hải", "Ghi chú", "", "<b>&\"'"),
            ("Trần Văn Hải", "Ngày tuyển dụng", "", "09/1995"),
        ]

    def test_rows_below_are_new_people(self, book: Workspace, form: Maker) -> None:
        returned = form("staff").add(Họ_và_tên="Hoàng Thị H'Mây", Ngày_sinh="02/09/1990", Giới_tính="Nữ", Tình_trạng="")
        done = bring_in(book, "staff", returned.save())
        assert [each.title for each in done.added] == ["Hoàng Thị H'Mây"]
        added = next(shown for shown in people(book).values() if shown["full_name"] == "Hoàng Thị H'Mây")
        assert (added["unit_uid"], added["birth_date"], added["gender"]) == ("Lào Cai", "02/09/1990", "Nữ")

    def test_somebody_else_in_the_row_of_somebody_is_asked_about(self, book: Workspace, form: Maker) -> None:
        returned = form("staff").put("Trần Văn Hải", "Ngày sinh", "01/01/1970")
        returned.put("Trần Văn Hải", "Họ và tên", "Giàng A Páo")
        done = plan(book, "staff", returned.save())
        assert [doubt.name for doubt in done.doubts] == ["Giàng A Páo"]
        assert [people(book)[uid]["full_name"] for uid in done.doubts[0].candidates] == ["Trần Văn Hải"]
        answered = plan(book, "staff", returned.path, answers={done.doubts[0].key: done.doubts[0].candidates[0]})
        assert answered.problems == ()
        assert {change[2:] for change in changes(answered)} == {
            ("Trần Văn Hải", "Giàng A Páo"),
            ("07/04/1974", "01/01/1970"),
        }

    def test_somebody_who_moved_meanwhile_is_not_moved_back(self, book: Workspace, form: Maker) -> None:
        path = form.file("staff")
        mend(book, "Trần Văn Hải", unit_uid=unit_called(book, "sơn la"), department_uid=None, position="Hiệu trưởng")
        done = plan(book, "staff", ReturnedForm(path).put("Trần Văn Hải", "Ghi chú", "Chào các bạn").save())
        assert changes(done) == [("Trần Văn Hải", "Ghi chú", "", "Chào các bạn")]

    def test_a_person_put_in_the_trash_is_told(self, book: Workspace, form: Maker) -> None:
        uid = records.create(book, PersonDraft(full_name="Lò Văn Xóa", unit_uid=unit_called(book, "lào cai"))).uids[0]
        path = form.file("staff")
        records.delete(book, "person", [uid])
        done = plan(book, "staff", path)
        assert [problem.message[:40] for problem in done.problems] == ["Mã dòng này không còn trong sổ (đã xóa, "]


def test_ratings_filled_in(book: Workspace, form: Maker) -> None:
    path = make(book, "ratings", UNIT, 2026, form.folder / "xl.xlsx")
    returned = ReturnedForm(path)
    returned.put("Trần Văn Hải", "Xếp loại chất lượng", "Hoàn thành tốt nhiệm vụ")
    returned.put("Lý Thị Thanh Phượng", "Họ và tên", "Lý Phượng").put("Lý Phượng", "Xếp loại chất lượng", "HTXSNV")
    returned.put("Lý Phượng", "Số ngày nghỉ trong năm", 3)
    done = bring_in(book, "ratings", returned.save(), year=2020)
    written = {str(each.draft.values()["person_uid"]): each.draft.values() for each in done.added}
    assert done.notes[0].endswith("biểu này không sửa “Họ và tên”; hãy sửa ở biểu danh sách cán bộ hoặc trong sổ.")
    by_name = {people(book)[uid]["full_name"]: values for uid, values in written.items()}
    assert by_name.keys() == {"Trần Văn Hải", "Lý Thị Thanh Phượng"}
    assert [by_name["Trần Văn Hải"][key] for key in ("year", "quality", "days_off")] == [2026, "HTTNV", None]
    assert [by_name["Lý Thị Thanh Phượng"][key] for key in ("year", "quality", "days_off")] == [2026, "HTXSNV", 3]


def test_registrations_filled_in(book: Workspace, form: Maker) -> None:
    returned = form("registrations")
    returned.put("Trần Văn Hải", "Danh hiệu đăng ký", "Chiến sĩ thi đua cơ sở")
    returned.put("Khoàng Sừng Xe", "Danh hiệu đăng ký", "Lao động tiên tiến")
    returned.put("Trường Chính trị tỉnh Lào Cai", "Danh hiệu đăng ký", "Tập thể Lao động xuất sắc")
    done = bring_in(book, "registrations", returned.save())
    assert changes(done) == [
        ("Trần Văn Hải", "Danh hiệu, hình thức đăng ký", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở")
    ]
    added = {each.title: each.draft.values()["award"] for each in done.added}
    assert added == {"Khoàng Sừng Xe": "LDTT", "Trường Chính trị tỉnh Lào Cai": "TTLDXS"}


def test_events_filled_in(book: Workspace, form: Maker) -> None:
    returned = form("events")
    returned.put("Tham quan khu di tích Đền Thượng", "Số người dự", 45)
    returned.put("Tham quan khu di tích Đền Thượng", "Tên, chủ đề", "Về nguồn Đền Thượng")
    returned.page.cell(13, 2).value = "Hội thảo mới"
    returned.put(13, "Loại", "Hội thảo khoa học").put(13, "Ngày", "05/02/2019")
    done = bring_in(book, "events", returned.save(), year=2020)
    assert sorted(change[1:] for change in changes(done)) == [
        ("Số người dự", "", "45"),
        ("Tên, chủ đề", "Tham quan khu di tích Đền Thượng", "Về nguồn Đền Thượng"),
    ]
    new = done.added[0].draft.values()
    unit = unit_called(book, "lào cai")
    assert [new[key] for key in ("title", "year", "host_uid", "starts_on")] == [
        *("Hội thảo mới", 2019, unit),
        PartialDate(2019, 2, 5),
    ]


def test_scores_filled_in(book: Workspace, form: Maker) -> None:
    returned = form("scores")
    first = "Hoàn thành kế hoạch mở lớp đào tạo, bồi dưỡng được giao"
    returned.put(first, "Tự chấm", 7.25).put(first, "Minh chứng", "Kế hoạch số 1")
    done = bring_in(book, "scores", returned.save())
    assert [change[1:] for change in changes(done)] == [
        ("Tự chấm", "8", "7,25"),
        ("Minh chứng", "Kế hoạch năm, báo cáo số lớp và học viên", "Kế hoạch số 1"),
    ]
    returned.put(first, "Tự chấm", 9)
    assert "tối đa 8 điểm" in plan(book, "scores", returned.save()).problems[0].message


def test_a_form_of_another_kind_is_named(book: Workspace, form: Maker) -> None:
    with pytest.raises(errors.CannotRead, match="Đây là biểu “danh sách cán bộ”, không phải bảng xếp loại"):
        plan(book, "ratings", form.file("staff"))


def test_a_form_of_a_later_program_is_refused(book: Workspace, form: Maker) -> None:
    returned = form("staff")
    returned.book["Sổ Thi Đua"]["B1"] = "2"
    with pytest.raises(errors.CannotRead, match="bản mới hơn của chương trình"):
        plan(book, "staff", returned.save())


def test_a_form_of_another_book_is_read_by_names_and_says_so(
    book: Workspace, workspace: Workspace, unit: str, form: Maker
) -> None:
    records.create(workspace, PersonDraft(full_name="Trần Văn Hải", unit_uid=unit))
    done = plan(workspace, "staff", form.file("staff"), unit_uid=unit)
    assert done.problems == ()
    assert "Biểu do sổ khác lập nên mã dòng không dùng được" in done.notes[0]
    assert "Trần Văn Hải" not in [each.title for each in done.added]
    new = next(each.draft.values() for each in done.added if each.title == "Lý Thị Thanh Phượng")
    assert [new[key] for key in ("unit_uid", "birth_date", "gender", "position")] == [
        *(unit, PartialDate(1974, 8, 2), "NU", "Phó Hiệu trưởng"),
    ]


def test_without_its_hidden_sheets_a_form_still_knows_its_rows(book: Workspace, form: Maker) -> None:
    returned = form("staff").put("Trần Văn Hải", "Họ và tên", "Trần Hải Sơn")
    for name in ("Sổ Thi Đua", "Bản gốc", "Danh mục", "Hướng dẫn"):
        del returned.book[name]
    done = plan(book, "staff", returned.save(as_copy(returned.path, "chép.xlsx")))
    assert changes(done) == [("Trần Hải Sơn", "Họ và tên", "Trần Văn Hải", "Trần Hải Sơn")]
    assert done.added == ()


def test_what_an_event_of_its_kind_does_not_have_is_told(book: Workspace, form: Maker) -> None:
    returned = form("events").put("Tham quan khu di tích Đền Thượng", "Đối tượng, quỹ được tặng", "Học sinh nghèo")
    done = plan(book, "events", returned.save())
    assert done.changed == ()
    assert done.unchanged == done.read
    assert "không có mục “Đối tượng, quỹ được tặng: Học sinh nghèo”, nên không ghi" in done.notes[0]


def test_odd_names_and_words_of_the_book_stay_as_they_are(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    """What an import would mend or refuse in somebody's table is the book's own here."""
    odd = ("lò văn cường", "ThS. Trần Bê", "Đ/c Lê Cê", "Nguy?n V?n A", "HOÀNG THỊ D", "Ă" * 200, "Lê A, Trưởng khoa")
    notes = ("#N/A", "dòng 1\n\n  dòng 2", "=1+1", "x", "0", "_x000D_", None)
    for name, note in zip(odd, notes, strict=True):
        records.create(workspace, PersonDraft(full_name=name, unit_uid=unit, note=note))
    path = make(workspace, "staff", "LAOCAI", 2026, tmp_path / "biểu.xlsx")
    assert nothing_new(plan(workspace, "staff", path))
    returned = ReturnedForm(path)
    for row in range(6, 13):
        returned.put(row, "Chuyên ngành", "Toán")
    done = bring_in(workspace, "staff", returned.save())
    assert sorted(changes(done)) == sorted((name, "Chuyên ngành", "", "Toán") for name in odd)
    assert sorted(shown["full_name"] for shown in people(workspace).values()) == sorted(odd)


def test_emptied_cells_take_nothing_out_and_are_told(book: Workspace, form: Maker) -> None:
    returned = form("events")
    for row in (6, 7):
        returned.put(row, "Cấp", None)
    done = plan(book, "events", returned.save())
    assert (done.changed, done.unchanged) == ((), done.read)
    assert done.notes == ("“Cấp”: 2 ô đã bị xóa trắng (dòng 6, 7); sổ giữ như cũ. Muốn xóa thì xóa trong sổ.",)


class TestRegistrations:
    def test_a_copied_row_is_a_second_registration(self, book: Workspace, form: Maker) -> None:
        returned = form("registrations")
        lines = returned.lines()
        first = next(line for line in lines if line[1] == "Trần Văn Hải")
        award = returned.headings["Danh hiệu đăng ký"] - 1
        lines.append([*first[:award], "Chiến sĩ thi đua cơ sở", *first[award + 1 :]])
        done = bring_in(book, "registrations", returned.replace_lines(lines).save())
        added = done.added[0].draft.values()
        assert [(each.title, added["award"]) for each in done.added] == [("Trần Văn Hải", "CSTDCS")]
        assert [added["target"], added["registered_on"]] == [first[award + 1], PartialDate(2020, 1, 15)]
        assert done.changed == ()

    def test_a_second_title_in_the_same_cell_is_a_second_registration(self, book: Workspace, form: Maker) -> None:
        returned = form("registrations")
        returned.put("Trần Văn Hải", "Danh hiệu đăng ký", "Lao động tiên tiến; Chiến sĩ thi đua cơ sở")
        done = bring_in(book, "registrations", returned.save())
        assert [each.draft.values()["award"] for each in done.added] == ["CSTDCS"]
        assert done.changed == ()

    def test_a_department_called_otherwise_is_the_same(self, book: Workspace, form: Maker) -> None:
        returned = form("registrations").put("Khoa Lý luận cơ sở", "Ghi chú", "Ghi thêm")
        row = next(row for row in range(6, 70) if returned.page.cell(row, 2).value == "Khoa Lý luận cơ sở")
        returned.put(row, "Ghi chú", "Ghi thêm").put(row, "Họ và tên, tên tập thể", "Khoa LLCS")
        returned.put(row, "Chỉ tiêu, nội dung đăng ký", "05 sáng kiến")
        done = bring_in(book, "registrations", returned.save())
        assert ("Khoa Lý luận cơ sở", "Chỉ tiêu, nội dung đăng ký", "", "05 sáng kiến") in changes(done)
        assert done.added == ()

    def test_a_target_without_a_title_is_asked_for(self, book: Workspace, form: Maker) -> None:
        returned = form("registrations").put("Khoàng Sừng Xe", "Chỉ tiêu, nội dung đăng ký", "Hoàn thành")
        done = plan(book, "registrations", returned.save())
        assert [problem.message for problem in done.problems] == ["Chưa điền danh hiệu, hình thức."]


def test_a_wrong_day_in_a_known_row_stops_that_row_alone(book: Workspace, form: Maker) -> None:
    returned = form("staff").put("Trần Văn Hải", "Ngày vào Đảng", "31/02/2001")
    returned.put("Lý Thị Thanh Phượng", "Ghi chú", "Mới")
    done = plan(book, "staff", returned.save())
    assert [problem.message for problem in done.problems] == ["Tháng 2 năm 2001 chỉ có 28 ngày."]
    assert [each.title for each in done.changed] == ["Lý Thị Thanh Phượng"]
    assert done.unchanged == done.read - 2


def test_a_changed_code_is_told_and_a_cleared_one_is_a_new_row(book: Workspace, form: Maker) -> None:
    returned = form("staff").put("Trần Văn Hải", "Mã dòng (không sửa)", "01a2307e-0000")
    done = plan(book, "staff", returned.save())
    assert len(done.problems) == 1
    assert "Mã dòng này không còn trong sổ" in done.problems[0].message
    returned.put("Trần Văn Hải", "Mã dòng (không sửa)", None)
    assert nothing_new(plan(book, "staff", returned.save()))  # of that name and birth there is one


def test_a_column_that_a_school_added_is_told(book: Workspace, form: Maker) -> None:
    returned = form("scores")
    place = returned.page.max_column + 1
    returned.page.cell(5, place).value = "Số sổ"
    returned.page.cell(7, place).value = "12"
    returned.book.create_sheet("Giải trình")["A1"] = "Xin gửi Cụm"
    read = tables.read_tables(book, IMPORT_KINDS["scores"], returned.save())
    told = [(each.column, each.message) for each in read.remarks()][1:]
    assert told == [("", "Không phải bảng điểm nên không nhập."), ("Số sổ", "Cột này không được nhập.")]
    assert read.passed_over == ("Giải trình",)


def test_a_cell_that_cannot_be_read_is_no_empty_cell(book: Workspace, form: Maker) -> None:
    path = make(book, "ratings", UNIT, 2026, form.folder / "xl.xlsx")
    returned = ReturnedForm(path).put("Trần Văn Hải", "Xếp loại chất lượng", "#N/A")
    done = plan(book, "ratings", returned.save())
    assert [(problem.row, "#N/A" in problem.message) for problem in done.problems] == [(6, True)]
    assert done.unchanged == done.read - 1
