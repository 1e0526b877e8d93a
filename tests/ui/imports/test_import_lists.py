"""Every list of records can be brought in from the page of its records, into the record on show."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.imports.plan import Shared
from cluster_desktop.commands.records import records
from cluster_desktop.domain.awards.councils import CouncilSessionDraft
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS, RowSubject
from cluster_desktop.domain.scoring.scoring import ScoreSheetDraft
from cluster_desktop.domain.units.units import ClusterDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.ui.awards.councils_section import SessionsList
from cluster_desktop.ui.awards.decisions_section import DecisionsList
from cluster_desktop.ui.awards.rounds_section import RoundsList
from cluster_desktop.ui.events.events_page import EventsPage
from cluster_desktop.ui.imports.import_lists import BELONGING, import_into_sheet
from cluster_desktop.ui.imports.import_table import ImportDialog
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.overview.milestones import MilestonesDialog
from cluster_desktop.ui.people.people_page import PeoplePage
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.units.departments_list import DepartmentsList
from cluster_desktop.ui.units.handover_list import HandoverList
from cluster_desktop.ui.units.pledge_section import PledgeList
from cluster_desktop.ui.units.roles_list import RolesList
from cluster_desktop.ui.units.units_list import UnitsList
from cluster_desktop.ui.units.units_page import _CLUSTERS, _MOVEMENTS, ScannedList
from tests.commands.imports.import_files import excel
from tests.ui.patience import PATIENCE

LISTS = (
    *(UnitsList, DepartmentsList, RolesList, HandoverList, PledgeList, SessionsList, RoundsList),
    *(DecisionsList, EventsPage, PeoplePage),
)
ELSEWHERE = frozenset({"criteria", "milestones", "recommendations"})
"""What the page of scores and the milestones of the overview take in themselves."""


def pages(operations: Operations, qtbot: QtBot) -> list[ListPage]:
    made: list[ListPage] = [page(operations) for page in LISTS]
    made += [ScannedList(operations, spec) for spec in (_CLUSTERS, _MOVEMENTS)]
    for page in made:
        qtbot.addWidget(page)
    return made


def test_every_list_of_records_is_offered_by_a_page(operations: Operations, qtbot: QtBot) -> None:
    offered = {act.text for page in pages(operations, qtbot) for act in page.spec.acts}
    lists = {key: kind for key, kind in IMPORT_KINDS.items() if kind.about is RowSubject.RECORD}
    missing = {key for key, kind in lists.items() if f"Nhập {kind.title}…" not in offered}
    assert missing == ELSEWHERE


def test_what_belongs_to_the_records_of_a_page_stands_in_a_menu_of_its_own(
    operations: Operations, qtbot: QtBot
) -> None:
    page = UnitsList(operations)
    qtbot.addWidget(page)
    page.show()
    page.list.more_asked.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (own,) = [action for action in menu.actions() if action.text() == "Nhập danh sách đơn vị…"]
    (under,) = [action.menu() for action in menu.actions() if action.text() == BELONGING]
    assert own.isEnabled()
    assert isinstance(under, QMenu)
    assert [action.text() for action in under.actions()] == [
        "Nhập danh sách tên cũ…",
        "Nhập danh sách người đứng đầu…",
        "Nhập danh sách khoa, phòng…",
        "Nhập bảng xếp loại đơn vị…",
    ]
    menu.close()


@pytest.mark.parametrize("owner", [True, False])
def test_members_come_into_the_session_on_show(qtbot: QtBot, workspace: Workspace, tmp_path: Path, owner: bool) -> None:
    uids = [
        records.create(workspace, CouncilSessionDraft(name=name, year=2020)).uids[0] for name in ("Họp một", "Họp hai")
    ]
    window = QWidget()
    qtbot.addWidget(window)
    shared = Shared(owner_uid=uids[1]) if owner else None
    dialog = ImportDialog(Operations(workspace, window), IMPORT_KINDS["council-members"], window, shared, 2020)
    qtbot.addWidget(dialog)
    of_which = "của “Họp hai” " if owner else ""
    assert dialog.windowTitle() == f"Nhập danh sách thành viên Hội đồng {of_which}từ Excel, Word"
    table = excel(tmp_path / "hội đồng.xlsx", ("TT", "Họ và tên", "Chức vụ"), (1, "Lù Văn Páo", "Hiệu trưởng"))
    dialog.read_file(table)
    qtbot.waitUntil(lambda: dialog._plan is not None and not dialog._operations.busy, timeout=PATIENCE)
    assert dialog._go.isEnabled() is owner
    if owner:
        qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: len(members(workspace)) == 1, timeout=PATIENCE)
        assert members(workspace) == [uids[1]]


def members(workspace: Workspace) -> list[object]:
    rows = workspace.read(listing.page, Listing(kind="council_member"), 0, 10)
    return [row.values["session_uid"] for row in rows]


def come_up(qtbot: QtBot, title: str) -> ImportDialog:
    """The window for a file that was just chosen, once its rows are compared."""

    def found() -> list[ImportDialog]:
        open_now = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ImportDialog))
        return [widget for widget in open_now if widget.windowTitle() == title and widget._plan is not None]

    qtbot.waitUntil(lambda: len(found()) == 1, timeout=PATIENCE)
    (coming,) = found()
    qtbot.waitUntil(lambda: not coming._operations.busy and coming._go.isEnabled(), timeout=PATIENCE)
    return coming


def test_the_milestones_of_a_year_come_from_a_file(
    qtbot: QtBot, operations: Operations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = excel(tmp_path / "mốc.xlsx", ("Việc", "Thời hạn"), ("Nộp bảng điểm", "05/11/2020"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(table), ""))
    window = QWidget()
    qtbot.addWidget(window)
    dialog = MilestonesDialog(operations, 2020, window)
    qtbot.addWidget(dialog)
    dialog.import_table()
    coming = come_up(qtbot, "Nhập danh sách mốc của năm từ Excel, Word")
    qtbot.mouseClick(coming._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("key", "head", "row", "kind"),
    [
        ("criteria", ("TT", "Nội dung tiêu chí", "Điểm tối đa"), (1, "Mở lớp", 5), "criterion"),
        (
            "recommendations",
            ("Đơn vị", "Đề nghị tặng", "Đồng ý"),
            ("Lào Cai", "Cờ thi đua cấp tỉnh", 6),
            "recommendation",
        ),
    ],
)
def test_criteria_and_votes_come_into_the_sheet_on_show(
    qtbot: QtBot,
    workspace: Workspace,
    unit: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    head: tuple[str, ...],
    row: tuple[object, ...],
    kind: str,
) -> None:
    cluster = records.create(workspace, ClusterDraft(name="Cụm số 2")).uids[0]
    sheets = [
        records.create(workspace, ScoreSheetDraft(name=f"Bảng {year}", cluster_uid=cluster, year=year)).uids[0]
        for year in (2019, 2020)
    ]
    table = excel(tmp_path / "bảng.xlsx", head, row)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(table), ""))
    window = QWidget()
    qtbot.addWidget(window)
    import_into_sheet(Operations(workspace, window), key, sheets[1], window)
    coming = come_up(qtbot, f"Nhập {IMPORT_KINDS[key].title} của “Bảng 2020” từ Excel, Word")
    qtbot.mouseClick(coming._go, Qt.MouseButton.LeftButton)

    def held() -> list[object]:
        return [each.values["sheet_uid"] for each in workspace.read(listing.page, Listing(kind=kind), 0, 10)]

    qtbot.waitUntil(lambda: held() == [sheets[1]], timeout=PATIENCE)
