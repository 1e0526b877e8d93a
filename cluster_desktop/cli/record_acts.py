"""Work on single records at the command line: add, edit, show, delete, and take acts back."""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from cluster_desktop import errors
from cluster_desktop.cli import entries, named, output, record_lines
from cluster_desktop.cli.opening import opened, refuse_taken
from cluster_desktop.cli.record_lines import Lines, Owned
from cluster_desktop.commands.law.cautions import cautions
from cluster_desktop.commands.records import records
from cluster_desktop.commands.records import undo as undoing
from cluster_desktop.commands.records.attachments import write_attachment
from cluster_desktop.commands.records.scans import keep_scans
from cluster_desktop.commands.settings.office import save_office
from cluster_desktop.domain.fields.fields import Draft, Value, fields_of
from cluster_desktop.domain.people.dating import Dating, Way
from cluster_desktop.domain.record_kinds.kinds import KINDS, owned_kinds
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.queries.careers.as_of import person_on
from cluster_desktop.records.queries.lists import listing, naming
from cluster_desktop.records.queries.units.office import office
from cluster_desktop.records.rows import Filter, Listing, Row

OFFICE: Final = "office"
"""The word that stands for the uid of the office's own profile."""
D = TypeVar("D", bound=Draft)


def add_record(chosen: argparse.Namespace) -> None:
    """Add one record and print its uid."""
    kind = KINDS[chosen.kind]
    texts = entries.split(chosen.entries, kind.fields, chosen.refuse)
    with opened(chosen.file) as workspace, entries.naming_keys():
        draft = _filled(workspace, kind.draft(), texts)
        notes = _notes(workspace, draft, "")
        changes = records.create(workspace, draft)
        row = workspace.read(listing.find, kind.key, changes.uids[0])
    record_lines.print_added(row, as_json=chosen.json)
    _say(notes)


def edit_record(chosen: argparse.Namespace) -> None:
    """Change fields of one record, or of the office's profile."""
    with opened(chosen.file) as workspace, entries.naming_keys():
        if _is_office(chosen.uid):
            _edit_office(workspace, chosen)
        else:
            _edit(workspace, chosen)


def show_record(chosen: argparse.Namespace) -> None:
    """Show every field of a record and the records it owns, or the office's profile."""
    with opened(chosen.file) as workspace:
        if _is_office(chosen.uid):
            record_lines.print_profile(workspace.read(_office_lines), as_json=chosen.json)
            return
        kind, uid = workspace.read(named.any_kind, chosen.uid)
        row = workspace.read(listing.find, kind, uid)
        if chosen.on is not None:
            row = workspace.read(_on_day, row, chosen.on)
        owned = workspace.read(_owned, kind, uid)
        trashed = not workspace.read(listing.alive, kind, uid)
    record_lines.print_record(row, owned, trashed=trashed, as_json=chosen.json)


def delete_records(chosen: argparse.Namespace) -> None:
    """Move records to the trash, as one act."""
    with opened(chosen.file) as workspace:
        rows = workspace.read(_living_rows, chosen.uids)
        uids: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            uids[row.kind].append(row.uid)
        records.delete_together(workspace, uids)
    for row in rows:
        output.sentence(f"Đã xóa {KINDS[row.kind].label} “{row.title}” vào thùng rác.")


def attach_scans(chosen: argparse.Namespace) -> None:
    """Keep scans with a record, and print the uid of each."""
    with opened(chosen.file) as workspace:
        kind, uid = workspace.read(named.living_kind, chosen.uid)
        changes = keep_scans(workspace, kind, uid, chosen.paths)
    for attached in changes.uids:
        output.sentence(attached)


def save_file(chosen: argparse.Namespace) -> None:
    """Write a kept file to the disk."""
    refuse_taken(chosen)
    with opened(chosen.file) as workspace:
        uid = workspace.read(named.record, "attachment", chosen.uid)
        write_attachment(workspace, uid, chosen.out)
    output.sentence(f"Đã ghi “{chosen.out}”.")


def undo(chosen: argparse.Namespace) -> None:
    """Take back the last act of the workspace."""
    with opened(chosen.file) as workspace:
        label = undoing.undo_label(workspace)
        undoing.undo(workspace)
    output.sentence(f"Đã hoàn tác: {label}.")


def redo(chosen: argparse.Namespace) -> None:
    """Do again the act that was taken back last."""
    with opened(chosen.file) as workspace:
        label = undoing.redo_label(workspace)
        undoing.redo(workspace)
    output.sentence(f"Đã làm lại: {label}.")


