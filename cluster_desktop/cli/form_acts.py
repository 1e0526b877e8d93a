"""Make forms for schools to fill in: one file for one unit, a folder for several."""

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Final

from cluster_desktop import errors
from cluster_desktop.cli import named, output
from cluster_desktop.cli.opening import asking_first, opened, refuse_taken
from cluster_desktop.cli.wording import Command, add_file, may_overwrite
from cluster_desktop.commands.forms import forms
from cluster_desktop.documents.files.file_set import ExistingFiles
from cluster_desktop.domain.record_kinds.form_kinds import FORM_KINDS
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.queries.units.office import home_uid

_SUFFIX: Final = ".xlsx"
_WHOSE: Final = "Hãy ghi --unit MÃ, hoặc --unit all để lập cho mọi đơn vị."


def add_form_command(command: Command, year: Callable[[str], int]) -> None:
    """Add the command; *year* reads a year."""
    sub = command(
        "form",
        make_forms,
        "Lập biểu Excel cho đơn vị điền: có sẵn những gì sổ đã biết, nhập lại bằng “import” cùng loại.",
        "ratings so.sothidua --unit LAOCAI --year 2025 --out xep-loai.xlsx",
    )
    sub.add_argument("kind", choices=tuple(FORM_KINDS), metavar="LOẠI", help=", ".join(FORM_KINDS))
    add_file(sub)
    sub.add_argument(
        "--unit",
        action="append",
        metavar="MÃ",
        help=f"đơn vị điền biểu; ghi nhiều lần, hoặc “{named.EVERY_UNIT}”, thì mỗi đơn vị một tệp trong thư mục --out; "
        "không ghi thì đơn vị của văn phòng",
    )
    sub.add_argument("--year", type=year, metavar="NĂM", help="năm của biểu; không ghi thì năm nay")
    sub.add_argument("--with-sensitive", action="store_true", help="kèm cả cột nhạy cảm: dân tộc, số CCCD, điện thoại")
    sub.add_argument(
        "--out", type=Path, required=True, metavar="NƠI_GHI", help="tệp .xlsx, hoặc thư mục khi có nhiều đơn vị"
    )
    may_overwrite(sub)


def make_forms(chosen: argparse.Namespace) -> None:
    """Write the form of one unit into a file, or those of several into a folder."""
    year = chosen.year or datetime.date.today().year
    with opened(chosen.file) as workspace:
        units = workspace.read(_units, chosen.unit or [])
        alone = len(units) == 1 and (chosen.unit or [""])[0] != named.EVERY_UNIT and not chosen.out.is_dir()
        told = _write_one(workspace, units[0], year, chosen) if alone else _write_many(workspace, units, year, chosen)
    output.sentence(told)


def _write_one(workspace: Workspace, unit: str, year: int, chosen: argparse.Namespace) -> str:
    if chosen.out.suffix.lower() != _SUFFIX:
        raise errors.DocumentError(f"Biểu chỉ ghi thành tệp Excel. Hãy đặt tên tệp kết thúc bằng {_SUFFIX}.")
    refuse_taken(chosen)
    rows = forms.write_one(workspace, chosen.kind, unit, year, chosen.out, sensitive=chosen.with_sensitive)
    return f"Đã lập biểu {rows} dòng “{chosen.out}”."


def _write_many(workspace: Workspace, units: list[str], year: int, chosen: argparse.Namespace) -> str:
    existing = ExistingFiles.REPLACE if chosen.overwrite else ExistingFiles.REFUSE
    if chosen.out.suffix.lower() == _SUFFIX:
        raise errors.Refused("Mỗi đơn vị một tệp nên --out phải là một thư mục.")
    with asking_first():
        paths = forms.write_many(
            workspace, chosen.kind, units, year, chosen.out, existing, sensitive=chosen.with_sensitive
        )
    return f"Đã lập {len(paths)} biểu trong “{chosen.out}”."


def _units(session: WorkspaceSession, codes: list[str]) -> list[str]:
    """The units of --unit, each once; that of the office for none. Raises RecordMissing, Refused."""
    if named.EVERY_UNIT in codes:
        return [uid for uid, _name in forms.units_with_forms(session)]
    if codes:
        return list(dict.fromkeys(uid for code in codes if (uid := named.unit(session, code))))
    own = home_uid(session)
    if own is None:
        raise errors.Refused(f"Chưa biết lập biểu cho đơn vị nào. {_WHOSE}")
    return [own]
