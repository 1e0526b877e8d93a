"""Names of files made from a pattern such as "{so} {ten}": one for each, none twice, all of them fit for Windows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from string import Formatter
from typing import Final

from cluster_desktop import errors

USUAL: Final = "{thu_tu} {ten}"
TOKENS: Final = {
    "thu_tu": "thứ tự tờ (001)",
    "so": "số sổ trên giấy",
    "ten": "người, tập thể",
    "don_vi": "đơn vị",
    "quyet_dinh": "số quyết định",
}
"""What stands in braces, and what it becomes."""
_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)", re.IGNORECASE)
_LONGEST: Final = 100


def file_names(pattern: str, sheets: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """A name without suffix for each of *sheets* (the value of every token).

    Raises Refused for a pattern that cannot be used, with what to write instead.
    """
    pieces = _pieces(pattern)
    taken: set[str] = set()
    return tuple(_free(_proper("".join(_filled(pieces, values))), taken) for values in sheets)


def _pieces(pattern: str) -> Sequence[tuple[str, str]]:
    known = ", ".join(f"{{{token}}}" for token in TOKENS)
    try:
        found = [(literal, token) for literal, token, _manner, _way in Formatter().parse(pattern)]
    except ValueError as error:
        raise errors.Refused(f"Mẫu tên tệp thiếu một dấu ngoặc nhọn. Các mục dùng được: {known}.") from error
    unknown = [token for _literal, token in found if token is not None and token not in TOKENS]
    if unknown:
        raise errors.Refused(f"Mẫu tên tệp có mục lạ {{{unknown[0]}}}. Các mục dùng được: {known}.")
    if not any(token for _literal, token in found):
        raise errors.Refused(f"Mẫu tên tệp cần ít nhất một mục, ví dụ {USUAL}. Các mục dùng được: {known}.")
    return [(literal, token or "") for literal, token in found]


def _filled(pieces: Sequence[tuple[str, str]], values: Mapping[str, str]) -> Iterable[str]:
    for literal, token in pieces:
        yield literal
        yield values[token] if token else ""


def _proper(words: str) -> str:
    name = " ".join(_FORBIDDEN.sub("-", words).split())[:_LONGEST].strip(" .-")
    return f"_{name}" if _DEVICES.match(name) else name or "Không tên"


def _free(name: str, taken: set[str]) -> str:
    """The name, or the name with a number; capitals make no difference, as on Windows."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free.casefold())
    return free
