"""Files of one order: all or none of them, whatever fails, and never over a file without a yes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.documents.files.file_set import ExistingFiles, files_together, is_free, taken_names
from cluster_desktop.domain.text.file_pattern import file_names, proper_file_name, proper_name
from cluster_desktop.output_file import open_target
from tests.documents.interrupted_writer import NAMES

ROOT = Path(__file__).resolve().parents[3]
EARLIER = {"a.pdf": b"a, signed", "c.pdf": b"c, signed", "letter.docx": b"of somebody else"}
NEW = {name: b"new " * 4096 + name.encode() for name in NAMES}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with earlier files, two of which have names that will be wanted."""
    made = tmp_path / "giấy"
    made.mkdir()
    for name, content in EARLIER.items():
        (made / name).write_bytes(content)
    return made


def contents(folder: Path) -> dict[str, bytes]:
    """What lies in the folder, hidden things as well; a folder in it has no contents."""
    return {path.name: b"" if path.is_dir() else path.read_bytes() for path in folder.iterdir()}


def nothing(_paths: object) -> None:
    """Nothing happens."""


def refuse(_paths: object) -> None:
    raise errors.Refused("sổ không ghi nhớ được")


def write(
    folder: Path,
    existing: ExistingFiles,
    *,
    names: tuple[str, ...] = NAMES,
    stop_at: int = 0,
    before: Callable[[Path], None] = nothing,
    after: Callable[[tuple[Path, ...]], None] = nothing,
) -> list[str]:
    """Write a file of each name, and stop after file *stop_at*; gives the names they got.

    *before* and *after* are what happens just before and after they are moved.
    """
    with files_together(folder, existing) as files:
        for done, name in enumerate(files.reserve(names), start=1):
            with files.writing(name) as stream:
                stream.write(b"new " * 4096 + name.encode())
            if done == stop_at:
                raise errors.Cancelled
        before(folder)
        moved = files.move()
        after(moved)
        return [path.name for path in moved]


def interrupted(folder: Path, way: str) -> Iterator[tuple[Path, "subprocess.CompletedProcess[bytes]"]]:
    """Every step at which a run can be interrupted, each in a fresh folder with the earlier files."""
    for step in count(1):
        fresh = folder.with_name(f"{way} {step}")
        fresh.mkdir()
        for name, content in EARLIER.items():
            (fresh / name).write_bytes(content)
        words = [sys.executable, "-m", "tests.documents.interrupted_writer", str(fresh), str(step), way]
        ended = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
        if ended.returncode == 0:
            assert contents(fresh) == EARLIER | NEW
            assert step > 4 * len(NAMES), "every file is opened, moved and cleared away"
            return
        yield fresh, ended


@pytest.mark.parametrize("step", range(1, len(NAMES) + 1))
@pytest.mark.parametrize("existing", [ExistingFiles.REPLACE, ExistingFiles.RENAME])
def test_a_stop_at_any_file_leaves_the_folder_as_it_was(folder: Path, existing: ExistingFiles, step: int) -> None:
    with pytest.raises(errors.Cancelled):
        write(folder, existing, stop_at=step)
    assert contents(folder) == EARLIER


@pytest.mark.skipif(os.name == "nt", reason="only POSIX systems kill a program this hard")
def test_a_kill_at_any_step_leaves_whole_files_and_the_next_run_brings_the_earlier_ones_back(folder: Path) -> None:
    for fresh, ended in interrupted(folder, "kill"):
        assert ended.returncode < 0
        for name, content in contents(fresh).items():
            assert name.startswith(".so-thi-dua-") or content in (EARLIER.get(name), NEW.get(name))
        assert EARLIER.keys() <= contents(fresh).keys()
        assert not is_free(fresh)  # looks, and sweeps
        swept = contents(fresh)
        assert swept.keys() <= EARLIER.keys() | NEW.keys()
        assert swept == EARLIER | NEW or swept | EARLIER == swept


