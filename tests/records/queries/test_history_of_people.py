"""The history of a person tells what happened to their lines of service and training, in plain words."""

from typing import Any

import pytest

from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.people.career import QualificationDraft, ServiceDraft
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.lists.history import history

GV, TK = "Giảng viên", "Trưởng khoa"
POSTS, TRAINING = "Quá trình công tác", "Văn bằng"


@pytest.fixture
def lecturer(workspace: Workspace, unit: str) -> str:
    draft = PersonDraft(full_name="Lò Thị Ơn", unit_uid=unit, position=GV, degree="THAC_SI")
    with workspace.changing("Nhập") as session:
        return records.add(session, draft, sample="mẫu", dating=Dating(Way.LIST, "2019-12-31")).uid


def newest(workspace: Workspace, uid: str, heading: str) -> list[tuple[str, str, str]]:
    """What the last act did to lines of this kind."""
    lines = workspace.read(history, uid)
    last = [line for line in lines if (line.at, line.act) == (lines[0].at, lines[0].act)]
    return [(line.field, line.old, line.new) for line in last if line.field.startswith(heading)]


def edit(workspace: Workspace, uid: str, dating: Dating, **changed: Any) -> None:
    values = dict(workspace.read(listing.find, "person", uid).values)
    kept = {key: value for key, value in values.items() if key in PersonDraft().values()}
    records.edit(workspace, uid, PersonDraft(**kept | changed), dating)


def test_the_first_lines_of_somebody_are_told(workspace: Workspace, lecturer: str) -> None:
    assert newest(workspace, lecturer, POSTS) == [
        (POSTS, "", "tính đến 31/12/2019: Lào Cai, Giảng viên, Đang công tác")
    ]
    assert newest(workspace, lecturer, TRAINING)[-1:] == [(TRAINING, "", "tính đến 31/12/2019: Thạc sĩ")]


def test_a_change_a_line_still_to_come_and_one_put_right_are_told(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, Dating(Way.CHANGE, "2026-03-01"), position=TK)
    assert newest(workspace, lecturer, POSTS) == [(POSTS, "", "từ 01/03/2026: Trưởng khoa")]
    draft = ServiceDraft(person_uid=lecturer, day=PartialDate(2099), position="Hiệu trưởng")
    uid = records.create(workspace, draft).uids[0]
    assert newest(workspace, lecturer, POSTS) == [(POSTS, "", "từ 2099: Hiệu trưởng")]
    put_right = ServiceDraft(person_uid=lecturer, day=PartialDate(2099), position="Phó Hiệu trưởng")
    records.edit(workspace, uid, put_right)
    assert newest(workspace, lecturer, POSTS) == [
        (f"{POSTS} (từ 2099: Phó Hiệu trưởng), Chức vụ", "Hiệu trưởng", "Phó Hiệu trưởng")
    ]
    records.delete(workspace, "service", [uid])
    (told,) = newest(workspace, lecturer, POSTS)
    assert told[0] == f"{POSTS} (từ 2099: Phó Hiệu trưởng), Chuyển vào thùng rác"


def test_a_line_that_is_gone_is_told_too(workspace: Workspace, lecturer: str) -> None:
    edit(workspace, lecturer, Dating(), degree=None)
    assert newest(workspace, lecturer, TRAINING)[0] == (TRAINING, "tính đến 31/12/2019: Thạc sĩ", "")
    undo.undo(workspace)
    assert newest(workspace, lecturer, TRAINING)[-1] == (TRAINING, "", "tính đến 31/12/2019: Thạc sĩ")


def test_nobody_is_told_of_the_lines_of_another(workspace: Workspace, lecturer: str, unit: str) -> None:
    other = records.create(workspace, PersonDraft(full_name="Giàng A Páo", unit_uid=unit)).uids[0]
    before = workspace.read(history, lecturer)
    draft = QualificationDraft(person_uid=other, value="TIEN_SI", attained_on=PartialDate(2020))
    records.create(workspace, draft)
    assert workspace.read(history, lecturer) == before
    assert newest(workspace, other, TRAINING) == [(TRAINING, "", "từ 2020: Tiến sĩ")]
