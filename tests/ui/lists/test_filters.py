"""Chips above a list: several values at once, a field added, all taken off again by cross and key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.settings import Settings
from cluster_desktop.ui.lists.tick_list import TickList
from cluster_desktop.ui.records.list_panel import ListPanel
from tests.flows.hand import Hand
from tests.ui.people import SPEC, add_unit

SCHOOLS = ("Bắc Kạn", "Cao Bằng", "Điện Biên", "Hà Giang", "Hòa Bình", "Lai Châu", "Lạng Sơn", "Lào Cai", "Sơn La")
MORE = ("Thái Nguyên", "Tuyên Quang", "Yên Bái")


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> ListPanel:
    """One person of each of twelve schools, the doctor of them at Lào Cai."""
    for name in (*SCHOOLS, *MORE):
        degree = "TIEN_SI" if name == "Lào Cai" else None
        draft = PersonDraft(full_name=f"Lò {name}", unit_uid=add_unit(workspace, name), degree=degree)
        records.create(workspace, draft)
    panel = ListPanel(workspace, Settings.load(), SPEC)
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.reload()
    panel.show()
    with qtbot.waitActive(panel):
        panel.activateWindow()
    return panel


def ticks() -> TickList:
    """The list that dropped below a chip."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, TickList)
    return popup


def press(key: Qt.Key) -> None:
    target = ticks().focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def listed(panel: ListPanel) -> set[str]:
    return {panel.model.text(row, 1) for row in range(panel.model.rowCount())}


def test_schools_are_found_by_typing_ticked_with_keys_and_taken_off_by_the_cross(
    qtbot: QtBot, panel: ListPanel
) -> None:
    hand, chip = Hand(qtbot, panel), panel.filters.chips["unit_uid"]
    assert panel.model.rowCount() == 12
    hand.click(chip)
    popup = ticks()
    assert popup.search.isVisible()
    QTest.keyClicks(popup.search, "la")
    in_sight = [popup.list.item(place).text() for place in range(12) if not popup.list.item(place).isHidden()]
    assert in_sight == ["Lai Châu", "Lạng Sơn", "Lào Cai", "Sơn La"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(key)
    assert listed(panel) == {"Lò Lai Châu", "Lò Lạng Sơn"}
    assert chip.text() == "Lai Châu, Lạng Sơn"
    hand.click(popup.list.viewport(), popup.list.visualItemRect(popup.list.item(7)).center())
    assert chip.text() == "Đơn vị: 3 mục"
    assert chip.accessibleName() == "Lọc theo Đơn vị: Lai Châu, Lạng Sơn, Lào Cai"
    press(Qt.Key.Key_Escape)
    assert listed(panel) == {"Lò Lai Châu", "Lò Lạng Sơn", "Lò Lào Cai"}
    hand.click(chip)
    assert len(ticks().values()) == 3
    press(Qt.Key.Key_Escape)
    hand.click(chip, QPoint(chip.width() - 12, chip.height() // 2))
    assert QApplication.activePopupWidget() is None
    assert panel.model.rowCount() == 12
    assert chip.text() == "Đơn vị"


def test_a_field_is_added_to_the_filters_and_the_key_takes_its_values_off(qtbot: QtBot, panel: ListPanel) -> None:
    hand, bar = Hand(qtbot, panel), panel.filters
    before = set(bar.chips)
    hand.click_button("Bộ lọc", panel)
    hand.choose("Giới tính")
    (key,) = set(bar.chips) - before
    labels = [ticks().list.item(place).text() for place in range(ticks().list.count())]
    assert labels == ["Nam", "Nữ", "Chưa ghi nhận"]
    for stroke in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Enter):
        press(stroke)
    assert panel.model.rowCount() == 12
    press(Qt.Key.Key_Escape)
    degree = bar.chips["degree"]
    degree.setFocus()
    QTest.keyClick(degree, Qt.Key.Key_Space)
    popup = ticks()
    places = {popup.list.item(place).text(): place for place in range(popup.list.count())}
    popup.list.setCurrentRow(places["Tiến sĩ"])
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    assert listed(panel) == {"Lò Lào Cai"}
    QTest.keyClick(degree, Qt.Key.Key_Delete)
    assert panel.model.rowCount() == 12
    assert [item.key for item in bar.filters()] == [key]
    panel.clear()
    assert bar.filters() == ()
    assert bar.chips[key].text() == "Giới tính"
