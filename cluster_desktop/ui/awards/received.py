"""Ghi quyết định của cấp trên: the decision at the left, its list typed quickly at the right."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from cluster_desktop.commands.awards.received_decisions import (
    OpenNomination,
    ReceivedLine,
    open_nominations,
    record_received,
)
from cluster_desktop.commands.law.cautions import before_session
from cluster_desktop.domain.awards.awards import AWARD_KINDS, AwardKind, award_problems
from cluster_desktop.domain.awards.nominations import DecisionDraft
from cluster_desktop.domain.awards.vocabulary import DecisionLevel, RoundKind
from cluster_desktop.domain.fields.fields import Value
from cluster_desktop.domain.people.recipients import REFERENCES, Recipient
from cluster_desktop.records.queries.lists import listing as listings
from cluster_desktop.records.queries.people.recipients import issuer_of, recipient_name
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.kit.dialog_parts import column_of, foot_of, go_button
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import Space, grow, in_column, in_row
from cluster_desktop.ui.kit.lists import line_list
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.kit.search_combo import SearchCandidate, SearchCombo, matching
from cluster_desktop.ui.records.form import Form
from cluster_desktop.ui.records.form_act import FormDialog

_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_MOST_OFFERED: Final = 20
_DECISION: Final = ("unit_uid", "note")
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReceivedDialog(FormDialog):
    """Name, award, Enter: the next line begins. Nominations sent to this level are added by one button."""

    def __init__(self, operations: Operations, year: int, parent: QWidget) -> None:
        form = Form(operations.workspace, DecisionDraft, hidden=_DECISION)
        super().__init__(operations, "Ghi quyết định của cấp trên", parent, (1060, 640), form)
        level, occasion = DecisionLevel.PROVINCE, RoundKind.REGULAR
        start: dict[str, Value] = {"year": year, "level": level, "occasion": occasion, "unit_uid": None}
        self.form.set_new(start)
        self._awards = [SearchCandidate(choice.code, choice.label) for choice in AwardKind]
        self._make_entry()
        self.list = line_list("Danh sách của quyết định")
        self._heading = label("", "section")
        for widget in (self.name.line, self.award.line, self.citation, self.list):
            widget.installEventFilter(self)
        self._lay_out()
        self.form.changed.connect(self._on_form_changed)
        self._put_award(AwardKind.PROVINCE_MERIT)
        self._issuer, self._level, self._seen = "", "", ""
        self._read_for = (0, "")
        self._waiting: tuple[OpenNomination, ...] = ()
        self._on_form_changed()
        self.form.start()

    def _make_entry(self) -> None:
        """Create the line in which the next recipient is typed."""
        self.name = SearchCombo(self._people)
        self.name.line.setPlaceholderText("Gõ tên người, khoa phòng, đơn vị…")
        self.name.setAccessibleName("Cá nhân, tập thể")
        self.award = SearchCombo(partial(matching, self._awards))
        self.award.setAccessibleName("Danh hiệu, hình thức")
        self.citation = QLineEdit(placeholderText="Thành tích (không bắt buộc)")
        self.award_name = QLineEdit(placeholderText="Tên ghi trong quyết định, nếu khác tên thường dùng")

    def _lay_out(self) -> None:
        column_of(
            self,
            grow(in_row(grow(self.form, 2), grow(self._right(), 3), space=Space.LARGE)),
            self.message,
            foot_of(self, go_button(self, "&Ghi quyết định", self._on_go_clicked)),
        )

    def _right(self) -> QVBoxLayout:
        self._sent = button("", self.take_sent, icon="import")
        hint = "Gõ tên rồi Enter để thêm dòng; danh hiệu giữ cho dòng sau. Delete bỏ dòng đang chọn."
        return in_column(
            in_row(grow(self._heading), self._sent),
            self.name,
            in_row(grow(self.award), grow(self.citation), button("&Thêm", self.add_line)),
            grow(self.list),
            self.award_name,
            label(hint, "hint", wraps=True),
        )

    # --- the list ---

    def lines(self) -> tuple[ReceivedLine, ...]:
        """Return the lines of the list, in order."""
        return tuple(self.list.item(place).data(_ROLE) for place in range(self.list.count()))

    def add_line(self) -> None:
        """Add the typed recipient to the list, and be ready for the next."""
        self.name.settle()
        self.award.settle()
        chosen, award = self.name.chosen, self.award.chosen
        if chosen is None or award is None:
            missing = "người hoặc tập thể" if chosen is None else "danh hiệu, hình thức"
            self.message.setText(f"Hãy chọn {missing} trong danh sách gợi ý rồi thêm.")
            return
        kind, _colon, uid = chosen.key.partition(":")
        problems = award_problems(award.key, kind)
        if problems:
            self.message.setText(problems[0].message)
            return
        self._append(ReceivedLine(Recipient(kind, uid), award.key, self.citation.text().strip()), chosen.label)
        self.name.put(None, "")
        self.name.setFocus()

    def take_sent(self) -> None:
        """Add every nomination that was sent to this level and has no decision yet."""
        listed = {(line.recipient, line.award) for line in self.lines()}
        for nomination in self._open():
            if (nomination.line.recipient, nomination.line.award) not in listed:
                self._append(nomination.line, f"{nomination.name} · {nomination.unit}")

    def _append(self, line: ReceivedLine, words: str) -> None:
        self.message.setText("")
        citation = f" · {line.citation}" if line.citation else ""
        item = QListWidgetItem(f"{self.list.count() + 1}. {words} · {AWARD_KINDS[line.award].label}{citation}")
        item.setData(_ROLE, line)
        self.list.addItem(item)
        self._show_count()

    def _remove(self) -> None:
        place = self.list.currentRow()
        if place < 0:
            return
        self.list.takeItem(place)
        workspace = self._operations.workspace
        for number, line in enumerate(self.lines(), start=1):
            name = workspace.read(recipient_name, line.recipient)
            citation = f" · {line.citation}" if line.citation else ""
            self.list.item(number - 1).setText(f"{number}. {name} · {AWARD_KINDS[line.award].label}{citation}")
        self._show_count()

    def _show_count(self) -> None:
        count, sent = self.list.count(), len(self._open())
        self._heading.setText(f"{count} lượt khen trong quyết định" if count else "Danh sách được khen")
        self._sent.setText(f"&Lấy {sent} đề nghị đã gửi")
        self._sent.setVisible(sent > 0)

    def _open(self) -> tuple[OpenNomination, ...]:
        """Return the nominations that wait for this level's decision; read again only for another year or level."""
        values = self.form.typed_values()
        year, level = values.get("year"), values.get("level")
        if not isinstance(year, int) or not isinstance(level, str):
            return ()
        if self._read_for != (year, level):
            self._read_for = (year, level)
            self._waiting = self._operations.workspace.read(open_nominations, year, level)
        return self._waiting

    def _on_form_changed(self) -> None:
        self._show_count()
        level = self.form.typed_values().get("level")
        if isinstance(level, str) and level != self._level:
            self._propose_issuer(level)

    def _propose_issuer(self, level: str) -> None:
        """Propose the body that decides at this level, as long as nobody typed another one."""
        proposed = self._operations.workspace.read(issuer_of, level)
        if (self.form.typed_values().get("issuer") or "") in ("", self._issuer):
            self.form.editor("issuer").set_value(proposed, proposed)
            self._issuer = proposed
        self._level = level

    def _put_award(self, code: str) -> None:
        award = next(candidate for candidate in self._awards if candidate.key == code)
        self.award.put(award, award.label)

    def _people(self, text: str) -> list[SearchCandidate]:
        workspace = self._operations.workspace
        if workspace.busy:
            return []
        candidates: list[SearchCandidate] = []
        for code, key in REFERENCES.items():
            listing = Listing(kind=key.removesuffix("_uid"), search=text)
            for row in workspace.read(listings.page, listing, 0, _MOST_OFFERED):
                unit = row.shown.get("unit_uid", "")
                candidates.append(SearchCandidate(f"{code}:{row.uid}", row.title, unit))
        return candidates[: _MOST_OFFERED * 2]

    # --- keys and writing ---

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.list and event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
            if watched is not self.list and event.key() in _ENTER:
                self.add_line()
                return True
        return super().eventFilter(watched, event)

    def _warned(self, draft: DecisionDraft) -> bool:
        """Warn once that the decision is dated before its session; pressed again, the button goes on."""
        listed = {(line.recipient, line.award) for line in self.lines()}
        answered = tuple(sent.uid for sent in self._open() if (sent.line.recipient, sent.line.award) in listed)
        sentence = self._operations.workspace.read(before_session, answered, draft)
        if not sentence or sentence == self._seen:
            return False
        self._seen = sentence
        self.message.setText(f"{sentence} Bấm “Ghi quyết định” lần nữa nếu đúng là như vậy.")
        return True

    def _on_go_clicked(self) -> None:
        draft = self.filled(DecisionDraft)
        if draft is None or self._warned(draft):
            return
        self.carry_out(record_received, draft, self.lines(), self.award_name.text().strip())
