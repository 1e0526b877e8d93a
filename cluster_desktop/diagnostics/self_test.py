"""Test whether this copy of the program works here: try every part it stands on, with files of its own."""

import io
import platform
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import cluster_desktop
from cluster_desktop import errors, resources
from cluster_desktop.commands.imports import tables
from cluster_desktop.commands.printing import certificate_files, certificates, signing, verifying
from cluster_desktop.commands.records import exporting
from cluster_desktop.documents.certificates.layout_file import available_layouts, load_layout
from cluster_desktop.documents.content import fonts
from cluster_desktop.documents.pictures.page_pictures import Preview
from cluster_desktop.documents.pictures.square_codes import codes_on_page
from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.file import backup, checking
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.rows import Listing
from cluster_desktop.sample.build import build_sample

_OLDEST_SQLITE = (3, 38)
_FOLDERS = ("fonts", "help", "icons", "layouts", "sample")
_LETTERS = "ĂÂĐÊÔƠƯăâđêôơưẮằẳẵặẤầẩẫậÉèẻẽẹẾềểễệÍìỉĩịÓòỏõọỐồổỗộỚờởỡợÚùủũụỨừửữựÝỳỷỹỵ"
_DECISION = "48/QĐ-TCT"


@dataclass(frozen=True, slots=True)
class TrialResult:
    """The result of one trial: its name, whether it works, and what was seen."""

    name: str
    works: bool
    seen: str


Trial = tuple[str, Callable[[], str]]


def tried(trials: Iterable[Trial]) -> tuple[TrialResult, ...]:
    """Try everything in turn; a failure of any kind is a result and does not end the test."""
    results = []
    for name, trial in trials:
        try:
            results.append(TrialResult(name, True, trial()))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what the test is for
            seen = error.sentence if isinstance(error, errors.UserError) else f"{type(error).__name__}: {error}"
            results.append(TrialResult(name, False, seen))
    return tuple(results)


def report(findings: Iterable[TrialResult]) -> dict[str, object]:
    """Report the results as JSON values, with program and system; ``ok`` says whether everything works."""
    listed = tuple(findings)
    return {
        "program": cluster_desktop.__version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "ok": all(finding.works for finding in listed),
        "findings": [{"name": item.name, "works": item.works, "seen": item.seen} for item in listed],
    }


def trials() -> tuple[Trial, ...]:
    """List the trials that need no window."""
    return (
        ("sqlite", _sqlite),
        ("resources", _resources),
        ("fonts", _fonts),
        ("layouts", _layouts),
        ("book", _workspace),
    )


def _sqlite() -> str:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise errors.Refused(f"SQLite {sqlite3.sqlite_version} quá cũ.")
    link = sqlite3.connect(":memory:")
    link.execute("CREATE VIRTUAL TABLE words USING fts5(name, prefix='1 2')")
    link.execute("""SELECT json_extract('{"a": 1}', '$.a')""")
    link.close()
    return f"SQLite {sqlite3.sqlite_version}, fts5, json"


def _resources() -> str:
    counted = {name: sum(1 for file in resources.path(name).rglob("*") if file.read_bytes()) for name in _FOLDERS}
    empty = [name for name, count in counted.items() if not count]
    if empty:
        raise errors.ResourceMissing(f"Thiếu tệp của chương trình trong {', '.join(empty)}.")
    return ", ".join(f"{name} {count}" for name, count in counted.items())


def _fonts() -> str:
    lacking = {face: missing for face in fonts.FACES if (missing := fonts.missing_glyphs(_LETTERS, face))}
    if lacking:
        raise errors.ResourceMissing(f"Phông chữ thiếu chữ: {lacking}")
    return f"{len(fonts.FACES)} faces"


def _layouts() -> str:
    names = [load_layout(item.name).name for item in available_layouts()]
    if not names:
        raise errors.ResourceMissing("Không có mẫu giấy nào.")
    return ", ".join(names)


def _workspace() -> str:
    """Try the sample workspace: written, closed, opened, checked, backed up, exported, printed and read back."""
    with tempfile.TemporaryDirectory(prefix="Thử Sổ Thi Đua ") as home:
        folder = Path(home)
        build_sample(folder / "Sổ mẫu.sothidua").close()
        workspace = Workspace.open(folder / "Sổ mẫu.sothidua")
        try:
            return "; ".join(part(workspace, folder) for part in (_checked, _exported, _printed))
        finally:
            workspace.close()


def _checked(workspace: Workspace, folder: Path) -> str:
    report = checking.check(workspace)
    if not report.ok:
        raise errors.WorkspaceDamaged("\n".join(report.problems))
    backup.back_up(workspace, folder / "sao lưu")
    return f"{workspace.read(listing.count, Listing(kind='person'))} people, backed up"


def _exported(workspace: Workspace, folder: Path) -> str:
    columns = tuple(field for field in KINDS["person"].fields if field.listed)
    target = folder / "cán bộ.xlsx"
    rows = exporting.export_list(workspace, Listing(kind="person"), columns, target)
    read = tables.read_tables(workspace, STAFF, target)
    return f"{rows} rows to Excel, {len(read.sheets)} sheet back"


def _printed(workspace: Workspace, _folder: Path) -> str:
    batch = certificates.certificates_of(workspace, certificates.decision_by_number(workspace, _DECISION))
    stream = io.BytesIO()
    certificate_files.print_certificates(workspace, batch, stream)
    with Preview(stream.getvalue()) as pages:
        picture = pages.picture(0, 30)
        count = pages.page_count
    if count != len(batch.contents) or len(set(picture.pixels)) < 10:
        raise errors.DocumentError("Giấy khen in ra không đọc lại được.")
    return f"{count} certificates, page {picture.width} x {picture.height}; {_checked_code(workspace, batch)}"


def _checked_code(workspace: Workspace, batch: certificates.Certificates) -> str:
    """Sign and print a certificate, and read its code from its picture."""
    stream = io.BytesIO()
    certificate_files.print_certificates(workspace, signing.signed(workspace, batch.only([0])), stream)
    with Preview(stream.getvalue()) as pages:
        code = "".join(codes_on_page(pages, 0))
    if verifying.verify_text(workspace, code).outcome is not verifying.CodeOutcome.GENUINE:
        raise errors.DocumentError("Mã kiểm tra trên giấy khen không đọc lại được.")
    return "code checked"
