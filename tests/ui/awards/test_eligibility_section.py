"""Who may be proposed, on screen: judged, read rule by rule, proposed, moved on with a reason."""

from functools import partial

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from cluster_desktop.commands.law.eligibility import EligibilityLine
from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.awards.nominations import NominationDraft
from cluster_desktop.domain.law.eligibility.verdict import Verdict
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Filter, Listing, Row
from cluster_desktop.ui.awards.eligibility_section import EligibilitySection
from cluster_desktop.ui.awards.eligibility_tab import EligibilityTab
from cluster_desktop.ui.awards.nominate import NominateDialog
from cluster_desktop.ui.awards.nominations_section import NominationsList
from cluster_desktop.ui.awards.reasons import ReasonsDialog
from cluster_desktop.ui.records.sections_page import SectionsPage
from cluster_desktop.ui.window.open_workspace import OpenWorkspace
from tests.ui.sample_window import opened


@pytest.fixture
def page(book: OpenWorkspace) -> SectionsPage:
    page = book.window.show_page("awards")
    assert isinstance(page, SectionsPage)
    return page


@pytest.fixture
def section(qtbot: QtBot, page: SectionsPage) -> EligibilitySection:
    page.choose("eligibility")
    section = page.current
    assert isinstance(section, EligibilitySection)
    qtbot.waitUntil(lambda: section.model.total > 0, timeout=20_000)
    return section


@pytest.fixture
def nominations(page: SectionsPage) -> NominationsList:
    nominations = page.section("nomination")
    assert isinstance(nominations, NominationsList)
    return nominations


def ask(qtbot: QtBot, section: EligibilitySection, award: str, unit: str = "") -> None:
    """Ask for another award, in one unit or in all."""
    with qtbot.waitSignal(section.model.modelReset, timeout=20_000):
        section.filters.award.setCurrentIndex(section.filters.award.findData(award))
    if unit:
        with qtbot.waitSignal(section.model.modelReset, timeout=20_000):
            section.filters.units.setCurrentIndex(section.filters.units.findText(unit))
    qtbot.waitUntil(lambda: not section.operations.busy, timeout=20_000)


def lines(section: EligibilitySection) -> list[EligibilityLine]:
    return [section.model.line(row) for row in range(section.model.rowCount())]


def choose(qtbot: QtBot, section: EligibilitySection, *names: str) -> None:
    """Choose the lines of these names."""
    section.table.clearSelection()
    selection = section.table.selectionModel()
    flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
    for row, line in enumerate(lines(section)):
        if line.name in names:
            selection.select(section.model.index(row, 0), flags)
    qtbot.waitUntil(lambda: bool(section.chosen()))


def press(dialog: NominateDialog | ReasonsDialog, words: str) -> None:
    next(b for b in dialog.findChildren(QAbstractButton) if b.text() == words).click()


def test_everybody_is_counted_by_verdict_and_filtered(qtbot: QtBot, section: EligibilitySection) -> None:
    assert section.model.total == 314
    counts = section.model.counts()
    assert sum(counts.values()) == 314
    assert section.filters.chips[Verdict.PASS].text() == f"Đủ điều kiện: {counts[Verdict.PASS]}"
    section.filters.chips[Verdict.PASS].click()
    assert section.model.rowCount() == counts[Verdict.PASS]
    assert {line.verdict for line in lines(section)} == {Verdict.PASS}
    section.filters.chips[Verdict.PASS].click()
    with qtbot.waitSignal(section.filters.narrowed):
        section.filters.search.setText("cam van panh")
    assert [line.name for line in lines(section)] == ["Cầm Văn Panh"]
    assert "1 trong 314 dòng" in section.foot.text()


def test_every_rule_is_read_with_its_law_beside_the_list(qtbot: QtBot, section: EligibilitySection) -> None:
    ask(qtbot, section, "CSTDT", "Lào Cai")
    choose(qtbot, section, "Cầm Văn Panh")
    qtbot.waitUntil(lambda: "Cầm Văn Panh" in section.view.toPlainText())
    text = section.view.toPlainText()
    assert "Có 3/3 năm liên tục CSTĐ cơ sở: 2018, 2019, 2020." in text
    assert "Nghị định số 91/2017/NĐ-CP, Điều 9 khoản 2" in text
    assert "Hội đồng xét thêm" in text
    links = section.view.toHtml()
    assert links.count('href="award:') == 3
    with qtbot.waitSignal(section.record_requested) as request:
        section.view.anchorClicked.emit(QUrl("award:01a"))
    assert request.args == ["award", "01a"]


