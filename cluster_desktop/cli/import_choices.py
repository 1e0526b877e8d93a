"""What the options of an import decide about a file: its sheets, letters, columns and rows, and its departments."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cluster_desktop import errors
from cluster_desktop.commands.imports import places, taught_words
from cluster_desktop.commands.imports.plan import LEFT_OUT, PlaceKey, RowKey
from cluster_desktop.commands.imports.tables import ImportTables
from cluster_desktop.commands.records.lookup import key_of
from cluster_desktop.domain.record_kinds.import_kinds import ImportKind
from cluster_desktop.exchange.letters.legacy_text import Encoding
from cluster_desktop.exchange.tables.tables import (
    with_days_swapped,
    with_encoding,
    with_hidden_rows,
    with_mapping,
    with_names_as_typed,
)
from cluster_desktop.exchange.tables.uses import IGNORED, ColumnUse, How, possible_uses
from cluster_desktop.records.file.workspace import Workspace

_PARTED: Final = "="


def as_chosen(workspace: Workspace, read: ImportTables, chosen: argparse.Namespace) -> ImportTables:
    """The tables of a file as somebody wants them read. Raises Refused for what the file has not."""
    if chosen.sheet:
        read = _only_sheets(read, chosen.sheet)
    for guess in read.guesses:
        if chosen.encoding:
            guess = with_encoding(guess, Encoding(chosen.encoding))
        for column in guess.swaps if chosen.swap_days else ():
            guess = with_days_swapped(guess, column, swapped=True)
        guess = with_names_as_typed(guess, as_typed=chosen.as_typed)
        read = read.with_guess(with_hidden_rows(guess, taken=True) if chosen.hidden else guess)
    for words in chosen.column or ():
        read = _with_column(workspace, read, words, teach=chosen.teach)
    return read.with_rows_taken(_rows(read, chosen.take_row), taken=True)


def left_rows(read: ImportTables, chosen: argparse.Namespace) -> dict[RowKey, str]:
    """The answers for rows that somebody leaves out. Raises Refused."""
    return dict.fromkeys(_rows(read, chosen.leave_row), LEFT_OUT)


def department_answers(workspace: Workspace, unit_uid: str | None, pairs: Sequence[str]) -> dict[PlaceKey, str]:
    """The answers about words for departments. Raises Refused for a department that the book has not."""
    answers: dict[PlaceKey, str] = {}
    for words, name in map(_parts, pairs):
        answers |= workspace.read(places.answers, unit_uid, words, name)
    return answers


def _parts(pair: str) -> tuple[str, str]:
    words, sign, meaning = pair.partition(_PARTED)
    if not sign or not words.strip():
        raise errors.Refused(f"“{pair}” thiếu dấu bằng. Hãy ghi chữ trong bảng, dấu bằng, rồi nghĩa của nó.")
    return words.strip(), meaning.strip()


def _only_sheets(read: ImportTables, sheets: Sequence[str]) -> ImportTables:
    names = tuple(dict.fromkeys(guess.sheet for guess in read.guesses))
    if missing := [name for name in sheets if name not in names]:
        sentence = f"Không có bảng nào ở trang tính “{missing[0]}”. Các trang có bảng: {', '.join(names)}."
        raise errors.Refused(sentence)
    read = replace(read, guesses=tuple(replace(guess, ticked=True) for guess in read.guesses))
    return read.without([guess.key for guess in read.guesses if guess.sheet not in sheets])


def _with_column(workspace: Workspace, read: ImportTables, pair: str, *, teach: bool) -> ImportTables:
    words, meaning = _parts(pair)
    use = _use(read.kind, meaning)
    found = False
    for guess in read.guesses:
        columns = [at for at, heading in enumerate(guess.headings) if heading and key_of(heading) == key_of(words)]
        found = found or bool(columns)
        read = read.with_guess(with_mapping(guess, dict.fromkeys(columns, use))) if columns else read
    if not found:
        raise errors.Refused(f"Bảng không có cột “{words}” của --column. Hãy ghi tiêu đề đúng như trong bảng.")
    if teach and use.how in (How.VALUE, How.MARK, How.IGNORE):
        taught_words.teach(workspace, read.kind, words, use.field, use.choice or "")
    return read


def _use(kind: ImportKind, meaning: str) -> ColumnUse:
    if not meaning:
        return IGNORED
    by_key = {item.key: ColumnUse(item.key) for item in kind.fields}
    by_words = {key_of(words): use for words, use in possible_uses(kind.fields)}
    use = by_key.get(meaning) or by_words.get(key_of(meaning))
    if use is None:
        known = ", ".join(f"{item.label} ({item.key})" for item in kind.fields)
        raise errors.Refused(f"Không có mục “{meaning}” của --column. Các mục: {known}.")
    return use


def _rows(read: ImportTables, words: Sequence[str] | None) -> list[RowKey]:
    keys: list[RowKey] = []
    for each in words or ():
        name, _, number = each.rpartition(":")
        if not number.isdecimal():
            raise errors.Refused(
                f"“{each}” không phải là dòng. Hãy ghi số dòng như 14, hoặc tên trang và số: Cán bộ:14."
            )
        keys += [(guess.name, int(number)) for guess in read.guesses if name in ("", guess.name, guess.sheet)]
    return keys
