"""Pictures of printing: codes, chosen sheets, names of files, a jam, checking a certificate."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.printing.print_choice import PrintDialog
from cluster_desktop.ui.printing.print_items import PRINT_ITEMS
from cluster_desktop.ui.printing.print_page import PrintPage

if TYPE_CHECKING:
    from tests.screenshots import Studio


def _print_page(studio: "Studio") -> PrintPage:
    page = studio.window.show_page("print")
    if not isinstance(page, PrintPage):
        raise TypeError("print")
    page.show_item(PRINT_ITEMS[0])
    _wait_for_proof(studio, page)
    return page


def _wait_for_proof(studio: "Studio", page: PrintPage) -> None:
    """Wait for the proof."""
    studio.settle()
    while page.maker.busy:
        studio.settle(0.2)


def _with_code(studio: "Studio") -> object:
    """Certificates with their code, some of them printed and jammed before."""
    from cluster_desktop.ui.printing.print_output import _Done, _sent
    from cluster_desktop.ui.printing.printing import PrintChoice

    page = _print_page(studio)
    page.choices.code.click()
    _wait_for_proof(studio, page)
    proof: Any = page.proof
    page.output._on_work_done(
        _sent(
            page.output._operations.workspace,
            proof,
            PrintChoice(printer="HP 1020", copies=1, first=1, last=5),
            5,
            _Done("Đã gửi 5 tờ."),
        )
    )
    _wait_for_proof(studio, page)
    page.outcome.jammed(3)
    page.bar.show_list(True)
    _wait_for_proof(studio, page)
    return None


def _chosen_sheets(studio: "Studio") -> object:
    from cluster_desktop.ui.printing.choose_sheets import ChooseSheetsDialog

    proof: Any = _print_page(studio).proof
    names = [content.recipient_name for content in proof.batch.contents]
    dialog = ChooseSheetsDialog(names, (0, 1, 2, 4), proof.waiting, studio.window)
    dialog.show()
    return dialog


def _named_files(studio: "Studio") -> object:
    from cluster_desktop.ui.printing.name_files import NameFilesDialog

    proof: Any = _print_page(studio).proof
    dialog = NameFilesDialog(proof.batch, "{so} {ten} - {don_vi}", studio.window)
    dialog.show()
    return dialog


def _resumed(studio: "Studio") -> object:
    page = _print_page(studio)
    proof: Any = page.proof
    dialog = PrintDialog(
        "In 25 tờ Giấy khen",
        "A4 ngang, 297 × 210 mm",
        proof.sheets,
        ["HP 1020"],
        waiting=proof.waiting,
        note="Lần trước đã in đến tờ số 3.",
        parent=studio.window,
    )
    dialog.show()
    return dialog


def _verified(studio: "Studio") -> object:
    page = _print_page(studio)
    if not page.choices.code.isChecked():
        page.choices.code.click()
        _wait_for_proof(studio, page)
    proof: Any = page.proof
    dialog = page.verify()
    dialog.text.setPlainText(proof.batch.contents[1].code)
    dialog.check_text()
    return dialog


def _forged(studio: "Studio") -> object:
    from cluster_desktop.domain.printing.certificate_code import code_text, message, read_code

    page = _print_page(studio)
    proof: Any = page.proof
    code = read_code(proof.batch.contents[1].code)
    words = message({**code.words, "recipient_name": "Người Khác"}, code.sheet)
    dialog = page.verify()
    dialog.text.setPlainText(code_text(words, code.key_print, code.signature))
    dialog.check_text()
    return dialog


def _printings(studio: "Studio") -> object:
    """The award whose sheet jammed before."""
    page = _print_page(studio)
    proof: Any = page.proof
    uid = proof.batch.award_uids[4]
    studio.window.show_record("award", uid)
    studio.settle()
    awards: Any = studio.window.show_page("awards")
    tabs = awards.section("award").record.tabs
    tabs.strip.turn(len(tabs._makers) - 2)
    return None


def _numbers(studio: "Studio") -> object:
    from cluster_desktop.ui.printing.give_numbers import GiveNumbersDialog

    operations: Any = studio.book.operations
    row = operations.workspace.read(listing.page, Listing(kind="decision"), 0, 1)[0]
    dialog = GiveNumbersDialog(operations, row.uid, row.title, studio.window)
    dialog.show()
    return dialog


def _own_words(studio: "Studio") -> object:
    """The words of a submission, one part of them the office's own."""
    from cluster_desktop.domain.printing.own_words import WordsPart
    from cluster_desktop.ui.printing.own_words import OwnWordsDialog

    page = _print_page(studio)
    page.show_item(next(item for item in PRINT_ITEMS if item.key == "submission"))
    _wait_for_proof(studio, page)
    proof: Any = page.proof
    operations: Any = studio.book.operations
    dialog = OwnWordsDialog(operations, proof.document.wording, proof.order.item.title, page)
    dialog.edits[WordsPart.COMPETENCE].setPlainText("Quy chế làm việc của Trường năm {nam}")
    dialog.show()
    return dialog


