"""A form is filled by typing: it reads dates and numbers, offers records, and says what is wrong beside the field."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.domain.events.events import EventDraft, GiftDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.kit.search_combo import SearchCombo
from cluster_desktop.ui.records.form import WHOLE, Form
from cluster_desktop.ui.records.record import RecordDialog
from tests.ui.people import add_unit, operations_on
from tests.ui.typing import type_into


@pytest.fixture
def form(qtbot: QtBot, workspace: Workspace) -> Form:
    form = Form(workspace, PersonDraft)
    qtbot.addWidget(form)
    form.resize(432, 900)
    form.show()
    qtbot.waitExposed(form)
    return form


def leave(form: Form, key: str) -> None:
    form.editor(key).finished.emit()


def offered(form: Form, key: str) -> list[str]:
    """The lines below a field that is typed into."""
    editor = form.editor(key)
    assert isinstance(editor, SearchCombo)
    completer = editor.completer()
    assert completer is not None
    model = completer.completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_fields_stand_in_their_parts(form: Form) -> None:
    assert form.parts == ("Thông tin chung", "Trình độ", "Liên hệ, ghi chú")
    assert form.editor("full_name").accessibleName() == "Họ và tên"
    assert form.message("birth_date") == "Gõ năm, tháng/năm hoặc ngày đều được."


def test_a_date_is_judged_when_it_is_left_and_written_the_usual_way(qtbot: QtBot, form: Form) -> None:
    type_into(form, "birth_date", "31/02/1976")
    assert form.message("birth_date") == "Gõ năm, tháng/năm hoặc ngày đều được."
    leave(form, "birth_date")
    assert form.message("birth_date") == "Tháng 2 năm 1976 chỉ có 29 ngày."
    type_into(form, "birth_date", "2-9-76")
    leave(form, "birth_date")
    editor = form.editor("birth_date")
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "02/09/1976"
    assert form.message("birth_date") == "Gõ năm, tháng/năm hoặc ngày đều được."


def test_a_pause_in_typing_is_enough_to_be_told(qtbot: QtBot, form: Form) -> None:
    type_into(form, "birth_date", "32/01/1976")
    qtbot.waitUntil(lambda: form.message("birth_date") == "Tháng 1 năm 1976 chỉ có 31 ngày.")


def test_what_contradicts_another_field_is_told(qtbot: QtBot, form: Form) -> None:
    type_into(form, "birth_date", "1976")
    type_into(form, "party_joined", "1970")
    leave(form, "party_joined")
    assert form.message("party_joined") == "Ngày vào Đảng (1970) phải sau ngày sinh (1976)."
    type_into(form, "birth_date", "1950")
    assert form.message("party_joined") == ""


def test_a_reference_is_found_by_typing_without_marks(qtbot: QtBot, form: Form, workspace: Workspace) -> None:
    uid = add_unit(workspace, "Điện Biên")
    add_unit(workspace, "Lạng Sơn")
    type_into(form, "unit_uid", "dien")
    leave(form, "unit_uid")
    type_into(form, "full_name", "Lò Thị Ơn")
    draft = form.draft()
    assert isinstance(draft, PersonDraft)
    assert draft.unit_uid == uid
    assert draft.full_name == "Lò Thị Ơn"


def test_a_reference_to_nothing_is_told(qtbot: QtBot, form: Form) -> None:
    type_into(form, "unit_uid", "không có")
    leave(form, "unit_uid")
    assert form.message("unit_uid") == "Đơn vị chưa có “không có”. Hãy chọn một mục trong danh sách."
    with pytest.raises(errors.InvalidDraft):
        form.draft()


def test_only_departments_of_the_chosen_unit_are_offered(qtbot: QtBot, form: Form, workspace: Workspace) -> None:
    first, second = add_unit(workspace, "Sơn La"), add_unit(workspace, "Lào Cai")
    type_into(form, "unit_uid", "son la")
    leave(form, "unit_uid")
    type_into(form, "department_uid", "khoa")
    assert offered(form, "department_uid") == ["Khoa Xây dựng Đảng Sơn La"]
    leave(form, "department_uid")
    draft = form.draft()
    assert isinstance(draft, PersonDraft)
    assert draft.unit_uid == first
    assert draft.department_uid is not None
    type_into(form, "unit_uid", "lao cai")
    leave(form, "unit_uid")
    draft = form.draft()
    assert isinstance(draft, PersonDraft)
    assert (draft.unit_uid, draft.department_uid) == (second, None)


def test_people_are_offered_with_what_tells_them_apart(qtbot: QtBot, workspace: Workspace, person: str) -> None:
    form = Form(workspace, NominationDraft)
    qtbot.addWidget(form)
    form.show()
    type_into(form, "person_uid", "hiep")
    assert offered(form, "person_uid") == ["Nguyễn Văn Hiệp  ·  09/1976 · Lào Cai"]
    leave(form, "person_uid")
    assert form.editor("person_uid").value() == person


def test_fields_come_and_go_with_the_choice_they_depend_on(qtbot: QtBot, workspace: Workspace) -> None:
    form = Form(workspace, NominationDraft)
    qtbot.addWidget(form)
    form.show()
    assert form.editor("person_uid").isVisible()
    assert not form.editor("unit_uid").isVisible()
    kind = form.editor("recipient_kind")
    assert isinstance(kind, QComboBox)
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_End)
    assert kind.currentText() == "Tập thể đơn vị"
    assert form.editor("unit_uid").isVisible()
    assert not form.editor("person_uid").isVisible()


def test_a_part_without_fields_is_not_offered(qtbot: QtBot, workspace: Workspace) -> None:
    form = Form(workspace, EventDraft)
    qtbot.addWidget(form)
    assert form.shown_parts() == ("Sự kiện", "Kinh phí, ghi chú")
    form.set_new({"kind": "HOI_THAO"})
    assert form.shown_parts() == ("Sự kiện", "Nội dung riêng", "Kinh phí, ghi chú")


def test_money_is_written_in_groups(qtbot: QtBot, workspace: Workspace) -> None:
    form = Form(workspace, GiftDraft, fixed={"event_uid": "x"})
    qtbot.addWidget(form)
    form.show()
    type_into(form, "description", "Áo ấm")
    for key, text in (("quantity", "30"), ("unit_value", "150000"), ("amount", "4000000")):
        type_into(form, key, text)
        leave(form, key)
    editor = form.editor("unit_value")
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "150.000"
    assert form.draft().values()["amount"] == 4_000_000  # the paper may name another sum than 30 times 150.000
    assert form.draft().values()["event_uid"] == "x"


def test_enter_goes_on_but_begins_a_new_line_in_a_note(qtbot: QtBot, form: Form) -> None:
    form.start()
    name = form.editor("full_name")
    assert form.focusWidget() is name
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert form.focusWidget() is form.editor("birth_date")
    form.show_field("note")
    note = form.editor("note")
    assert isinstance(note, QPlainTextEdit)
    type_into(form, "note", "một")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "hai")
    assert note.toPlainText() == "một\nhai"


def test_tab_goes_through_the_fields_in_reading_order(qtbot: QtBot, form: Form) -> None:
    form.start()
    keys = [field.key for field in form.fields if (field.part or WHOLE) == form.part]
    asked = [key for key in keys if form.applies(key)]
    visited = []
    for _key in asked:
        at = form.focusWidget()
        visited += [key for key in asked if form.editor(key) is at]
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert visited == asked


def test_only_what_differs_is_unsaved(qtbot: QtBot, form: Form, workspace: Workspace, person: str) -> None:
    form.set_row(workspace.read(listing.find, "person", person))
    unsaved = [form.dirty]
    with qtbot.waitSignal(form.changed):
        type_into(form, "full_name", "Nguyễn Văn Hiển")
    unsaved.append(form.dirty)
    type_into(form, "full_name", "Nguyễn Văn Hiệp")
    unsaved.append(form.dirty)
    assert unsaved == [False, True, False]


def test_problems_are_flagged_and_the_first_is_gone_to(form: Form) -> None:
    form.flag(form.problems)
    assert form.message("full_name") == "Chưa điền họ và tên."
    assert form.message("unit_uid") == "Chưa điền đơn vị."
    assert form.focusWidget() is form.editor("full_name")


def test_what_belongs_to_no_field_comes_back(form: Form) -> None:
    assert form.flag([errors.Problem("", "Sổ không nhận.")]) == "Sổ không nhận."


def test_a_department_of_the_same_name_in_another_unit_stays_apart(
    qtbot: QtBot, form: Form, workspace: Workspace
) -> None:
    first, second = add_unit(workspace, "Sơn La"), add_unit(workspace, "Lào Cai")
    for unit in (first, second):
        records.create(workspace, DepartmentDraft(unit_uid=unit, name="Phòng Tổ chức"))
    type_into(form, "unit_uid", "lao cai")
    leave(form, "unit_uid")
    type_into(form, "department_uid", "to chuc")
    leave(form, "department_uid")
    draft = form.draft()
    assert isinstance(draft, PersonDraft)
    departments = workspace.read(listing.page, Listing(kind="department", search="tổ chức"))
    owners = {row.uid: row.values["unit_uid"] for row in departments}
    assert owners[draft.department_uid or ""] == second


def test_what_is_typed_into_a_field_that_is_half_in_sight_can_be_read(qtbot: QtBot, workspace: Workspace) -> None:
    form = Form(workspace, NominationDraft)
    qtbot.addWidget(form)
    form.resize(432, 300)
    form.show()
    qtbot.waitExposed(form)
    page = form.currentWidget()
    assert isinstance(page, QScrollArea)
    note = form.editor("citation")
    assert isinstance(note, QPlainTextEdit)
    edge = note.mapTo(form, QPoint()).y() - page.viewport().height()
    page.verticalScrollBar().setValue(edge + 12)
    qtbot.mouseClick(note.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 6))
    qtbot.keyClicks(note, "Vuot kho")
    assert note.visibleRegion().boundingRect().height() == note.height()


def test_letters_where_a_count_belongs_are_answered_with_a_count(qtbot: QtBot, workspace: Workspace) -> None:
    form = Form(workspace, NominationDraft)
    qtbot.addWidget(form)
    form.show()
    type_into(form, "votes_total", "chín người")
    leave(form, "votes_total")
    assert form.message("votes_total") == "Gõ số nguyên, ví dụ 12 hoặc 1.490.000."
    assert "chín người" in [line.text() for line in form.findChildren(QLineEdit)]


def test_typing_into_the_first_field_writes_over_what_is_prefilled(qtbot: QtBot, workspace: Workspace) -> None:
    lao_cai, lai_chau = (add_unit(workspace, name) for name in ("Lào Cai", "Lai Châu"))
    form = Form(workspace, DepartmentDraft)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    form.set_new({"unit_uid": lao_cai})
    form.start()
    qtbot.keyClicks(form.editor("unit_uid"), "lai chau")
    leave(form, "unit_uid")
    assert form.editor("unit_uid").value() == lai_chau


def test_enter_after_the_last_field_leads_to_the_button_that_writes(
    qtbot: QtBot, workspace: Workspace, unit: str
) -> None:
    host = QWidget()
    dialog = RecordDialog(operations_on(qtbot, workspace), "unit_head", None, {"unit_uid": unit}, (), host)
    qtbot.addWidget(host)
    with qtbot.waitActive(dialog):
        dialog.show()
    last = dialog.form.editor("day")
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Return)
    reached = QApplication.focusWidget()
    assert isinstance(reached, QPushButton)
    assert reached.text() == "Lưu"
