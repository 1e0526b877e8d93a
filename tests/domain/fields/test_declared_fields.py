"""Every field is what fields.toml says it is for: what must be filled in, how much it takes, where it is shown."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from cluster_desktop.domain.fields import types
from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.domain.units.unit_changes import MergerDraft, RenameDraft

SPECIFIED: Final = tomllib.loads((Path(__file__).parent / "fields.toml").read_text(encoding="utf-8"))
USUAL: Final = SPECIFIED.pop("usual")
FORMS: Final[dict[str, type[Draft]]] = {"office": OfficeDraft, "rename": RenameDraft, "merger": MergerDraft}
TYPES: Final = {
    types.Name: "name",
    types.Text: "line",
    types.LongText: "lines",
    types.Suggestion: "offered",
    types.Digits: "digits",
    types.Date: "date",
    types.Year: "year",
    types.Integer: "count",
    types.Money: "money",
    types.Points: "points",
    types.OneOf: "choice",
    types.Flag: "yes_no",
}
LIMITS: Final = ("letters=", "..")


def declared(kind: str) -> tuple[Field, ...]:
    return fields_of(FORMS[kind]) if kind in FORMS else KINDS[kind].columns


def computed(kind: str) -> set[str]:
    return set() if kind in FORMS else {field.key for field in KINDS[kind].derived}


def words_of(kind: str, field: Field) -> set[str]:
    """What the program makes of a field, in the words of the specification, but for its limits."""
    draft = FORMS[kind] if kind in FORMS else KINDS[kind].draft
    start = None if field.key in computed(kind) else getattr(draft(), field.key)
    listed = kind not in FORMS
    key, codes = field.shown_when or ("", ())
    marks = {
        "must": field.problem({field.key: None, **({key: codes[0]} if key else {})}) is not None,
        "column": listed and field.listed,
        "filter": listed and field.filterable,
        "private": field.sensitive,
        "several": field.several,
        "either": field.either,
        "computed": field.key in computed(kind),
        f"when={key}:{','.join(codes)}": bool(key),
        f"rest={field.rest_in}": bool(field.rest_in),
        f"beside={field.beside}": bool(field.beside),
        f"first={str(start).replace(' ', '_')}": start is not None,
    }
    type_word = f">{field.refers_to}" if field.refers_to else TYPES[type(field.type)]
    return {type_word, *(word for word, holds in marks.items() if holds)}


def is_limit(word: str) -> bool:
    return any(sign in word for sign in LIMITS)


def limits() -> Iterator[tuple[Field, str]]:
    """Every field of a form with its limit; those the program computes are never typed."""
    for kind, lines in SPECIFIED.items():
        by_key = {field.key: field for field in declared(kind)}
        for key, line in lines.items():
            type_word, *others = line.split()
            limit = next(filter(is_limit, others), USUAL.get(type_word))
            if limit and "computed" not in others:
                yield by_key[key], limit


def problem(field: Field, value: Value) -> str:
    return field.problem({field.key: value}) or ""


def test_every_kind_and_every_field_is_specified_and_nothing_else() -> None:
    assert SPECIFIED.keys() == KINDS.keys() | FORMS.keys()
    for kind, lines in SPECIFIED.items():
        assert set(lines) == {field.key for field in declared(kind)}, kind


@pytest.mark.parametrize("kind", SPECIFIED)
def test_a_field_is_what_it_is_for(kind: str) -> None:
    specified = {key: {word for word in line.split() if not is_limit(word)} for key, line in SPECIFIED[kind].items()}
    assert {field.key: words_of(kind, field) for field in declared(kind)} == specified


def test_a_text_takes_its_letters_and_not_one_more() -> None:
    texts = [(field, int(limit.removeprefix("letters="))) for field, limit in limits() if "letters=" in limit]
    assert len(texts) > 100
    for field, letters in texts:
        assert problem(field, "ă" * letters) == "", field.key
        assert f"dài {letters + 1} ký tự; tối đa {letters}." in problem(field, "ă" * (letters + 1)), field.key


def test_a_figure_takes_its_bounds_and_nothing_beyond() -> None:
    figures = [(field, limit.split("..")) for field, limit in limits() if ".." in limit]
    assert len(figures) > 40
    for field, bounds in figures:
        least, most = map(int, bounds)
        assert (problem(field, least), problem(field, most)) == ("", ""), field.key
        assert "không được nhỏ hơn" in problem(field, least - 1), field.key
        assert "không được lớn hơn" in problem(field, most + 1), field.key


def test_what_is_for_some_only_is_asked_of_them_alone() -> None:
    """A field with a condition is missed by those it is for and by nobody else."""
    revoked = {field.key: field for field in KINDS["award"].fields}["revoked_because"]
    assert revoked.problem({"revoked_because": None, "state": "THU_HOI"}) == "Chưa điền lý do thu hồi."
    assert revoked.problem({"revoked_because": None, "state": "HIEU_LUC"}) is None
    assert revoked.problem({"revoked_because": None}) is None
