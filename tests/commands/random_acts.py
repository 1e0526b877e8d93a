"""A clerk who does one thing after another at random: every kind of record, every kind of act."""

import dataclasses
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import column, select, table
from sqlalchemy.orm import Session

from cluster_desktop import errors
from cluster_desktop.commands.awards import decisions
from cluster_desktop.commands.imports import importing
from cluster_desktop.commands.imports.plan import Shared
from cluster_desktop.commands.official_documents import issuing
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.printing import certificates, printings
from cluster_desktop.commands.records import attachments, records
from cluster_desktop.commands.settings import office
from cluster_desktop.domain.awards.nominations import DecisionDraft, NominationDraft
from cluster_desktop.domain.events.events import AttachmentDraft
from cluster_desktop.domain.fields import types
from cluster_desktop.domain.fields.fields import Draft, Field, Value, fields_of
from cluster_desktop.domain.record_kinds.import_kinds import STAFF
from cluster_desktop.domain.record_kinds.kinds import KINDS
from cluster_desktop.domain.text.dates import PartialDate
from cluster_desktop.domain.units.office import OfficeDraft
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import RECORD_TABLES

WORDS = ("Hoà", "giải", "Mường", "Khương", "đổi", "mới", "“trích”", "<b>", "Nguye\u0302\u0303n", "đ", "O'Hara", "😀")
NAMES = ("Lò Thị Ơn", "Giàng A Páo", "Đặng Văn Hoà", "Sùng Ân", "H'Hen Niê", "Bế Thị Điều", "Tẩn Mẩy")
# How often each act comes in about a hundred; records of every kind are added in turn.
ACTS: Mapping[str, int] = {
    "create": len(KINDS),
    "nominate": 6,
    "edit": 20,
    "delete": 10,
    "restore": 8,
    "set_state": 6,
    "decide": 6,
    "add_to_decision": 4,
    "attach": 4,
    "import_table": 6,
    "print_list": 3,
    "issue": 3,
    "save_office": 3,
}
_PATIENCE = 30  # drafts that contradict themselves or the workspace before an act is put off


@dataclass
class TableLine:
    """A row of somebody's table of staff."""

    number: int
    texts: Mapping[str, str]
    sheet: str = "Danh sách"
    problems: tuple[errors.Problem, ...] = field(default=())
    notices: tuple[errors.Problem, ...] = ()
    inherited: frozenset[str] = frozenset()


