"""Pictures of the way of an award."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing
from cluster_desktop.ui.records.sections_page import SectionsPage
from tests.scenes.scene_parts import new, record

if TYPE_CHECKING:
    from tests.screenshots import Studio


def _decide(studio: "Studio") -> object:
    from cluster_desktop.ui.awards.decide import DecideDialog

    operations: Any = studio.book.operations
    rows = operations.workspace.read(listing.page, Listing(kind="nomination"), 0, 12)
    dialog = DecideDialog(operations, rows, {"year": 2020, "level": "CO_SO"}, studio.window)
    dialog.show()
    return dialog


def _register(studio: "Studio") -> object:
    from cluster_desktop.ui.awards.register import RegisterDialog

    dialog = RegisterDialog(_operations(studio), 2020, studio.window)
    dialog.picker.tick_all()
    dialog.show()
    return dialog


def _counts(studio: "Studio") -> object:
    from cluster_desktop.records.queries.awards.registrations import registration_counts
    from cluster_desktop.ui.awards.registration_counts import CountsDialog

    dialog = CountsDialog(_operations(studio).workspace.read(registration_counts, 2020), 2020, studio.window)
    dialog.show()
    return dialog


def _propose(studio: "Studio") -> object:
    from cluster_desktop.ui.awards.propose import ProposeDialog

    dialog = ProposeDialog(_operations(studio), 2020, "", studio.window)
    dialog.show()
    return dialog


def _ballots(studio: "Studio") -> object:
    from cluster_desktop.ui.awards.ballots import BallotsDialog

    rows = _operations(studio).workspace.read(listing.page, Listing(kind="council_session"))
    dialog = BallotsDialog(_operations(studio), rows[-1].uid, studio.window)
    dialog.model.setData(dialog.model.index(3, 5), "12")
    dialog.show()
    return dialog


def _received(studio: "Studio") -> object:
    from cluster_desktop.ui.awards.received import ReceivedDialog

    dialog = ReceivedDialog(_operations(studio), 2020, studio.window)
    dialog.take_sent()
    dialog.show()
    return dialog


def _revoke(studio: "Studio") -> object:
    from cluster_desktop.ui.awards.revoke import RevokeDialog

    rows = _operations(studio).workspace.read(listing.page, Listing(kind="award"), 0, 1)
    dialog = RevokeDialog(_operations(studio), rows, studio.window)
    dialog.show()
    return dialog


def _initiatives(studio: "Studio") -> object:
    from cluster_desktop.ui.awards.initiatives import InitiativesDialog

    query = Listing(kind="nomination", filters=(Filter("award", ("CSTDT",)),))
    (row,) = _operations(studio).workspace.read(listing.page, query)
    dialog = InitiativesDialog(_operations(studio), row.uid, studio.window)
    dialog.show()
    return dialog


def _dossier(studio: "Studio") -> object:
    query = Listing(kind="nomination", filters=(Filter("award", ("CSTDT",)),))
    (row,) = _operations(studio).workspace.read(listing.page, query)
    page = studio.window.show_page("awards")
    studio.window.show_record("nomination", row.uid)
    studio.settle()
    if isinstance(page, SectionsPage):
        page.listed.record.tabs.strip.turn(1)
    return None


def _report_words(studio: "Studio") -> object:
    from cluster_desktop.commands.dossiers.report_words import write_report_words
    from cluster_desktop.ui.awards.report_words import ReportWordsDialog

    operations = _operations(studio)
    rows = operations.workspace.read(listing.page, Listing(kind="nomination"), 0, 300)
    people = [row.values["person_uid"] for row in rows]
    again = next(row for row in rows if row.values["person_uid"] and people.count(row.values["person_uid"]) > 1)
    other = next(row for row in rows if row.values["person_uid"] == again.values["person_uid"] and row != again)
    operations.do(write_report_words, other.uid, "Dạy 300 giờ, vượt 20 giờ so với định mức.")
    dialog = ReportWordsDialog(operations, again.uid, studio.window)
    dialog.show()
    return dialog


def _operations(studio: "Studio") -> Any:
    return studio.book.operations


AWARD_SCENES: dict[str, Callable[["Studio"], object]] = {
    "de-nghi": record("awards", "nomination", 2),
    "de-nghi-moi": new("awards", "nomination"),
    "ho-so": _dossier,
    "bao-cao-thanh-tich": _report_words,
    "dang-ky": record("awards", "registration", 2),
    "dang-ky-nhanh": _register,
    "dang-ky-so-luong": _counts,
    "lap-danh-sach": _propose,
    "hoi-dong": record("awards", "council_session", 1),
    "hoi-dong-thanh-vien": record("awards", "council_session", 1, tab="Thành viên"),
    "hoi-dong-de-nghi": record("awards", "council_session", 1, tab="Đề nghị"),
    "kiem-phieu": _ballots,
    "cap-tren": _received,
    "thu-hoi": _revoke,
    "sang-kien-ho-so": _initiatives,
    "giao-uoc": record("units", "pledge_target", 0),
    "quyet-dinh": record("awards", "decision", 1),
    "quyet-dinh-danh-sach": record("awards", "decision", 1, tab="Danh sách"),
    "so-khen-thuong": record("awards", "award", 4),
    "dot-de-nghi": record("awards", "round", 0),
    "lap-quyet-dinh": _decide,
}
