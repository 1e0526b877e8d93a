"""Risky places for a workspace are known by their paths, on any system."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from cluster_desktop.records.file import file_locations
from cluster_desktop.records.file.file_locations import Place

DRIVES = {"C:\\": 3, "E:\\": 2, "Z:\\": 4}
MINE = {"OneDrive": "C:\\Users\\Lò Thị Ơn\\Đám mây"}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (r"C:\Users\Lò Thị Ơn\Documents\sổ.sothidua", Place.OWN),
        (r"C:\Users\Lò Thị Ơn\OneDrive\Documents\sổ.sothidua", Place.CLOUD),
        (r"C:\Users\Lò Thị Ơn\OneDrive - Trường Chính trị\sổ.sothidua", Place.CLOUD),
        (r"C:\Users\Lò Thị Ơn\Đám mây\sổ.sothidua", Place.CLOUD),
        (r"C:\Users\Lò Thị Ơn\Dropbox (Trường)\sổ.sothidua", Place.CLOUD),
        (r"G:\My Drive\sổ.sothidua", Place.CLOUD),
        (r"C:\Tài liệu\Ghi chép về onedrive\sổ.sothidua", Place.OWN),
        (r"\\maychu\chung\sổ.sothidua", Place.NETWORK),
        (r"\\?\UNC\maychu\chung\sổ.sothidua", Place.NETWORK),
        (r"\\?\C:\rất dài\sổ.sothidua", Place.OWN),
        (r"Z:\chung\sổ.sothidua", Place.NETWORK),
        (r"E:\sổ.sothidua", Place.REMOVABLE),
    ],
)
def test_places_of_windows(path: str, place: Place) -> None:
    assert file_locations.place_of(PureWindowsPath(path), MINE, lambda drive: DRIVES.get(drive, 0)) is place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (PurePosixPath("/home/on/sổ.sothidua"), Place.OWN),
        (PurePosixPath("/home/on/Dropbox/sổ.sothidua"), Place.CLOUD),
        (PurePosixPath("/media/on/USB/sổ.sothidua"), Place.REMOVABLE),
    ],
)
def test_places_elsewhere(path: PurePath, place: Place) -> None:
    assert file_locations.place_of(path, {}) is place


def test_every_risky_place_is_explained_and_the_own_disk_is_not() -> None:
    assert file_locations.advice(Place.OWN) == ""
    told = {file_locations.advice(place) for place in Place if place is not Place.OWN}
    assert len(told) == 3
    assert all("Nên" in words for words in told)


def test_a_new_book_is_proposed_outside_risky_places(tmp_path: Path) -> None:
    own = tmp_path / "riêng"
    assert file_locations.safe_folder(tmp_path, own) == tmp_path
    assert file_locations.safe_folder(tmp_path / "OneDrive", own) == own
