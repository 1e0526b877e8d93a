"""Codes that files keep are written once, in a vocabulary, and the program names them by its members."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import cluster_desktop.domain
from cluster_desktop.domain.awards import nomination_state
from cluster_desktop.domain.awards.awards import AwardKind
from cluster_desktop.domain.awards.nomination_state import NominationState, Step
from cluster_desktop.domain.fields.choices import Word
from cluster_desktop.domain.people.vocabulary import Degree

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

ROOT = Path(__file__).resolve().parents[3]


def vocabularies() -> list[type[Word]]:
    for module in pkgutil.walk_packages(cluster_desktop.domain.__path__, "cluster_desktop.domain."):
        importlib.import_module(module.name)
    return Word.__subclasses__()


def literals(file: Path) -> Iterator[tuple[str, int, str]]:
    """The texts of a module that stand outside its vocabularies, each with its place."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    own = {
        id(node)
        for kind in ast.walk(tree)
        if isinstance(kind, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "Word" for base in kind.bases)
        for node in ast.walk(kind)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in own:
            yield file.name, node.lineno, node.value


def test_no_code_is_written_twice() -> None:
    codes = {word.code for kind in vocabularies() for word in kind}
    files = [file for file in (ROOT / "cluster_desktop").rglob("*.py") if "migrations" not in file.parts]
    assert len(codes) > 140
    assert {award.code for award in AwardKind} < codes
    assert [place for file in files for place in literals(file) if place[2] in codes] == []


@pytest.mark.parametrize("kind", vocabularies(), ids=lambda kind: kind.__name__)
def test_every_member_is_its_code_and_has_words_of_its_own(kind: type[Word]) -> None:
    assert kind.__doc__
    assert len({word.label for word in kind}) == len(kind) == len({word.code for word in kind})
    for word in kind:
        assert type(word.code) is str
        assert (word, kind.label_of(word.code)) == (word.code, word.label)


def test_a_code_of_a_later_version_is_shown_as_it_stands() -> None:
    assert [Degree.label_of(code) for code in ("THAC_SI", "TIEN_SI_KHOA_HOC", None)] == [
        "Thạc sĩ",
        "TIEN_SI_KHOA_HOC",
        "",
    ]


def test_only_an_award_decides_a_nomination_and_only_its_going_reopens_it() -> None:
    steps = {name: step for name, step in vars(nomination_state).items() if isinstance(step, Step)}
    leading = {name for name, step in steps.items() if NominationState.DECIDED in step.targets}
    leaving = {name for name, step in steps.items() if step.possible(NominationState.DECIDED)}
    assert (leading, leaving) == ({"PUT_IN_DECISION", "AWARDED"}, {"AWARD_GONE"})
