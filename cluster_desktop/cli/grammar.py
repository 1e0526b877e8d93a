"""Define the words of the command line: the options of each command, in Vietnamese, with an example."""

import argparse
import datetime
from pathlib import Path
from typing import Final

import cluster_desktop
from cluster_desktop.cli import acts, named
from cluster_desktop.cli.form_acts import add_form_command
from cluster_desktop.cli.import_grammar import add_import_command
from cluster_desktop.cli.issue_grammar import add_issue_commands
from cluster_desktop.cli.record_grammar import add_record_commands
from cluster_desktop.cli.wording import PROGRAM, Act, Command, Parser, add_file, asked_as_json, may_overwrite
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.documents.formats.writing import SUFFIXES
from cluster_desktop.domain.text import file_pattern

_FIRST_YEAR: Final = 1945
_YEARS_AHEAD: Final = 5
_CODES: Final = f"""Mã trả về: 0 là xong; 1 là bị từ chối hoặc không làm được, không có gì ghi dở; 2 là lệnh sai.
Xem từng lệnh: {PROGRAM} LỆNH --help. Không có lệnh nào thì mở cửa sổ chương trình."""


def parser() -> Parser:
    """Build the parser of command lines; ``act`` of its result is the function that carries the command out."""
    whole = Parser(prog=PROGRAM, description="Sổ Thi Đua: sổ thi đua khen thưởng của cụm.", epilog=_CODES)
    version = f"Sổ Thi Đua {cluster_desktop.__version__}"
    whole.add_argument("--version", action="version", version=version, help="xem số phiên bản rồi thoát")
    subs = whole.add_subparsers(required=True, metavar="LỆNH", parser_class=Parser)

    def command(name: str, act: Act, words: str, example: str) -> Parser:
        sub: Parser = subs.add_parser(
            name, help=words, description=words, epilog=f"Ví dụ:\n  {PROGRAM} {name} {example}"
        )
        sub.set_defaults(act=act, refuse=sub.error)
        return sub

    _add_workspace_commands(command)
    add_import_command(command, _year)
    add_form_command(command, _year)
    add_record_commands(command)
    _add_document_commands(command)
    add_issue_commands(command, _add_scope, _year)
    _add_reading_commands(command)
    return whole


def _add_workspace_commands(command: Command) -> None:
    """Add the commands about whole workspaces."""
    demo = command("demo", acts.create_demo, "Lập sổ mẫu và mọi giấy tờ của nó.", "so-mau")
    demo.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="nơi để sổ mẫu và giấy tờ; chưa có thì tạo mới")
    may_overwrite(demo)
    add_file(command("new", acts.create_workspace, "Tạo sổ mới.", "lao-cai.sothidua"), "sổ mới, chưa có trên đĩa")
    saving = command("backup", acts.back_up, "Sao lưu sổ, có kiểm tra.", "so.sothidua D:\\sao-luu")
    add_file(saving)
    saving.add_argument(
        "folder",
        type=Path,
        nargs="?",
        metavar="THƯ_MỤC",
        help="nơi để bản sao; không ghi thì để cùng các bản tự sao lưu",
    )
    restoring = command(
        "restore", acts.restore, "Khôi phục sổ từ bản sao lưu; tệp cũ được giữ lại.", "ban-sao.sothidua so.sothidua"
    )
    restoring.add_argument("backup", type=Path, metavar="BẢN_SAO", help="bản sao lưu")
    add_file(restoring, "sổ sẽ được thay")
    asked_as_json(command("check", acts.check, "Kiểm tra sổ có toàn vẹn không.", "so.sothidua"))


def _add_document_commands(command: Command) -> None:
    """Add the commands that write documents."""
    _add_report(
        command(
            "report",
            acts.write_report,
            "Ghi một báo cáo; đuôi tệp chọn dạng PDF, Word, Excel, JSON hay CSV.",
            "so.sothidua short-list --year 2020 --unit LAOCAI --out trich-ngang.docx",
        )
    )
    _add_certificates(
        command(
            "certificates",
            acts.write_certificates,
            "Ghi giấy khen, giấy chứng nhận của một quyết định hoặc một sự kiện.",
            "so.sothidua --decision 48/QĐ-TCT --out giay-khen.pdf",
        )
    )
    proving = command(
        "verify", acts.verify, "Kiểm tra giấy chứng nhận qua mã trên giấy.", "so.sothidua giay-khen.pdf --json"
    )
    asked_as_json(proving)
    proving.add_argument("what", metavar="CHỮ_HOẶC_ẢNH", help="chữ của mã (STD1:…), hoặc tệp ảnh, PDF")
    making = command(
        "dossier",
        acts.write_dossier,
        "Lập hồ sơ của một đề nghị, Word và PDF, trong một thư mục mới.",
        "so.sothidua --nomination 01a20dbc-b5c6-7305-82eb-a764c7e8429c --out ho-so-hiep",
    )
    add_file(making)
    making.add_argument("--nomination", required=True, metavar="UID", help="đề nghị, xem ở “list … nominations”")
    making.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="thư mục mới, chưa có trên đĩa")


