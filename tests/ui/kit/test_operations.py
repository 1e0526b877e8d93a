"""What a button asks for is carried out once, told once, and a failure is one plain sentence."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cluster_desktop import errors
from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.ui.kit.operations import PROGRESS_AFTER_MS, Operations, WorkProgress
from cluster_desktop.ui.kit.progress import ProgressDialog
from tests.ui.people import operations_on


@pytest.fixture
def operations(qtbot: QtBot, workspace: Workspace) -> Operations:
    return operations_on(qtbot, workspace)


def adding(workspace: Workspace, unit: str) -> Callable[[], Changes]:
    return lambda: records.create(workspace, PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit))


def panel_of(operations: Operations) -> ProgressDialog:
    window = operations.parent()
    assert isinstance(window, QWidget)
    result = window.findChild(ProgressDialog)
    assert isinstance(result, ProgressDialog)
    return result


def test_a_short_act_is_told_with_what_changed(
    qtbot: QtBot, operations: Operations, workspace: Workspace, unit: str
) -> None:
    with qtbot.waitSignal(operations.changed) as changed, qtbot.waitSignal(operations.notice) as notice:
        changes = operations.run(adding(workspace, unit), "Đã thêm")
    assert changes is not None
    assert changed.args == [changes]
    assert changes.kinds == {"person", "service"}
    assert notice.args == ["Đã thêm", True]


def test_without_words_of_its_own_an_act_is_told_by_its_name(
    qtbot: QtBot, operations: Operations, workspace: Workspace, unit: str
) -> None:
    with qtbot.waitSignal(operations.notice) as notice:
        operations.run(adding(workspace, unit))
    assert notice.args == ["Thêm cán bộ “Lò Thị Ơn”", True]


def test_a_known_failure_is_its_sentence(qtbot: QtBot, operations: Operations, workspace: Workspace) -> None:
    def act() -> Changes:
        return records.delete(workspace, "person", ["không có"])

    with qtbot.assertNotEmitted(operations.changed), qtbot.waitSignal(operations.failed) as failed:
        assert operations.run(act) is None
    with pytest.raises(errors.UserError) as failure:
        act()
    assert failed.args == [failure.value.sentence]


def test_a_form_that_cannot_be_written_shows_it_itself(
    qtbot: QtBot, operations: Operations, workspace: Workspace, unit: str
) -> None:
    with qtbot.assertNotEmitted(operations.failed), pytest.raises(errors.InvalidDraft):
        operations.run(lambda: records.create(workspace, PersonDraft(full_name="", unit_uid=unit)))


def test_a_bug_is_told_without_personal_data(
    qtbot: QtBot, operations: Operations, workspace: Workspace, person: str, own_home: Path
) -> None:
    somebody = workspace.read(listing.find, "person", person).title

    def act() -> Changes:
        raise ZeroDivisionError(somebody)

    with qtbot.waitSignal(operations.failed) as failed:
        operations.run(act)
    logs = list(own_home.rglob("*.log"))
    assert len(logs) == 1
    assert "việc vừa làm chưa được ghi" in failed.args[0]
    assert "Tạo tệp chẩn đoán" in failed.args[0]
    written = logs[0].read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    assert somebody == "Nguyễn Văn Hiệp"
    assert somebody not in written


def test_background_work_leaves_the_window_free_and_gives_its_answer(qtbot: QtBot, operations: Operations) -> None:
    free, threads = threading.Event(), [threading.get_ident()]
    answers: list[str] = []

    def work(progress: WorkProgress) -> str:
        threads.append(threading.get_ident())
        assert free.wait(10)
        return "xong"

    with qtbot.waitSignal(operations.busy_changed) as begun:
        operations.run_in_background("Đang làm", work, answers.append)
    assert begun.args == [True]
    assert answers == []
    with qtbot.waitSignal(operations.busy_changed) as ended:
        free.set()
    assert ended.args == [False]
    assert answers == ["xong"]
    assert threads[0] != threads[1]


def test_long_work_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, operations: Operations) -> None:
    reached, going_on = threading.Event(), threading.Event()
    answers: list[object] = []

    def work(progress: WorkProgress) -> None:
        progress.report(3, 10, "Đang đọc")
        reached.set()
        assert going_on.wait(10)
        progress.report(4, 10, "Đang đọc")

    operations.run_in_background("Đọc tệp", work, answers.append)
    panel = panel_of(operations)
    assert not panel.isVisible()
    qtbot.waitUntil(panel.isVisible, timeout=PROGRESS_AFTER_MS * 10)
    assert reached.wait(10)
    stop = panel.findChildren(QPushButton)[0]
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not stop.isEnabled()
    with qtbot.waitSignal(operations.failed) as failed:
        going_on.set()
    assert failed.args == [errors.Cancelled().sentence]
    assert answers == []
    assert not operations.busy


def test_a_failure_in_the_background_is_told(qtbot: QtBot, operations: Operations) -> None:
    def work(progress: WorkProgress) -> None:
        raise errors.DiskFull("Ổ đĩa đã đầy. Hãy xóa bớt tệp rồi làm lại.")

    with qtbot.waitSignal(operations.failed) as failed:
        operations.run_in_background("Ghi tệp", work, print)
    assert failed.args == ["Ổ đĩa đã đầy. Hãy xóa bớt tệp rồi làm lại."]
    assert operations.last_failure == failed.args[0]


def test_whoever_asks_can_take_the_failure(qtbot: QtBot, operations: Operations) -> None:
    taken: list[Exception] = []
    error = errors.CannotRead("Không đọc được tệp.")

    def work(progress: WorkProgress) -> None:
        raise error

    with qtbot.assertNotEmitted(operations.failed):
        operations.run_in_background("Đọc tệp", work, print, taken.append)
        qtbot.waitUntil(lambda: not operations.busy)
    assert taken == [error]


def test_closing_stops_the_work_and_drops_its_answer(qtbot: QtBot, operations: Operations) -> None:
    begun = threading.Event()
    answers: list[object] = []

    def work(progress: WorkProgress) -> None:
        begun.set()
        while True:
            progress.report(1, 0)

    with qtbot.assertNotEmitted(operations.failed):
        operations.run_in_background("Đang làm", work, answers.append)
        assert begun.wait(10)
        operations.finish()
        qtbot.waitUntil(lambda: not operations.busy)
    assert answers == []
