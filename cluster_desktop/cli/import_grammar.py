"""Define the command that brings a table into a book, with every choice the window offers."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from cluster_desktop.cli import import_acts
from cluster_desktop.cli.wording import Command, Parser, asked_as_json, day, may_overwrite
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.exchange.letters.legacy_text import Encoding

_DONE: Final = """Không có --good-rows thì hoặc cả bảng vào sổ, hoặc không dòng nào.
Đọc = thêm + sửa + giữ nguyên + dòng phải sửa + dòng không nhập."""


def add_import_command(command: Command, year: Callable[[str], int]) -> None:
    """Add the command; *year* reads a year."""
    sub = command(
        "import",
        import_acts.import_table,
        "Nhập một bảng vào sổ: hoặc cả bảng, hoặc không dòng nào, hoặc (--good-rows) những dòng đúng.",
        "staff so.sothidua danh-sach.xlsx --unit LAOCAI --dry-run",
    )
    kinds = "\n".join(f"  {kind.key:<20}{kind.title}" for kind in IMPORT_KINDS.values())
    sub.epilog = f"Các loại:\n{kinds}\n\n{_DONE}\n\n{sub.epilog}"
    sub.add_argument("kind", choices=tuple(IMPORT_KINDS), metavar="LOẠI", help="loại bảng, xem bên dưới")
    asked_as_json(sub)
    sub.add_argument("table", type=Path, metavar="BẢNG", help="tệp .xlsx, .xls, .ods, .csv, .tsv hoặc .docx")
    _add_shared(sub, year)
    _add_reading(sub)
    sub.add_argument("--dry-run", action="store_true", help="chỉ xem, không ghi")
    sub.add_argument("--good-rows", action="store_true", help="nhập những dòng đúng, để lại những dòng phải sửa")
    sub.add_argument("--rest", type=Path, metavar="TỆP", help="ghi những dòng để lại vào tệp .xlsx này để sửa rồi nhập")
    may_overwrite(sub)


def _add_shared(sub: Parser, year: Callable[[str], int]) -> None:
    """Add what holds for the whole table and answers its questions."""
    sub.add_argument("--unit", metavar="MÃ", help="đơn vị của những dòng không ghi đơn vị")
    sub.add_argument("--year", type=year, metavar="NĂM", help="năm của những dòng không ghi năm")
    sub.add_argument(
        "--on", type=day, metavar="NGÀY", help="danh sách cán bộ tính đến ngày này; không ghi thì theo bảng"
    )
    sub.add_argument("--round", metavar="TÊN", help="đợt đề nghị; không ghi thì lấy đợt thường xuyên của năm")
    sub.add_argument("--decision", metavar="SỐ", help="quyết định của những dòng không ghi số quyết định")
    sub.add_argument(
        "--of",
        metavar="TÊN|UID",
        help="mục mà cả danh sách thuộc về: sự kiện của tham luận, phiên họp của thành viên, bảng điểm của tiêu chí …",
    )
    sub.add_argument(
        "--department",
        action="append",
        metavar="CHỮ=TÊN",
        help="chữ của bảng chỉ khoa, phòng này của sổ; “CHỮ=new” là khoa, phòng mới; ghi nhiều lần được",
    )
    sub.add_argument(
        "--new-departments", action="store_true", help="coi mọi khoa, phòng, tập thể sổ chưa có tên là mới"
    )
    sub.add_argument("--new-people", action="store_true", help="thêm vào danh sách cán bộ những người sổ chưa có")
    sub.add_argument(
        "--conflicts",
        choices=("keep", "take"),
        metavar="CÁCH",
        help="chỗ danh sách khác dòng công tác đã ghi: keep giữ như sổ, take lấy theo danh sách",
    )


def _add_reading(sub: Parser) -> None:
    """Add what decides how the file is read."""
    sub.add_argument(
        "--sheet", action="append", metavar="TÊN", help="chỉ nhập trang tính này; ghi nhiều lần để chọn nhiều trang"
    )
    sub.add_argument(
        "--column",
        action="append",
        metavar="TIÊU_ĐỀ=MỤC",
        help="cột có tiêu đề này dùng cho mục nào, như trong cửa sổ; “TIÊU_ĐỀ=” là bỏ qua cột; ghi nhiều lần được",
    )
    sub.add_argument("--teach", action="store_true", help="nhớ các --column cho mọi bảng sau")
    sub.add_argument("--hidden", action="store_true", help="lấy cả dòng ẩn")
    sub.add_argument("--as-typed", action="store_true", help="giữ họ tên như đã gõ, không sửa chữ hoa, không tách ThS.")
    sub.add_argument("--swap-days", action="store_true", help="đổi lại ngày và tháng ở những cột bị đảo")
    sub.add_argument(
        "--take-row", action="append", metavar="DÒNG", help="nhập dòng này (14, hoặc Trang:14) dù không giống bản ghi"
    )
    sub.add_argument("--leave-row", action="append", metavar="DÒNG", help="để lại dòng này, không nhập")
    sub.add_argument(
        "--encoding",
        choices=tuple(Encoding),
        metavar="TÊN",
        help="bảng mã của chữ: auto (tự nhận từng ô), unicode, tcvn3, vni hoặc utf8 (UTF-8 đọc nhầm thành “Nguyá»…n”)",
    )