def test_all_awards_at_once_are_told_apart_by_a_column(qtbot: QtBot, section: EligibilitySection) -> None:
    ask(qtbot, section, "", "Sơn La")
    assert {line.award for line in lines(section)} > {"LDTT", "TTLDTT", "CO_TINH"}
    assert not section.table.isColumnHidden(2)


def test_who_is_chosen_is_proposed_in_one_step_that_can_be_undone(
    qtbot: QtBot, book: OpenWorkspace, section: EligibilitySection
) -> None:
    ask(qtbot, section, "GK", "Lai Châu")
    names = [line.name for line in lines(section) if not line.nomination_uid][:2]
    choose(qtbot, section, *names)
    section.add()
    dialog = book.window.findChild(NominateDialog)
    assert isinstance(dialog, NominateDialog)
    assert dialog.rounds.currentText() == "Tổng kết thi đua năm 2020"
    with qtbot.waitSignal(section.model.modelReset, timeout=20_000):
        press(dialog, "&Đề nghị 2")
    qtbot.waitUntil(lambda: not section.operations.busy, timeout=20_000)
    assert all(line.nomination_uid for line in lines(section) if line.name in names)
    undo.undo(opened(book))
    query = Listing(kind="nomination", search=names[0])
    assert not [row for row in opened(book).read(listing.page, query) if row.values["award"] == "GK"]


def test_a_nomination_of_the_round_that_was_withdrawn_is_said_in_the_dialog(
    qtbot: QtBot, book: OpenWorkspace, section: EligibilitySection
) -> None:
    ask(qtbot, section, "GK", "Lai Châu")
    line = next(line for line in lines(section) if not line.nomination_uid)
    workspace = opened(book)
    (regular, *_others) = workspace.read(listing.page, Listing(kind="round", search="Tổng kết thi đua năm 2020"))
    withdrawn = NominationDraft(round_uid=regular.uid, person_uid=line.uid, award="GK", state="RUT")
    with qtbot.waitSignal(section.model.modelReset, timeout=20_000):
        section.operations.run(partial(records.create, workspace, withdrawn))
    qtbot.waitUntil(lambda: not section.operations.busy, timeout=20_000)
    choose(qtbot, section, line.name)
    section.add()
    dialog = book.window.findChild(NominateDialog)
    assert isinstance(dialog, NominateDialog)
    press(dialog, "&Đề nghị 1")
    assert "Đã có đề nghị này trong cùng đợt." in [words.text() for words in dialog.findChildren(QLabel)]
    assert dialog.isVisible()


def test_nobody_chosen_and_no_round_are_said(qtbot: QtBot, section: EligibilitySection) -> None:
    section.table.clearSelection()
    with qtbot.waitSignal(section.operations.notice) as notice:
        section.add()
    assert "Hãy chọn" in notice.args[0]
    with qtbot.waitSignal(section.model.modelReset, timeout=20_000):
        section.set_year(2019)
    qtbot.waitUntil(lambda: not section.operations.busy, timeout=20_000)
    section.table.selectRow(0)
    with qtbot.waitSignal(section.operations.notice) as notice:
        section.add()
    assert "Năm 2019 chưa có đợt đề nghị" in notice.args[0]


def test_a_change_elsewhere_is_judged_when_the_section_is_seen_again(
    qtbot: QtBot, book: OpenWorkspace, page: SectionsPage, section: EligibilitySection
) -> None:
    page.choose("round")
    before = section.model.total
    assert book.operations is not None
    page.reread(None)
    assert section.model.total == before  # nobody looks, nothing is asked
    with qtbot.waitSignal(section.model.modelReset, timeout=20_000):
        page.choose("eligibility")


# --- nominations ---


def failing(book: OpenWorkspace) -> Row:
    """A nomination of the sample that does not meet a rule and waits."""
    query = Listing(kind="nomination", filters=(Filter("year", (2020,)), Filter("award", ("TTLDXS",))))
    return next(row for row in opened(book).read(listing.page, query) if row.values["state"] == "DE_NGHI")


