"""The first page tells the year truly and leads to what waits."""

import datetime
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.domain.year.vocabulary import YearStage
from cluster_desktop.domain.year.year_plan import MilestoneDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.year.milestones import pressing, year_milestones
from cluster_desktop.records.queries.year.overview import planned_years
from cluster_desktop.settings import Settings
from cluster_desktop.ui.events.events_page import EventsPage
from cluster_desktop.ui.kit.links import ElidedLink
from cluster_desktop.ui.overview.milestones import MilestonesDialog
from cluster_desktop.ui.overview.overview_page import OverviewPage
from cluster_desktop.ui.overview.overview_parts import TaskList
from cluster_desktop.ui.overview.year_tasks import Task
from cluster_desktop.ui.records.sections_page import SectionsPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.people import operations_on
from tests.ui.sample_window import opened


def overview(book: OpenWorkspace) -> OverviewPage:
    page = book.window.show_page("overview")
    assert isinstance(page, OverviewPage)
    return page


def spoken(widget: object) -> str:
    return str(getattr(widget, "accessibleName")())  # noqa: B009 - bars and strips tell their figures this way


def test_the_staff_figures_are_those_of_the_article(book: OpenWorkspace) -> None:
    page = overview(book)
    degrees, theories = page.charts["degrees"], page.charts["theories"]
    assert spoken(degrees) == "Trình độ chuyên môn: Tiến sĩ 5, Thạc sĩ 174, Cử nhân 103, Trình độ khác 32."
    assert spoken(theories) == "Lý luận chính trị: Cao cấp 145, Cử nhân 5, Trung cấp 79, Chưa ghi nhận 85."
    assert "314 người" in page._cards["degrees"].figure.text()
    assert page._as_of.text() == "Tính đến 31/12/2020"


def test_figures_of_a_day_before_the_first_list_say_so(book: OpenWorkspace) -> None:
    page = overview(book)
    book.window.choose_year(2019)
    assert (
        page._as_of.text() == "Tính đến 31/12/2019, theo số liệu hiện có (297 người chưa rõ lúc đó)"
    )  # 17 came in 2020


def test_a_large_book_is_counted_in_the_background(qtbot: QtBot, book: OpenWorkspace) -> None:
    page = overview(book)
    page.large = 400  # the sample has 314 people and 120 awards
    book.window.choose_year(2019)
    qtbot.waitUntil(lambda: page._cards["awards"].title.text() == "Khen thưởng năm 2019")
    qtbot.waitUntil(lambda: spoken(page.charts["awards_by_year"]).count("20") > 1)
    assert "297 người" in page._cards["degrees"].figure.text()


def test_a_new_person_is_counted_at_once(book: OpenWorkspace) -> None:
    page = overview(book)
    workspace, operations = opened(book), book.operations
    assert operations is not None
    unit = workspace.read(listing.options, "unit")[0].uid
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, degree="TIEN_SI")
    operations.run(lambda: records.create(workspace, draft))
    assert "Tiến sĩ 6," in spoken(page.charts["degrees"])


def test_each_task_leads_to_where_it_is_settled(qtbot: QtBot, book: OpenWorkspace) -> None:
    page = overview(book)
    lines = page.tasks.findChildren(QPushButton)
    assert "Lai Châu chưa gửi danh sách đề nghị" in [line.accessibleName() for line in lines]
    waiting = next(line for line in lines if "chờ Hội đồng xét" in line.accessibleName())
    waiting.click()
    assert book.window.current is book.window.page("awards")
    awards = book.window.page("awards")
    assert isinstance(awards, SectionsPage)
    assert awards.current.kind == "nomination"


def test_the_newest_event_is_opened_by_its_name(book: OpenWorkspace) -> None:
    page = overview(book)
    name = page._event.accessibleName()
    page._event.click()
    current = book.window.current
    assert isinstance(current, EventsPage)
    assert current.record.head.title.text() == name


def test_another_year_tells_its_own_figures(book: OpenWorkspace) -> None:
    page = overview(book)
    in_2020 = spoken(page.charts["awards"])
    book.window.choose_year(2017)
    assert spoken(page.charts["awards"]) != in_2020
    assert "2017" in page._cards["awards"].title.text()


@pytest.mark.usefixtures("unit")
def test_a_book_with_a_unit_only_says_what_comes_first(qtbot: QtBot, workspace: Workspace) -> None:
    page = OverviewPage(operations_on(qtbot, workspace))
    qtbot.addWidget(page)
    page.set_year(2026)
    page.reread(None)
    page.show()
    words = [button.text() for button in page._empty.findChildren(QPushButton)]
    assert page._stack.currentWidget() is page._empty
    assert words == ["1. Thêm &đơn vị", "2. &Nhập cán bộ"]
    with qtbot.waitSignal(page.record_requested) as request:
        page._empty.findChildren(QPushButton)[1].click()
    assert request.args == ["person", ""]


