"""From a nomination to a decision, as the office goes that way every winter."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QInputDialog
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.records import records, undo
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.awards.awards_page import AwardsPage
from cluster_desktop.ui.awards.decide import DecideDialog
from cluster_desktop.ui.awards.decisions_section import DecisionsList
from cluster_desktop.ui.awards.nominations_section import NominationsList
from cluster_desktop.ui.records.list_page import ListPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.sample_window import opened
from tests.ui.typing import type_into


@pytest.fixture
def page(book: OpenWorkspace) -> AwardsPage:
    page = book.window.show_page("awards")
    assert isinstance(page, AwardsPage)
    return page


@pytest.fixture
def nominations(page: AwardsPage) -> NominationsList:
    nominations = page.section("nomination")
    assert isinstance(nominations, NominationsList)
    return nominations


def in_state(book: OpenWorkspace, state: str) -> list[Row]:
    query = Listing(kind="nomination", filters=(Filter("year", (2020,)), Filter("state", (state,))))
    return list(opened(book).read(listing.page, query, 0, 1000))


def choose(nominations: NominationsList, rows: list[Row]) -> None:
    """Choose these nominations in the list, as clicks with Ctrl do."""
    nominations.list.view.clearSelection()
    for row in rows:
        place = opened_position(nominations, row)
        nominations.list.view.selectionModel().select(
            nominations.list.model.index(place, 0),
            nominations.list.view.selectionModel().SelectionFlag.Select
            | nominations.list.view.selectionModel().SelectionFlag.Rows,
        )


def opened_position(nominations: NominationsList, row: Row) -> int:
    place = nominations.operations.workspace.read(listing.position, nominations.list.model.listing, row.uid)
    assert place is not None
    return place


def test_a_new_nomination_begins_in_the_newest_round(page: AwardsPage, nominations: NominationsList) -> None:
    page.add.trigger()
    form = nominations.record.form
    assert form.editor("round_uid").text() == "Tổng kết thi đua năm 2020"
    assert form.editor("recipient_kind").value() == "CA_NHAN"


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("nomination", {"recipient", "award", "state"}),
        ("award", {"recipient", "award", "decision_uid"}),
        ("decision", {"number", "decided_on", "title"}),
    ],
)
def test_what_matters_is_seen_on_a_small_laptop(page: AwardsPage, kind: str, keys: set[str]) -> None:
    page.choose(kind)
    listed = page.section(kind)
    assert isinstance(listed, ListPage)
    view, rows = listed.list.view, listed.list.model
    header = view.horizontalHeader()
    seen = {
        rows.field(column).key
        for column in range(rows.columnCount())
        if header.sectionViewportPosition(column) + header.sectionSize(column) <= view.viewport().width()
    }
    assert keys <= seen


def test_the_filled_button_follows_the_section(book: OpenWorkspace, page: AwardsPage) -> None:
    words = []
    for kind in ("nomination", "decision", "award", "round"):
        page.choose(kind)
        words.append(book.window.top_bar.primary.text())
    assert words == ["Đề nghị mới", "Thêm quyết định", "Thêm khen thưởng", "Thêm đợt đề nghị"]


def test_a_section_out_of_sight_catches_up_when_it_is_shown(book: OpenWorkspace, page: AwardsPage) -> None:
    page.choose("decision")
    decisions = page.listed
    first = decisions.list.model.row(0)
    assert first is not None
    decisions.show_record("decision", first.uid)
    shown = decisions.list.model.rowCount()
    page.choose("nomination")
    page.listed.operations.run(partial(records.delete, opened(book), "decision", [first.uid]))
    page.choose("decision")
    assert decisions.list.model.rowCount() == shown - 1
    assert decisions.record.uid != first.uid
    page.choose("nomination")
    book.window.choose_year(2019)
    page.choose("decision")
    row = decisions.list.model.row(0)
    assert row is not None
    assert row.values["year"] == 2019


def test_chosen_nominations_move_on_together_and_back(
    book: OpenWorkspace,
    nominations: NominationsList,
) -> None:
    before = len(in_state(book, "HOI_DONG_XET"))
    drafts = in_state(book, "NHAP")
    choose(nominations, drafts[:3])
    nominations.set_state("HOI_DONG_XET")
    assert len(in_state(book, "HOI_DONG_XET")) == before + 3
    undo.undo(opened(book))
    assert len(in_state(book, "HOI_DONG_XET")) == before


def test_a_decided_nomination_is_not_moved(book: OpenWorkspace, nominations: NominationsList) -> None:
    decided = in_state(book, "DA_QUYET_DINH")
    choose(nominations, decided[:1])
    nominations.set_state("NHAP")
    assert "đã có quyết định" in book.window.status.text()
    assert len(in_state(book, "DA_QUYET_DINH")) == len(decided)


def dialog_of(book: OpenWorkspace) -> DecideDialog:
    result = book.window.findChild(DecideDialog)
    assert isinstance(result, DecideDialog)
    return result


def press(dialog: DecideDialog) -> None:
    """The dialog's filled button."""
    next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "&Lập quyết định").click()


