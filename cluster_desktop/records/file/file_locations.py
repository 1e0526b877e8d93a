"""Tell the place of a workspace file: folders of cloud services, networks and USB sticks can spoil an open database.

A database that another program copies, locks or loses half-way is the usual end of such files; so the person is
warned, and shown what to do instead, but never prevented.
"""

import os
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path, PurePath
from typing import Final


class Place(Enum):
    """The kinds of places; the value is what people call it."""

    OWN = "ổ đĩa của máy"
    CLOUD = "thư mục đồng bộ lên mạng (OneDrive, Google Drive, Dropbox…)"
    NETWORK = "thư mục mạng dùng chung"
    REMOVABLE = "USB hoặc ổ cắm ngoài"


_WHY: Final = {
    Place.CLOUD: "Dịch vụ đồng bộ có thể chép tệp giữa lúc đang ghi, hoặc tạo hai bản khác nhau khi hai máy cùng mở",
    Place.NETWORK: "Mất mạng giữa lúc đang ghi có thể làm hỏng tệp",
    Place.REMOVABLE: "Rút ra khi chương trình đang mở có thể làm hỏng tệp",
}
_WAY_OUT: Final = {
    Place.CLOUD: "Nên để sổ trong thư mục riêng của máy và chỉ đưa bản sao lưu lên đó.",
    Place.NETWORK: "Nên để sổ trong máy và chép bản sao lưu lên thư mục mạng.",
    Place.REMOVABLE: "Nên chép sổ vào máy để làm việc, xong việc, đóng chương trình rồi mới chép lại ra USB.",
}
_CLOUD_FOLDERS: Final = (
    *("onedrive", "dropbox", "google drive", "googledrive", "my drive"),
    *("icloud", "iclouddrive", "icloud drive", "box sync", "nextcloud", "zalo drive"),
)
_CLOUD_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_LINUX_MOUNTS: Final = ("/media/", "/run/media/", "/Volumes/")
_REMOVABLE_DRIVE, _NETWORK_DRIVE = 2, 4  # GetDriveType

DriveKind = Callable[[str], int]


def place_of(path: PurePath, environment: Mapping[str, str] = os.environ, drive_kind: DriveKind | None = None) -> Place:
    """Tell the kind of place of a file; *drive_kind* gives the number Windows has for a drive ("D:\\")."""
    words = str(path)
    if words.startswith(("\\\\?\\UNC\\", "//")) or (words.startswith("\\\\") and not words.startswith("\\\\?\\")):
        return Place.NETWORK
    kind = (drive_kind or _windows_drive_kind)(path.anchor) if path.drive else 0
    if kind == _NETWORK_DRIVE:
        return Place.NETWORK
    if _synchronised(path, environment):
        return Place.CLOUD
    if kind == _REMOVABLE_DRIVE or path.as_posix().startswith(_LINUX_MOUNTS):
        return Place.REMOVABLE
    return Place.OWN


def advice(place: Place) -> str:
    """Explain the risk of a place and what to do instead; nothing for the computer's own disk."""
    if place is Place.OWN:
        return ""
    return f"Sổ đang nằm trong {place.value}. {_WHY[place]}. {_WAY_OUT[place]}"


def safe_folder(proposed: Path, own: Path) -> Path:
    """Choose the folder for a new workspace: *proposed*, or *own* when that place is risky."""
    return proposed if place_of(proposed) is Place.OWN else own


def _synchronised(path: PurePath, environment: Mapping[str, str]) -> bool:
    parts = [part.casefold() for part in path.parts]
    named = (
        part == folder or part.startswith((f"{folder} -", f"{folder} (")) for part in parts for folder in _CLOUD_FOLDERS
    )
    roots = (environment.get(name, "") for name in _CLOUD_VARIABLES)
    return any(named) or any(root and path.is_relative_to(type(path)(root)) for root in roots)


def _windows_drive_kind(anchor: str) -> int:
    import ctypes

    windows = vars(ctypes).get("windll")  # not there on other systems
    return int(windows.kernel32.GetDriveTypeW(anchor)) if windows is not None else 0