def test_markup_in_names_stays_text(qtbot: QtBot, tmp_path: Path) -> None:
    name = "Sổ &amp; bạn" if sys.platform == "win32" else "Sổ <b>&"  # Windows has no such file names
    path = tmp_path / f"{name}.sothidua"
    widget = Workspace.create(path)
    records.create(widget, UnitDraft(code="A", name="<b>Trường</b> & bạn", short_name="<i>A</i>"))
    widget.close()
    book = OpenWorkspace(Settings.load())
    qtbot.addWidget(book.window)
    book.open(path)
    assert book.window.windowTitle() == f"{name} – Sổ Thi Đua"
    book.close()


def test_a_link_without_room_is_cut_but_can_be_read_whole(qtbot: QtBot) -> None:
    clicked: list[bool] = []
    link = ElidedLink(lambda *_checked: clicked.append(True))
    qtbot.addWidget(link)
    link.set_words("Giao lưu thể thao & văn nghệ của bảy trường chính trị")
    link.show()
    qtbot.waitExposed(link)
    link.resize(60, 24)
    assert link.text().endswith("…")
    assert link.toolTip() == link.accessibleName() == "Giao lưu thể thao & văn nghệ của bảy trường chính trị"
    link.resize(2000, 24)
    assert link.text() == "Giao lưu thể thao && văn nghệ của bảy trường chính trị"
    link.click()
    assert clicked == [True]


def lines_of(page: OverviewPage) -> list[str]:
    return [line.accessibleName() for line in page.tasks.findChildren(QPushButton)]


def test_the_stages_have_their_days_and_lead_on_by_keyboard(qtbot: QtBot, book: OpenWorkspace) -> None:
    page = overview(book)
    spoken = page.strip.accessibleName().split("; ")
    assert [words.split(":")[0] for words in spoken] == [choice.label for choice in list(YearStage)[:-1]]
    assert spoken[1] == "Ký giao ước: xong, 01/03"
    assert spoken[3].startswith("Đề nghị: đang làm, 15/10 · ")
    book.window.choose_year(2022)  # nothing is counted yet, so a stage leads to where it is done
    page.strip.setFocus()
    for _stage in range(5):
        qtbot.keyClick(page.strip, Qt.Key.Key_Right)
    qtbot.keyClick(page.strip, Qt.Key.Key_Return)
    awards = book.window.current
    assert isinstance(awards, SectionsPage)
    assert awards.listed.spec.kind == "decision"


def test_deadlines_and_who_owes_lead_to_what_settles_them(qtbot: QtBot, book: OpenWorkspace) -> None:
    workspace, page = opened(book), overview(book)
    today = datetime.date.today()
    due = PartialDate.of(today + datetime.timedelta(days=5))
    draft = MilestoneDraft(year=2020, stage="DANG_KY", title="Gửi <b>đăng ký</b> & chỉ tiêu", due_on=due)
    old = next(each for each in workspace.read(year_milestones, 2020) if each.stage == "DANG_KY")
    assert book.operations is not None
    book.operations.run(lambda: records.edit(workspace, old.uid, draft))
    owing = [line for line in lines_of(page) if "chưa đăng ký danh hiệu" in line]
    assert owing == ["Lai Châu chưa đăng ký danh hiệu"]
    lines = page.tasks.findChildren(QPushButton)
    line = next(line for line in lines if line.accessibleName() == "Gửi <b>đăng ký</b> & chỉ tiêu")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MilestonesDialog))
    assert dialog.view.selected_uids() == (old.uid,)
    dialog.mark(done=True)
    qtbot.waitUntil(lambda: not [line for line in lines_of(page) if "chỉ tiêu" in line])
    book.window.undo()
    assert workspace.read(pressing, today).uid == old.uid
    dialog.accept()


def test_next_year_is_planned_from_the_page(qtbot: QtBot, book: OpenWorkspace) -> None:
    workspace = opened(book)
    book.window.choose_year(2022)
    dialog = overview(book).show_milestones()
    assert dialog.model.rowCount() == 0
    dialog.plan()
    planned = workspace.read(year_milestones, 2022)
    assert [each.due_on.show() for each in planned][:2] == ["10/01/2022", "01/03/2022"]
    assert dialog.model.rowCount() == len(planned) == 10
    dialog.plan()
    assert "đã có đủ các mốc" in dialog.message.text()
    dialog.accept()
    assert 2022 in workspace.read(planned_years)


def test_a_year_without_awards_says_so(book: OpenWorkspace) -> None:
    page = overview(book)
    hint = next(each for each in page.findChildren(QLabel) if each.text() == "Năm này chưa ghi khen thưởng nào.")
    assert not hint.isVisibleTo(page)
    book.window.choose_year(2017)
    assert hint.isVisibleTo(page)
    assert not page.charts["kinds"].isVisibleTo(page)
    book.window.choose_year(2020)
    assert page.charts["kinds"].isVisibleTo(page)


def test_a_few_tasks_stand_close_together_at_the_top(qtbot: QtBot) -> None:
    tasks = TaskList()
    qtbot.addWidget(tasks)
    tasks.show_tasks([Task("print", "quiet", words, "", "award") for words in ("Một việc", "Việc thứ hai")])
    tasks.resize(400, 600)
    tasks.show()
    qtbot.waitExposed(tasks)
    first, second = tasks.findChildren(QPushButton)
    assert first.height() <= 48
    assert second.geometry().bottom() < 120
