"""Whatever a command line meets - files that are none, full disks, impatient operators - it says one sentence."""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cluster_desktop.app import _COMMANDS

ROOT = Path(__file__).resolve().parents[2]
FULL = Path("/dev/full")
ON_A_BOOK: dict[str, tuple[str, ...]] = {
    "import": ("import", "staff", "{file}", "{table}"),
    "report": ("report", "{file}", "staff-list", "--out", "{out}"),
    "certificates": ("certificates", "{file}", "--decision", "48/QĐ-TCT", "--out", "{out}"),
    "verify": ("verify", "{file}", "STD1:KHÔNG"),
    "dossier": ("dossier", "{file}", "--nomination", "x", "--out", "{out}"),
    "eligibility": ("eligibility", "{file}", "--year", "2020", "--title", "all"),
    "search": ("search", "{file}", "hiep"),
    "add": ("add", "{file}", "movement", "title=Dạy tốt"),
    "edit": ("edit", "{file}", "office", "place=Lào Cai"),
    "show": ("show", "{file}", "office"),
    "delete": ("delete", "{file}", "x"),
    "undo": ("undo", "{file}"),
    "redo": ("redo", "{file}"),
    "backup": ("backup", "{file}", "{folder}/bản sao"),
    "restore": ("restore", "{file}", "{folder}/khôi phục.sothidua"),
    "check": ("check", "{file}"),
    "history": ("history", "{file}", "x"),
    "list": ("list", "{file}", "people"),
}


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_every_command_that_opens_a_book_is_tried_here() -> None:
    assert ON_A_BOOK.keys() | {"demo", "new"} == set(_COMMANDS)


@pytest.mark.parametrize("words", ON_A_BOOK.values(), ids=ON_A_BOOK)
@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "text", "table"])
def test_a_file_that_is_no_book_is_refused(tmp_path: Path, run: Any, words: tuple[str, ...], kind: str) -> None:
    table = tmp_path / "ds.csv"
    table.write_text("Họ và tên\nTrần An\n", encoding="utf-8")
    file = tmp_path / "sổ.sothidua"
    if kind == "folder":
        file.mkdir()
    elif kind != "missing":
        file.write_bytes({"empty": b"", "text": "đây là văn bản".encode(), "table": b"SQLite format 3\0" * 200}[kind])
    before = files_below(tmp_path)
    told = run(*(word.format(file=file, table=table, out=tmp_path / "x.pdf", folder=tmp_path) for word in words))
    assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
    assert "ngoài dự tính" not in told.err
    assert files_below(tmp_path) == before


@pytest.mark.parametrize("content", ["", "Họ và tên,Ngày sinh\n", "\n\n", ",,,\n,,\n"])
def test_a_table_with_nothing_in_it_is_no_failure_of_the_program(
    sample: Path, tmp_path: Path, run: Any, content: str
) -> None:
    table = tmp_path / "ds.csv"
    table.write_text(content, encoding="utf-8")
    told = run("import", "staff", sample, table, "--unit", "LAOCAI")
    assert "ngoài dự tính" not in told.err
    assert told.code == (1 if told.err else 0)
    assert told.err.count("\n") <= 1


@pytest.mark.parametrize("out", ["{folder}", "{folder}/không có/x.pdf", "{folder}/tệp.txt/x.pdf", "{folder}/x.abc"])
@pytest.mark.parametrize(
    "words", [("report", "{file}", "staff-list"), ("certificates", "{file}", "--decision", "48/QĐ-TCT")]
)
def test_a_place_that_takes_no_paper_is_refused(
    sample: Path, tmp_path: Path, run: Any, words: tuple[str, ...], out: str
) -> None:
    (tmp_path / "tệp.txt").write_text("", encoding="utf-8")
    before = files_below(tmp_path)
    told = run(*(word.format(file=sample, folder=tmp_path) for word in (*words, "--out", out)))
    assert (told.code, told.out, told.err.count("\n")) == (1, "", 1)
    assert "ngoài dự tính" not in told.err
    assert files_below(tmp_path) == before


def started(*words: object, **more: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "cluster_desktop", *map(str, words)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | more.pop("env", {})
    return subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, **more)


def test_a_console_of_few_letters_gets_all_letters(sample: Path) -> None:
    few = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    out, err = started("list", sample, "units", stdout=subprocess.PIPE, env=few).communicate()
    assert (err, "Lạng Sơn" in out.decode("utf-8")) == (b"", True)


def test_a_reader_that_leaves_early_hears_nothing_more(sample: Path) -> None:
    with started("list", sample, "people", "--json", stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 1)


@pytest.mark.skipif(not FULL.exists(), reason="the system has no disk that is always full")
def test_an_answer_that_finds_no_room_is_said_to_be_lost(sample: Path) -> None:
    with FULL.open("wb") as full:
        process = started("list", sample, "units", stdout=full)
        _out, err = process.communicate()
    assert process.returncode == 1
    assert err.decode().splitlines() == [
        "Không ghi được kết quả ra nơi đã chọn. Hãy kiểm tra dung lượng ổ đĩa rồi làm lại."
    ]


def reading_processes(program: int) -> list[int]:
    """The processes that read a table for a program, once they have become the program themselves."""
    started_by = Path(f"/proc/{program}/task/{program}/children").read_text().split()
    return [int(child) for child in started_by if b"--read-tables" in Path(f"/proc/{child}/cmdline").read_bytes()]


@pytest.mark.skipif(sys.platform != "linux", reason="the process that reads is looked up as Linux lists them")
def test_ctrl_c_stops_with_a_sentence_and_leaves_the_book_as_it_was(sample: Path, tmp_path: Path) -> None:
    table, before = tmp_path / "ds.csv", sample.read_bytes()
    table.write_text("Họ và tên;Năm sinh\nLò Thị Ơn;1980\n", "utf-8")
    process = started("import", "staff", sample, table, stdout=subprocess.PIPE)
    reading: list[int] = []
    while process.poll() is None and not reading:
        reading = reading_processes(process.pid)
    os.kill(reading[0], signal.SIGSTOP)  # it never ends by itself
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    with contextlib.suppress(ProcessLookupError):  # which goes by itself where nobody stopped it
        os.kill(reading[0], signal.SIGKILL)
    assert (process.returncode, out) == (1, b"")
    assert err.decode().splitlines() == ["Đã dừng theo yêu cầu, không có gì ghi dở."]
    assert sample.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((sample.name, table.name))
