"""The program without a screen: the same commands as the window, for scripts and for checks.

Exit code 0: done. 1: refused or failed, with one plain sentence on stderr and nothing half-done.
2: the words of the command are wrong.
"""

import argparse
import datetime
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

import cluster_desktop
from cluster_desktop import cli_output, errors, settings
from cluster_desktop.commands import (
    certificate_files,
    certificates,
    dossier,
    eligibility,
    importing,
    office,
    reports,
    search,
    signing,
    tables,
    verifying,
)
from cluster_desktop.commands.imports.plan import Shared
from cluster_desktop.commands.sample.build import build_sample
from cluster_desktop.commands.showcase import write_showcase
from cluster_desktop.domain import file_pattern
from cluster_desktop.domain.certificate_code import is_code
from cluster_desktop.domain.import_kinds import IMPORT_KINDS
from cluster_desktop.records import backup, checking
from cluster_desktop.records.queries import history, lists
from cluster_desktop.records.workspace import SUFFIX, Workspace

_EVERYTHING = "all"
SAMPLE_NAME = f"cum-thi-dua-so-2{SUFFIX}"


_COMPLAINTS = (
    (r"argument ([^:]+): ", r"“\1”: "),
    (r"the following arguments are required: (.+)", r"còn thiếu \1"),
    (r"one of the arguments (.+) is required", r"cần một trong các mục \1"),
    (r"unrecognized arguments: (.+)", r"thừa mục \1"),
    (r"invalid choice: '?(.*?)'? \(choose from (.+)\)", r"không có “\1”, hãy chọn một trong: \2"),
    (r"expected (?:one|at least one) argument", "thiếu giá trị sau mục này"),
    (r"not allowed with argument (.+)", r"không đi cùng \1"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 chưa rõ là mục nào: \2"),
)
"""What Python says of wrong words, and how this program says it."""


def _in_vietnamese(complaint: str) -> str:
    for pattern, words in _COMPLAINTS:
        complaint = re.sub(pattern, words, complaint)
    return complaint


class _Parser(argparse.ArgumentParser):
    """Answers wrong words with one Vietnamese sentence and exit code 2."""

    @override
    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"Lệnh chưa đúng: {_in_vietnamese(message)}. Gõ “{self.prog} --help” để xem cách dùng.\n")
        sys.exit(2)


