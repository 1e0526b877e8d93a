"""Carry out each word of the command line: the same acts as in the window, and a sentence about each."""

import argparse
from pathlib import Path
from typing import Any, Final

from cluster_desktop import errors, settings
from cluster_desktop.cli import kind_list, named, output, reporting
from cluster_desktop.cli.opening import asking_first, opened, refuse_other_than_pdf, refuse_taken
from cluster_desktop.commands.dossiers import dossier
from cluster_desktop.commands.law import eligibility
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.printing import certificate_files, certificates, signing, verifying
from cluster_desktop.commands.printing.certificates import Certificates
from cluster_desktop.commands.printing.showcase import write_showcase
from cluster_desktop.commands.records import search
from cluster_desktop.documents.files.file_set import ExistingFiles
from cluster_desktop.domain.awards.awards import AWARD_KINDS
from cluster_desktop.domain.printing.certificate_code import is_code
from cluster_desktop.records.file import backup, checking, restoring
from cluster_desktop.records.file.workspace import SUFFIX, Workspace
from cluster_desktop.records.queries.lists import history, lists
from cluster_desktop.sample.build import build_sample

EVERY_TITLE: Final = "all"
SAMPLE_NAME: Final = f"cum-thi-dua-so-2{SUFFIX}"
_FIXED: Final[dict[str, list[dict[str, Any]]]] = {
    "reports": [{"name": each.key, "title": each.title} for each in PRINTABLES.values()],
    "titles": [{"code": kind.code, "name": kind.label, "level": kind.level} for kind in AWARD_KINDS.values()],
}
"""Lists that every workspace has alike."""
KINDS_LIST: Final = "kinds"
LISTS: Final = (*_FIXED, KINDS_LIST, *lists.LISTS, *lists.OTHER_KINDS)


def _existing(chosen: argparse.Namespace) -> ExistingFiles:
    return ExistingFiles.REPLACE if chosen.overwrite else ExistingFiles.REFUSE


def create_demo(chosen: argparse.Namespace) -> None:
    """Write the sample workspace and every document of it into one folder."""
    folder: Path = chosen.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        errors.raise_for_os_error(error, folder)
    path = folder / SAMPLE_NAME
    new = not path.exists()
    workspace = build_sample(path) if new else Workspace.open(path)
    try:
        with asking_first():
            written = write_showcase(workspace, folder, _existing(chosen))
    except BaseException:
        workspace.close()
        if new:
            path.unlink()
        raise
    workspace.close()
    output.sentence(f"Đã lập sổ mẫu “{path}” và {len(written)} tệp giấy tờ trong “{folder}”.")


def create_workspace(chosen: argparse.Namespace) -> None:
    """Create an empty workspace."""
    Workspace.create(chosen.file).close()
    output.sentence(f"Đã tạo sổ “{chosen.file}”.")


def write_report(chosen: argparse.Namespace) -> None:
    """Write a document into a file."""
    reporting.refuse_wrong_years(chosen)
    refuse_taken(chosen)
    with opened(chosen.file) as workspace:
        reporting.write(workspace, chosen)
    output.sentence(f"Đã ghi “{chosen.out}”.")


def write_certificates(chosen: argparse.Namespace) -> None:
    """Write the certificates of a decision or an event."""
    if not chosen.each:
        refuse_other_than_pdf(chosen.out)
        refuse_taken(chosen)
    with opened(chosen.file) as workspace:
        if chosen.event:
            batch = certificates.certificates_of_event(
                workspace, workspace.read(named.record, "event", chosen.event), chosen.layout
            )
        else:
            decision = workspace.read(named.decision, chosen.decision)
            batch = certificates.certificates_of(workspace, decision, chosen.layout)
        if chosen.code or signing.wants_codes(workspace):
            batch = signing.signed(workspace, batch)
        _print(workspace, batch, chosen)
    output.sentence(f"Đã ghi {len(batch.contents)} giấy vào “{chosen.out}”.")


