"""Forms made and brought back at the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.forms.form_files import ReturnedForm

LAST = ("--year", "2020")


def test_a_form_of_one_unit_comes_back(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "xếp loại.xlsx"
    made = run("form", "ratings", sample, "--unit", "laocai", "--year", "2026", "--out", out)
    assert (made.code, f"dòng “{out}”." in made.out) == (0, True)
    whole = run("import", "ratings", sample, out, "--json").json()
    rows = whole["read"]
    assert [whole[key] for key in ("added", "changed", "unchanged", "problems", "skipped")] == [0, 0, rows, [], []]
    assert whole["remarks"][0]["message"].startswith("Biểu “bảng xếp loại” của Trường Chính trị tỉnh Lào Cai, năm 2026")
    told = run("import", "ratings", sample, out, "--dry-run").out.splitlines()
    assert told[1].startswith("  Biểu “bảng xếp loại” của Trường Chính trị tỉnh Lào Cai")
    ReturnedForm(out).put("Trần Văn Hải", "Xếp loại chất lượng", "Hoàn thành nhiệm vụ").save()
    done = run("import", "ratings", sample, out, "--json").json()
    assert [done[key] for key in ("added", "changed", "unchanged")] == [1, 0, rows - 1]
    again = run("import", "ratings", sample, out, "--json").json()
    assert [again[key] for key in ("added", "changed", "unchanged")] == [0, 0, rows]


def test_many_units_get_a_file_each(sample: Path, tmp_path: Path, run: Any) -> None:
    folder = tmp_path / "biểu"
    assert run("form", "staff", sample, "--unit", "all", "--out", folder).code == 0
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 7
    assert "Danh sách cán bộ, viên chức - Lào Cai.xlsx" in names
    two = tmp_path / "hai"
    assert run("form", "events", sample, "--unit", "LAOCAI", "--unit", "SONLA", *LAST, "--out", two).code == 0
    wanted = {f"Sự kiện, hoạt động do đơn vị chủ trì 2020 - {name}.xlsx" for name in ("Lào Cai", "Sơn La")}
    assert {path.name for path in two.iterdir()} == wanted


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("staff", "--unit", "LAOKAI"), "Không có đơn vị mã “LAOKAI” trong sổ."),
        (("scores", "--unit", "LAOCAI", *LAST), "Bảng điểm năm 2020 đã chốt"),
        (("scores", "--unit", "LAOCAI", "--year", "2015"), "Năm 2015 chưa có bảng điểm nào có đơn vị này."),
    ],
)
def test_what_cannot_be_made_is_told(
    sample: Path, tmp_path: Path, run: Any, words: tuple[str, ...], sentence: str
) -> None:
    kind, *rest = words
    out = tmp_path / "x.xlsx"
    refused = run("form", kind, sample, *rest, "--out", out)
    assert refused.code == 1
    assert sentence in refused.err
    assert not out.exists()


def test_a_file_that_is_there_is_not_overwritten_unasked(sample: Path, tmp_path: Path, run: Any) -> None:
    out = tmp_path / "x.xlsx"
    out.write_bytes(b"mine")
    assert run("form", "staff", sample, "--unit", "LAOCAI", "--out", out).code == 1
    assert out.read_bytes() == b"mine"
    assert run("form", "staff", sample, "--unit", "LAOCAI", "--out", out, "--overwrite").code == 0
    assert out.read_bytes()[:2] == b"PK"
    wrong = run("form", "staff", sample, "--unit", "LAOCAI", "--out", tmp_path / "x.pdf")
    assert (wrong.code, "Biểu chỉ ghi thành tệp Excel" in wrong.err) == (1, True)


def test_sensitive_columns_leave_the_book_only_when_asked(sample: Path, tmp_path: Path, run: Any) -> None:
    plain, whole = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    assert run("form", "staff", sample, "--unit", "LAOCAI", "--out", plain).code == 0
    assert run("form", "staff", sample, "--unit", "LAOCAI", "--with-sensitive", "--out", whole).code == 0
    private = {"Dân tộc", "Số CCCD", "Điện thoại"}
    assert private.isdisjoint(ReturnedForm(plain).headings)
    assert private <= ReturnedForm(whole).headings.keys()
