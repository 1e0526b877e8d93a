"""The record beside the list: edited in place, saved with one key, with what belongs to it and its history."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.nominations import AwardDraft, DecisionDraft
from cluster_desktop.domain.people.people import PersonDraft, RatingDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.records.child_list import ChildList
from cluster_desktop.ui.records.history_view import HistoryView
from cluster_desktop.ui.records.record import RecordDialog
from cluster_desktop.ui.records.record_head import RecordHead
from cluster_desktop.ui.records.record_panel import RecordPanel
from tests.ui.people import SPEC, operations_on
from tests.ui.questions import answering
from tests.ui.typing import type_into


@pytest.fixture
def operations(qtbot: QtBot, workspace: Workspace) -> Operations:
    return operations_on(qtbot, workspace)


@pytest.fixture
def panel(qtbot: QtBot, operations: Operations, person: str) -> RecordPanel:
    panel = RecordPanel(operations, Settings.load(), SPEC)
    qtbot.addWidget(panel)
    panel.resize(432, 700)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_stored(person)
    return panel


def stored(workspace: Workspace, uid: str) -> dict[str, str]:
    return dict(workspace.read(listing.find, "person", uid).shown)


def tab(panel: RecordPanel, title: str) -> ChildList | HistoryView:
    titles = panel.tabs.strip.offered()
    panel.tabs.strip.turn(titles.index(title))
    result = panel.tabs.current_widget()
    assert isinstance(result, ChildList | HistoryView)
    return result


def test_the_head_tells_who_it_is(panel: RecordPanel) -> None:
    assert panel.head.title.text() == "Nguyễn Văn Hiệp"
    assert panel.head.subtitle.text() == "Lào Cai"
    assert panel.tabs.strip.offered() == (
        "Thông tin chung",
        "Trình độ",
        "Liên hệ, ghi chú",
        "Quá trình công tác",
        "Văn bằng, trình độ",
        "Xếp loại",
        "Sáng kiến, đề tài",
        "Kỷ luật",
        "Người tham gia",
        "Khen thưởng",
        "Lịch sử",
    )


def test_a_day_under_the_name_says_which_day_it_is(qtbot: QtBot, workspace: Workspace, unit: str) -> None:
    head = RecordHead()
    qtbot.addWidget(head)
    draft = UnitDraft(code="CU", name="Trường cũ", short_name="Cũ", dissolved_on=PartialDate(2021, 7, 1))
    uid = records.create(workspace, draft).uids[0]
    head.show_row(workspace.read(listing.find, "unit", uid), ("short_name", "dissolved_on"))
    assert head.subtitle.text() == "Cũ · ngày giải thể, sáp nhập 01/07/2021"


def test_an_edit_is_saved_and_told(
    qtbot: QtBot, panel: RecordPanel, operations: Operations, workspace: Workspace, person: str
) -> None:
    assert not panel.save_button.isEnabled()
    type_into(panel.form, "position", "Trưởng khoa")
    assert panel.state.text() == "Có thay đổi chưa lưu"
    with qtbot.waitSignal(operations.notice) as notice, qtbot.waitSignal(operations.changed):
        qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    assert stored(workspace, person)["position"] == "Trưởng khoa"
    assert notice.args == ["Đã lưu cán bộ “Nguyễn Văn Hiệp”", True]
    assert not panel.unsaved
    assert panel.state.text() == ""


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_written(
    panel: RecordPanel, workspace: Workspace, person: str
) -> None:
    type_into(panel.form, "full_name", "")
    type_into(panel.form, "birth_date", "31/02/1976")
    assert not panel.save()
    assert panel.form.message("full_name") == "Chưa điền họ và tên."
    assert panel.form.message("birth_date") == "Tháng 2 năm 1976 chỉ có 29 ngày."
    assert panel.form.focusWidget() is panel.form.editor("full_name")
    assert panel.unsaved
    assert stored(workspace, person)["full_name"] == "Nguyễn Văn Hiệp"


def test_saving_goes_to_the_part_with_the_problem(panel: RecordPanel) -> None:
    type_into(panel.form, "identity_number", "123")
    tab(panel, "Lịch sử")
    assert not panel.save()
    assert panel.tabs.on_form
    assert panel.form.part == "Liên hệ, ghi chú"
    assert panel.form.message("identity_number") == "Số CCCD gồm 12 chữ số (CMND cũ 9 chữ số)."


def test_typing_is_taken_back(qtbot: QtBot, panel: RecordPanel) -> None:
    type_into(panel.form, "full_name", "Ai đó")
    qtbot.mouseClick(panel.revert_button, Qt.MouseButton.LeftButton)
    assert not panel.unsaved
    assert panel.form.draft() == panel.form.draft().normalised()
    assert panel.head.title.text() == "Nguyễn Văn Hiệp"


def test_a_new_person_takes_over_the_unit_of_the_one_before(
    panel: RecordPanel, workspace: Workspace, unit: str
) -> None:
    type_into(panel.form, "position", "Giảng viên")
    assert panel.save()
    panel.show_new({})
    draft = panel.form.draft()
    assert isinstance(draft, PersonDraft)
    assert (draft.unit_uid, draft.position) == (unit, None)
    assert panel.tabs.strip.offered() == ("Thông tin chung", "Trình độ", "Liên hệ, ghi chú")
    type_into(panel.form, "full_name", "Lò Thị Ơn")
    assert panel.save()
    assert panel.uid
    assert stored(workspace, panel.uid)["unit_uid"] == "Lào Cai"


def test_a_person_who_may_be_there_already_is_pointed_out(
    qtbot: QtBot, panel: RecordPanel, workspace: Workspace, unit: str, person: str
) -> None:
    panel.show_new({"unit_uid": unit})
    type_into(panel.form, "full_name", "Nguyen Van Hiep")
    assert not panel.save()
    assert panel.banner.text() == "Có thể trùng với Nguyễn Văn Hiệp (Lào Cai)."
    links = {button.text(): button for button in panel.banner.findChildren(QPushButton)}
    with qtbot.waitSignal(panel.record_requested) as request:
        links["Mở bản ghi đó"].click()
    assert request.args == ["person", person]
    links["Vẫn lưu"].click()
    assert workspace.read(listing.count, Listing(kind="person")) == 2


def test_yearly_classes_are_added_beside_the_person(
    qtbot: QtBot, panel: RecordPanel, operations: Operations, workspace: Workspace
) -> None:
    operations.changed.connect(panel.reread)
    ratings = tab(panel, "Xếp loại")
    assert isinstance(ratings, ChildList)
    assert ratings.model.rowCount() == 0
    ratings.add()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RecordDialog)
    type_into(dialog.form, "year", "2020")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.form.message("quality") == "Chưa điền xếp loại chất lượng."
    quality = dialog.form.editor("quality")
    quality.setFocus()
    qtbot.keyClick(quality, Qt.Key.Key_Down)
    dialog.save()
    assert not dialog.isVisible()
    assert [ratings.model.text(0, place) for place in (1, 2)] == ["2020", "Hoàn thành xuất sắc nhiệm vụ"]
    ratings.view.selectRow(0)
    qtbot.keyClick(ratings.view, Qt.Key.Key_Delete)
    assert ratings.model.rowCount() == 0
    assert workspace.read(listing.count, Listing(kind="rating", trashed=True)) == 1


@pytest.mark.parametrize(
    ("words", "open_after", "stored_after"), [("&Lưu", False, 1), ("&Bỏ thay đổi", False, 0), ("Ở lại", True, 0)]
)
def test_escape_does_not_lose_what_is_typed_in_a_small_record(
    qtbot: QtBot, panel: RecordPanel, workspace: Workspace, words: str, open_after: bool, stored_after: int
) -> None:
    ratings = tab(panel, "Xếp loại")
    assert isinstance(ratings, ChildList)
    ratings.add()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RecordDialog)
    type_into(dialog.form, "year", "2020")
    quality = dialog.form.editor("quality")
    quality.setFocus()
    qtbot.keyClick(quality, Qt.Key.Key_Down)
    with answering(words):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() is open_after
    assert workspace.read(listing.count, Listing(kind="rating")) == stored_after


def test_awards_of_a_person_are_read_only_and_lead_to_the_register(
    qtbot: QtBot, panel: RecordPanel, workspace: Workspace, unit: str, person: str
) -> None:
    decision = DecisionDraft(
        number="48/QĐ-TCT", decided_on=PartialDate(2021, 1, 8), year=2020, level="CO_SO", unit_uid=unit
    )
    decision_uid = records.create(workspace, decision).uids[0]
    award = records.create(workspace, AwardDraft(decision_uid=decision_uid, person_uid=person, award="LDTT")).uids[0]
    awards = tab(panel, "Khen thưởng")
    assert isinstance(awards, ChildList)
    assert awards.model.rowCount() == 1
    awards.view.selectRow(0)
    qtbot.keyClick(awards.view, Qt.Key.Key_Delete)
    assert workspace.read(listing.count, Listing(kind="award")) == 1
    with qtbot.waitSignal(panel.record_requested) as request:
        qtbot.keyClick(awards.view, Qt.Key.Key_Return)
    assert request.args == ["award", award]


def test_the_tabs_follow_the_record(panel: RecordPanel, workspace: Workspace, unit: str, person: str) -> None:
    records.create(workspace, RatingDraft(person_uid=person, year=2019, quality="HTTNV"))
    other = records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit)).uids[0]
    ratings = tab(panel, "Xếp loại")
    assert isinstance(ratings, ChildList)
    assert ratings.model.rowCount() == 1
    panel.show_stored(other)
    assert ratings.model.rowCount() == 0


def test_the_history_tells_old_and_new(panel: RecordPanel, operations: Operations, workspace: Workspace) -> None:
    operations.changed.connect(panel.reread)
    history = tab(panel, "Lịch sử")
    assert isinstance(history, HistoryView)
    type_into(panel.form, "birth_date", "02/09/1976")
    assert panel.save()
    assert "Ngày sinh: 09/1976 → 02/09/1976" in history.toPlainText()
    assert "Sửa cán bộ “Nguyễn Văn Hiệp”" in history.toPlainText()


def test_what_is_typed_survives_a_change_from_elsewhere(
    panel: RecordPanel, workspace: Workspace, unit: str, person: str
) -> None:
    type_into(panel.form, "position", "Trưởng khoa")
    changes = records.edit(workspace, person, PersonDraft(full_name="Nguyễn Văn Hiển", unit_uid=unit))
    panel.reread(changes)
    assert panel.unsaved
    draft = panel.form.draft()
    assert isinstance(draft, PersonDraft)
    assert (draft.full_name, draft.position) == ("Nguyễn Văn Hiệp", "Trưởng khoa")
    panel.discard()
    panel.reread(Changes("", frozenset({"person"}), (person,)))
    assert panel.head.title.text() == "Nguyễn Văn Hiển"
