"""Law and money in the settings: read, set where it stands, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.law.catalogue import catalogue, law
from cluster_desktop.commands.records import undo
from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.law.catalogue_values import Group
from cluster_desktop.ui.law.law_card import LawCard
from cluster_desktop.ui.law.law_model import CERTAIN, VALUE, LawDelegate
from cluster_desktop.ui.settings.settings_page import SettingsPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.sample_window import opened


@pytest.fixture
def card(book: OpenWorkspace) -> LawCard:
    page = book.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page.law


def show(card: LawCard, group: str, law: str = "R2024") -> None:
    card.groups.setCurrentIndex(card.groups.findData(group))
    card.laws.setCurrentIndex(card.laws.findData(law))


def row_of(card: LawCard, key: str) -> int:
    entries = [card.model.line(row).entry for row in range(card.model.rowCount())]
    return next(row for row, entry in enumerate(entries) if entry is not None and entry.key == key)


def type_value(qtbot: QtBot, card: LawCard, key: str, words: str) -> None:
    """Type into the cell of a value, as an editor in the table does."""
    with qtbot.waitSignal(card.model.typed):
        card.model.setData(card.model.index(row_of(card, key), VALUE), words)


def value(card: LawCard, key: str) -> str:
    return str(card.model.data(card.model.index(row_of(card, key), VALUE)))


def test_a_value_set_in_place_is_marked_holds_and_goes_back(qtbot: QtBot, book: OpenWorkspace, card: LawCard) -> None:
    show(card, Group.SALARY)
    key = "salary.2019-07-01"
    type_value(qtbot, card, key, "1.600.000")
    qtbot.waitUntil(lambda: value(card, key) == "1.600.000 (riêng)")
    assert catalogue(opened(book)).entry(key) != law().entry(key)
    card.table.selectRow(row_of(card, key))
    card._on_back_clicked()
    assert value(card, key) == "1.490.000"
    undo.undo(opened(book))
    assert catalogue(opened(book)) != law()


def test_what_cannot_be_read_is_said_and_nothing_changes(qtbot: QtBot, book: OpenWorkspace, card: LawCard) -> None:
    show(card, Group.VOTE)
    type_value(qtbot, card, "rule.R2024.CSTDCS.vote", "nhiều")
    qtbot.waitUntil(lambda: bool(card.message.text()))
    assert value(card, "rule.R2024.CSTDCS.vote") == "80%"
    assert catalogue(opened(book)) == law()


def test_choices_are_chosen_and_a_rule_is_switched_off(qtbot: QtBot, book: OpenWorkspace, card: LawCard) -> None:
    show(card, Group.RULE, "R2017")
    key = "rule.R2017.LDTT.measure"
    index = card.model.index(row_of(card, key), VALUE)
    assert card.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    editor = LawDelegate(card.model).createEditor(card, QStyleOptionViewItem(), index)
    assert isinstance(editor, QComboBox)
    assert editor.itemText(0) == "không quy định"
    type_value(qtbot, card, key, "không quy định")
    qtbot.waitUntil(lambda: value(card, key) == "không quy định (riêng)")


def test_a_new_base_salary_is_added_in_its_place(card: LawCard) -> None:
    show(card, Group.SALARY)
    card.add_salary("ngày nào đó", "2.800.000")
    assert card.message.text()
    card.add_salary("01/07/2027", "2.800.000")
    assert card.message.text() == ""
    assert row_of(card, "salary.2027-07-01") == 0
    card.add_salary("01/07/2027", "2.900.000")
    assert "Đã có mức lương cơ sở từ 01/07/2027" in card.message.text()


def test_the_law_nobody_has_read_says_so_on_every_line(card: LawCard) -> None:
    show(card, Group.RULE, "R2026")
    assert card._banner.isVisibleTo(card)
    texts = {card.model.data(card.model.index(row, CERTAIN)) for row in range(card.model.rowCount())}
    assert texts == {"chưa kiểm chứng"}
    show(card, Group.RULE, "R2024")
    assert not card._banner.isVisibleTo(card)


def test_a_figure_set_while_looking_at_2026_stays_in_2026(qtbot: QtBot, book: OpenWorkspace, card: LawCard) -> None:
    show(card, Group.RULE, "R2025")
    type_value(qtbot, card, "rule.R2025.TTLDTT.share", "75 %")
    qtbot.waitUntil(lambda: value(card, "rule.R2025.TTLDTT.share") == "75% (riêng)")
    show(card, Group.RULE, "R2026")
    assert value(card, "rule.R2026.TTLDTT.share") == "75% (riêng)"
    assert card._all_back.text() == "Tất cả về theo luật (1)"
    type_value(qtbot, card, "rule.R2026.TTLDTT.share", "80 %")
    qtbot.waitUntil(lambda: value(card, "rule.R2026.TTLDTT.share") == "80% (riêng)")
    show(card, Group.RULE, "R2025")
    assert value(card, "rule.R2025.TTLDTT.share") == "75% (riêng)"
    assert card._all_back.text() == "Tất cả về theo luật (2)"
    show(card, Group.RULE, "R2026")
    card.table.selectRow(row_of(card, "rule.R2026.TTLDTT.share"))
    card._on_back_clicked()
    assert value(card, "rule.R2026.TTLDTT.share") == "70%"
    assert card._all_back.text() == "Tất cả về theo luật (1)"


def test_who_decides_is_only_read(card: LawCard) -> None:
    show(card, "decides")
    assert card.model.rowCount() == len(AwardKind)
    assert not card.model.flags(card.model.index(0, VALUE)) & Qt.ItemFlag.ItemIsEditable
    show(card, "given")
    texts = {card.model.line(row).what: card.model.line(row).value for row in range(card.model.rowCount())}
    assert texts["Chiến sĩ thi đua toàn quốc"] == "Bằng chứng nhận, khung, Huy hiệu, hộp đựng Huy hiệu"
    assert texts["Lao động tiên tiến"].startswith("Chỉ tiền thưởng")