def run(words: Sequence[str]) -> int:
    """Carry out one command line (without the program's name); gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = _parser().parse_args(words)
    act: Callable[[argparse.Namespace], None] = chosen.act
    try:
        act(chosen)
    except errors.UserError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return 1
    except BrokenPipeError:  # who reads the output has heard enough; nothing more may be written, nor said about it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        sys.stderr.write(f"{errors.Cancelled().sentence}\n")
        return 1
    return 0


@contextmanager
def _opened(path: Path) -> Iterator[Workspace]:
    workspace = Workspace.open(path)
    try:
        office.sign_acts(workspace)
        yield workspace
    finally:
        workspace.close()


def _unit(workspace: Workspace, code: str | None) -> str | None:
    return None if code is None else workspace.read(lists.unit_uid, code)


def _demo(chosen: argparse.Namespace) -> None:
    folder: Path = chosen.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        errors.raise_for_os_error(error, folder)
    path = folder / SAMPLE_NAME
    workspace = Workspace.open(path) if path.exists() else build_sample(path)
    try:
        written = write_showcase(workspace, folder)
    finally:
        workspace.close()
    cli_output.sentence(f"Đã lập sổ mẫu “{path}” và {len(written)} tệp giấy tờ trong “{folder}”.")


def _new(chosen: argparse.Namespace) -> None:
    Workspace.create(chosen.file).close()
    cli_output.sentence(f"Đã tạo sổ “{chosen.file}”.")


def _import(chosen: argparse.Namespace) -> None:
    kind = IMPORT_KINDS[chosen.kind]
    with _opened(chosen.file) as workspace:
        shared = Shared(
            unit_uid=_unit(workspace, chosen.unit),
            year=chosen.year,
            round_name=chosen.round or "",
            decision_number=chosen.decision or "",
            new_people=chosen.new_people,
        )
        plan = importing.plan_table(workspace, kind, tables.read_tables(workspace, kind, chosen.table).rows(), shared)
        problems = (*plan.problems, *importing.doubt_problems(workspace, plan))
        if not chosen.dry_run and not problems:
            importing.import_table(workspace, plan, chosen.table.name)
    cli_output.import_plan(plan, problems, as_json=chosen.json, dry=chosen.dry_run)
    if problems and not chosen.dry_run:
        raise errors.Refused(f"Bảng còn {len(problems)} chỗ phải sửa nên chưa nhập gì. Hãy sửa rồi nhập lại.")


def _report(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        decision = certificates.decision_by_number(workspace, chosen.decision) if chosen.decision else None
        reports.write_report(
            workspace,
            chosen.name,
            chosen.out,
            year=chosen.year,
            unit_uid=_unit(workspace, chosen.unit),
            person_uid=chosen.person,
            decision_uid=decision,
            session_uid=chosen.session,
        )
    cli_output.sentence(f"Đã ghi “{chosen.out}”.")


def _certificates(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        if chosen.event:
            batch = certificates.certificates_of_event(workspace, chosen.event, chosen.layout)
        else:
            uid = certificates.decision_by_number(workspace, chosen.decision)
            batch = certificates.certificates_of(workspace, uid, chosen.layout)
        if chosen.code or signing.wants_codes(workspace):
            batch = signing.signed(workspace, batch)
        if chosen.each:
            certificate_files.print_each(workspace, batch, chosen.out, text_only=chosen.text_only, pattern=chosen.names)
        else:
            certificate_files.print_certificates(workspace, batch, chosen.out, text_only=chosen.text_only)
    cli_output.sentence(f"Đã ghi {len(batch.contents)} giấy vào “{chosen.out}”.")


def _verify(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        if is_code(chosen.what):
            found: tuple[verifying.Verdict, ...] = (verifying.verify_text(workspace, chosen.what),)
        else:
            found = verifying.verify_file(workspace, Path(chosen.what))
    cli_output.verdicts(found, as_json=chosen.json)
    wrong = [one for one in found if one.outcome is not verifying.Outcome.GENUINE]
    if wrong:
        raise errors.Refused(f"Có {len(wrong)} trong {len(found)} mã chưa được xác nhận là đúng.")


def _dossier(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        written = dossier.write_dossier(dossier.dossier_of(workspace, chosen.nomination), chosen.out)
    cli_output.sentence(f"Đã lập hồ sơ {len(written)} tệp trong “{chosen.out}”.")


def _eligibility(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        unit = _unit(workspace, chosen.unit)
        if chosen.title.lower() == _EVERYTHING:
            found = eligibility.who_could_have_what(workspace, chosen.year, unit_uid=unit)
        else:
            found = eligibility.eligibility(workspace, chosen.year, chosen.title, unit)
    cli_output.judgements(found, as_json=chosen.json)


def _search(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        cli_output.found(search.search(workspace, chosen.text), as_json=chosen.json)


def _backup(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        folder = chosen.folder or settings.backup_dir() / workspace.uid
        cli_output.sentence(f"Đã sao lưu vào “{backup.back_up(workspace, folder)}”.")


def _restore(chosen: argparse.Namespace) -> None:
    kept = backup.restore(chosen.backup, chosen.file, chosen.file.absolute().parent)
    old = f" Tệp cũ được giữ ở “{kept}”." if kept else ""
    cli_output.sentence(f"Đã khôi phục “{chosen.file}”.{old}")


def _check(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        report = checking.check(workspace)
    cli_output.check_report(report, as_json=chosen.json)
    if not report.ok:
        raise errors.WorkspaceDamaged(f"“{chosen.file}” có lỗi. Hãy khôi phục từ bản sao lưu gần nhất.")


def _history(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        lines = workspace.read(history.history, chosen.uid)
    if not lines:
        raise errors.RecordMissing(f"Không có bản ghi “{chosen.uid}” trong sổ.")
    cli_output.history_lines(lines, as_json=chosen.json)


def _list(chosen: argparse.Namespace) -> None:
    with _opened(chosen.file) as workspace:
        if chosen.what == "reports":
            rows = [{"name": name, "title": title} for name, title in reports.NAMES.items()]
        else:
            rows = workspace.read(lists.LISTS[chosen.what])
    cli_output.rows(rows, as_json=chosen.json)


def _year(text: str) -> int:
    if not (text.isdecimal() and 1945 <= int(text) <= datetime.date.today().year + 5):
        raise argparse.ArgumentTypeError(f"“{text}” không phải là năm, ví dụ 2020")
    return int(text)


def _parser() -> _Parser:
    parser = _Parser(prog="cluster-desktop", description="Sổ Thi Đua: sổ thi đua khen thưởng của cụm.")
    parser.add_argument("--version", action="version", version=f"Sổ Thi Đua {cluster_desktop.__version__}")
    subs = parser.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)

    def command(name: str, act: Callable[[argparse.Namespace], None], words: str) -> argparse.ArgumentParser:
        sub = subs.add_parser(name, help=words, description=words)
        sub.set_defaults(act=act)
        return sub

    command("demo", _demo, "Lập sổ mẫu và mọi giấy tờ của nó.").add_argument("folder", type=Path)
    command("new", _new, "Tạo sổ mới.").add_argument("file", type=Path)
    _add_import(command("import", _import, "Nhập một bảng vào sổ."))
    _add_report(command("report", _report, "Ghi một báo cáo; đuôi tệp chọn dạng PDF, Word, Excel, JSON hay CSV."))
    _add_certificates(command("certificates", _certificates, "Ghi giấy khen, giấy chứng nhận của một quyết định."))
    _add_verify(command("verify", _verify, "Kiểm tra giấy chứng nhận qua mã trên giấy."))
    _add_dossier(command("dossier", _dossier, "Lập hồ sơ của một đề nghị, Word và PDF, trong một thư mục mới."))
    _add_eligibility(command("eligibility", _eligibility, "Ai đủ điều kiện, theo từng quy định của luật."))
    finding = command("search", _search, "Tìm trong sổ, không cần gõ dấu.")
    finding.add_argument("file", type=Path)
    finding.add_argument("text")
    finding.add_argument("--json", action="store_true")
    saving = command("backup", _backup, "Sao lưu sổ, có kiểm tra.")
    saving.add_argument("file", type=Path)
    saving.add_argument("folder", type=Path, nargs="?")
    restoring = command("restore", _restore, "Khôi phục sổ từ bản sao lưu; tệp cũ được giữ lại.")
    restoring.add_argument("backup", type=Path)
    restoring.add_argument("file", type=Path)
    checks = command("check", _check, "Kiểm tra sổ có toàn vẹn không.")
    checks.add_argument("file", type=Path)
    checks.add_argument("--json", action="store_true")
    telling = command("history", _history, "Lịch sử thay đổi của một bản ghi.")
    telling.add_argument("file", type=Path)
    telling.add_argument("uid")
    telling.add_argument("--json", action="store_true")
    listing = command("list", _list, "Liệt kê báo cáo, đơn vị, cán bộ, đề nghị, quyết định, khen thưởng, sự kiện.")
    listing.add_argument("file", type=Path)
    listing.add_argument("what", choices=("reports", *lists.LISTS))
    listing.add_argument("--json", action="store_true")
    return parser


def _add_import(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("kind", choices=tuple(IMPORT_KINDS))
    sub.add_argument("file", type=Path)
    sub.add_argument("table", type=Path)
    sub.add_argument("--unit", metavar="MÃ", help="đơn vị của những dòng không ghi đơn vị")
    sub.add_argument("--year", type=_year, help="năm của những dòng không ghi năm")
    sub.add_argument("--round", metavar="TÊN", help="đợt đề nghị; không ghi thì lấy đợt thường xuyên của năm")
    sub.add_argument("--decision", metavar="SỐ", help="quyết định của những dòng không ghi số quyết định")
    sub.add_argument("--new-people", action="store_true", help="thêm vào danh sách cán bộ những người sổ chưa có")
    sub.add_argument("--dry-run", action="store_true", help="chỉ xem, không ghi")
    sub.add_argument("--json", action="store_true")


def _add_report(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("name", choices=tuple(reports.NAMES))
    sub.add_argument("--year", type=_year)
    sub.add_argument("--unit", metavar="MÃ")
    sub.add_argument("--person", metavar="UID", help="người của báo cáo thành tích")
    sub.add_argument("--decision", metavar="SỐ", help="quyết định cần in; không ghi thì lấy quyết định mới nhất")
    sub.add_argument(
        "--session", metavar="UID", help="phiên họp của biên bản; không ghi thì lấy phiên mới nhất của năm"
    )
    sub.add_argument("--out", type=Path, required=True)


def _add_verify(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("what", metavar="CHỮ_HOẶC_ẢNH", help="chữ của mã (STD1:…), hoặc tệp ảnh, PDF")
    sub.add_argument("--json", action="store_true")


def _add_eligibility(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("--year", type=_year, required=True)
    sub.add_argument("--title", required=True, metavar="MÃ", help=f"mã danh hiệu, hình thức; “{_EVERYTHING}”: tất cả")
    sub.add_argument("--unit", metavar="MÃ")
    sub.add_argument("--json", action="store_true")


def _add_dossier(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("--nomination", required=True, metavar="UID")
    sub.add_argument("--out", type=Path, required=True)


def _add_certificates(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    source = sub.add_mutually_exclusive_group(required=True)
    source.add_argument("--decision", metavar="SỐ")
    source.add_argument("--event", metavar="UID", help="giấy chứng nhận giải, tham luận của một sự kiện")
    sub.add_argument("--layout")
    sub.add_argument("--text-only", action="store_true", help="chỉ in chữ lên phôi")
    sub.add_argument("--each", action="store_true", help="mỗi người một tệp, trong thư mục --out")
    sub.add_argument("--names", metavar="MẪU", default=file_pattern.USUAL, help="tên các tệp của --each")
    sub.add_argument("--code", action="store_true", help="in mã kiểm tra, dù thiết lập không bật")
    sub.add_argument("--out", type=Path, required=True)
