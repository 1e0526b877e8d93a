"""Define the commands about issued documents and closed years, in Vietnamese, each with an example."""

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path

from cluster_desktop.cli import issue_acts, named, words_acts
from cluster_desktop.cli.wording import Command, Parser, add_file, asked_as_json, day, may_overwrite
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES

_HIGHEST = 9999
_UID = "01a20dbc-b5c6-7305-82eb-a764c7e8429c"


def add_issue_commands(command: Command, add_scope: Callable[[Parser], None], year: Callable[[str], int]) -> None:
    """Add the commands; *add_scope* adds the options that say which document, *year* reads a year."""
    _add_issuing(command, add_scope)
    _add_kept(command, year)
    _add_words(command, year)
    closing = command(
        "close-year", issue_acts.close_year, "Chốt năm: giữ số liệu của năm và không cho ghi thêm.", "so.sothidua 2020"
    )
    add_file(closing)
    closing.add_argument("year", type=year, metavar="NĂM", help="năm cần chốt")
    opening = command(
        "open-year", issue_acts.open_year, "Mở lại năm đã chốt.", 'so.sothidua 2020 --reason "Bổ sung quyết định"'
    )
    add_file(opening)
    opening.add_argument("year", type=year, metavar="NĂM", help="năm đã chốt")
    opening.add_argument("--reason", required=True, metavar="LÝ_DO", help="lý do mở lại, ghi vào lịch sử")


def _add_issuing(command: Command, add_scope: Callable[[Parser], None]) -> None:
    issuing = command(
        "issue",
        issue_acts.issue_document,
        "Phát hành một văn bản: sổ giữ đúng bản PDF với số, ngày, người ký, và in mã (uid) của nó.",
        "so.sothidua decision --decision 48/QĐ-TCT --out quyet-dinh.pdf",
    )
    add_scope(issuing)
    issuing.add_argument(
        "--number", type=_number, metavar="SỐ", help="số của văn bản; 0: không số; không ghi: số tiếp theo của dãy"
    )
    issuing.add_argument("--day", type=day, metavar="NGÀY", help="ngày, hoặc chỉ năm, ghi trên văn bản")
    issuing.add_argument("--reason", metavar="LÝ_DO", help="lý do lập bản mới của văn bản đã phát hành")
    issuing.add_argument("--out", type=Path, metavar="NƠI_GHI", help="tệp PDF ghi ra")
    may_overwrite(issuing)


def _add_kept(command: Command, year: Callable[[str], int]) -> None:
    """Add what is done with documents that were issued."""
    listing = command(
        "documents", issue_acts.show_documents, "Liệt kê các văn bản đã phát hành.", "so.sothidua --year 2020 --json"
    )
    asked_as_json(listing)
    listing.add_argument("--year", type=year, metavar="NĂM", help="chỉ một năm")
    listing.add_argument("--unit", metavar="MÃ", help="chỉ một đơn vị, xem ở “list … units”")
    listing.add_argument("--words", metavar="CHỮ", help="có chữ này trong tên, số hoặc người ký")
    again = command(
        "reprint", issue_acts.reprint, "Ghi lại đúng bản PDF đã phát hành.", f"so.sothidua {_UID} --out ban-da-giu.pdf"
    )
    add_file(again)
    again.add_argument("uid", metavar="UID", help="mã của văn bản, xem ở “documents”")
    again.add_argument("--out", type=Path, required=True, metavar="NƠI_GHI", help="tệp PDF ghi ra")
    may_overwrite(again)
    handing = command(
        "hand-over",
        issue_acts.hand_over,
        "Ghi là đã giao một văn bản đã phát hành.",
        f"so.sothidua {_UID} --day 05/01/2021",
    )
    add_file(handing)
    handing.add_argument("uid", metavar="UID", help="mã của văn bản, xem ở “documents”")
    which = handing.add_mutually_exclusive_group()
    which.add_argument("--day", type=_whole_day, metavar="NGÀY", help="ngày đã giao; không ghi: hôm nay")
    which.add_argument("--no", action="store_true", help="bỏ ghi là đã giao")


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) > _HIGHEST:
        raise argparse.ArgumentTypeError(f"số là từ 0 đến {_HIGHEST}, không phải “{text}”")
    return int(text)


def _whole_day(text: str) -> datetime.date:
    read = day(text)
    if read.precision != "day":
        raise argparse.ArgumentTypeError(f"hãy gõ đủ ngày, tháng, năm thay cho “{text}”")
    return read.latest


def _add_words(command: Command, year: Callable[[str], int]) -> None:
    saying = command(
        "words",
        words_acts.words,
        "Xem, sửa lời của một loại văn bản: căn cứ, Kính gửi, câu kết, Nơi nhận, người ký.",
        'so.sothidua submission --unit LAOCAI --set "recipients=Như trên | Lưu: VT"',
    )
    asked_as_json(saying)
    saying.add_argument("name", choices=tuple(PRINTABLES), metavar="TÊN", help=", ".join(PRINTABLES))
    part = "phần cần sửa, ghi được nhiều lần; lời trống thì về mẫu"
    saying.add_argument("--set", dest="entries", action="append", default=[], metavar="PHẦN=LỜI", help=part)
    saying.add_argument("--unit", metavar="MÃ", help=f"của đơn vị nào; “{named.EVERY_UNIT}”: của cụm")
    saying.add_argument("--year", type=year, metavar="NĂM", help="năm của phần viết riêng từng năm")
    saying.epilog = (
        f"Các dòng của một phần cách nhau bằng “{words_acts.LINE_END}”. {{nam}} là năm, {{don_vi}} là nơi ban hành.\n\n"
        f"{saying.epilog}"
    )
