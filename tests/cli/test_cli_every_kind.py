"""Every kind of record is added, shown, edited, deleted and taken back at the command line, also one made tomorrow."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.file.workspace import Workspace
from tests.cli.typed_values import ASKED_BESIDE, TOGETHER, applying, typed
from tests.records.every_kind import one_of_each

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

Uids = dict[str, str]
Keys = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="session")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Uids]:
    """A book with one record of every kind."""
    path = tmp_path_factory.mktemp("full") / "đủ.sothidua"
    workspace = Workspace.create(path)
    uids = one_of_each(workspace)
    save_office(workspace, OfficeDraft(unit_uid=uids["unit"]))  # else a second unit is asked about
    workspace.close()
    return path, uids


@pytest.fixture
def book(full_file: tuple[Path, Uids], tmp_path: Path) -> Path:
    """A copy of it of the test's own."""
    return Path(shutil.copy(full_file[0], tmp_path / "sổ.sothidua"))


@pytest.fixture
def uids(full_file: tuple[Path, Uids]) -> Uids:
    return dict(full_file[1])


@pytest.fixture
def keys(book: Path, run: Any) -> Keys:
    """The keys of every kind, as the command line itself tells them."""
    return {kind["kind"]: kind["keys"] for kind in run("list", book, "kinds", "--json").json()}


def words(texts: dict[str, str]) -> list[str]:
    return [f"{key}={text}" for key, text in texts.items()]


def least(kind: str, keys: Keys, uids: Uids) -> dict[str, str]:
    """The texts of a record with nothing but what has to be there."""
    needed = [key for key in keys[kind] if key["required"] and key["default"] is None and key["when"] is None]
    recipient = [key for key in keys[kind] if key["required"] and key["name"] == "person_uid"]
    texts = {key["name"]: typed(kind, key, 0, uids).text for key in (*needed, *recipient)}
    return texts | ASKED_BESIDE.get(kind, {})


def added(book: Path, run: Any, kind: str, keys: Keys, uids: Uids) -> str:
    """Add a record of the kind beside the one there is; gives its uid."""
    texts = least(kind, keys, uids)
    if kind == "attachment":  # its contents come in through the window
        texts["sha256"] = run("show", book, uids[kind], "--json").json()["sha256"]
    if kind in ("initiative_use", "attendee", "co_host", "score", "award"):  # none stands twice for the same
        assert run("delete", book, uids[kind]).code == 0
    outcome = run("add", book, kind, *words(texts))
    assert (outcome.code, outcome.err) == (0, "")
    return str(outcome.out.strip())


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_lives_its_whole_life_at_the_command_line(
    book: Path, uids: Uids, keys: Keys, run: Any, kind: str
) -> None:
    uid = added(book, run, kind, keys, uids)
    shown = run("show", book, uid, "--json").json()
    assert (shown["uid"], shown["record"]["kind"], shown["record"]["in_trash"]) == (uid, kind, False)
    assert all(shown["words"][key] for key in least(kind, keys, uids))
    for step, trashed in (("delete", True), ("undo", False), ("redo", True)):
        assert run(step, book, *([uid] if step == "delete" else [])).code == 0
        assert run("show", book, uid, "--json").json()["record"]["in_trash"] is trashed
    assert run("undo", book).code == 0
    assert run("undo", book).out.startswith("Đã hoàn tác: Thêm ")
    assert run("show", book, uid).code == 1
    assert run("check", book, "--json").json()["ok"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_can_be_edited(book: Path, uids: Uids, keys: Keys, run: Any, kind: str) -> None:
    uid = added(book, run, kind, keys, uids)
    for key in keys[kind]:
        name = key["name"]
        if name in ("sha256", "parent_uid", "recipient_kind"):
            continue  # of the window, of a group (below), and written with each of its recipients
        new = typed(kind, key, 1, uids)
        beside = applying(kind, key)
        value = int(beside[name]) if name in beside else new.value
        outcome = run("edit", book, uid, *words({name: new.text} | beside), "--json")
        assert outcome.code == 0, outcome.err
        after = {change["key"]: change["after"] for change in outcome.json()["changes"]}
        stands = after if name in after else run("show", book, uid, "--json").json()  # what it was already
        assert stands[name] == value, name
    labels = {line["field"] for line in run("history", book, uid, "--json").json() if line["act"].startswith("Sửa")}
    assert labels >= {key["label"] for key in keys[kind] if key["type"] in ("text", "long_text", "name", "date")} - {
        "Mã nội dung"
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_may_be_empty_is_emptied_and_what_may_not_is_refused(
    book: Path, uids: Uids, keys: Keys, run: Any, kind: str
) -> None:
    uid = added(book, run, kind, keys, uids)
    for key in keys[kind]:
        before = book.read_bytes()
        told = run("edit", book, uid, f"{key['name']}=", "--json")
        if key["required"] and key["when"] is None:
            assert told.code == 1, key["name"]
        if told.code:
            assert key["required"] or key["name"] in ASKED_BESIDE[kind]
            assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
            assert told.err.startswith(f"{key['name']}: ")
            assert book.read_bytes() == before
        else:
            assert all(change["after"] is None for change in told.json()["changes"] if change["key"] == key["name"])


def test_a_criterion_goes_into_a_group_of_its_sheet_and_nowhere_else(book: Path, uids: Uids, run: Any) -> None:
    sheet, line = uids["score_sheet"], uids["criterion"]
    assert run("edit", book, line, f"parent={line}").code == 1
    group = run("add", book, "criterion", f"sheet={sheet}", "title=Chuyên môn", "kind=Nhóm").out.strip()
    assert run("edit", book, line, "parent=Chuyên môn").code == 0
    assert run("edit", book, group, f"parent={group}").err.startswith("parent_uid: Nhóm không nằm trong chính nó")
    assert run("show", book, line, "--json").json()["parent_uid"] == group


def test_no_key_of_a_record_hides_what_show_says_about_it() -> None:
    assert not {field.key for kind in KINDS.values() for field in kind.columns} & {"uid", "words", "record", "owns"}


def test_what_is_typed_together_is_of_kinds_and_keys_there_are() -> None:
    assert {key for kind, key in TOGETHER if key not in {field.key for field in KINDS[kind].fields}} == set()
