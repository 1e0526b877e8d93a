"""An act writes and returns what it changed, for pages and undo; all else in ``commands`` is an answer and reads."""

import ast
from collections.abc import Iterator
from pathlib import Path

COMMANDS = Path(__file__).resolve().parents[2] / "cluster_desktop" / "commands"
ACT_RESULTS = {"Changes", "tuple[str, Changes]"}
"""What an act returns; a name stands first where the act chose one."""


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for file in sorted(COMMANDS.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{file.relative_to(COMMANDS).as_posix()}:{node.name}", node


def writes(function: ast.FunctionDef) -> bool:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return any(isinstance(call, ast.Attribute) and call.attr == "changing" for call in calls)


def result(function: ast.FunctionDef) -> str:
    return ast.unparse(function.returns) if function.returns else ""


def test_whatever_writes_returns_its_changes() -> None:
    acts = {name: result(function) for name, function in functions() if writes(function)}
    assert acts["records/records.py:create"] == "Changes"
    assert {name: returned for name, returned in acts.items() if returned not in ACT_RESULTS} == {}
