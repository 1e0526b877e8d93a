"""A post typed over another one: the form asks in a line below whether it is new since a day or a slip put right."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.career import QualificationDraft
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.careers.as_of import person_on
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.settings import Settings
from cluster_desktop.ui.records.dating_bar import DatingBar, _Group
from cluster_desktop.ui.records.record_panel import RecordPanel
from tests.ui.people import SPEC, operations_on
from tests.ui.typing import type_into

GV, TK = "Giảng viên", "Trưởng khoa"


@pytest.fixture
def lecturer(workspace: Workspace, unit: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A lecturer since 2015, as the list of 2019 has it."""
    monkeypatch.setattr(_Group, "last_day", "")
    draft = PersonDraft(
        full_name="Lò Thị Ơn", unit_uid=unit, position=GV, joined_unit=PartialDate(2015), degree="THAC_SI"
    )
    with workspace.changing("Nhập") as session:
        return records.add(session, draft, sample="mẫu", dating=Dating(Way.LIST, "2019-12-31")).uid


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace, lecturer: str) -> RecordPanel:
    panel = RecordPanel(operations_on(qtbot, workspace), Settings.load(), SPEC)
    qtbot.addWidget(panel)
    panel.resize(560, 760)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_stored(lecturer)
    return panel


def standing(workspace: Workspace, uid: str, day: datetime.date) -> str | None:
    then = workspace.read(person_on, uid, day)
    return then["position"] if then else None


def type_position(panel: RecordPanel, words: str) -> DatingBar:
    type_into(panel.form, "position", words)
    return panel.dating


def test_nothing_is_asked_until_a_post_is_typed_over(panel: RecordPanel) -> None:
    assert panel.dating.isHidden()
    type_into(panel.form, "phone", "0912345678")
    assert panel.dating.isHidden()
    bar = type_position(panel, TK)
    assert (bar.isHidden(), bar.post.isHidden(), bar.training.isHidden()) == (False, False, True)
    assert bar.post.since.isChecked()
    assert bar.post.day.text() == datetime.date.today().strftime("%d/%m/%Y")
    assert bar.post.slip.text() == "&Sửa chỗ ghi sai (từ 31/12/2019)"
    type_position(panel, GV)
    assert panel.dating.isHidden()


def test_a_change_holds_since_the_day_that_is_typed_and_enter_saves(
    qtbot: QtBot, panel: RecordPanel, workspace: Workspace, lecturer: str
) -> None:
    bar = type_position(panel, TK)
    bar.post.day.setFocus()
    bar.post.day.selectAll()
    qtbot.keyClicks(bar.post.day, "1/3/2022")
    qtbot.keyClick(bar.post.day, Qt.Key.Key_Return)
    assert panel.dating.isHidden()
    assert standing(workspace, lecturer, datetime.date(2022, 2, 28)) == GV
    assert standing(workspace, lecturer, datetime.date(2022, 3, 1)) == TK
    bar = type_position(panel, "Phó Hiệu trưởng")
    assert bar.post.day.text() == "1/3/2022"  # the day typed last


