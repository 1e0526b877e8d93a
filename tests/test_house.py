"""Holds what docs/ARCHITECTURE.md promises of folders, names and docstrings."""

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "cluster_desktop"
FILES_IN_A_ROOM = 30
DOCUMENTED = 0.95
SAYING_NOTHING = 0.01
EMPTY_WORDS = {"found", "told", "made", "one", "said", "wanted", "known", "given"}
"""Words that name anything and so nothing."""

Definition = ast.Module | ast.ClassDef | ast.FunctionDef


@cache
def modules() -> Sequence[tuple[Path, ast.Module]]:
    """Every module of the program but migrations, which are tables written down once."""
    paths = [path for path in sorted(PROGRAM.rglob("*.py")) if "versions" not in path.parts]
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths]


def public(module: ast.Module) -> Iterator[Definition]:
    """The module, its public classes with their public methods, its public functions; overrides are told elsewhere."""
    yield module
    for node in module.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from (
                method
                for method in node.body
                if isinstance(method, ast.FunctionDef)
                and not method.name.startswith("_")
                and not {"override", "overload"} & {ast.unparse(mark) for mark in method.decorator_list}
            )


def bound_names(module: ast.Module) -> Iterator[str]:
    """Every name that the module gives to a variable, an argument, a function or a class."""
    for node in ast.walk(module):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


def test_no_room_is_crowded_and_none_is_empty() -> None:
    counted = Counter(path.parent for path, _module in modules())
    assert {room.name: count for room, count in counted.items() if count > FILES_IN_A_ROOM} == {}
    rooms = [path.parent for path, _module in modules() if path.name == "__init__.py"]
    assert [room.name for room in rooms if len(list(room.rglob("*.py"))) == 1] == []


def test_public_names_are_explained() -> None:
    definitions = [(path, node) for path, module in modules() for node in public(module)]
    bare = [
        f"{path.relative_to(ROOT)}:{getattr(node, 'name', '')}"
        for path, node in definitions
        if not ast.get_docstring(node)
    ]
    assert 1 - len(bare) / len(definitions) >= DOCUMENTED, bare


def test_a_class_name_stands_for_one_thing() -> None:
    counted = Counter(
        node.name for _path, module in modules() for node in ast.walk(module) if isinstance(node, ast.ClassDef)
    )
    assert {name: count for name, count in counted.items() if count > 1} == {}


def test_names_say_what_they_hold() -> None:
    names = [name for _path, module in modules() for name in bound_names(module)]
    empty = Counter(name for name in names if EMPTY_WORDS & set(name.strip("_").lower().split("_")))
    assert empty.total() / len(names) <= SAYING_NOTHING, empty
