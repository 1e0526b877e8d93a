"""Saving a proof into a file or one file for each person, or printing it; the register records the sheets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QInputDialog, QWidget

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.issuing import IssueMark, mark
from cluster_desktop.commands.printing.certificate_files import pdf_names, print_each, write_printed
from cluster_desktop.commands.printing.certificates import Certificates
from cluster_desktop.commands.printing.printings import remember
from cluster_desktop.documents.certificates.imposition import imposed
from cluster_desktop.documents.certificates.measure_sheet import write_measure_sheet
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.documents.files.file_set import ExistingFiles, taken_names
from cluster_desktop.documents.formats.writing import write_document
from cluster_desktop.domain.text.file_pattern import USUAL, proper_name
from cluster_desktop.domain.text.numbers import show_number
from cluster_desktop.output_file import open_target
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.settings import Settings
from cluster_desktop.ui.kit import save_dialog
from cluster_desktop.ui.kit.existing_files import ask_existing
from cluster_desktop.ui.kit.operations import Operations, WorkProgress
from cluster_desktop.ui.printing import printers, printing
from cluster_desktop.ui.printing.calibrate import CalibrateDialog
from cluster_desktop.ui.printing.calibration import Calibration, remembered
from cluster_desktop.ui.printing.calibration import remember as remember_calibration
from cluster_desktop.ui.printing.name_files import NameFilesDialog
from cluster_desktop.ui.printing.print_choice import PrintDialog
from cluster_desktop.ui.printing.print_items import Proof
from cluster_desktop.ui.printing.print_outcome import PrintOutcome
from cluster_desktop.ui.printing.printers import TRAYS, Feed
from cluster_desktop.ui.printing.printing import PrintChoice

_SAVE_AS: Final = {".docx": "Lưu Word", ".xlsx": "Lưu Excel"}
_PATTERN: Final = "file_names"
_REMEMBERED: Final = " Sổ khen thưởng đã ghi nhớ."


@dataclass(frozen=True, slots=True)
class _Done:
    """The result of an output: the sentence for the status line and the changes."""

    sentence: str
    changes: Changes | None = None
    failed: bool = False
    outcome: PrintOutcome | None = None
    """The sheets sent to a printer, where the register has to record how many came out."""


def proposed_name(proof: Proof) -> str:
    """Return a file name without suffix: "Giấy khen 48-QĐ-TCT 2021-01-05", "Sổ khen thưởng 2020"."""
    order = proof.order
    if proof.source is not None:
        blank = "chữ trên phôi" if order.text_only else ""
        parts = [order.item.title, proof.source.name, proof.source.day.iso, blank]
    else:
        unit = next((unit.label for unit in proof.units if unit.uid == order.unit_uid), "")
        parts = [order.item.title, str(order.report_year or ""), unit]
    return proper_name(" ".join(part for part in parts if part))


class ProofOutput(QObject):
    """Saves and prints proofs in the background and lets the register record certificates.

    ``printed`` (PrintOutcome) when certificates of a decision went to a printer.
    """

    printed = Signal(object)

    def __init__(self, operations: Operations, window: QWidget) -> None:
        super().__init__(window)
        self._operations = operations
        self._window = window

    def save_pdf(self, proof: Proof) -> None:
        """Ask for a file and write the PDF of the preview."""
        path = save_dialog.ask_file(self._window, "Lưu PDF", proposed_name(proof), ".pdf")
        if path is not None:
            self.write_pdf(proof, path)

    def write_pdf(self, proof: Proof, path: Path) -> None:
        """Write the PDF of the preview; the register records certificates."""
        self._run("Đang lưu PDF", partial(_save_pdf, self._operations.workspace, proof, path))

    def save_several(self, proof: Proof, count: int) -> None:
        """Ask for the first free place and a file, and write *count* sheets to a page."""
        words = f"Tờ đầu tiên vào ô số (1 đến {count}, đếm từ trái sang phải, từ trên xuống):"
        slot, accepted = QInputDialog.getInt(self._window, f"{count} tờ trên một trang", words, 1, 1, count)
        if not accepted:
            return
        path = save_dialog.ask_file(self._window, "Lưu PDF", f"{proposed_name(proof)} {count} tờ một trang", ".pdf")
        if path is not None:
            self.write_several(proof, count, slot, path)

    def write_several(self, proof: Proof, count: int, slot: int, path: Path) -> None:
        """Write *count* sheets to a page, the first one in *slot*; the register records certificates."""
        self._run("Đang ghép tờ", partial(_save_several, self._operations.workspace, proof, (count, slot), path))

    def save_each(self, proof: Proof) -> None:
        """Ask for names and a folder and write one PDF for each recipient into the batch's folder there."""
        if proof.batch is None or not self._ask_names(proof.batch):
            return
        chosen = save_dialog.ask_folder(self._window, "Chọn nơi đặt thư mục các tệp PDF")
        if chosen is not None:
            self.write_each(proof, chosen / proposed_name(proof))

    def _ask_names(self, batch: Certificates) -> bool:
        """Ask for the names of the files; False when the dialog is cancelled."""
        dialog = NameFilesDialog(batch, _pattern(), self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        if accepted:
            Settings.load().set(_PATTERN, dialog.pattern)
        dialog.deleteLater()
        return accepted

    def write_each(self, proof: Proof, folder: Path) -> None:
        """Write one PDF for each recipient into *folder*; asks before it touches files of the same names."""
        if proof.batch is None:
            raise TypeError("only certificates are saved one by one")
        pattern = _pattern()
        names = pdf_names(proof.batch, pattern)
        taken = taken_names(folder, names)
        existing = ask_existing(self._window, folder, taken, len(names)) if taken else ExistingFiles.REFUSE
        if existing is not None:
            work = partial(_save_each, self._operations.workspace, proof, proof.batch, (folder, pattern, existing))
            self._run("Đang lưu từng tờ", work)

    def save_as(self, proof: Proof, suffix: str) -> None:
        """Ask for a file and write the report for Word (".docx") or Excel (".xlsx")."""
        path = save_dialog.ask_file(self._window, _SAVE_AS[suffix], proposed_name(proof), suffix)
        if path is not None:
            self.write_as(proof, path)

    def write_as(self, proof: Proof, path: Path) -> None:
        """Write the report in the format of the file's suffix."""
        self._run(f"Đang lưu {proof.order.item.title}", partial(_save_document, proof, path))

    def print_proof(self, proof: Proof, page: int) -> None:
        """Ask for printer, copies and pages; *page* (from 0) is the one on show."""
        dialog = self._dialog(proof, page)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if dialog.save_requested:
            self.save_pdf(proof)
        elif accepted:
            self._remember_feed(proof, dialog.choice)
            try:
                printer = printers.open_printer(dialog.choice.printer)
            except errors.UserError as error:
                self._operations.show_failure(error)
            else:
                self.send(proof, printer, dialog.choice)

    def send(self, proof: Proof, printer: QPrinter, choice: PrintChoice) -> None:
        """Print in the background; the register records the sheets that were sent."""
        self._run(f"Đang in {_title(proof)}", partial(_print, self._operations.workspace, proof, printer, choice))

    def _dialog(self, proof: Proof, page: int) -> PrintDialog:
        note = ""
        if 0 < len(proof.waiting) < proof.sheets:
            last = proof.waiting[0]
            note = f"Lần trước đã in đến tờ số {last}." if last else "Một số tờ đã in; tờ số 1 chưa in."
        elif proof.printed:
            note = f"{show_number(proof.printed)} tờ đã in trước đây; in lại sẽ được ghi thêm vào sổ khen thưởng."
        return PrintDialog(
            f"In {_title(proof)}",
            printing.paper_words(proof.size),
            proof.sheets,
            printers.printer_names(),
            usual=partial(self._usual_feed, proof),
            calibrate=partial(self._calibrate, proof),
            page=page + 1,
            waiting=proof.waiting,
            note=note,
            parent=self._window,
        )

    def _calibrate(self, proof: Proof, printer: str, feed: Feed, parent: QWidget) -> None:
        """Measure one printer, tray and paper."""
        settings, paper = Settings.load(), printing.paper_words(proof.size)
        calibration = remembered(settings, printer, feed.tray, paper)
        where = f"{printer} · {TRAYS[feed.tray]} · {paper}"
        print_sheet = partial(self._print_test_sheet, proof.size, printer, feed)
        dialog = CalibrateDialog(where, proof.size, calibration, print_sheet, parent)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.calibration is not None:
            remember_calibration(settings, printer, feed.tray, paper, dialog.calibration)
        dialog.deleteLater()

    def _print_test_sheet(self, size: PageSize, name: str, feed: Feed, calibration: Calibration) -> None:
        stream = BytesIO()
        write_measure_sheet(stream, size)
        try:
            printer = printers.open_printer(name)
            title = "Tờ thử máy in"
            printing.print_pages(stream.getvalue(), printer, [0], feed=feed, calibration=calibration, title=title)
        except errors.UserError as error:
            self._operations.show_failure(error)

    def _usual_feed(self, proof: Proof, printer: str) -> Feed:
        return printers.remembered_feed(Settings.load(), printer, _feed_name(proof))

    def _remember_feed(self, proof: Proof, choice: PrintChoice) -> None:
        printers.remember_feed(Settings.load(), choice.printer, _feed_name(proof), choice.feed)

    def _run(self, title: str, work: Callable[[WorkProgress], _Done]) -> None:
        self._operations.run_in_background(title, work, self._on_work_done)

    def _on_work_done(self, done: _Done) -> None:
        if done.changes is not None:
            self._operations.tell(done.changes, done.sentence)
        elif not done.failed:
            self._operations.say(done.sentence)
        if done.failed:
            self._operations.show_failure(errors.DocumentError(done.sentence))
        if done.outcome is not None:
            self.printed.emit(done.outcome)


def _feed_name(proof: Proof) -> str:
    """Name the feed settings: certificates may lie in another tray than letters and have bare backs."""
    return "certificates" if proof.batch is not None else "reports"


def _title(proof: Proof) -> str:
    item = proof.order.item
    pages = f"{show_number(proof.sheets)} {item.sheet_word}"
    return f"{pages} {item.title}" if item.is_certificate else f"{item.title} ({pages})"


def _save_pdf(workspace: Workspace, proof: Proof, path: Path, progress: WorkProgress) -> _Done:
    progress(0, 0)
    if proof.batch is None:
        with open_target(path) as stream:
            stream.write(proof.pdf)
        return _Done(f"Đã lưu {proof.order.item.title} vào “{path}”.", _marked(workspace, proof, IssueMark.SAVED))
    changes = write_printed(workspace, proof.batch, path, lambda stream: stream.write(proof.pdf))
    return _Done(f"Đã lưu {show_number(proof.sheets)} tờ vào “{path}”.{_register_words(proof)}", changes)


def _save_several(
    workspace: Workspace, proof: Proof, places: tuple[int, int], path: Path, progress: WorkProgress
) -> _Done:
    progress(0, 0)
    return _save_pdf(workspace, replace(proof, pdf=imposed(proof.pdf, *places)), path, progress)


def _save_document(proof: Proof, path: Path, progress: WorkProgress) -> _Done:
    progress(0, 0)
    if proof.document is not None:
        write_document(proof.document, path)
    return _Done(f"Đã lưu {proof.order.item.title} vào “{path}”.")


def _save_each(
    workspace: Workspace,
    proof: Proof,
    batch: Certificates,
    place: tuple[Path, str, ExistingFiles],
    progress: WorkProgress,
) -> _Done:
    folder, pattern, existing = place
    text_only = proof.order.text_only
    written = print_each(
        workspace, batch, folder, text_only=text_only, pattern=pattern, existing=existing, progress=progress
    )
    changes = Changes("In từng tờ", frozenset({"printing"}), batch.award_uids)
    return _Done(f"Đã lưu {show_number(len(written))} tệp vào thư mục “{folder}”.{_register_words(proof)}", changes)


def _print(workspace: Workspace, proof: Proof, printer: QPrinter, choice: PrintChoice, progress: WorkProgress) -> _Done:
    sent = _Sent(progress)
    try:
        number = printing.print_pages(
            proof.pdf,
            printer,
            choice.pages,
            copies=choice.copies,
            feed=choice.feed,
            calibration=remembered(Settings.load(), choice.printer, choice.feed.tray, printing.paper_words(proof.size)),
            title=proposed_name(proof),
            progress=sent,
        )
    except errors.UserError as error:
        return _stopped(workspace, proof, choice, sent.done, error)
    sentence = f"Đã gửi {show_number(number)} {proof.order.item.sheet_word} tới máy in “{choice.printer}”."
    if proof.batch is None:
        whole = set(choice.pages) >= set(range(proof.sheets))  # some of its pages are no printed document
        return _Done(sentence, _marked(workspace, proof, IssueMark.PRINTED) if whole else None)
    return _sent(workspace, proof, choice, len(choice.pages), _Done(sentence + _register_words(proof)))


def _marked(workspace: Workspace, proof: Proof, what: IssueMark) -> Changes | None:
    return mark(workspace, proof.issued_uid, what) if proof.issued_uid else None


class _Sent:
    """Counts the sheets sent to the printer and passes progress on."""

    def __init__(self, progress: WorkProgress) -> None:
        self._progress = progress
        self.done = 0

    def __call__(self, done: int, total: int) -> None:
        self.done = done
        self._progress(done, total)


def _stopped(workspace: Workspace, proof: Proof, choice: PrintChoice, done: int, error: errors.UserError) -> _Done:
    """Record the sheets sent before a print failed. Raises *error* when none was."""
    count = min(done, len(choice.pages))
    word = proof.order.item.sheet_word
    if not count:
        if isinstance(error, errors.Cancelled):
            raise errors.Refused(f"Đã dừng in trước khi {word} nào được gửi tới máy in.") from error
        raise error
    last = choice.pages[count - 1] + 1
    why = "Đã dừng in" if isinstance(error, errors.Cancelled) else f"Máy in “{choice.printer}” ngừng giữa chừng"
    kept = " được ghi vào sổ" if _register_words(proof) else ""
    sentence = f"{why} sau {word} số {last}; {show_number(count)} {word} đã gửi{kept}. Hãy xem {word} cuối cùng đã ra."
    return _sent(workspace, proof, choice, count, _Done(sentence, failed=True))


def _sent(workspace: Workspace, proof: Proof, choice: PrintChoice, count: int, done: _Done) -> _Done:
    """Record the first *count* sheets of the choice."""
    if proof.batch is None:
        return done
    pages = choice.pages[:count]
    part = proof.batch.only(pages)
    outcome = PrintOutcome(
        printer=choice.printer,
        award_uids=part.award_uids,
        numbers=tuple(page + 1 for page in pages),
        whole=not done.failed,
        event_uid=proof.source.uid if proof.source is not None and not part.award_uids and not proof.order.keys else "",
    )
    asked = part.award_uids or outcome.event_uid
    return replace(done, changes=remember(workspace, part), outcome=outcome if asked else None)


def _register_words(proof: Proof) -> str:
    """Describe the entry in the register, which does not cover certificates of events."""
    return _REMEMBERED if proof.batch is not None and proof.batch.award_uids else ""


def _pattern() -> str:
    """Return the pattern for names of files used last."""
    return Settings.load().get(_PATTERN, USUAL)
