"""What each picture shows: a name and how to get there. A scene may give the dialog to photograph."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cluster_desktop.records.queries import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.dialogs.figure_records import show_figure
from cluster_desktop.ui.dialogs.print_choice import PrintDialog
from cluster_desktop.ui.list_page import ListPage
from cluster_desktop.ui.pages.print_page import PrintPage
from cluster_desktop.ui.pages.print_papers import PAPERS
from cluster_desktop.ui.pages.sections_page import SectionsPage

if TYPE_CHECKING:
    from tests.screenshots import Studio


def _page(key: str) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        studio.window.show_page(key)
        return None

    return arrange


def _record(
    key: str, kind: str, place: int = 0, tab: int | None = None, search: str = ""
) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        page = studio.window.show_page(key)
        studio.settle()
        listed = page.section(kind) if isinstance(page, SectionsPage) else page
        if not isinstance(listed, ListPage):
            raise TypeError(key)
        if search:
            listed.list.search.setText(search)
            studio.settle()
        row = listed.list.model.row(place)
        studio.window.show_record(kind, row.uid if row else "")
        studio.settle()
        if tab is not None:
            listed.record.tabs.strip.turn(tab)
        return None

    return arrange


def _new(key: str, kind: str) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        page = studio.window.show_page(key)
        if isinstance(page, SectionsPage):
            page.choose(kind)
        listed = page.current if isinstance(page, SectionsPage) else page
        if not isinstance(listed, ListPage):
            raise TypeError(key)
        listed.discard()
        listed.add()
        studio.settle()
        studio.shoot(f"{key}-{kind}-moi")
        listed.discard()
        return None

    return arrange


def _paper(key: str) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        page = studio.window.show_page("print")
        if not isinstance(page, PrintPage):
            raise TypeError(key)
        page.show_paper(next(paper for paper in PAPERS if paper.key == key))
        studio.settle()
        return None

    return arrange


def _figures(studio: "Studio") -> object:
    """The annual summary with the list of its figures, and above it the records of one."""
    page = studio.window.show_page("print")
    if not isinstance(page, PrintPage):
        raise TypeError("print")
    page.show_paper(next(paper for paper in PAPERS if paper.key == "annual-summary"))
    studio.settle(1.0)
    page.figures.show()
    page.figures.list.setCurrentRow(6)
    studio.shoot("nguon-so-lieu")
    papers = next(spot.source for spot in page.proof.spots if spot.source.noun) if page.proof is not None else None
    return show_figure(studio.book.operations, papers, page) if papers and studio.book.operations else None


def _editor(studio: "Studio") -> object:
    page = studio.window.show_page("print")
    if not isinstance(page, PrintPage):
        raise TypeError("print")
    page.show_paper(PAPERS[0])
    studio.settle(1.0)
    made = page.own_layouts.edit()
    if made is not None:
        made.choose("box.signer-title")
    return made


def _print_page(studio: "Studio") -> PrintPage:
    page = studio.window.show_page("print")
    if not isinstance(page, PrintPage):
        raise TypeError("print")
    page.show_paper(PAPERS[0])
    _made(studio, page)
    return page


def _made(studio: "Studio", page: PrintPage) -> None:
    """Wait for the proof."""
    studio.settle()
    while page.maker.busy:
        studio.settle(0.2)


def _with_code(studio: "Studio") -> object:
    """Certificates with their code, some of them printed and jammed before."""
    from cluster_desktop.ui.pages.print_output import _Done, _sent
    from cluster_desktop.ui.printing import PrintChoice

    page = _print_page(studio)
    page.choices.code.click()
    _made(studio, page)
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
    _made(studio, page)
    page.outcome.jammed(3)
    page.bar.show_list(True)
    _made(studio, page)
    return None


def _chosen_sheets(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.choose_sheets import ChooseSheetsDialog

    proof: Any = _print_page(studio).proof
    names = [content.recipient_name for content in proof.batch.contents]
    dialog = ChooseSheetsDialog(names, (0, 1, 2, 4), proof.waiting, studio.window)
    dialog.show()
    return dialog


def _named_files(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.name_files import NameFilesDialog

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
        _made(studio, page)
    proof: Any = page.proof
    dialog = page.verify()
    dialog.text.setPlainText(proof.batch.contents[1].code)
    dialog.check_text()
    return dialog


def _forged(studio: "Studio") -> object:
    from cluster_desktop.domain.certificate_code import code_text, message, read_code

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
    from cluster_desktop.ui.dialogs.give_numbers import GiveNumbersDialog

    operations: Any = studio.book.operations
    row = operations.workspace.read(listing.page, Listing(kind="decision"), 0, 1)[0]
    dialog = GiveNumbersDialog(operations, row.uid, row.title, studio.window)
    dialog.show()
    return dialog


def _help(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.help_window import show_help

    return show_help(studio.window, "people")


def _import(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.import_staff import ImportDialog

    table = studio.folder.parent / "danh sách cán bộ.csv"
    table.write_text(
        "DANH SÁCH CÁN BỘ, VIÊN CHỨC\n\nTT,Họ và tên,Ngày sinh,Nam,Nữ,Chức vụ,Trình độ,LLCT\n"
        "1,Giàng A Páo,02/09/1976,x,,Giảng viên,Thạc sỹ,Cao cấp\n2,Lò Thị Ơn,31/02/1980,,x,Văn thư,Cử nhân,\n"
        "3,Vàng Thị Dợ,1990,,x,Chuyên viên,Đại học,Trung cấp\n",
        encoding="utf-8",
    )
    operations: Any = studio.book.operations
    dialog = ImportDialog(operations, studio.window)
    dialog.show()
    dialog.read_file(table)
    studio.settle()
    return dialog


def _restore(studio: "Studio") -> object:
    from cluster_desktop.records import backup
    from cluster_desktop.ui.dialogs.restore import RestoreDialog

    workspace: Any = studio.book.workspace
    backup.back_up(workspace, studio.book.backups)
    dialog = RestoreDialog(workspace, backup.backups_in(studio.book.backups), studio.window)
    dialog.list.setCurrentRow(0)
    dialog.show()
    return dialog


def _decide(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.decide import DecideDialog

    operations: Any = studio.book.operations
    rows = operations.workspace.read(listing.page, Listing(kind="nomination"), 0, 12)
    dialog = DecideDialog(operations, rows, {"year": 2020, "level": "CO_SO"}, studio.window)
    dialog.show()
    return dialog


def _welcome(studio: "Studio") -> object:
    studio.book.close()
    studio.book.show_welcome()
    return None


SCENES: dict[str, Callable[["Studio"], object]] = {
    "tong-quan": _page("overview"),
    "can-bo": _record("people", "person", 3),
    "can-bo-tim": _record("people", "person", 0, search="hiep"),
    "can-bo-trinh-do": _record("people", "person", 5, tab=1),
    "can-bo-lich-su": _record("people", "person", 5, tab=7),
    "nguoi-moi": _new("people", "person"),
    "don-vi": _record("units", "unit", 0),
    "khoa-phong": _record("units", "department", 0),
    "vai-tro": _record("units", "membership", 0),
    "phong-trao": _record("units", "movement", 0),
    "cum": _record("units", "cluster", 0),
    "don-vi-moi": _new("units", "unit"),
    "de-nghi": _record("awards", "nomination", 2),
    "de-nghi-moi": _new("awards", "nomination"),
    "quyet-dinh": _record("awards", "decision", 1),
    "quyet-dinh-danh-sach": _record("awards", "decision", 1, tab=1),
    "so-khen-thuong": _record("awards", "award", 4),
    "dot-de-nghi": _record("awards", "round", 0),
    "su-kien": _record("events", "event", 2),
    "su-kien-anh": _record("events", "event", 6, tab=7),
    "su-kien-moi": _new("events", "event"),
    "in-an": _page("print"),
    "in-an-ma": _with_code,
    "chon-to": _chosen_sheets,
    "ten-tep": _named_files,
    "in-tiep": _resumed,
    "kiem-tra-giay": _verified,
    "giay-gia": _forged,
    "cap-so": _numbers,
    "to-da-in": _printings,
    "sua-mau": _editor,
    "in-danh-sach": _paper("short-list"),
    "in-thanh-tich": _paper("achievement-report"),
    "in-tong-ket": _paper("annual-summary"),
    "ban-ghi-cua-so-lieu": _figures,
    "thiet-lap": _page("settings"),
    "tro-giup": _help,
    "nhap-excel": _import,
    "khoi-phuc": _restore,
    "lap-quyet-dinh": _decide,
    "chao-mung": _welcome,
}