def _issued(studio: "Studio") -> object:
    """The list of what was issued, with a decision in it."""
    from cluster_desktop.commands.official_documents.issuing import issue

    page = _print_page(studio)
    page.show_item(next(item for item in PRINT_ITEMS if item.key == "decision"))
    _wait_for_proof(studio, page)
    proof: Any = page.proof
    operations: Any = studio.book.operations
    operations.do(issue, proof.order.item.document, proof.request)
    _wait_for_proof(studio, page)
    studio.shoot("da-phat-hanh")
    return page.show_issued()


def _issuing(studio: "Studio") -> object:
    """The question for number and day of a summary."""
    from cluster_desktop.ui.printing.issue_document import IssueDialog

    page = _print_page(studio)
    page.show_item(next(item for item in PRINT_ITEMS if item.key == "annual-summary"))
    _wait_for_proof(studio, page)
    page.bar.issue.click()
    return page.findChild(IssueDialog)


def _issuing_again(studio: "Studio") -> object:
    """A later version of a register: what differs, and the question why."""
    from cluster_desktop.commands.official_documents.issuing import issue
    from cluster_desktop.commands.records.records import delete
    from cluster_desktop.ui.printing.issue_document import IssueDialog

    page, operations = _print_page(studio), studio.book.operations
    page.show_item(next(item for item in PRINT_ITEMS if item.key == "annual-summary"))
    _wait_for_proof(studio, page)
    proof: Any = page.proof
    operations.do(issue, proof.order.item.document, proof.request)
    _wait_for_proof(studio, page)
    gone = operations.workspace.read(listing.page, Listing(kind="event"), 0, 1)[0]
    operations.do(delete, "event", [gone.uid])
    _wait_for_proof(studio, page)
    page.bar.issue.click()
    dialogs = page.findChildren(IssueDialog)
    return dialogs[-1]


def _beside_decision(studio: "Studio") -> object:
    """A decision with what was issued of it."""
    return _decision_tab(studio, "Đã phát hành")


def _scans(studio: "Studio") -> object:
    """A decision without scans yet."""
    return _decision_tab(studio, "Bản chụp")


def _decision_tab(studio: "Studio", title: str) -> object:
    operations: Any = studio.book.operations
    row = next(
        row
        for row in operations.workspace.read(listing.page, Listing(kind="decision"), 0, 99)
        if row.title == "48/QĐ-TCT"
    )
    studio.window.show_record("decision", row.uid)
    studio.settle()
    awards: Any = studio.window.show_page("awards")
    tabs = awards.section("decision").record.tabs
    tabs.strip.turn(next(place for place, maker in enumerate(tabs._makers) if getattr(maker, "title", "") == title))
    return None


PRINT_SCENES: dict[str, Callable[["Studio"], object]] = {
    "in-an-ma": _with_code,
    "chon-to": _chosen_sheets,
    "ten-tep": _named_files,
    "in-tiep": _resumed,
    "kiem-tra-giay": _verified,
    "giay-gia": _forged,
    "cap-so": _numbers,
    "to-da-in": _printings,
    "van-ban-da-phat-hanh": _issued,
    "phat-hanh": _issuing,
    "phat-hanh-ban-moi": _issuing_again,
    "quyet-dinh-da-phat-hanh": _beside_decision,
    "quyet-dinh-ban-chup": _scans,
    "loi-van": _own_words,
}