def test_whoever_chooses_a_change_types_its_day_at_once(qtbot: QtBot, panel: RecordPanel) -> None:
    bar = type_position(panel, TK)
    bar.post.slip.click()
    qtbot.mouseClick(bar.post.since, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is bar.post.day
    qtbot.keyClicks(bar.post.day, "1/3/2024")
    assert bar.post.day.text() == "1/3/2024"


def test_a_slip_is_put_right_where_it_stands(panel: RecordPanel, workspace: Workspace, lecturer: str) -> None:
    bar = type_position(panel, TK)
    bar.post.slip.setChecked(True)
    assert panel.save()
    assert standing(workspace, lecturer, datetime.date(2018, 1, 1)) == TK


def test_a_day_that_is_none_is_said_and_nothing_is_lost(
    panel: RecordPanel, workspace: Workspace, lecturer: str
) -> None:
    bar = type_position(panel, TK)
    bar.post.day.setText("31/02/2022")
    assert not panel.save()
    assert "chỉ có 28 ngày" in bar.post.problem.text()
    assert panel.form.draft().values()["position"] == TK
    assert standing(workspace, lecturer, datetime.date.today()) == GV


def test_a_change_of_a_post_wants_its_day(panel: RecordPanel, workspace: Workspace, lecturer: str) -> None:
    bar = type_position(panel, TK)
    bar.post.day.setText("  ")
    assert not panel.save()
    assert bar.post.problem.text() == "Hãy gõ ngày bắt đầu thay đổi."
    assert standing(workspace, lecturer, datetime.date.today()) == GV


def test_a_level_that_was_empty_takes_no_day_from_the_post(
    panel: RecordPanel, workspace: Workspace, lecturer: str
) -> None:
    panel.form.show_part("Trình độ")
    panel.form.editor("political_theory").set_value("CAO_CAP", "Cao cấp")
    panel.form.editor("political_theory").changed.emit()
    panel.form.show_part("Thông tin chung")
    bar = type_position(panel, TK)
    assert bar.training.isHidden()
    bar.post.day.setText("1/3/2022")
    assert panel.save()
    rows = workspace.read(listing.page, Listing(kind="qualification").filtered("kind", "LY_LUAN"))
    assert [(row.shown["value"], row.shown["attained_on"]) for row in rows] == [("Cao cấp", "")]


def test_what_follows_later_is_said(panel: RecordPanel, workspace: Workspace, lecturer: str) -> None:
    values = {
        key: value for key, value in (panel.row.values if panel.row else {}).items() if key in PersonDraft().values()
    }
    draft = PersonDraft(**values | {"position": "Phó Hiệu trưởng"})  # type: ignore[arg-type]
    records.edit(workspace, lecturer, draft, Dating(Way.CHANGE, "2099-09-01"))
    panel.show_stored(lecturer)
    bar = type_position(panel, TK)
    assert bar.post.later.text() == "Sau đó giữ: Phó Hiệu trưởng từ 01/09/2099."


def test_a_higher_degree_asks_since_when_and_may_stay_without_a_year(
    panel: RecordPanel, workspace: Workspace, lecturer: str
) -> None:
    panel.form.show_part("Trình độ")
    panel.form.editor("degree").set_value("TIEN_SI", "Tiến sĩ")
    panel.form.editor("degree").changed.emit()
    bar = panel.dating
    assert (bar.post.isHidden(), bar.training.isHidden()) == (True, False)
    assert (bar.training.since.isChecked(), bar.training.day.text()) == (True, "")
    bar.training.day.setText("2022")
    assert panel.save()
    degrees = [workspace.read(person_on, lecturer, datetime.date(year, 12, 31)) for year in (2021, 2022)]
    assert [then["degree"] for then in degrees if then] == ["THAC_SI", "TIEN_SI"]


def test_a_degree_that_is_emptied_says_what_goes_and_what_counts_then(
    panel: RecordPanel, workspace: Workspace, lecturer: str
) -> None:
    draft = QualificationDraft(person_uid=lecturer, value="CU_NHAN", attained_on=PartialDate(2005))
    records.create(workspace, draft)
    panel.form.show_part("Trình độ")
    group = panel.dating.training
    for value, words in ((None, ""), ("TIEN_SI", "Tiến sĩ"), (None, "")):
        panel.form.editor("degree").set_value(value, words)
        panel.form.editor("degree").changed.emit()
        assert (group.since.isHidden(), group.day.isHidden()) == (value is None, value is None)
    assert group.slip.text() == "Bỏ “Thạc sĩ”; sau đó tính “Cử nhân” (2005)"
    assert panel.save()
    assert panel.row is not None
    assert panel.row.shown["degree"] == "Cử nhân"


def test_a_person_typed_today_is_put_right(qtbot: QtBot, panel: RecordPanel, workspace: Workspace, person: str) -> None:
    records.edit(
        workspace, person, PersonDraft(full_name="Nguyễn Văn Hiệp", unit_uid=unit_of(workspace, person), position=GV)
    )
    panel.show_stored(person)
    bar = type_position(panel, TK)
    assert bar.post.slip.isChecked()


def unit_of(workspace: Workspace, person: str) -> str:
    then = workspace.read(person_on, person, datetime.date.today())
    assert then is not None
    return str(then["unit_uid"])
