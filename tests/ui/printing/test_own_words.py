"""The words of a document on the screen: beside the preview and in the settings, each part with the model's words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.official_documents.all_documents import compose
from cluster_desktop.commands.records import undo
from cluster_desktop.domain.printing.own_words import WordsPart
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.own_words import own_words
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.own_words import OwnWordsDialog
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS
from cluster_desktop.ui.printing.print_page import PrintPage
from cluster_desktop.ui.settings.words_card import WordsCard
from tests.ui.print_desk import opened, texts, turned_to

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def press(qtbot: QtBot, dialog: OwnWordsDialog, name: str) -> None:
    push = next(each for each in dialog.findChildren(QPushButton) if name in (each.text(), each.accessibleName()))
    qtbot.mouseClick(push, Qt.MouseButton.LeftButton)


def test_own_words_appear_in_the_preview_and_go_back_to_the_model(
    qtbot: QtBot, print_page: PrintPage, operations: Operations, workspace: Workspace, unit: str
) -> None:
    page = print_page
    opened(qtbot, page)
    assert page.choices.texts.isHidden()
    turned_to(qtbot, page, next(at for at, item in enumerate(PRINT_ITEMS) if item.key == "submission"))
    assert not page.choices.texts.isHidden()
    qtbot.mouseClick(page.choices.texts, Qt.MouseButton.LeftButton)
    dialog = page.findChild(OwnWordsDialog)
    assert dialog is not None
    edit = dialog.edits[WordsPart.RECIPIENTS]
    model = edit.placeholderText()
    assert model.splitlines()[-1] == "Lưu: VT, HĐTĐKT"
    assert dialog.backs[WordsPart.RECIPIENTS].isHidden()
    press(qtbot, dialog, "Sửa từ mẫu: Nơi nhận")
    assert edit.toPlainText() == model
    edit.setPlainText("Như trên\nLưu: VT, <b>Tổ chức</b>")
    assert dialog.models[WordsPart.RECIPIENTS].text() == f"Mẫu: {model}"
    assert not dialog.models[WordsPart.RECIPIENTS].isHidden()
    press(qtbot, dialog, "&Lưu")
    qtbot.waitUntil(lambda: page.proof is not None and "<b>Tổ chức</b>" in " ".join(texts(page.proof.pdf)))
    wording = compose(workspace, "submission", unit_uid=unit).wording
    assert wording is not None
    again = OwnWordsDialog(operations, wording, "Tờ trình", page)
    qtbot.addWidget(again)
    again.show()
    press(qtbot, again, "Về mẫu: Nơi nhận")
    press(qtbot, again, "&Lưu")
    assert workspace.read(own_words, wording.place) == {}
    undo.undo(workspace)
    assert workspace.read(own_words, wording.place) == {WordsPart.RECIPIENTS: "Như trên\nLưu: VT, <b>Tổ chức</b>"}


def test_words_that_cannot_be_used_keep_the_dialog_open_with_one_sentence(
    qtbot: QtBot, operations: Operations, workspace: Workspace, unit: str, print_page: PrintPage
) -> None:
    wording = compose(workspace, "submission", unit_uid=unit).wording
    assert wording is not None
    dialog = OwnWordsDialog(operations, wording, "Tờ trình", print_page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.edits[WordsPart.COMPETENCE].setPlainText("Kế hoạch năm {năm}")
    press(qtbot, dialog, "&Lưu")
    assert dialog.isVisible()
    assert "ô điền “{năm}” mà chương trình không biết" in dialog.message.text()
    assert dialog.edits[WordsPart.COMPETENCE].toPlainText() == "Kế hoạch năm {năm}"
    dialog.edits[WordsPart.COMPETENCE].clear()
    press(qtbot, dialog, "&Lưu")
    assert not dialog.isVisible()


def test_the_settings_lead_to_the_words_of_each_kind_of_document(
    qtbot: QtBot, operations: Operations, workspace: Workspace, unit: str
) -> None:
    card = WordsCard(operations)
    qtbot.addWidget(card)
    card.show()
    assert card.own.text() == "Mọi văn bản đang theo mẫu."
    card.documents.setCurrentIndex(card.documents.findData("decision"))
    card.edit()
    assert "Hãy chọn một quyết định" in card.message.text()
    card.documents.setCurrentIndex(card.documents.findData("submission"))
    assert card.message.text() == ""
    card.edit()
    dialog = card.findChild(OwnWordsDialog)
    assert dialog is not None
    dialog.edits[WordsPart.ADDRESSEE].setPlainText("Sở Nội vụ")
    press(qtbot, dialog, "&Lưu")
    card.reread()
    assert card.own.text() == "Có lời riêng: Tờ trình."
