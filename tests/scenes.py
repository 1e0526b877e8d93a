"""What each picture shows: a name and how to get there. A scene may give the dialog to photograph."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QScrollArea

from cluster_desktop.records.queries import listing
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.ui.dialogs.figure_records import show_figure
from cluster_desktop.ui.list_page import ListPage
from cluster_desktop.ui.pages.eligibility_section import EligibilitySection
from cluster_desktop.ui.pages.print_page import PrintPage
from cluster_desktop.ui.pages.print_papers import PAPERS
from cluster_desktop.ui.pages.sections_page import SectionsPage
from cluster_desktop.ui.pages.settings_page import SettingsPage

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


def _eligibility(studio: "Studio") -> object:
    page = studio.window.show_page("awards")
    if not isinstance(page, SectionsPage):
        raise TypeError("awards")
    page.choose("eligibility")
    studio.settle(1.0)
    section = page.current
    if isinstance(section, EligibilitySection):
        section.table.selectRow(3)
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


def _law(studio: "Studio") -> object:
    page = studio.window.show_page("settings")
    if not isinstance(page, SettingsPage):
        raise TypeError("settings")
    page.law.groups.setCurrentIndex(2)
    page.law.table.selectRow(3)
    studio.settle()
    page.findChild(QScrollArea).ensureWidgetVisible(page.law)
    return None


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


def _register(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.register import RegisterDialog

    dialog = RegisterDialog(_operations(studio), 2020, studio.window)
    dialog.picker.tick_all()
    dialog.show()
    return dialog


def _counts(studio: "Studio") -> object:
    from cluster_desktop.records.queries.registrations import registration_counts
    from cluster_desktop.ui.dialogs.registration_counts import CountsDialog

    dialog = CountsDialog(_operations(studio).workspace.read(registration_counts, 2020), 2020, studio.window)
    dialog.show()
    return dialog


def _propose(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.propose import ProposeDialog

    dialog = ProposeDialog(_operations(studio), 2020, "", studio.window)
    dialog.show()
    return dialog


def _ballots(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.ballots import BallotsDialog

    rows = _operations(studio).workspace.read(listing.page, Listing(kind="council_session"))
    dialog = BallotsDialog(_operations(studio), rows[-1].uid, studio.window)
    dialog.model.put(3, 5, "12")
    dialog.show()
    return dialog


def _received(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.received import ReceivedDialog

    dialog = ReceivedDialog(_operations(studio), 2020, studio.window)
    dialog.take_sent()
    dialog.show()
    return dialog


def _revoke(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.revoke import RevokeDialog

    rows = _operations(studio).workspace.read(listing.page, Listing(kind="award"), 0, 1)
    dialog = RevokeDialog(_operations(studio), rows, studio.window)
    dialog.show()
    return dialog


def _initiatives(studio: "Studio") -> object:
    from cluster_desktop.ui.dialogs.initiatives import InitiativesDialog

    wanted = Listing(kind="nomination", filters=(Filter("award", ("CSTDT",)),))
    (row,) = _operations(studio).workspace.read(listing.page, wanted)
    dialog = InitiativesDialog(_operations(studio), row.uid, studio.window)
    dialog.show()
    return dialog


def _dossier(studio: "Studio") -> object:
    wanted = Listing(kind="nomination", filters=(Filter("award", ("CSTDT",)),))
    (row,) = _operations(studio).workspace.read(listing.page, wanted)
    page = studio.window.show_page("awards")
    studio.window.show_record("nomination", row.uid)
    studio.settle()
    if isinstance(page, SectionsPage):
        page.listed.record.tabs.strip.turn(1)
    return None


def _operations(studio: "Studio") -> Any:
    return studio.book.operations


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
    "ho-so": _dossier,
    "dang-ky": _record("awards", "registration", 2),
    "dang-ky-nhanh": _register,
    "dang-ky-so-luong": _counts,
    "lap-danh-sach": _propose,
    "hoi-dong": _record("awards", "council_session", 1),
    "hoi-dong-thanh-vien": _record("awards", "council_session", 1, tab=1),
    "hoi-dong-de-nghi": _record("awards", "council_session", 1, tab=2),
    "kiem-phieu": _ballots,
    "cap-tren": _received,
    "thu-hoi": _revoke,
    "sang-kien-ho-so": _initiatives,
    "giao-uoc": _record("units", "pledge_target", 0),
    "de-nghi-dieu-kien": _record("awards", "nomination", 2, tab=2),
    "ai-du-dieu-kien": _eligibility,
    "quyet-dinh": _record("awards", "decision", 1),
    "quyet-dinh-danh-sach": _record("awards", "decision", 1, tab=1),
    "so-khen-thuong": _record("awards", "award", 4),
    "dot-de-nghi": _record("awards", "round", 0),
    "su-kien": _record("events", "event", 2),
    "su-kien-anh": _record("events", "event", 6, tab=7),
    "su-kien-moi": _new("events", "event"),
    "in-an": _page("print"),
    "sua-mau": _editor,
    "in-danh-sach": _paper("short-list"),
    "in-thanh-tich": _paper("achievement-report"),
    "in-tong-ket": _paper("annual-summary"),
    "ban-ghi-cua-so-lieu": _figures,
    "thiet-lap": _page("settings"),
    "luat-muc-tien": _law,
    "tro-giup": _help,
    "nhap-excel": _import,
    "khoi-phuc": _restore,
    "lap-quyet-dinh": _decide,
    "chao-mung": _welcome,
}
