"""What each picture shows: a name and how to get there. A scene may give the dialog to photograph."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cluster_desktop.records.queries import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.dialogs.figure_records import show_figure
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


def _scoring(part: str, evidence: bool = False, year: int = 2020) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        from cluster_desktop.ui.pages.scoring_page import ScoringPage
        from cluster_desktop.ui.scoring.points_part import PointsPart

        studio.window.choose_year(year)
        page = studio.window.show_page("scoring")
        if not isinstance(page, ScoringPage):
            raise TypeError("scoring")
        page.choose(part)
        studio.settle()
        found = page.current
        if isinstance(found, PointsPart) and evidence != found.evidence.isVisible():
            found.toggle_evidence()
        return None

    return arrange


def _no_sheet(studio: "Studio") -> object:
    studio.window.choose_year(2021)
    studio.window.show_page("scoring")
    studio.settle()
    studio.shoot("cham-diem-chua-co")
    studio.window.choose_year(2020)
    return None


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
    "cham-diem": _scoring("points"),
    "cham-diem-minh-chung": _scoring("points", evidence=True),
    "cham-diem-tieu-chi": _scoring("criteria"),
    "cham-diem-phan-cong": _scoring("rotation"),
    "cham-diem-suy-ton": _scoring("vote"),
    "cham-diem-nam-moi": _no_sheet,
    "in-an": _page("print"),
    "sua-mau": _editor,
    "in-danh-sach": _paper("short-list"),
    "in-thanh-tich": _paper("achievement-report"),
    "in-bang-diem": _paper("score-sheet"),
    "in-tong-ket": _paper("annual-summary"),
    "ban-ghi-cua-so-lieu": _figures,
    "thiet-lap": _page("settings"),
    "tro-giup": _help,
    "nhap-excel": _import,
    "khoi-phuc": _restore,
    "lap-quyet-dinh": _decide,
    "chao-mung": _welcome,
}
