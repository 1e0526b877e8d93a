"""Kiểm tra giấy chứng nhận: a pasted code, or a picture of it, checked offline and answered in plain words."""

from collections.abc import Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QTextBrowser, QWidget
from typing_extensions import override

from cluster_desktop import errors
from cluster_desktop.commands.printing.signing import own_key_text, read_public_key, trust_key
from cluster_desktop.commands.printing.verifying import CodeOutcome, CodeVerdict, verify_file, verify_text
from cluster_desktop.domain.printing.certificate_code import is_key
from cluster_desktop.records.changes import Changes
from cluster_desktop.ui.kit import theme
from cluster_desktop.ui.kit.cards import Banner
from cluster_desktop.ui.kit.dialog_parts import column_of
from cluster_desktop.ui.kit.file_drop import FileDrop
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import grow, in_row, stretch
from cluster_desktop.ui.kit.operations import Operations

_FILES: Final = "Ảnh, PDF (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.pdf);;Mọi tệp (*)"
_TONES: Final = {
    CodeOutcome.GENUINE: "good",
    CodeOutcome.VOID: "wrong",
    CodeOutcome.ALTERED: "wrong",
    CodeOutcome.UNKNOWN_KEY: "caution",
}
_GRAVEST: Final = (
    CodeOutcome.ALTERED,
    CodeOutcome.VOID,
    CodeOutcome.UNKNOWN_KEY,
    CodeOutcome.BROKEN,
    CodeOutcome.FOREIGN,
    CodeOutcome.UNREADABLE,
    CodeOutcome.GENUINE,
)
_HOW: Final = (
    "Quét mã trên giấy bằng điện thoại rồi dán đoạn chữ bắt đầu bằng STD1: vào đây, "
    "hoặc chọn ảnh chụp, ảnh quét, tệp PDF (kéo thả cũng được). Không cần mạng."
)


class VerifyDialog(FileDrop, QDialog):
    """A dialog that takes text or a file; keys of other offices (STDK1:…) are added here too."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._operations = operations
        self.verdicts: tuple[CodeVerdict, ...] = ()
        self.setWindowTitle("Kiểm tra giấy chứng nhận")
        self.resize(640, 600)
        self.setAcceptDrops(True)
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText("STD1:…")
        self.text.setAccessibleName("Chữ của mã kiểm tra")
        self.text.setFixedHeight(84)
        self.text.setTabChangesFocus(True)
        self.text.setAcceptDrops(False)
        self.banner = Banner()
        self.details = QTextBrowser()
        self.details.setAccessibleName("Kết quả kiểm tra")
        self.details.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._lay_out()

    def _lay_out(self) -> None:
        acts = in_row(
            button("&Kiểm tra chữ đã dán", self.check_text, kind="primary"),
            button("C&họn ảnh, PDF…", self._on_file_clicked, icon="image"),
            stretch(),
        )
        tip = "Gửi đoạn chữ này cho cơ quan khác để họ kiểm tra được giấy do sổ này ký"
        foot = in_row(
            button("Chép khóa &công khai của sổ này", self.copy_key, kind="link", tip=tip),
            stretch(),
            button("Đó&ng", self.reject),
        )
        column_of(self, label(_HOW, "quiet", wraps=True), self.text, acts, self.banner, grow(self.details), foot)

    def check_text(self) -> None:
        """Check a pasted text; a key of another office can be added."""
        text = self.text.toPlainText()
        if is_key(text):
            self._offer_key(text)
        elif text.strip():
            self.show_verdicts((verify_text(self._operations.workspace, text),))
        else:
            self._say("Chưa dán chữ nào. Hãy dán chữ của mã, hoặc chọn ảnh.", "caution")

    @override
    def add_files(self, paths: Sequence[Path]) -> None:
        self.check_file(paths[0])

    def check_file(self, path: Path) -> None:
        """Look for codes in a picture or PDF in the background."""
        work = partial(verify_file, self._operations.workspace, path)
        self._operations.run_in_background(f"Đang đọc “{path.name}”", work, self.show_verdicts, self._on_failed, self)

    def show_verdicts(self, verdicts: Sequence[CodeVerdict]) -> None:
        """Show the verdicts, the gravest first."""
        self.verdicts = tuple(sorted(verdicts, key=lambda verdict: _GRAVEST.index(verdict.outcome)))
        first = self.verdicts[0]
        many = f"{len(verdicts)} mã. " if len(verdicts) > 1 else ""
        self.banner.show_text(many + first.sentence, _TONES.get(first.outcome, "caution"))
        self.details.setHtml("<hr>".join(_html(verdict, alone=len(verdicts) == 1) for verdict in self.verdicts))

    def copy_key(self) -> None:
        """Copy this workspace's public key to the clipboard."""
        try:
            QGuiApplication.clipboard().setText(own_key_text(self._operations.workspace))
        except errors.UserError as error:
            self._on_failed(error)
        else:
            self._say("Đã chép khóa công khai của sổ này. Hãy dán vào thư gửi cơ quan cần kiểm tra giấy.", "good")

    def _offer_key(self, text: str) -> None:
        try:
            key = read_public_key(text)
        except errors.Refused as error:
            self._on_failed(error)
            return
        act = partial(trust_key, self._operations.workspace, key)
        self.details.clear()
        self.banner.show_text(
            f"Đây là khóa {key.shown} của “{key.name or 'một sổ không ghi tên'}”. "
            "Chỉ nhận khi đã hỏi lại cơ quan ấy (qua điện thoại) đúng khóa này.",
            "caution",
            ("Nhận khóa", partial(self._on_key_accepted, act)),
        )

    def _on_key_accepted(self, act: partial[Changes]) -> None:
        if self._operations.run(act) is not None:
            self._say("Đã nhận khóa. Giấy do sổ ấy ký từ nay kiểm tra được.", "good")
        else:
            self._say(self._operations.last_failure, "wrong")

    def _say(self, sentence: str, kind: str) -> None:
        self.verdicts = ()
        self.details.clear()
        self.banner.show_text(sentence, kind)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, errors.UserError):
            self._operations.show_failure(error)
            self._say(self._operations.last_failure, "wrong")
            return
        self._say(error.sentence, "wrong")

    def _on_file_clicked(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, "Chọn ảnh, PDF của giấy", "", _FILES)
        if name:
            self.check_file(Path(name))


def _html(verdict: CodeVerdict, *, alone: bool) -> str:
    quiet = theme.colours().quiet.name()
    lines = [] if alone else [f"<p><b>{escape(verdict.sentence)}</b></p>"]
    lines += [f"<p>{escape(note)}</p>" for note in verdict.notes]
    rows = [*verdict.words.items()]
    if verdict.sheet:
        rows.append(("Tờ", verdict.sheet))
    if verdict.key:
        rows.append(("Khóa", verdict.key))
    cells = "".join(
        f'<tr><td style="color:{quiet};padding:2px 16px 2px 0">{escape(name)}</td>'
        f'<td style="padding:2px 0">{escape(words).replace(chr(10), "<br>")}</td></tr>'
        for name, words in rows
    )
    return "".join(lines) + (f"<table>{cells}</table>" if cells else "")
