"""The page of people says what is still to come for somebody, and calls those on the staff by one word."""

import pytest
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.people.career import QualificationDraft, ServiceDraft
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.units import DepartmentDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists.ahead import ahead
from cluster_desktop.ui.kit.labels import TagLabel
from cluster_desktop.ui.people.people_page import PeoplePage
from tests.ui.people import add_unit, operations_on

TK = "Trưởng khoa"


@pytest.fixture
def lecturer(workspace: Workspace, unit: str) -> str:
    """A lecturer of a faculty."""
    faculty = records.create(workspace, DepartmentDraft(unit_uid=unit, name="Khoa Dân vận")).uids[0]
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, position="Giảng viên", department_uid=faculty)
    return records.create(workspace, draft).uids[0]


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, lecturer: str) -> PeoplePage:
    page = PeoplePage(operations_on(qtbot, workspace))
    qtbot.addWidget(page)
    page.set_year(2026)
    page.reread(None)
    page.resize(1100, 700)
    page.show()
    page.show_record("person", lecturer)
    return page


def chips(page: PeoplePage) -> list[str]:
    layout = page.record.head.ahead.layout()
    assert layout is not None
    widgets = [item.widget() for place in range(layout.count()) if (item := layout.itemAt(place))]
    return [widget.text() for widget in widgets if isinstance(widget, TagLabel)]


def test_what_lies_ahead_stands_under_the_name(workspace: Workspace, page: PeoplePage, lecturer: str) -> None:
    assert (chips(page), page.record.head.ahead.isHidden()) == ([], True)
    changes = records.create(workspace, ServiceDraft(person_uid=lecturer, day=PartialDate(2097, 1, 1), position=TK))
    page.reread(changes)
    assert (chips(page), page.record.head.ahead.isHidden()) == (["từ 01/01/2097: Trưởng khoa"], False)
    page.reread(undo.undo(workspace))
    assert chips(page) == []


def test_each_day_to_come_is_told_in_words(workspace: Workspace, lecturer: str) -> None:
    other = add_unit(workspace, "Yên Bái")
    lines = (
        ServiceDraft(person_uid=lecturer, day=PartialDate(2097), position=TK),
        ServiceDraft(person_uid=lecturer, day=PartialDate(2098, 9), unit_uid=other, position="<b>&“Quyền” Trưởng khoa"),
        ServiceDraft(person_uid=lecturer, day=PartialDate(2099, 2, 28), status="NGHI_HUU"),
    )
    for line in lines:
        records.create(workspace, line)
    records.create(workspace, QualificationDraft(person_uid=lecturer, value="TIEN_SI", attained_on=PartialDate(2096)))
    assert workspace.read(ahead, lecturer) == (
        "từ 2096: Tiến sĩ",
        "từ 2097: Trưởng khoa",
        "từ 09/2098: Yên Bái, <b>&“Quyền” Trưởng khoa",
        "từ 28/02/2099: Nghỉ hưu",
    )


def test_a_long_post_is_cut_in_its_chip_and_whole_in_the_tooltip(
    workspace: Workspace, page: PeoplePage, lecturer: str
) -> None:
    post = "Phó Trưởng khoa phụ trách " + "x" * 170
    line = ServiceDraft(person_uid=lecturer, day=PartialDate(2097), position=post)
    page.reread(records.create(workspace, line))
    (chip,) = chips(page)
    assert (len(chip), chip[-1]) == (60, "…")


def test_the_chip_of_the_filter_says_who_is_shown(page: PeoplePage) -> None:
    chip = page.list.filters.chips["status"]
    assert chip.text() == "Còn ở đơn vị"
    assert "Nghỉ thai sản" in chip.toolTip()
    chip.set_values(chip.values[:-1])
    assert chip.text() == "Tình trạng: 5 mục"
    chip.set_values(chip.values[:1])
    assert chip.text() == "Đang công tác"