def test_a_full_disk_at_any_step_is_told_and_leaves_the_folder_as_it_was(folder: Path) -> None:
    for fresh, ended in interrupted(folder, "fail"):
        left = contents(fresh)
        if ended.returncode == 1:
            assert "Ổ đĩa đã đầy" in ended.stderr.decode()
            assert left == EARLIER
        else:  # while the temporary folder was cleared away, after all was done
            assert {name: left[name] for name in EARLIER | NEW} == EARLIER | NEW
            is_free(fresh)
            assert contents(fresh) == EARLIER | NEW


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_a_name_that_is_taken_while_the_files_are_written_is_not_overwritten(folder: Path, place: int) -> None:
    late = NAMES[place]
    (folder / late).unlink(missing_ok=True)
    earlier = contents(folder)

    def arrive(folder: Path) -> None:
        (folder / late).write_bytes(b"late")

    with pytest.raises(errors.AlreadyThere, match=rf"đã có thêm tệp “{late}”"):
        write(folder, ExistingFiles.REPLACE, before=arrive)
    assert contents(folder) == earlier | {late: b"late"}


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_what_fails_after_the_move_takes_all_of_it_back(folder: Path, place: int) -> None:
    def sign_and_fail(moved: tuple[Path, ...]) -> None:
        moved[place].write_bytes(b"signed by somebody in between")
        refuse(moved)

    with pytest.raises(errors.Refused, match="sổ"):
        write(folder, ExistingFiles.REPLACE, after=sign_and_fail)
    told = contents(folder)
    assert {name: told[name] for name in EARLIER if name != NAMES[place]} == {
        name: content for name, content in EARLIER.items() if name != NAMES[place]
    }
    assert told[NAMES[place]] == b"signed by somebody in between"
    assert told.get(f"{Path(NAMES[place]).stem} (2).pdf") == EARLIER.get(NAMES[place])
    assert len(told) == len(EARLIER.keys() | {NAMES[place]}) + (NAMES[place] in EARLIER)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take away a folder that is in use")
def test_earlier_files_that_cannot_be_put_back_are_named_and_the_new_ones_stay(folder: Path) -> None:
    def lose_and_fail(moved: tuple[Path, ...]) -> None:
        (stage,) = folder.glob(".so-thi-dua-*")
        shutil.rmtree(stage)  # as when a stick is pulled out
        refuse(moved)

    with pytest.raises(
        errors.CannotWrite, match=r"^sổ không ghi nhớ được.*Chưa đưa được về như cũ: “a\.pdf”, “c\.pdf”;"
    ):
        write(folder, ExistingFiles.REPLACE, after=lose_and_fail)
    assert contents(folder) == EARLIER | {name: NEW[name] for name in ("a.pdf", "c.pdf")}


def test_nothing_is_overwritten_unasked(folder: Path) -> None:
    assert taken_names(folder, NAMES) == ("a.pdf", "c.pdf")
    with pytest.raises(errors.AlreadyThere, match=r"đã có “a\.pdf”, “c\.pdf”\. Hãy"):
        write(folder, ExistingFiles.REFUSE)
    assert contents(folder) == EARLIER
    assert write(folder, ExistingFiles.RENAME) == ["a (2).pdf", "b.pdf", "c (2).pdf", "d.pdf"]
    assert EARLIER.items() <= contents(folder).items()
    assert write(folder, ExistingFiles.RENAME, names=("a.pdf",)) == ["a (3).pdf"]
    assert write(folder, ExistingFiles.REPLACE) == list(NAMES)
    assert contents(folder)["a.pdf"] == NEW["a.pdf"]


def test_the_same_name_twice_in_one_order_is_two_files(tmp_path: Path) -> None:
    names = write(tmp_path / "mới", ExistingFiles.REFUSE, names=("Ân.pdf", "ÂN.pdf", "Ân.pdf", "Ân (2).pdf"))
    assert names == ["Ân.pdf", "ÂN (2).pdf", "Ân (3).pdf", "Ân (2) (2).pdf"]
    assert len(contents(tmp_path / "mới")) == 4


def test_a_folder_with_a_wanted_name_is_told_and_stays(folder: Path) -> None:
    (folder / "b.pdf").mkdir()
    with pytest.raises(errors.CannotWrite, match=r"b\.pdf” là một thư mục"):
        write(folder, ExistingFiles.REPLACE)
    assert contents(folder) == EARLIER | {"b.pdf": b""}
    assert write(folder, ExistingFiles.RENAME)[1] == "b (2).pdf"