def _edit(workspace: Workspace, chosen: argparse.Namespace) -> None:
    kind, uid = workspace.read(named.living_kind, chosen.uid)
    fields = KINDS[kind].fields
    texts = entries.split(chosen.entries, fields, chosen.refuse)
    before = workspace.read(listing.find, kind, uid)
    kept = KINDS[kind].draft(**{field.key: before.values[field.key] for field in fields})
    draft = _filled(workspace, kept, texts)
    notes = _notes(workspace, draft, uid)
    records.edit(workspace, uid, draft, _dating(kind, chosen))
    after = workspace.read(listing.find, kind, uid)
    lines = record_lines.lines_of(before), record_lines.lines_of(after)
    record_lines.print_edited(after, *lines, as_json=chosen.json)
    _say(notes)


def _dating(kind: str, chosen: argparse.Namespace) -> Dating:
    """How what is dated of a person is meant. Raises Refused for another kind, which has no days of its own."""
    if (chosen.since or chosen.correct) and kind != "person":
        label = KINDS[kind].label
        raise errors.Refused(f"--from, --correct chỉ dùng khi sửa cán bộ; {label} không có quá trình theo ngày.")
    if chosen.correct:
        return Dating(Way.CORRECTION)
    return Dating(Way.CHANGE, chosen.since.iso) if chosen.since else Dating()


def _edit_office(workspace: Workspace, chosen: argparse.Namespace) -> None:
    texts = entries.split(chosen.entries, fields_of(OfficeDraft), chosen.refuse)
    before = workspace.read(_office_lines)
    save_office(workspace, _filled(workspace, workspace.read(office), texts))
    record_lines.print_edited(None, before, workspace.read(_office_lines), as_json=chosen.json)


def _is_office(typed: str) -> bool:
    return typed.strip().lower() == OFFICE


def _filled(workspace: Workspace, kept: D, texts: entries.Texts) -> D:
    """Fill the draft in with what was typed over what it holds. Raises InvalidDraft, Refused."""
    values = workspace.read(entries.read, fields_of(type(kept)), texts, kept.values())
    return records.checked(type(kept)(**values))


def _notes(workspace: Workspace, draft: Draft, uid: str) -> Sequence[str]:
    """The sentences the window would ask about before it writes: people alike, and cautions."""
    alike = () if uid else records.duplicates(workspace, draft)
    people = "; ".join(map(naming.described, alike))
    return (
        *((f"có thể trùng với {people}. Nếu trùng, hãy hoàn tác (undo).",) if alike else ()),
        *(caution.sentence for caution in cautions(workspace, draft, uid)),
    )


def _say(notes: Sequence[str]) -> None:
    for note in notes:
        output.aside(f"Lưu ý: {note}")


def _living_rows(session: WorkspaceSession, typed: Sequence[str]) -> tuple[Row, ...]:
    named_records = dict.fromkeys(named.living_kind(session, each) for each in typed)
    return tuple(listing.find(session, kind, uid) for kind, uid in named_records)


def _on_day(session: WorkspaceSession, row: Row, day: PartialDate) -> Row:
    """A person as they were on a day. Raises Refused for another kind, and for a day of which nothing is known."""
    if row.kind != "person":
        raise errors.Refused(f"--on chỉ dùng cho cán bộ; {KINDS[row.kind].label} không có quá trình theo ngày.")
    then = person_on(session, row.uid, day)
    if then is None:
        raise errors.Refused(f"Sổ chưa có số liệu của {row.title} ngày {day.show()}.")
    shown = {key: _shown(session, key, value) for key, value in then.items()}
    return replace(row, values={**row.values, **then}, shown={**row.shown, **shown})


def _shown(session: WorkspaceSession, key: str, value: Value) -> str:
    field = KINDS["person"].field(key)
    if field.refers_to and value:
        return listing.find(session, field.refers_to, str(value)).title
    return field.show(value)


def _owned(session: WorkspaceSession, kind: str, uid: str) -> Owned:
    """The living records inside one, by kind."""
    owned: dict[str, tuple[Row, ...]] = {}
    for inner, owner in owned_kinds(kind):
        inside = Listing(kind=inner.key, filters=(Filter(owner, (uid,)),))
        owned[inner.key] = listing.rows_of(session, inner.key, listing.order(session, inside))
    return owned


def _office_lines(session: WorkspaceSession) -> Lines:
    return record_lines.lines_of_draft(session, office(session))
