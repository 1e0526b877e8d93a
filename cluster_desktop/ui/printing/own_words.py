"""The words of a document that the office writes itself, part by part, beside those of the model."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cluster_desktop.commands.settings.own_words import save_own_words
from cluster_desktop.domain.printing.own_words import SCOPE, YEAR, OwnWording, WordsPart
from cluster_desktop.records.queries.printing.own_words import own_words
from cluster_desktop.ui.kit.act_dialog import ActDialog
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row, scrolled, stretch
from cluster_desktop.ui.kit.operations import Operations

_SIZE: Final = (760, 640)
_LINE: Final = 20  # px
_LINES: Final = {WordsPart.BASES: 5, WordsPart.RECIPIENTS: 4, WordsPart.SIGNER_NAME: 1}
_USUAL_LINES: Final = 3
_FREE_LINES: Final = 6
_HINT: Final = (
    "Ô trống theo mẫu của chương trình, chữ mờ là lời của mẫu. Lời riêng dùng cho mọi văn bản loại này của {scope}, "
    f"hoàn tác được. {{{{{YEAR}}}}} thay bằng năm, {{{{{SCOPE}}}}} thay bằng tên nơi ban hành."
)
_OF_YEAR: Final = "Chỉ cho năm {year}. {hint}"


class OwnWordsDialog(ActDialog):
    """A box for each part of one kind of document; an empty one follows the model."""

    def __init__(self, operations: Operations, wording: OwnWording, title: str, parent: QWidget) -> None:
        super().__init__(operations, f"Lời văn: {title}", parent, _SIZE)
        self._wording, self._title = wording, title
        self._stored = operations.workspace.read(own_words, wording.place)
        self.edits = {part: self._edit(part) for part in wording.models}
        self.backs: dict[WordsPart, QPushButton] = {}
        self.models = {part: label(f"Mẫu: {wording.model(part)}", "quiet", wraps=True) for part in wording.models}
        self._lay_out()

    def _edit(self, part: WordsPart) -> QPlainTextEdit:
        edit = QPlainTextEdit(self._stored.get(part, ""))
        edit.setAccessibleName(part.label)
        edit.setPlaceholderText(self._wording.model(part))
        edit.setTabChangesFocus(True)
        lines = _LINES.get(part, _FREE_LINES if part.free else _USUAL_LINES)
        edit.setFixedHeight(lines * _LINE + Space.LARGE)
        return edit

    def _lay_out(self) -> None:
        inside = QWidget()
        in_column(*map(self._part, self.edits), stretch(), on=inside, space=Space.LARGE, margins=Space.SMALL)
        hint = label(_HINT.format(scope=self._wording.scope), "hint", wraps=True)
        save = go_button(self, "&Lưu", self.save)
        column_of(self, hint, grow(scrolled(inside)), self.message, foot_of(self, save))
        next(iter(self.edits.values())).setFocus()

    def _part(self, part: WordsPart) -> QVBoxLayout:
        edit = self.edits[part]
        begin = button("Sửa từ mẫu", partial(self._on_begin_clicked, part), kind="link")
        begin.setVisible(bool(self._wording.model(part)))
        back = button("Về mẫu", edit.clear, kind="link")
        for push in (begin, back):
            push.setAccessibleName(f"{push.text()}: {part.label}")
        self.backs[part] = back
        edit.textChanged.connect(partial(self._on_edit_changed, part))
        self._on_edit_changed(part)
        hint = _OF_YEAR.format(year=self._wording.place.year, hint=part.hint) if part.yearly else part.hint
        head = in_row(label(part.label, "label", buddy=edit), stretch(), begin, back)
        return in_column(head, label(hint, "hint", wraps=True), edit, self.models[part], space=Space.TIGHT)

    @property
    @override
    def unsaved(self) -> str:
        return self.windowTitle() if self._changed else ""

    @property
    def _changed(self) -> Mapping[WordsPart, str]:
        texts = {part: edit.toPlainText() for part, edit in self.edits.items()}
        return {part: text for part, text in texts.items() if text != self._stored.get(part, "")}

    @override
    def save(self) -> None:
        if self._changed:
            self.carry_out(save_own_words, self._wording, self._title, self._changed)
        else:
            self.accept()

    def _on_begin_clicked(self, part: WordsPart) -> None:
        self.edits[part].setPlainText(self._wording.model(part))
        self.edits[part].setFocus()

    def _on_edit_changed(self, part: WordsPart) -> None:
        own = bool(self.edits[part].toPlainText())
        self.backs[part].setVisible(own)
        self.models[part].setVisible(own and bool(self._wording.model(part)))