def _add_reading_commands(command: Command) -> None:
    """Add the commands that only read."""
    judging = command(
        "eligibility",
        acts.show_eligibility,
        "Ai đủ điều kiện, theo từng quy định của luật.",
        "so.sothidua --year 2020 --title CSTDCS --unit LAOCAI --json",
    )
    asked_as_json(judging)
    judging.add_argument("--year", type=_year, required=True, metavar="NĂM", help="năm xét thi đua")
    every = acts.EVERY_TITLE
    judging.add_argument(
        "--title", required=True, metavar="MÃ", help=f"danh hiệu, hình thức, xem ở “list … titles”; “{every}”: tất cả"
    )
    judging.add_argument("--unit", metavar="MÃ", help="chỉ một đơn vị, xem ở “list … units”")
    finding = command("search", acts.find, "Tìm trong sổ, không cần gõ dấu.", "so.sothidua hiep")
    asked_as_json(finding)
    finding.add_argument("text", metavar="CHỮ", help="tên người, đơn vị, số quyết định, sự kiện")
    telling = command(
        "history",
        acts.show_history,
        "Lịch sử thay đổi của một bản ghi.",
        "so.sothidua 01a20dbc-b5c6-7305-82eb-a764c7e8429c",
    )
    asked_as_json(telling)
    telling.add_argument("uid", metavar="UID", help="mã của bản ghi, cột đầu của “list” và “search”")
    listing = command(
        "list",
        acts.show_list,
        "Liệt kê báo cáo, danh hiệu và các bản ghi của sổ, mã (uid) đứng đầu dòng.",
        "so.sothidua people --json",
    )
    asked_as_json(listing)
    listing.add_argument(
        "what",
        choices=acts.LISTS,
        metavar="GÌ",
        help=f"{', '.join(acts.LISTS)}; “{acts.KINDS_LIST}” là các loại bản ghi và khóa của chúng",
    )


def _year(text: str) -> int:
    if not (text.isdecimal() and _FIRST_YEAR <= int(text) <= datetime.date.today().year + _YEARS_AHEAD):
        raise argparse.ArgumentTypeError(f"“{text}” không phải là năm, ví dụ 2020")
    return int(text)


def _add_report(sub: Parser) -> None:
    _add_scope(sub)
    _out(sub, f"tệp ghi ra, đuôi {' '.join(SUFFIXES)} (CSV khi có bảng)")


def _add_scope(sub: Parser) -> None:
    """Add the options that say which document is meant."""
    add_file(sub)
    sub.add_argument("name", choices=tuple(PRINTABLES), metavar="TÊN", help="tên báo cáo, xem bên dưới")
    names = "\n".join(f"  {each.key:<20}{each.title}" for each in PRINTABLES.values())
    sub.epilog = f"Các báo cáo:\n{names}\n\n{sub.epilog}"
    sub.add_argument(
        "--year", type=_year, metavar="NĂM", help="không ghi thì giấy của năm lấy năm nay, sổ và nhật ký lấy mọi năm"
    )
    over_years = ", ".join(each.key for each in PRINTABLES.values() if each.over_years)
    first = f"từ năm này, của sổ nhiều năm: {over_years}"
    sub.add_argument("--from", dest="first_year", type=_year, metavar="NĂM", help=first)
    sub.add_argument("--to", dest="last_year", type=_year, metavar="NĂM", help="đến hết năm này, như --from")
    sub.add_argument(
        "--unit",
        metavar="MÃ",
        help=f"mã xem ở “list … units”, “{named.EVERY_UNIT}” là mọi đơn vị; không ghi thì đơn vị của văn phòng",
    )
    sub.add_argument("--person", metavar="UID", help="người của báo cáo thành tích, xem ở “list … people”")
    sub.add_argument(
        "--decision", metavar="SỐ", help="số hoặc uid của quyết định; không ghi thì phải chỉ có một trong phạm vi"
    )
    sub.add_argument(
        "--session", metavar="UID", help="phiên họp của biên bản; không ghi thì phải chỉ có một trong phạm vi"
    )


def _add_certificates(sub: Parser) -> None:
    add_file(sub)
    source = sub.add_mutually_exclusive_group(required=True)
    source.add_argument("--decision", metavar="SỐ", help="số hoặc uid của quyết định")
    source.add_argument("--event", metavar="UID", help="giấy chứng nhận giải, tham luận của một sự kiện")
    sub.add_argument("--layout", metavar="MẪU", help="mẫu giấy; không ghi thì theo danh hiệu")
    sub.add_argument("--text-only", action="store_true", help="chỉ in chữ lên phôi")
    sub.add_argument("--each", action="store_true", help="mỗi người một tệp, trong thư mục --out")
    sub.add_argument("--names", metavar="MẪU", default=file_pattern.USUAL, help="tên các tệp của --each")
    sub.add_argument("--code", action="store_true", help="in mã kiểm tra, dù thiết lập không bật")
    _out(sub, "tệp PDF ghi ra, hoặc thư mục khi có --each")


def _out(sub: Parser, words: str) -> None:
    sub.add_argument("--out", type=Path, required=True, metavar="NƠI_GHI", help=words)
    may_overwrite(sub)
