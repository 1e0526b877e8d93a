"""Forms are made for the units that somebody ticks, one file each."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.record_kinds.form_kinds import FORM_KINDS
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.imports.make_forms import FormsDialog
from cluster_desktop.ui.kit import save_dialog
from cluster_desktop.ui.kit.operations import Operations
from tests.commands.forms.form_files import ReturnedForm, nothing_new, plan
from tests.ui.patience import PATIENCE


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    return made


def dialog_of(window: QWidget, workspace: Workspace, kind: str) -> FormsDialog:
    return FormsDialog(Operations(workspace, window), FORM_KINDS[kind], 2025, window)


def press(qtbot: QtBot, dialog: FormsDialog) -> None:
    with qtbot.waitSignal(dialog.accepted, timeout=PATIENCE):
        qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)


def test_one_unit_gets_a_file(
    qtbot: QtBot, window: QWidget, workspace: Workspace, person: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def chosen(_parent: QWidget, _title: str, name: str, suffix: str) -> Path:
        asked.append(name)
        return tmp_path / f"biểu{suffix}"

    monkeypatch.setattr(save_dialog, "ask_file", chosen)
    dialog = dialog_of(window, workspace, "ratings")
    dialog.units.tick(dialog.units.values())
    dialog.units.itemChanged.emit(dialog.units.item(0))
    assert dialog.make.text() == "&Lập biểu…"
    press(qtbot, dialog)
    assert asked == ["Bảng xếp loại chất lượng 2025 - Lào Cai"]
    returned = ReturnedForm(tmp_path / "biểu.xlsx").put("Nguyễn Văn Hiệp", "Xếp loại chất lượng", "HTNV")
    done = plan(workspace, "ratings", returned.save())
    assert [(each.draft.values()["person_uid"], each.draft.values()["year"]) for each in done.added] == [(person, 2025)]


def test_several_units_get_a_folder(
    qtbot: QtBot, window: QWidget, workspace: Workspace, unit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = records.create(workspace, UnitDraft(code="SONLA", name="Trường Sơn La", short_name="Sơn La")).uids[0]
    records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=other))
    monkeypatch.setattr(save_dialog, "ask_folder", lambda _parent, _title: tmp_path)
    dialog = dialog_of(window, workspace, "staff")
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Chọn tất &cả").click()
    assert dialog.make.text() == "&Lập 2 biểu…"
    press(qtbot, dialog)
    folder = tmp_path / "Biểu danh sách cán bộ"
    names = {path.name for path in folder.iterdir()}
    assert names == {"Danh sách cán bộ, viên chức - Lào Cai.xlsx", "Danh sách cán bộ, viên chức - Sơn La.xlsx"}
    assert nothing_new(plan(workspace, "staff", folder / "Danh sách cán bộ, viên chức - Sơn La.xlsx"))


def test_nothing_is_made_without_a_unit(window: QWidget, workspace: Workspace, unit: str) -> None:
    dialog = dialog_of(window, workspace, "events")
    dialog.units.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.units.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.make.isEnabled()
    assert dialog.sensitive.isHidden()


def test_a_refusal_leaves_the_dialog(
    qtbot: QtBot, window: QWidget, workspace: Workspace, unit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_dialog, "ask_file", lambda *_asked: tmp_path / "biểu.xlsx")
    dialog = dialog_of(window, workspace, "scores")
    dialog.units.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.show()
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.message.text() != "", timeout=PATIENCE)
    assert "Năm 2025 chưa có bảng điểm nào có đơn vị này" in dialog.message.text()
    assert dialog.isVisible()
    assert list(tmp_path.glob("*.xlsx")) == []
