"""The example of docs/COMMAND_LINE.md runs as it stands there, from an empty book to certificates."""

import shlex
from pathlib import Path
from typing import Any

import pytest

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "COMMAND_LINE.md"


def test_the_example_of_single_records_runs(tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = GUIDE.read_text(encoding="utf-8").split("## Single records")[1].split("```")[1].split("\n")
    commands = [shlex.split(line)[1:] for line in lines if line]
    assert len(commands) > 5
    uid = ""
    for words in commands:
        outcome = run(*(word.replace("UID", uid) for word in words))
        assert (outcome.code, outcome.err) == (0, ""), words
        if words[:3] == ["add", "so.sothidua", "nomination"]:
            uid = outcome.out.strip()
    assert (tmp_path / "giay.pdf").read_bytes().startswith(b"%PDF")
    (nomination,) = run("list", "so.sothidua", "nominations", "--json").json()
    assert nomination["state"] == "Đã có quyết định"