def _print(workspace: Workspace, batch: Certificates, chosen: argparse.Namespace) -> None:
    if not chosen.each:
        certificate_files.print_certificates(workspace, batch, chosen.out, text_only=chosen.text_only)
        return
    with asking_first():
        certificate_files.print_each(
            workspace,
            batch,
            chosen.out,
            text_only=chosen.text_only,
            pattern=chosen.names,
            existing=_existing(chosen),
        )


def verify(chosen: argparse.Namespace) -> None:
    """Verify certificates by their codes."""
    with opened(chosen.file) as workspace:
        if is_code(chosen.what):
            verdicts: tuple[verifying.CodeVerdict, ...] = (verifying.verify_text(workspace, chosen.what),)
        else:
            verdicts = verifying.verify_file(workspace, Path(chosen.what))
    output.verdicts(verdicts, as_json=chosen.json)
    wrong = [verdict for verdict in verdicts if verdict.outcome is not verifying.CodeOutcome.GENUINE]
    if wrong:
        raise errors.Refused(f"Có {len(wrong)} trong {len(verdicts)} mã chưa được xác nhận là đúng.")


def write_dossier(chosen: argparse.Namespace) -> None:
    """Write every part of the dossier of a nomination into a new folder."""
    with opened(chosen.file) as workspace:
        nomination = workspace.read(named.record, "nomination", chosen.nomination)
        written = dossier.write_dossier(dossier.dossier_of(workspace, nomination), chosen.out)
    output.sentence(f"Đã lập hồ sơ {len(written)} tệp trong “{chosen.out}”.")


def show_eligibility(chosen: argparse.Namespace) -> None:
    """Show who may be proposed for what."""
    with opened(chosen.file) as workspace:
        unit = workspace.read(named.unit, chosen.unit)
        if chosen.title.lower() == EVERY_TITLE:
            judgements = eligibility.judged_candidates(workspace, chosen.year, unit_uid=unit)
        else:
            judgements = eligibility.eligibility(workspace, chosen.year, chosen.title.strip(), unit)
    output.judgements(judgements, as_json=chosen.json)


def find(chosen: argparse.Namespace) -> None:
    """Find records by their words."""
    with opened(chosen.file) as workspace:
        output.search_results(search.search(workspace, chosen.text), as_json=chosen.json)


def back_up(chosen: argparse.Namespace) -> None:
    """Back up the workspace, verified."""
    with opened(chosen.file) as workspace:
        folder = chosen.folder or settings.backup_dir() / workspace.uid
        output.sentence(f"Đã sao lưu vào “{backup.back_up(workspace, folder)}”.")


def restore(chosen: argparse.Namespace) -> None:
    """Restore the workspace from a backup; the present file is kept."""
    kept = restoring.put_back(chosen.backup, chosen.file, chosen.file.absolute().parent)
    old = f" Tệp cũ được giữ ở “{kept}”." if kept else ""
    output.sentence(f"Đã khôi phục “{chosen.file}”.{old}")


def check(chosen: argparse.Namespace) -> None:
    """Check that the workspace is sound."""
    with opened(chosen.file) as workspace:
        report = checking.check(workspace)
    output.check_report(report, as_json=chosen.json)
    if not report.ok:
        raise errors.WorkspaceDamaged(f"“{chosen.file}” có lỗi. Hãy khôi phục từ bản sao lưu gần nhất.")


def show_history(chosen: argparse.Namespace) -> None:
    """Show every change of a record."""
    with opened(chosen.file) as workspace:
        lines = workspace.read(history.history, chosen.uid.strip().lower())
    if not lines:
        raise errors.RecordMissing(f"Không có bản ghi “{chosen.uid}” trong sổ. {named.see('|'.join(lists.LISTS))}")
    output.history_lines(lines, as_json=chosen.json)


def show_list(chosen: argparse.Namespace) -> None:
    """Show the records of a kind, with their uids, or what a book is made of."""
    with opened(chosen.file) as workspace:
        if chosen.what == KINDS_LIST:
            kind_list.show(as_json=chosen.json)
            return
        fixed = _FIXED.get(chosen.what)
        rows = workspace.read(lists.rows, chosen.what) if fixed is None else fixed
    output.rows(rows, as_json=chosen.json)
