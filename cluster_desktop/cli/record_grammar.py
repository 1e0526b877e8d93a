"""Define the commands about single records, in Vietnamese, each with an example."""

from pathlib import Path
from typing import Final

from cluster_desktop.cli import kind_list, record_acts
from cluster_desktop.cli.wording import PROGRAM, Command, Parser, add_file, asked_as_json, day, may_overwrite
from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.units.office import OfficeDraft

_UID: Final = "01a20dbc-b5c6-7305-82eb-a764c7e8429c"
_VALUES: Final = f"""Khóa của từng loại: gõ “{PROGRAM} list TỆP kinds”.
Ngày ghi 31/12/2020, 12/2020, 2020 hoặc 2020-12-31.
Mục chọn ghi mã hoặc chữ, ví dụ gender=NU hoặc gender=Nữ. Bản ghi khác ghi uid, mã hoặc tên nếu chỉ có một:
unit=LAOCAI, decision=48/QĐ-TCT. Giá trị trống (note=) xóa ô đó. Giá trị có dấu cách thì đặt trong dấu nháy."""


def add_record_commands(command: Command) -> None:
    """Add the commands that work on single records and take acts back."""
    _add_writing(command)
    telling = command(
        "show", record_acts.show_record, "Xem mọi ô của một bản ghi và những gì thuộc về nó.", f"so.sothidua {_UID}"
    )
    asked_as_json(telling)
    telling.add_argument("--on", type=day, metavar="NGÀY", help="cán bộ như vào ngày này")
    telling.add_argument("uid", metavar="UID", help=f"mã của bản ghi; “{record_acts.OFFICE}”: thông tin văn phòng")
    deleting = command(
        "delete", record_acts.delete_records, "Xóa bản ghi vào thùng rác, cả một lần.", f"so.sothidua {_UID}"
    )
    add_file(deleting)
    deleting.add_argument("uids", nargs="+", metavar="UID", help="mã của các bản ghi, xem ở “list” hoặc “search”")
    attaching = command(
        "attach",
        record_acts.attach_scans,
        "Đính kèm bản chụp (PDF, ảnh) vào một quyết định, phiên họp, phong trào…; in mã (uid) của từng tệp.",
        f"so.sothidua {_UID} quyet-dinh-da-ky.pdf",
    )
    add_file(attaching)
    attaching.add_argument("uid", metavar="UID", help="mã của bản ghi; “show” liệt kê các tệp, “delete” xóa từng tệp")
    attaching.add_argument("paths", nargs="+", type=Path, metavar="TỆP_KÈM", help="tệp PDF, ảnh; không quá 20 MB")
    saving = command(
        "save-file", record_acts.save_file, "Ghi một tệp đính kèm ra đĩa.", f"so.sothidua {_UID} --out ban-chup.pdf"
    )
    add_file(saving)
    saving.add_argument("uid", metavar="UID", help="mã của tệp, xem ở “show” của bản ghi")
    saving.add_argument("--out", type=Path, required=True, metavar="NƠI_GHI", help="tệp ghi ra")
    may_overwrite(saving)
    add_file(command("undo", record_acts.undo, "Hoàn tác việc làm sau cùng của sổ.", "so.sothidua"))
    add_file(command("redo", record_acts.redo, "Làm lại việc vừa hoàn tác.", "so.sothidua"))


def _add_writing(command: Command) -> None:
    adding = command(
        "add",
        record_acts.add_record,
        "Thêm một bản ghi và in mã (uid) của nó.",
        'so.sothidua person "full_name=Giàng A Páo" unit=LAOCAI birth_date=2/9/1976 degree="Thạc sĩ"',
    )
    asked_as_json(adding)
    adding.add_argument("kind", choices=tuple(KINDS), metavar="LOẠI", help=", ".join(KINDS))
    _add_entries(adding)
    editing = command(
        "edit",
        record_acts.edit_record,
        "Sửa các ô của một bản ghi, hoặc thông tin văn phòng.",
        f'so.sothidua {_UID} "position=Trưởng khoa" note=\n'
        f'  {PROGRAM} edit so.sothidua office unit=LAOCAI "clerk=Nguyễn Thị Thư"',
    )
    asked_as_json(editing)
    editing.add_argument("uid", metavar="UID", help=f"mã của bản ghi; “{record_acts.OFFICE}”: thông tin văn phòng")
    dating = editing.add_mutually_exclusive_group()
    since = "ngày bắt đầu của chức vụ, đơn vị, tình trạng, trình độ mới của cán bộ; không ghi thì hôm nay"
    dating.add_argument("--from", dest="since", type=day, metavar="NGÀY", help=since)
    dating.add_argument("--correct", action="store_true", help="sửa chỗ ghi sai, không phải thay đổi")
    _add_entries(editing)
    editing.epilog = f"Khóa của thông tin văn phòng:\n{kind_list.keys_of(fields_of(OfficeDraft))}\n\n{editing.epilog}"


def _add_entries(sub: Parser) -> None:
    sub.add_argument("entries", nargs="+", metavar="KHÓA=GIÁ_TRỊ", help="mỗi ô một cặp, xem bên dưới")
    sub.epilog = f"{_VALUES}\n\n{sub.epilog}"
