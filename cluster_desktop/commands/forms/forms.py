"""Forms that the program makes for a school to fill in, which come back by the import of the same kind."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.forms.known_rows import MAXIMUM, known_rows
from cluster_desktop.documents.excel.form_workbook import FormColumn, FormContent, write_form
from cluster_desktop.documents.files.file_set import ExistingFiles, files_together
from cluster_desktop.domain.fields.fields import Field
from cluster_desktop.domain.fields.types import Flag, OneOf, Points
from cluster_desktop.domain.record_kinds.form_kinds import FORM_KINDS, FormKind
from cluster_desktop.domain.record_kinds.form_stamp import ORIGINAL_SHEET, STAMP_SHEET, FormStamp
from cluster_desktop.domain.record_kinds.import_kinds import ROW_CODE
from cluster_desktop.domain.text.file_pattern import proper_name
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import About, Department, Unit
from cluster_desktop.records.queries.careers.as_of import day_within
from cluster_desktop.records.queries.units.unit_names import department_stands

_MAXIMUM: Final = Field(key=MAXIMUM, label="Điểm tối đa", type=Points(), width=9)
_YES_NO: Final = ("Có", "Không")
_FIRST_LINES: Final = (
    "Chỉ ghi vào các ô bên dưới dòng tiêu đề. Ô nền xám đã có sẵn trong sổ, không cần ghi lại.",
    "Ô có mũi tên thì chọn trong danh sách. Ngày ghi như 02/09/1976; chỉ biết tháng hay năm thì ghi 09/1976 hoặc 1976.",
)
_LAST_LINES: Final = (
    "Cột có dấu (*) không được để trống ở dòng mới.",
    "Được sắp xếp lại dòng, đổi chỗ cột, thêm dòng ở dưới. Xóa một dòng hay xóa trắng một ô không xóa gì trong sổ.",
    "Dòng tiêu đề được khóa (không có mật khẩu) và có một cột ẩn ghi mã dòng; xin để nguyên để sổ nhận ra từng dòng.",
    "Điền xong thì lưu và gửi lại chính tệp này. Chỉ những ô đã sửa được ghi vào sổ.",
)


def form_of(session: Session, kind: FormKind, unit_uid: str, year: int, *, sensitive: bool = False) -> FormContent:
    """Compose the form of one unit. Raises Refused where there is nothing that could be filled in."""
    unit = session.get_one(Unit, unit_uid)
    columns = [_column(session, kind, item, unit_uid, year) for item in kind.fields(sensitive=sensitive)]
    limited = {}
    if any(isinstance(column.field.type, Points) for column in columns):
        place = next(number for number, column in enumerate(columns) if isinstance(column.field.type, Points))
        columns.insert(place, FormColumn(_MAXIMUM, known=True))
        limited = {column.field.key: MAXIMUM for column in columns[place + 1 :]}
    stamp = _stamp(session, kind, unit, year)
    made = datetime.date.fromisoformat(stamp.made_on).strftime("%d/%m/%Y")
    about = f"{unit.name}, năm {year}" if kind.yearly else unit.name
    return FormContent(
        title=kind.title,
        sheet=kind.kind.title.capitalize(),
        lines=(about, f"Lập từ Sổ Thi Đua ngày {made}. Cách điền: xem trang “Hướng dẫn”."),
        columns=tuple(columns),
        rows=known_rows(session, kind.key, unit_uid, year),
        spare=kind.spare,
        code=next(item.label for item in kind.kind.fields if item.key == ROW_CODE),
        guide=(*_FIRST_LINES, *kind.guide, *_LAST_LINES),
        stamp=stamp.lines(),
        stamp_sheet=STAMP_SHEET,
        original_sheet=ORIGINAL_SHEET,
        limited=limited,
    )


def _stamp(session: Session, kind: FormKind, unit: Unit, year: int) -> FormStamp:
    return FormStamp(
        kind=kind.key,
        book=session.scalars(select(About.value).where(About.key == "uid")).one(),
        unit=unit.uid,
        unit_name=unit.name,
        year=year if kind.yearly else None,
        made_on=datetime.date.today().isoformat(),
        form=new_uid(),
    )


def _column(session: Session, kind: FormKind, item: Field, unit_uid: str, year: int) -> FormColumn:
    known = item.key in kind.known
    if item.refers_to == "department":
        day = day_within(year if kind.yearly else datetime.date.today().year)
        names = select(Department.name).where(Department.unit_uid == unit_uid, department_stands(day))
        ordered = names.order_by(Department.position, Department.sort_key)
        return FormColumn(item, () if known else tuple(session.scalars(ordered)), known=known)
    if isinstance(item.type, Flag):
        return FormColumn(item, _YES_NO, strict=True, known=known)
    words = () if known else tuple(choice.label for choice in item.choices)
    return FormColumn(item, words, strict=isinstance(item.type, OneOf) and not item.several, known=known)


def units_with_forms(session: Session) -> tuple[tuple[str, str], ...]:
    """Uid and short name of every unit that stands today, which may be sent a form."""
    standing = select(Unit.uid, Unit.short_name, Unit.name).where(Unit.dissolved_on.is_(None)).order_by(Unit.sort_key)
    return tuple((uid, short or name) for uid, short, name in session.execute(standing))


def file_name(session: Session, kind: FormKind, unit_uid: str, year: int) -> str:
    """The name of the file of one unit's form: "Bảng xếp loại chất lượng 2025 - Lào Cai.xlsx"."""
    unit = session.get_one(Unit, unit_uid)
    of_year = f" {year}" if kind.yearly else ""
    return f"{proper_name(f'{kind.title}{of_year} - {unit.short_name or unit.name}')}.xlsx"


def write_one(workspace: Workspace, kind_key: str, unit_uid: str, year: int, path: Path, *, sensitive: bool) -> int:
    """Write the form of one unit; gives the number of rows it begins with. Raises Refused, CannotWrite and its kin."""

    def compose(session: WorkspaceSession) -> FormContent:
        return form_of(session, FORM_KINDS[kind_key], unit_uid, year, sensitive=sensitive)

    form = workspace.read(compose)
    write_form(path, form)
    return len(form.rows)


def write_many(
    workspace: Workspace,
    kind_key: str,
    units: Sequence[str],
    year: int,
    folder: Path,
    existing: ExistingFiles,
    *,
    sensitive: bool,
) -> tuple[Path, ...]:
    """Write a file for each unit into a folder, all or none. Raises Refused, AlreadyThere, CannotWrite and its kin."""
    kind = FORM_KINDS[kind_key]

    def compose(session: WorkspaceSession) -> Iterable[tuple[str, FormContent]]:
        return [
            (file_name(session, kind, uid, year), form_of(session, kind, uid, year, sensitive=sensitive))
            for uid in units
        ]

    forms = list(workspace.read(compose))
    if not forms:
        raise errors.Refused("Sổ chưa có đơn vị nào để lập biểu. Hãy thêm đơn vị trước.")
    with files_together(folder, existing) as files:
        names = files.reserve(name for name, _form in forms)
        for name, (_wanted, form) in zip(names, forms, strict=True):
            with files.writing(name) as stream:
                write_form(stream, form)
        return files.move()
