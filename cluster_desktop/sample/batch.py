"""Many records written at once: each draft is checked once, the file is written kind by kind."""

import hashlib
from collections.abc import Callable

from cluster_desktop.commands.records.careers import first_lines
from cluster_desktop.commands.records.consequences import name_what_is_said
from cluster_desktop.commands.records.records import checked
from cluster_desktop.domain.fields.fields import Draft, fields_of
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.records.identity import new_uid
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.models import RECORD_TABLES, Blob, Person, Qualification, Record, Service

_LISTED_ON = "2020-12-31"
"""The day of which the staff lists of the sample are."""
Progress = Callable[[int, int, str], None]
"""Told how many records are written, how many there are, and what is being done."""


class Batch:
    """Collects records that may point to each other; nothing is written before ``write``."""

    def __init__(self) -> None:
        self._records: dict[str, list[Record]] = {key: [] for key in KINDS}
        self._files: dict[str, Blob] = {}

    def add(self, draft: Draft, *, sample: str | None = None) -> str:
        """Take a draft in; gives its uid. *sample* says what is made up. Raises InvalidDraft."""
        ready = checked(draft)
        values = ready.values()
        applying = {field.key: values[field.key] for field in fields_of(type(ready)) if field.applies(values)}
        record = RECORD_TABLES[ready.KIND](uid=new_uid(), sample_note=sample, **applying)
        self._records[ready.KIND].append(record)
        if isinstance(record, Service):
            name_what_is_said(record)
        if isinstance(record, Qualification):
            self._forget_undated(record)
        if isinstance(record, Person):
            for line in first_lines(record, _LISTED_ON):
                self._records[line.__tablename__].append(line)
        return record.uid

    def _forget_undated(self, paper: Qualification) -> None:
        """A paper with its day says all that the staff list says of that level."""
        level = (paper.person_uid, paper.kind, paper.value)
        lines = self._records[paper.__tablename__]
        lines[:] = [
            line
            for line in lines
            if line is paper
            or not isinstance(line, Qualification)
            or line.attained_on is not None
            or (line.person_uid, line.kind, line.value) != level
        ]

    def keep_file(self, data: bytes, media_type: str) -> str:
        """Take in the contents of a file; gives the code by which attachments name it."""
        digest = hashlib.sha256(data).hexdigest()
        self._files[digest] = Blob(sha256=digest, media_type=media_type, size=len(data), data=data)
        return digest

    def write(self, session: WorkspaceSession, progress: Progress | None = None) -> None:
        """Write everything, what others point to first."""
        session.add_all(self._files.values())
        session.flush()
        total = sum(map(len, self._records.values()))
        done = 0
        for key, records in self._records.items():
            if progress is not None:
                progress(done, total, f"Đang ghi {KINDS[key].plural}")
            session.add_all(records)
            session.flush()
            done += len(records)
        if progress is not None:
            progress(total, total, "Đã ghi xong sổ mẫu")
