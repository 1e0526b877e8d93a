"""The program's own settings survive restarts, damage and a disk that takes nothing."""

import json
import logging
import os
from pathlib import Path

import pytest

from cluster_desktop import settings
from cluster_desktop.settings import Settings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Thiết lập của tôi"
    monkeypatch.setenv("SO_THI_DUA_HOME", str(folder))
    return folder


@pytest.mark.usefixtures("home")
def test_a_first_start_has_only_defaults() -> None:
    assert Settings.load().get("theme", "light") == "light"


def test_a_value_is_there_after_a_restart(home: Path) -> None:
    Settings.load().set("recent", ["Cụm thi đua số 2.sothidua"])
    assert Settings.load().get("recent", [""]) == ["Cụm thi đua số 2.sothidua"]
    assert [file.name for file in home.iterdir()] == ["settings.json"]


@pytest.mark.usefixtures("home")
def test_two_running_programs_keep_each_others_values() -> None:
    first, second = Settings.load(), Settings.load()
    first.set("theme", "dark")
    second.set("year", 2020)
    stored = Settings.load()
    assert (stored.get("theme", "light"), stored.get("year", 0)) == ("dark", 2020)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("stored", "default"),
    [
        (10**30, 1200),
        (-(10**30), 1200),
        (float("nan"), 1.5),
        (float("inf"), 1.5),
        ("a\0b", "a"),
        ("\ud800", "a"),
    ],
)
def test_a_value_that_nothing_can_use_counts_as_absent(stored: object, default: object) -> None:
    Settings.load().set("value", stored)
    Settings.load().set("other", "kept")
    assert Settings.load().get("value", default) == default
    assert Settings.load().get("other", "") == "kept"


@pytest.mark.usefixtures("home")
def test_of_a_list_or_dict_only_what_nothing_can_use_is_left_out() -> None:
    Settings.load().set("list", ["a", "\ud800", 10**30, None, ["b", "\0"]])
    Settings.load().set("dict", {"a": 1, "b\0": 2, "c": 10**30, "d": {"e": "\0", "f": "g"}})
    usual: dict[str, object] = {}
    assert Settings.load().get("list", [""]) == ["a", ["b"]]
    assert Settings.load().get("dict", usual) == {"a": 1, "d": {"f": "g"}}


@pytest.mark.usefixtures("home")
@pytest.mark.skipif(os.name == "nt", reason="names of files are always Unicode there")
def test_the_name_of_a_file_in_no_encoding_is_kept() -> None:
    path = os.fsdecode(b"/s\xf2.sothidua")
    Settings.load().set("last_file", path)
    assert Settings.load().get("last_file", "") == path


@pytest.mark.usefixtures("home")
def test_the_last_of_a_remembered_list_stays_the_last() -> None:
    Settings.load().set("mappings", {"z": {"b": 1, "a": 2}, "a": {}})
    usual: dict[str, object] = {}
    assert list(Settings.load().get("mappings", usual)) == ["z", "a"]


@pytest.mark.usefixtures("home")
def test_two_running_programs_keep_each_others_books() -> None:
    first, second = Settings.load(), Settings.load()
    first.remember_book(Path("/a.sothidua"), "uid-a")
    second.remember_book(Path("/b.sothidua"), "uid-b")
    second.remember_book(Path("/chép.sothidua"), "uid-a")
    stored = Settings.load()
    assert [stored.uid_of(Path(f"/{name}.sothidua")) for name in "abc"] == ["uid-a", "uid-b", ""]
    assert stored.paths_of("uid-a") == [Path("/chép.sothidua"), Path("/a.sothidua")]


@pytest.mark.usefixtures("home")
def test_the_books_of_long_ago_are_forgotten() -> None:
    stored = Settings.load()
    for number in range(120):
        stored.remember_book(Path(f"/{number}.sothidua"), "uid")
    assert stored.uid_of(Path("/0.sothidua")) == ""
    assert stored.uid_of(Path("/119.sothidua")) == "uid"
    assert len(stored.paths_of("uid")) == 100


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("stored", ["wide", None, True, [900]])
def test_a_value_of_another_type_counts_as_absent(stored: object) -> None:
    Settings.load().set("width", stored)
    assert Settings.load().get("width", 1200) == 1200


@pytest.mark.parametrize(
    "damage",
    [b"{", b"", b"[1, 2]", b"\xff\xfe{}", b'"text"', b"[" * 100_000, b'{"a": "' + b"b" * 5_000_000 + b'"}'],
    ids=["cut", "empty", "list", "no text", "text", "deep", "huge"],
)
def test_an_unreadable_file_is_set_aside_and_defaults_hold(home: Path, damage: bytes) -> None:
    home.mkdir()
    (home / "settings.json").write_bytes(damage)
    loaded = Settings.load()
    assert loaded.get("theme", "light") == "light"
    assert (home / "settings.json.bad").read_bytes() == damage
    loaded.set("theme", "dark")
    assert json.loads((home / "settings.json").read_text(encoding="utf-8")) == {"theme": "dark"}


def test_every_unreadable_file_is_kept(home: Path) -> None:
    home.mkdir()
    for damage in (b"one", b"two", b"three"):
        (home / "settings.json").write_bytes(damage)
        Settings.load()
    kept = sorted(file.read_bytes() for file in home.iterdir())
    assert kept == [b"one", b"three", b"two"]


def test_a_failure_to_write_is_logged_and_the_value_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = tmp_path / "a file, not a folder"
    in_the_way.write_text("", encoding="utf-8")
    monkeypatch.setenv("SO_THI_DUA_HOME", str(in_the_way))
    loaded = Settings.load()
    with caplog.at_level(logging.WARNING):
        loaded.set("theme", "dark")
    assert loaded.get("theme", "light") == "dark"
    assert "not saved" in caplog.text
    assert in_the_way.read_text(encoding="utf-8") == ""


def test_a_settings_file_that_cannot_be_opened_gives_defaults(home: Path) -> None:
    (home / "settings.json").mkdir(parents=True)
    assert Settings.load().get("theme", "light") == "light"


def test_data_and_backups_lie_below_the_home_that_was_named(home: Path) -> None:
    assert settings.data_dir().is_relative_to(home)
    assert settings.backup_dir().is_relative_to(settings.data_dir())


def test_without_a_named_home_the_folders_are_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SO_THI_DUA_HOME", raising=False)
    assert "SoThiDua" in settings.data_dir().parts
    assert settings.backup_dir().is_relative_to(settings.data_dir())