def passing(book: OpenWorkspace) -> Row:
    query = Listing(kind="nomination", filters=(Filter("year", (2020,)), Filter("award", ("LDTT",))))
    return next(row for row in opened(book).read(listing.page, query) if row.values["state"] == "DE_NGHI")


def select(nominations: NominationsList, *rows: Row) -> None:
    nominations.list.view.clearSelection()
    selection = nominations.list.view.selectionModel()
    for row in rows:
        place = nominations.operations.workspace.read(listing.position, nominations.list.model.listing, row.uid)
        assert place is not None
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        selection.select(nominations.list.model.index(place, 0), flags)


def state_of(book: OpenWorkspace, row: Row) -> object:
    return opened(book).read(listing.find, "nomination", row.uid).values["state"]


def asked(qtbot: QtBot, book: OpenWorkspace) -> ReasonsDialog:
    qtbot.waitUntil(lambda: book.window.findChild(ReasonsDialog) is not None, timeout=20_000)
    result = book.window.findChild(ReasonsDialog)
    assert isinstance(result, ReasonsDialog)
    return result


def test_the_list_and_the_tab_of_a_nomination_tell_its_verdict(
    qtbot: QtBot, book: OpenWorkspace, nominations: NominationsList
) -> None:
    row = failing(book)
    place = nominations.list.model.position(row.uid)
    assert place is not None
    column = nominations.list.model.keys.index("eligibility") + 1
    assert nominations.list.model.text(place, column).startswith("Thiếu ")
    nominations.show_record("nomination", row.uid)
    strip = nominations.record.tabs.strip
    titles = [maker if isinstance(maker, str) else maker.title for maker in nominations.record.tabs._makers]
    strip.turn(titles.index("Điều kiện"))
    tab = nominations.record.tabs.current_widget()
    assert isinstance(tab, EligibilityTab)
    assert "Chưa đạt" in tab.view.toPlainText()
    tab.give_reason()
    dialog = asked(qtbot, book)
    (edit,) = dialog.edits.values()
    edit.setText("Đơn vị vượt khó")
    press(dialog, "&Lưu lý do")
    assert "Lý do đề nghị dù chưa đủ điều kiện: Đơn vị vượt khó" in tab.view.toPlainText()


def test_a_nomination_that_fails_goes_to_the_council_only_with_a_reason(
    qtbot: QtBot, book: OpenWorkspace, nominations: NominationsList
) -> None:
    poor, good = failing(book), passing(book)
    select(nominations, poor, good)
    nominations.set_state("HOI_DONG")
    dialog = asked(qtbot, book)
    assert list(dialog.edits) == [poor.uid]
    press(dialog, "Chuyển &kèm lý do")
    assert dialog.isVisible()  # the reason is missing, and that is said
    dialog.edits[poor.uid].setText("Đơn vị vượt khó")
    press(dialog, "Chuyển &kèm lý do")
    assert [state_of(book, each) for each in (poor, good)] == ["HOI_DONG", "HOI_DONG"]
    result = opened(book).read(listing.find, "nomination", poor.uid)
    assert result.values["override_reason"] == "Đơn vị vượt khó"


def test_only_those_that_meet_the_rules_may_go_on(
    qtbot: QtBot, book: OpenWorkspace, nominations: NominationsList
) -> None:
    poor, good = failing(book), passing(book)
    select(nominations, poor, good)
    nominations.set_state("HOI_DONG")
    press(asked(qtbot, book), "Chỉ chuyển 1 đề nghị &đủ")
    assert [state_of(book, each) for each in (poor, good)] == ["DE_NGHI", "HOI_DONG"]


def test_where_nothing_speaks_against_it_nothing_is_asked(
    qtbot: QtBot, book: OpenWorkspace, nominations: NominationsList
) -> None:
    good = passing(book)
    select(nominations, good)
    with qtbot.waitSignal(nominations.operations.changed, timeout=20_000):
        nominations.set_state("HOI_DONG")
    assert state_of(book, good) == "HOI_DONG"
    assert book.window.findChild(ReasonsDialog) is None
