"""The question after a print if every sheet came out; after a paper jam only the rest is printed."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from cluster_desktop.commands.printing.printings import void_after
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.ui.kit.cards import Banner
from cluster_desktop.ui.kit.layouts import BELOW, in_row
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.print_stops import note_stop


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOutcome:
    """Certificates that were sent to a printer: their awards, and the number each has on the page, in order."""

    printer: str
    award_uids: tuple[str, ...]
    numbers: tuple[int, ...]
    whole: bool
    """All requested sheets were sent."""
    event_uid: str = ""
    """The event whose certificates they are, which have no awards."""


class OutcomeRow(QWidget):
    """A question that waits under the preview until it is answered; ``resume_requested`` to print the rest."""

    resume_requested = Signal()
    noted = Signal()
    """Something was remembered on this computer that no act of the workspace announces."""
    turned = Signal()
    """Shown or hidden."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.outcome: PrintOutcome | None = None
        self.banner = Banner()
        in_row(self.banner, on=self, margins=BELOW)
        self.hide()

    def ask(self, outcome: PrintOutcome) -> None:
        """Ask whether these sheets came out."""
        self.outcome = outcome
        first, last = outcome.numbers[0], outcome.numbers[-1]
        which = (
            f"tờ {first}" if first == last else f"{show_number(len(outcome.numbers))} tờ, từ tờ {first} đến tờ {last}"
        )
        sent = f"Đã gửi {which} tới máy in “{outcome.printer}”."
        if not outcome.whole:
            sent = f"Máy in dừng giữa chừng: mới gửi {which}."
        self.banner.show_text(
            f"{sent} Giấy ra đủ chưa?",
            "accent" if outcome.whole else "caution",
            ("Ra đủ", self._on_all_out_clicked),
            ("Kẹt giấy, chỉ ra đến tờ…", self._on_jam_clicked),
        )
        self.show()
        self.turned.emit()

    def close_question(self) -> None:
        """Record that all came out, and close the question."""
        self.outcome = None
        self.hide()
        self.turned.emit()

    def jammed(self, last_good: int) -> None:
        """Record that only the sheets up to this number came out: the others do not count and can be printed next."""
        outcome = self.outcome
        if outcome is None:
            return
        lost = [number for number in outcome.numbers if number > last_good]
        if not lost:
            self._on_all_out_clicked()
            return
        if not self._note(outcome, last_good):
            return
        self.outcome = None
        rest = f"còn {show_number(len(lost))} tờ, in tiếp từ tờ {last_good + 1}"
        self.banner.show_text(
            f"Đã ghi: giấy ra đến tờ {last_good}; {rest}. Xử lý máy in rồi bấm In tiếp; để sau cũng được, sổ nhớ.",
            "caution",
            ("In tiếp…", self.resume_requested.emit),
            ("Để sau", self.close_question),
        )

    def _note(self, outcome: PrintOutcome, last_good: int) -> bool:
        """Record the sheets that came out; returns True when that was written."""
        if outcome.event_uid:
            note_stop(outcome.event_uid, last_good)
            self.noted.emit()
            return True
        pairs = zip(outcome.award_uids, outcome.numbers, strict=True)
        lost = tuple(uid for uid, number in pairs if number > last_good)
        return self._operations.do(void_after, lost) is not None

    def _on_all_out_clicked(self) -> None:
        outcome = self.outcome
        self.close_question()
        if outcome is not None and outcome.event_uid and outcome.whole:
            note_stop(outcome.event_uid, 0)
            self.noted.emit()

    def _on_jam_clicked(self) -> None:
        outcome = self.outcome
        if outcome is None:
            return
        first, last = outcome.numbers[0], outcome.numbers[-1]
        words = f"Số của tờ cuối cùng đã ra trọn vẹn ({first - 1} nếu chưa ra tờ nào):"
        number, accepted = QInputDialog.getInt(self, "Kẹt giấy", words, last, first - 1, last)
        if accepted:
            self.jammed(number)
