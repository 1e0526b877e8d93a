"""Forms that LibreOffice saved come back like those of Excel."""

import shutil
import subprocess
from pathlib import Path

import pytest

from cluster_desktop.commands.records import records
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.records.file.workspace import Workspace
from tests.commands.forms.form_files import ReturnedForm, changes, make, nothing_new, plan

pytestmark = [
    pytest.mark.no_cover,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Calc"),
]


def saved_as(path: Path, suffix: str) -> Path:
    folder = path.parent / suffix
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(path)]
    subprocess.run(words, check=True, capture_output=True)
    return folder / f"{path.stem}.{suffix}"


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_a_roster_comes_back(workspace: Workspace, unit: str, person: str, tmp_path: Path, suffix: str) -> None:
    odd = PersonDraft(full_name="H'Mây Ê-ban", unit_uid=unit, birth_date=PartialDate(1990), note="<b>&\"' 0123")
    records.create(workspace, odd)
    path = make(workspace, "staff", "LAOCAI", 2026, tmp_path / "biểu.xlsx", sensitive=True)
    assert nothing_new(plan(workspace, "staff", saved_as(path, suffix)))
    returned = ReturnedForm(path).put("Nguyễn Văn Hiệp", "Ngày vào Đảng", "3/2/2001")
    returned.put("H'Mây Ê-ban", "Số CCCD", "012345678901").save()
    done = plan(workspace, "staff", saved_as(path, suffix))
    assert sorted(changes(done)) == [
        ("H'Mây Ê-ban", "Số CCCD", "", "012345678901"),
        ("Nguyễn Văn Hiệp", "Ngày vào Đảng", "", "03/02/2001"),
    ]
    assert done.added == ()
