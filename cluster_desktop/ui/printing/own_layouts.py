"""The acts below the list of layouts: taking a layout from a file, writing one out, dropping one."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from cluster_desktop.commands.printing.layouts import drop_layout, layout_text, take_layout, write_layout
from cluster_desktop.documents.certificates.layout_file import available_layouts
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.kit import save_dialog
from cluster_desktop.ui.kit.operations import Operations, WorkProgress
from cluster_desktop.ui.layout_editor.editor import LayoutEditor
from cluster_desktop.ui.printing.print_items import Proof

_FILES: Final = "Mẫu in (*.toml)"


class OwnLayouts(QObject):
    """The acts; ``chosen`` (name) when another layout is to be shown, '' for the default."""

    chosen = Signal(str)

    def __init__(self, operations: Operations, window: QWidget) -> None:
        super().__init__(window)
        self._operations, self._window = operations, window
        self._proof: Proof | None = None
        self._editing = QAction("Sửa mẫu trên màn hình…", self)
        self._taking = QAction("Nhập mẫu từ tệp…", self)
        self._writing = QAction("Xuất mẫu đang dùng…", self)
        self._dropping = QAction("Bỏ mẫu riêng này", self)
        self._editing.triggered.connect(self.edit)
        self._taking.triggered.connect(self._on_take_triggered)
        self._writing.triggered.connect(self._on_write_triggered)
        self._dropping.triggered.connect(self.drop)

    @property
    def acts(self) -> tuple[QAction, ...]:
        """The entries for the end of the list."""
        return self._editing, self._taking, self._writing, self._dropping

    @property
    def _name(self) -> str:
        """The name of the layout on show."""
        if self._proof is None:
            return ""
        return self._proof.order.layout or self._proof.order.item.layout

    def show_proof(self, proof: Proof) -> None:
        """Turn to the proof on show."""
        self._proof = proof if proof.order.item.is_certificate else None
        names = {layout.name for layout in available_layouts()}
        self._dropping.setEnabled(self._proof is not None and self._name not in names)

    def edit(self) -> LayoutEditor | None:
        """Open the editor with the layout on show and the certificates it is shown with."""
        proof = self._proof
        if proof is None or proof.batch is None:
            self._operations.say("Chọn quyết định có danh sách trước, rồi sửa mẫu.")
            return None
        text = layout_text(self._operations.workspace, self._name)
        base = proof.order.item.layout
        editor = LayoutEditor(self._operations, base, text, proof.batch.contents, self._window)
        editor.kept.connect(self.chosen)
        editor.open()
        return editor

    def take(self, path: Path) -> None:
        """Keep the layout of a file and show it."""
        if self._proof is None:
            return
        names: list[str] = []
        base = self._proof.order.item.layout
        if self._operations.do(_take, base, path, names) is not None:
            self.chosen.emit(names[0])

    def write(self, path: Path) -> None:
        """Write the layout on show into a file."""
        work = partial(_write, self._operations, self._name, path)
        self._operations.run_in_background("Đang xuất mẫu in", work, self._operations.say)

    def drop(self) -> None:
        """Drop the office's own layout on show; the default takes its place."""
        if self._operations.do(drop_layout, self._name) is not None:
            self.chosen.emit("")

    def _on_take_triggered(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self._window, "Nhập mẫu in", "", _FILES)
        if path:
            self.take(Path(path))

    def _on_write_triggered(self) -> None:
        path = save_dialog.ask_file(self._window, "Xuất mẫu in", self._name, ".toml")
        if path is not None:
            self.write(path)


def _take(workspace: Workspace, base: str, path: Path, names: list[str]) -> Changes:
    """Keep the layout of a file; *names* gets its name."""
    name, changes = take_layout(workspace, base, path)
    names.append(name)
    return changes


def _write(operations: Operations, name: str, path: Path, progress: WorkProgress) -> str:
    progress(0, 0)
    write_layout(operations.workspace, name, path)
    return f"Đã xuất mẫu in vào “{path}”. Sửa số đo (mm) rồi nhập lại để dùng."