class Clerk:
    """Does acts at random; ``labels`` and ``kinds`` tell what has been done."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace = workspace
        self.random = random.Random(seed)
        self.to_add: list[str] = []
        self.queue: list[str] = []
        self.labels: list[str] = []
        self.kinds: set[str] = set()
        self.done: set[str] = set()

    def work(self, acts: int) -> None:
        """Do that many acts, each of which changes something."""
        wanted = len(self.labels) + acts
        while len(self.labels) < wanted:
            if not self.queue:
                self.queue = [name for name, times in ACTS.items() for _ in range(times)]
                self.random.shuffle(self.queue)
            name = self.queue.pop()
            if not self._does(name):
                # What an act needs is not there yet: it is made first, and the act comes later.
                self._does(self.random.choice(("nominate", "create")))
                self.queue.insert(len(self.queue) // 2, name)

    def _does(self, name: str) -> bool:
        for _ in range(_PATIENCE):
            try:
                changes: Changes | None = getattr(self, name)()
            except errors.UserError:
                continue
            if changes:
                self.labels.append(changes.label)
                self.kinds |= changes.kinds
                self.done.add(name)
                return True
        return False

    # --- acts: what they give is empty when there was nothing to do ---

    def create(self) -> Changes:
        self.to_add = self.to_add or [kind for kind in KINDS if kind != "attachment"]  # which needs its file
        kind = self.to_add.pop(0)
        self.to_add.append(kind)  # one that cannot be added now comes again later
        changes = records.create(self.workspace, self.draft(kind))
        self.to_add.remove(kind)
        return changes

    def nominate(self) -> Changes:
        draft = self.draft("nomination")
        assert isinstance(draft, NominationDraft)
        return records.create(self.workspace, dataclasses.replace(draft, state="DONG_Y"))

    def edit(self) -> Changes | None:
        kind = self.random.choice(list(KINDS))
        living = self.uids(kind)
        if not living:
            return None
        uid = self.random.choice(living)
        present = self.workspace.read(_values, kind, uid)
        changed = self.random.sample(KINDS[kind].fields, k=min(3, len(KINDS[kind].fields)))
        values = present | {item.key: self.value(item) for item in changed}
        return records.edit(self.workspace, uid, KINDS[kind].draft(**values))

    def delete(self) -> Changes | None:
        kind = self.random.choice(list(KINDS))
        living = self.uids(kind)
        chosen = self.random.sample(living, k=min(len(living), self.random.randint(1, 3)))
        return records.delete(self.workspace, kind, chosen) if chosen else None

    def restore(self) -> Changes | None:
        kind = self.random.choice(list(KINDS))
        gone = self.uids(kind, trashed=True)
        return records.restore(self.workspace, kind, gone[:2]) if gone else None

    def set_state(self) -> Changes | None:
        state = self.random.choice(("NHAP", "DONG_Y", "DONG_Y", "DONG_Y"))
        chosen = self.some("nomination")
        return decisions.set_state(self.workspace, chosen, state) if chosen else None

    def decide(self) -> Changes:
        draft = self.draft("decision")
        assert isinstance(draft, DecisionDraft)
        return decisions.decide(self.workspace, draft, self.accepted())

    def add_to_decision(self) -> Changes | None:
        known = self.uids("decision")
        if not known:
            return None
        return decisions.add_to_decision(self.workspace, self.random.choice(known), self.accepted())

    def attach(self) -> Changes:
        draft = self.draft("attachment")
        assert isinstance(draft, AttachmentDraft)
        data = self.random.choice((b"the same photo", self.random.randbytes(50)))
        return attachments.attach(self.workspace, [attachments.NewFile(draft, data, "image/png")])

    def import_table(self) -> Changes | None:
        units = self.uids("unit")
        if not units:
            return None
        lines = [TableLine(number, self.row(number)) for number in range(5, 5 + self.random.randint(2, 9))]
        plan = importing.plan_table(self.workspace, STAFF, lines, Shared(unit_uid=self.random.choice(units)))
        return importing.import_table(self.workspace, plan, "Danh sách cán bộ.xlsx")

    def row(self, number: int) -> dict[str, str]:
        """A person who is new, or may be known already."""
        name = self.random.choice((*NAMES, f"Vàng A {self.random.choice('BCDEGHKLMN')}{number}"))
        department = self.random.choice(("", "Khoa Dân vận", "Phòng Tổ chức, Hành chính"))
        return {"full_name": name, "department_uid": department, "position": self.words(), "degree": "ThS"}

    def print_list(self) -> Changes | None:
        known = self.uids("decision")
        if not known:
            return None
        batch = certificates.certificates_of(self.workspace, self.random.choice(known), "GK")
        return printings.remember(self.workspace, batch)

    def issue(self) -> Changes:
        year = self.random.randint(2015, 2020)
        return issuing.issue(self.workspace, PRINTABLES["annual-summary"], Request(year=year), self.words())

    def save_office(self) -> Changes:
        draft = OfficeDraft()
        item = self.random.choice([one for one in fields_of(OfficeDraft) if type(one.type) is types.Text])
        return office.save_office(self.workspace, dataclasses.replace(draft, **{item.key: self.words()}))

    # --- what is filled in ---

    def draft(self, kind: str) -> Draft:
        """A draft with everything that is asked for and half of the rest."""
        made = KINDS[kind].draft()
        some = [item for item in KINDS[kind].fields if item.required or self.random.random() < 0.5]
        filled: dict[str, Any] = {item.key: self.value(item) for item in some}
        return dataclasses.replace(made, **filled)

    def value(self, item: Field) -> Value:
        """Something that this field can hold; nothing now and then where it may be empty."""
        if not item.required and self.random.random() < 0.2:
            return None
        if item.refers_to:
            known = self.uids(item.refers_to)
            return self.random.choice(known) if known else None
        return self._plain(item)

    def _plain(self, item: Field) -> Value:
        if isinstance(item.type, types.OneOf):
            return self.random.choice(item.choices).code
        if isinstance(item.type, types.Flag):
            return self.random.choice((True, False))
        if isinstance(item.type, types.Date):
            return self.random.choice((PartialDate(2021, self.random.randint(1, 12), 5), PartialDate(2021)))
        if isinstance(item.type, types.Year):
            return self.random.randint(2017, 2021)
        if isinstance(item.type, types.Integer):
            return self.random.randint(item.type.minimum, min(item.type.maximum, 50))
        if item.key == "code":
            return f"T-{self.random.randint(1, 999)}"
        assert isinstance(item.type, types.Text)
        return self.random.choice(NAMES) if isinstance(item.type, types.Name) else self.words()[: item.type.max_length]

    def words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 4))) + str(self.random.randint(0, 99))

    # --- what is there ---

    def some(self, kind: str) -> list[str]:
        living = self.uids(kind)
        return self.random.sample(living, k=min(len(living), self.random.randint(1, 3)))

    def accepted(self) -> list[str]:
        """One or two nominations that the council accepted, where there are any."""
        nominated = self.uids("nomination")
        agreed = [uid for uid in nominated if self.workspace.read(_values, "nomination", uid)["state"] == "DONG_Y"]
        return agreed[: self.random.randint(1, 2)]

    def uids(self, kind: str, *, trashed: bool = False) -> list[str]:
        """In the order of writing, so that a seed always does the same."""
        return self.workspace.read(_uids, kind, trashed)


def _uids(session: Session, kind: str, trashed: bool) -> list[str]:
    rows = table(kind, column("uid"), column("deleted_at"), column("rowid"))
    gone = rows.c.deleted_at
    wanted = select(rows.c.uid).where(gone.is_not(None) if trashed else gone.is_(None)).order_by(rows.c.rowid)
    return list(session.scalars(wanted))


def _values(session: Session, kind: str, uid: str) -> dict[str, Any]:
    record = session.get_one(RECORD_TABLES[kind], uid)
    return {item.key: getattr(record, item.key) for item in KINDS[kind].fields}