@pytest.mark.parametrize("goal", ["quyết định.pdf", "không có.pdf"])
def test_what_a_link_leads_to_is_never_written_over(folder: Path, tmp_path: Path, goal: str) -> None:
    if goal == "quyết định.pdf":
        (tmp_path / goal).write_bytes(b"elsewhere")
    try:
        (folder / "b.pdf").symlink_to(tmp_path / goal)
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert taken_names(folder, NAMES) == ("a.pdf", "b.pdf", "c.pdf")
    with pytest.raises(errors.Cancelled):
        write(folder, ExistingFiles.REPLACE, stop_at=4)
    with pytest.raises(errors.Refused):
        write(folder, ExistingFiles.REPLACE, after=refuse)
    assert (folder / "b.pdf").readlink() == tmp_path / goal
    write(folder, ExistingFiles.REPLACE)
    assert (folder / "b.pdf").read_bytes() == NEW["b.pdf"]
    assert (tmp_path / goal).exists() == (goal == "quyết định.pdf")
    assert not (tmp_path / goal).exists() or (tmp_path / goal).read_bytes() == b"elsewhere"


def test_two_orders_in_one_folder_do_not_sweep_each_other(folder: Path) -> None:
    with files_together(folder, ExistingFiles.RENAME) as files:
        (name,) = files.reserve(["a.pdf"])
        with files.writing(name) as stream:
            stream.write(b"first")
        write(folder, ExistingFiles.REFUSE, names=("e.pdf",))
        files.move()
    assert contents(folder) == EARLIER | {"a (2).pdf": b"first", "e.pdf": b"new " * 4096 + b"e.pdf"}


def test_a_strangers_plan_moves_nothing_out_of_its_folder(folder: Path, tmp_path: Path) -> None:
    stage = folder / ".so-thi-dua-lạ"
    stage.mkdir()
    (stage / "lock").write_bytes(b"")
    (stage / "1.old").write_bytes(b"of a stranger")
    (stage / "plan.json").write_text('[[1, "../b.pdf", [0, 0]]]', encoding="utf-8")
    assert not is_free(folder)
    assert contents(folder) == EARLIER
    assert contents(tmp_path) == {"giấy": b""}


def test_folders_made_for_an_order_that_failed_are_not_left(tmp_path: Path) -> None:
    with pytest.raises(errors.Cancelled):
        write(tmp_path / "năm" / "quý" / "giấy", ExistingFiles.REFUSE, stop_at=1)
    assert contents(tmp_path) == {}
    assert is_free(tmp_path / "năm")


LONG = "Nguyễn " * 40
DECOMPOSED = "Nguye\u0302\u0303n " * 40


@pytest.mark.parametrize("words", [LONG, DECOMPOSED, "ễ" * 200, "e\u0302\u0303" * 200, "👨" * 99])
def test_a_long_name_is_cut_between_letters_and_every_disk_takes_it(tmp_path: Path, words: str) -> None:
    name = proper_name(words)
    assert words.strip().startswith(name)
    assert not words.strip()[len(name) :].startswith(("\u0302", "\u0303"))
    twice = file_names("{ten}", [{"ten": words}] * 11)
    write(tmp_path / "mới", ExistingFiles.REFUSE, names=tuple(f"{one}.pdf" for one in twice))
    write(tmp_path / "mới", ExistingFiles.RENAME, names=tuple(f"{one}.pdf" for one in twice))
    assert len(contents(tmp_path / "mới")) == 22


@pytest.mark.parametrize(
    ("given", "proper"),
    [
        ("05-Bằng: khen?.pdf", "05-Bằng- khen.pdf"),
        ("con.pdf", "_con.pdf"),
        ("dấu chấm cuối.", "dấu chấm cuối"),
        ("..\\..\\x.docx", "x.docx"),
        ("số 5. Tờ trình của trường", "số 5. Tờ trình của trường"),
        (f"{'ễ' * 300}.xlsx", f"{'ễ' * 66}.xlsx"),
    ],
)
def test_a_file_somebody_else_named_gets_a_name_that_every_system_takes(given: str, proper: str) -> None:
    assert proper_file_name(given) == proper
    assert proper_name("\u0303" * 300) == "Không tên"


def test_a_name_no_disk_takes_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(errors.CannotWrite, match="quá dài"), open_target(tmp_path / f"{'ễ' * 200}.pdf"):
        pass
    assert contents(tmp_path) == {}
