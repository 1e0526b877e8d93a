"""The names of the files of a batch: a pattern, and a preview of the first names."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from cluster_desktop import errors
from cluster_desktop.commands.printing.certificate_files import names_of
from cluster_desktop.commands.printing.certificates import Certificates
from cluster_desktop.domain.text.file_pattern import TOKENS
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import form_grid

_SHOWN = 3
_LONGEST = 56


class NameFilesDialog(QDialog):
    """A dialog for the pattern; ``pattern`` after it was accepted."""

    def __init__(self, batch: Certificates, pattern: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Mỗi người một tệp PDF")
        self.setMinimumWidth(520)
        self._batch = batch
        self.edit = QLineEdit(pattern)
        self.edit.setAccessibleName("Mẫu tên tệp")
        self.names = label("")
        self.error = label("", "error", wraps=True)
        self.accepting = button("&Chọn thư mục…", self.accept, kind="primary")
        self.accepting.setDefault(True)
        self._lay_out()
        self.edit.textChanged.connect(self._on_edit_changed)
        self._on_edit_changed()

    def _lay_out(self) -> None:
        tokens = "; ".join(f"{{{token}}} {meaning}" for token, meaning in TOKENS.items())
        column_of(
            self,
            form_grid(("Mẫu &tên tệp", self.edit), (label("Tên sẽ là"), self.names)),
            label(f"Các mục: {tokens}. Tên trùng được thêm số.", "hint", wraps=True),
            self.error,
            foot_of(self, self.accepting),
        )

    @property
    def pattern(self) -> str:
        """The pattern as it was typed."""
        return self.edit.text().strip()

    def _on_edit_changed(self) -> None:
        try:
            names = names_of(self._batch, self.pattern)
        except errors.Refused as error:
            self.error.setText(error.sentence)
            self.names.setText("–")
            self.accepting.setEnabled(False)
            return
        self.error.setText("")
        more = [f"… và {len(names) - _SHOWN} tệp khác"] if len(names) > _SHOWN else []
        self.names.setText("\n".join([*(_short(f"{name}.pdf") for name in names[:_SHOWN]), *more]))
        self.accepting.setEnabled(True)


def _short(name: str) -> str:
    """Shorten a long name in its middle."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 20]}…{name[-19:]}"
