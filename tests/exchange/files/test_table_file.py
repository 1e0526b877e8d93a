"""Files that are not to be had: gone, held, changing, a pipe, a device; each is one sentence."""

import os
import sys
import threading
from pathlib import Path

import pytest

from cluster_desktop import errors
from cluster_desktop.exchange.tables.spreadsheets import read_workbook, real_kind


def refusal(path: Path) -> str:
    with pytest.raises(errors.CannotRead) as caught:
        read_workbook(path)
    assert caught.value.sentence.count("Hãy ") == 1
    return caught.value.sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name of POSIX systems")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    os.mkfifo(path)
    assert "“ds.csv” không phải tệp" in refusal(path)


@pytest.mark.skipif(sys.platform != "linux", reason="a device as Linux names it")
def test_a_device_is_refused() -> None:
    assert "không phải tệp" in refusal(Path("/dev/zero"))


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    assert "là một thư mục" in refusal(tmp_path)


def test_a_file_that_is_gone_is_told_with_its_name(tmp_path: Path) -> None:
    for read in (read_workbook, real_kind):
        with pytest.raises(errors.FileMissing, match="không còn.xlsx"):
            read(tmp_path / "không còn.xlsx")


@pytest.mark.skipif(sys.platform != "linux", reason="a file of Linux whose first byte cannot be read")
def test_a_disk_that_breaks_off_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "usb.xlsx"
    path.symlink_to("/proc/self/mem")
    assert "ổ đĩa hoặc USB đã bị rút ra" in refusal(path)


def test_a_file_that_another_program_is_writing_is_not_read_half(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_bytes(b"Ho ten;Sinh\n")
    os.truncate(path, 190_000_000)
    finished = threading.Event()

    def write() -> None:
        with path.open("r+b") as file:
            while not finished.is_set():
                file.write(b"x")
                file.flush()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        # A reading that fell between two moments of writing saw one whole state, which is damaged.
        said = next(said for _ in range(50) if "vừa bị thay đổi" in (said := refusal(path)))
    finally:
        finished.set()
        writer.join()
    assert "“ds.csv”" in said


def test_a_file_larger_than_any_list_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.touch()
    os.truncate(path, 5_000_000_000)
    assert "“ds.csv” quá lớn (5000 MB)" in refusal(path)


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows lets a program hold a file for itself")
def test_a_file_that_another_program_holds_is_told(tmp_path: Path) -> None:
    import ctypes

    path = tmp_path / "ds.csv"
    path.write_text("Họ tên;Sinh\nLò Ơn;1980\n", "utf-8")
    kernel = vars(ctypes)["WinDLL"]("kernel32")
    kernel.CreateFileW.restype = ctypes.c_void_p
    held = kernel.CreateFileW(str(path), 0x80000000, 0, None, 3, 0x80, None)
    try:
        assert "đang giữ" in refusal(path)
    finally:
        kernel.CloseHandle(ctypes.c_void_p(held))
