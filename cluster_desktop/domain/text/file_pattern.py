"""Names of files made from a pattern such as "{so} {ten}": one for each, none twice, all of them fit for Windows."""

import re
import unicodedata
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
"""The words in braces, and what each becomes."""
_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)", re.IGNORECASE)
_LONGEST: Final = 100
_MOST_BYTES: Final = 200
"""Systems take 255; a number such as " (2)" and the suffix come behind."""
_LONGEST_SUFFIX: Final = 8


def file_names(pattern: str, sheets: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """A name without suffix for each of *sheets* (the value of every token).

    Raises Refused for a pattern that cannot be used, with what to write instead.
    """
    pieces = _pieces(pattern)
    taken: set[str] = set()
    return tuple(_free(proper_name("".join(_filled(pieces, values))), taken) for values in sheets)


def proper_name(words: str) -> str:
    """*words* as a name without suffix that every system takes: "48/QĐ-TCT" becomes "48-QĐ-TCT".

    Of more than 100 letters or 200 bytes the rest is left out; no letter loses its marks.
    """
    name = _shortened(" ".join(_FORBIDDEN.sub("-", words).split())).strip(" .-")
    return f"_{name}" if _DEVICES.match(name) else name or "Không tên"


def proper_file_name(words: str) -> str:
    """The same for the name of a file somebody else named, which keeps its suffix."""
    stem, _dot, suffix = words.rpartition(".")
    if stem and suffix.isalnum() and len(suffix) <= _LONGEST_SUFFIX:
        return f"{proper_name(stem)}.{suffix}"
    return proper_name(words)


def _pieces(pattern: str) -> Sequence[tuple[str, str]]:
    tokens = ", ".join(f"{{{token}}}" for token in TOKENS)
    try:
        pieces = [(literal, token) for literal, token, _manner, _way in Formatter().parse(pattern)]
    except ValueError as error:
        raise errors.Refused(f"Mẫu tên tệp thiếu một dấu ngoặc nhọn. Các mục dùng được: {tokens}.") from error
    unknown = [token for _literal, token in pieces if token is not None and token not in TOKENS]
    if unknown:
        raise errors.Refused(f"Mẫu tên tệp có mục lạ {{{unknown[0]}}}. Các mục dùng được: {tokens}.")
    if not any(token for _literal, token in pieces):
        raise errors.Refused(f"Mẫu tên tệp cần ít nhất một mục, ví dụ {USUAL}. Các mục dùng được: {tokens}.")
    return [(literal, token or "") for literal, token in pieces]


def _filled(pieces: Sequence[tuple[str, str]], values: Mapping[str, str]) -> Iterable[str]:
    for literal, token in pieces:
        yield literal
        yield values[token] if token else ""


def _shortened(name: str) -> str:
    end = min(len(name), _LONGEST)
    while end and (len(name[:end].encode(errors="replace")) > _MOST_BYTES or _is_mark(name[end : end + 1])):
        end -= 1
    return name[:end]


def _is_mark(letter: str) -> bool:
    return bool(letter and unicodedata.combining(letter))


def _free(name: str, taken: set[str]) -> str:
    """The name, or the name with a number; capitals make no difference, as on Windows."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free.casefold())
    return free
