"""Layout files (``resources/layouts/*.toml``) read and checked, with a sentence for whoever edited them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from cluster_desktop import errors, resources
from cluster_desktop.documents.certificates.border import BorderStyle
from cluster_desktop.documents.certificates.layout import (
    VARIABLES,
    Box,
    CodeSlot,
    EmblemSlot,
    Layout,
    PictureSlot,
    Stack,
    Template,
)
from cluster_desktop.documents.content import fonts, print_colors
from cluster_desktop.documents.content.page import PageSize
from cluster_desktop.documents.content.toml_table import TomlTable

Part = TypeVar("Part")
_LEAST_CODE = 15.0


@dataclass(frozen=True, slots=True)
class LayoutTitle:
    """A layout as a choice in a list: file name without suffix, and what the office calls it."""

    name: str
    title: str


def available_layouts() -> tuple[LayoutTitle, ...]:
    """Every layout that comes with the program, by file name; raises DocumentError if one is wrong."""
    names = sorted(file.stem for file in resources.path("layouts").glob("*.toml"))
    return tuple(LayoutTitle(name, load_layout(name).title) for name in names)


@cache
def load_layout(name: str) -> Layout:
    """The layout ``resources/layouts/<name>.toml``.

    Raises DocumentError naming the layout when there is none, or the file and box that are wrong.
    """
    try:
        file = resources.path("layouts", f"{name}.toml")
    except errors.ResourceMissing as error:
        raise errors.DocumentError(f"Không có mẫu in “{name}”. Hãy chọn một mẫu khác trong danh sách.") from error
    return read_layout(file)


def read_layout(file: Path) -> Layout:
    """The layout in *file*; raises DocumentError with a sentence naming the file and the wrong box."""
    try:
        text = file.read_text("utf-8")
    except OSError as error:
        errors.raise_for_os_error(error, file, reading=True)
    except UnicodeDecodeError as error:
        raise errors.DocumentError(f"Mẫu in “{file.name}” không phải tệp văn bản UTF-8. Hãy lưu lại tệp.") from error
    return parse_layout(file.name, text)


def parse_layout(name: str, text: str) -> Layout:
    """The layout that the *text* of a file called *name* describes; raises DocumentError naming the wrong box."""
    where = f"Mẫu in “{name}”"
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise errors.DocumentError(f"{where} sai cú pháp TOML ({error}). Hãy sửa lại tệp.") from error
    return _layout(name.removesuffix(".toml"), TomlTable(tables, where))


def _layout(name: str, top: TomlTable) -> Layout:
    stacks = {stack.key: stack for stack in (_stack(top, entry) for entry in top.tables("stack"))}
    entries = top.tables("box")
    layout = Layout(
        name=name,
        title=top.text("title"),
        page=PageSize(top.number("width"), top.number("height")),
        border=_part(top, "border", BorderStyle),
        emblem=_part(top, "emblem", EmblemSlot),
        signature=_part(top, "signature", PictureSlot),
        code=_part(top, "code", CodeSlot),
        boxes=tuple(_box(top, entry, stacks) for entry in entries),
        stacks=stacks,
    )
    top.finish()
    for box in layout.boxes:
        _check_place(layout, box, f"{top.where}, ô “{box.key}”")
    if layout.code:
        where = f"{top.where}, phần “code”"
        if layout.code.width < _LEAST_CODE:
            raise errors.DocumentError(f"{where}: “width” ít nhất là {_LEAST_CODE:g} mm để máy quét còn đọc được.")
        _check_place(layout, layout.code, where)
    return layout


def _part(top: TomlTable, key: str, kind: type[Part]) -> Part | None:
    table = top.table(key)
    return table.read(kind) if table else None


def _stack(top: TomlTable, values: Mapping[str, Any]) -> Stack:
    return TomlTable(values, f"{top.where}, chồng “{values.get('key', '?')}”").read(Stack)


def _box(top: TomlTable, values: Mapping[str, Any], stacks: Mapping[str, Stack]) -> Box:
    table = TomlTable(values, f"{top.where}, ô “{values.get('key', '?')}”")
    place: dict[str, Any] = {}
    if "stack" in values:
        stack = stacks[_stack_name(table, stacks)]
        place = {"stack": stack.key, "y": stack.y, "height": stack.height}
    size = table.number("size")
    box = table.read(
        Box,
        text=_template(table),
        face=_face(table),
        size=size,
        floor=table.number("floor", size),
        colour=_colour(table),
        **place,
    )
    if box.max_lines < 1 or not 0 < box.floor <= box.size:
        raise table.wrong("“max_lines” ít nhất là 1, “floor” lớn hơn 0 và không quá “size”.")
    return box


def _stack_name(table: TomlTable, stacks: Mapping[str, Stack]) -> str:
    name = table.text("stack")
    if name not in stacks:
        raise table.wrong(f"không có chồng “{name}”.")
    return name


def _template(table: TomlTable) -> Template:
    source = table.text("text")
    try:
        template = Template(fonts.clean(source))
    except ValueError as error:
        raise table.wrong(f"“text” viết sai dấu ngoặc nhọn: {source}") from error
    unknown = [key for key in template.variables if key not in VARIABLES]
    if unknown:
        raise table.wrong(f"không có biến {{{unknown[0]}}}. Các biến dùng được: {', '.join(VARIABLES)}.")
    return template


def _face(table: TomlTable) -> str:
    name = table.text("face")
    if name not in fonts.FACES:
        raise table.wrong(f"không có kiểu chữ “{name}”. Các kiểu dùng được: {', '.join(fonts.FACES)}.")
    return name


def _colour(table: TomlTable) -> print_colors.Ink:
    name = table.text("colour", "black")
    try:
        return print_colors.named(name)
    except ValueError as error:
        raise table.wrong(f"không hiểu màu “{name}”. Hãy dùng black, red, gold, quiet hoặc #RRGGBB.") from error


def _check_place(layout: Layout, box: Box | CodeSlot, where: str) -> None:
    edge = layout.border.inner_edge if layout.border else 0.0
    right, bottom = layout.page.width - box.x - box.width, layout.page.height - box.y - box.height
    if min(box.x, box.y, right, bottom) < edge:
        place = "khung viền" if layout.border else "trang giấy"
        raise errors.DocumentError(f"{where}: nằm ra ngoài {place}. Hãy sửa x, y, width hoặc height.")
    corner = layout.border.corner_edge if layout.border else 0.0
    if min(box.x, right) < corner and min(box.y, bottom) < corner:
        raise errors.DocumentError(f"{where}: đè lên hoa ở góc khung. Hãy sửa x, y, width hoặc height.")