def test_accepted_nominations_become_a_decision_in_order(
    qtbot: QtBot,
    book: OpenWorkspace,
    nominations: NominationsList,
) -> None:
    accepted = [row for row in in_state(book, "DONG_Y") if row.values["recipient_kind"] == "CA_NHAN"]
    choose(nominations, accepted[:3])
    nominations.decide()
    dialog = dialog_of(book)
    assert dialog.list.count() == 3
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    type_into(dialog.form, "number", "99/QĐ-TCT")
    press(dialog)
    assert dialog.isVisible()  # what is missing is said beside its field, and nothing is lost
    assert {problem.field for problem in dialog.form.problems} == {"decided_on", "issuer"}
    type_into(dialog.form, "decided_on", "20/12/2020")
    type_into(dialog.form, "issuer", "Cụm thi đua số 2")
    press(dialog)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    (decision,) = opened(book).read(listing.page, Listing(kind="decision", search="99/QĐ-TCT"))
    awards = opened(book).read(listing.page, Listing(kind="award", filters=(Filter("decision_uid", (decision.uid,)),)))
    assert sorted(row.values["ordinal"] for row in awards if isinstance(row.values["ordinal"], int)) == [1, 2]
    left = {row.uid for row in in_state(book, "DONG_Y")}
    assert [row.uid in left for row in accepted[:3]] == [False, True, False]


def test_accepted_nominations_join_a_decision_that_exists(
    book: OpenWorkspace,
    nominations: NominationsList,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    accepted = in_state(book, "DONG_Y")
    choose(nominations, accepted[:2])
    offered: list[str] = []

    def first(*args: object, **_kw: object) -> tuple[str, bool]:
        words = args[3]
        assert isinstance(words, list)
        offered.extend(words)
        return words[0], True

    monkeypatch.setattr(QInputDialog, "getItem", first)
    nominations.append()
    assert len(offered) == 7
    assert len(in_state(book, "DONG_Y")) == len(accepted) - 2


def test_certificates_of_the_chosen_decision_are_asked_for(qtbot: QtBot, page: AwardsPage) -> None:
    page.choose("decision")
    decisions = page.section("decision")
    assert isinstance(decisions, DecisionsList)
    row = decisions.list.model.row(1)
    assert row is not None
    decisions.show_record("decision", row.uid)
    with qtbot.waitSignal(page.record_requested) as request:
        decisions.print_certificates()
    assert request.args == ["print", row.uid]


def test_a_dossier_of_a_nomination_goes_into_a_new_folder(
    qtbot: QtBot, book: OpenWorkspace, nominations: NominationsList, tmp_path: Path
) -> None:
    (row, *_) = in_state(book, "DE_NGHI")
    for number in (1, 2):
        with qtbot.waitSignal(nominations.operations.notice, timeout=20_000) as notice:
            nominations.write_dossier(row.uid, tmp_path)
        assert notice.args[0].startswith("Đã lập hồ sơ 10 tệp trong")
        folders = list(tmp_path.glob("Hồ sơ *"))
        assert len(folders) == number
        assert all(len(list(folder.iterdir())) == 10 for folder in folders)
