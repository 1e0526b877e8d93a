"""Read an own certificate layout from a file, choose it, write it to a file, drop it."""

import re
from pathlib import Path
from typing import Final

from cluster_desktop import errors, resources
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.documents.certificates.layout import Layout
from cluster_desktop.documents.certificates.layout_file import LayoutTitle, available_layouts, load_layout, parse_layout
from cluster_desktop.domain.text.names import fold, nfc_lines
from cluster_desktop.output_file import open_target
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.printing.layouts import layout_key, own_layouts

_SEPARATORS: Final = re.compile(r"[^a-z0-9]+")
_LARGEST: Final = 256 * 1024


def layouts_for(workspace: Workspace, base: str) -> tuple[LayoutTitle, ...]:
    """List the layouts for the certificates of *base*: it, its variants, then the office's own."""
    own = workspace.read(own_layouts)
    layouts = [*available_layouts(), *(LayoutTitle(name, _titled(name, text)) for name, text in own.items())]
    return tuple(layout for layout in layouts if layout.name == base or layout.name.startswith(f"{base}-"))


def own_layout(workspace: Workspace, name: str) -> Layout | None:
    """Read an own layout; None when *name* is one of the program's. Raises DocumentError when it is wrong."""
    text = workspace.read(own_layouts).get(name)
    return parse_layout(name, text) if text else None


def take_layout(workspace: Workspace, base: str, path: Path) -> tuple[str, Changes]:
    """Keep the layout in the file *path* for the certificates of *base*; gives its name. One of that title is replaced.

    Raises DocumentError saying what is wrong in the file, FileMissing and its kin; then nothing is kept.
    """
    try:
        too_large = path.stat().st_size > _LARGEST
        data = b"" if too_large else path.read_bytes()
    except OSError as error:
        errors.raise_for_os_error(error, path, reading=True)
    if too_large:
        raise errors.DocumentError(
            f"“{path.name}” lớn quá, không phải mẫu in. Hãy chọn tệp .toml đã xuất từ chương trình."
        )
    try:
        text = nfc_lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise errors.DocumentError(f"Mẫu in “{path.name}” không phải tệp văn bản UTF-8. Hãy lưu lại tệp.") from error
    return keep_layout(workspace, base, text, path.name)


def keep_layout(workspace: Workspace, base: str, text: str, where: str) -> tuple[str, Changes]:
    """Keep the layout that *text* describes for the certificates of *base*; gives its name. *where* it comes from.

    Raises DocumentError saying what is wrong in it.
    """
    layout = parse_layout(where, text)
    name = f"{base}-{_SEPARATORS.sub('-', fold(layout.title)).strip('-') or 'rieng'}"
    with workspace.changing(f"Ghi mẫu in “{layout.title}”") as session:
        put(session, layout_key(name), text)
        return name, session.changes()


def layout_text(workspace: Workspace, name: str) -> str:
    """Read the text of a layout, own or the program's. Raises DocumentError when there is none."""
    text = workspace.read(own_layouts).get(name)
    if text is None:
        load_layout(name)  # says so when there is none
        text = resources.read_text("layouts", f"{name}.toml")
    return text


def drop_layout(workspace: Workspace, name: str) -> Changes:
    """Do without an own layout; undoing brings it back."""
    with workspace.changing("Bỏ mẫu in riêng") as session:
        put(session, layout_key(name), "")
        return session.changes()


def write_layout(workspace: Workspace, name: str, path: Path) -> None:
    """Write a layout, own or the program's, as a file to change and take back. Raises CannotWrite and its kin."""
    text = layout_text(workspace, name)
    with open_target(path) as stream:
        stream.write(text.encode())


def _titled(name: str, text: str) -> str:
    try:
        return parse_layout(name, text).title
    except errors.DocumentError:
        return f"{name} (hỏng)"
