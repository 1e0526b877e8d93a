"""Holds the sizes and names that CONTRIBUTING.md sets for modules and functions."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.no_cover  # long, and the same lines are measured elsewhere

ROOT = Path(__file__).resolve().parents[1]
FILE_LINES = 400
MAIN_WINDOW_LINES = 300
FUNCTION_LINES = 40
INIT_LINES = 25
WORDS_THAT_SAY_NOTHING = {"util", "helper", "common", "misc", "base", "manager", "handler", "service"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def program_files() -> list[Path]:
    return [ROOT / "run.py", *sorted((ROOT / "cluster_desktop").rglob("*.py"))]


def all_files() -> list[Path]:
    folders = (ROOT / "tests", ROOT / "installer")
    return program_files() + [file for folder in folders for file in sorted(folder.rglob("*.py"))]


def functions(file: Path) -> Iterator[Function]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def test_no_file_is_too_long() -> None:
    counted = {named(file): len(file.read_text(encoding="utf-8").splitlines()) for file in all_files()}
    assert "cluster_desktop/__main__.py" in counted
    assert {name: count for name, count in counted.items() if count > FILE_LINES} == {}
    assert counted.get("cluster_desktop/ui/window/main_window.py", 0) <= MAIN_WINDOW_LINES


def test_no_function_is_too_long() -> None:
    stops = {"__init__": INIT_LINES}
    too_long = [
        f"{named(file)}:{function.lineno} {function.name} {lines(function)} lines"
        for file in program_files()
        for function in functions(file)
        if "migrations/versions" not in file.as_posix()  # a migration is a table written down once
        if lines(function) > stops.get(function.name, FUNCTION_LINES)
    ]
    assert too_long == []


def test_modules_are_named_for_what_they_hold() -> None:
    vague = [
        named(file)
        for file in all_files()
        for part in file.relative_to(ROOT).with_suffix("").parts
        if part.removesuffix("s") in WORDS_THAT_SAY_NOTHING
    ]
    assert vague == []
