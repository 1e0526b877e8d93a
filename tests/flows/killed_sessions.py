"""Sessions of edits that are killed at random moments, each checked afterwards; run by test_kill.py.

    python killed_sessions.py FOLDER KILLS

One process imports the program once and forks a child for each session. The child says what it is
about to write, writes it, and says that it is confirmed; then it is killed without warning, at a moment
drawn from how long opening and acts take on this very machine. There are KILLS kills and more, until enough
of them met an act under way. Prints one JSON line: kills, confirmed acts, sessions that were killed with an
act under way, problems.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.commands.records import records, undo
from cluster_desktop.domain.people.people import PersonDraft
from cluster_desktop.domain.units.units import UnitDraft
from cluster_desktop.records.file.checking import check
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.models import Person, Unit

KILLED_WHILE_OPENING = 0.2  # of the sessions
MOST_LINES = 12  # that a session may tell before it is killed
UNDER_WAY = 0.1  # of the kills are to meet an act under way
MOST_KILLS = 10  # times the number asked for, before the moments are given up as wrong
IMPORTED = 20
State = dict[str, str | None]  # the note of each person that an act leaves; None for no such person


@dataclass
class Told:
    """What a child has told: the confirmed states, and the states of the act under way."""

    confirmed: State = field(default_factory=dict)
    acts: int = 0
    under_way: State | None = None

    def take(self, line: str) -> None:
        if line == "open":
            return
        if line == "confirmed":
            self.confirmed |= self.under_way or {}
            self.under_way = None
            self.acts += 1
        else:
            self.under_way = json.loads(line)


@dataclass
class Pace:
    """How long this machine takes, in seconds, as the sessions so far have shown."""

    opening: float = 0.1
    line: float = 0.01

    def wait(self, lines: TextIO, begun: float) -> str:
        """Let a session go on for a while, into its opening or into one of its acts; gives what it told meanwhile."""
        if random.random() < KILLED_WHILE_OPENING:
            time.sleep(random.uniform(0, self.opening))
            return ""
        told = lines.readline()
        opened = time.monotonic()
        self.opening = opened - begun
        more = random.randrange(1, MOST_LINES)
        told += "".join(lines.readline() for _line in range(more))
        self.line = (time.monotonic() - opened) / more
        time.sleep(random.uniform(0, 2 * self.line))
        return told


class Edits:
    """A child's edits, each told before and after."""

    def __init__(self, path: Path, pipe: int) -> None:
        self.pipe = pipe
        self.workspace = Workspace.open(path)
        self.unit = self.workspace.read(first_unit)
        self.people: list[str] = []
        self.number = 0

    def tell(self, words: str) -> None:
        os.write(self.pipe, f"{words}\n".encode())

    def run(self) -> None:
        self.tell("open")
        while True:
            self.number += 1
            random.choice((self.create, self.create, self.edit, self.edit, self.bring, self.delete, self.take_back))()

    def draft(self, note: str) -> PersonDraft:
        return PersonDraft(full_name=f"Người {note[:20]}", unit_uid=self.unit, note=note)

    def write(self, *notes: str) -> list[str]:
        """Several new people in one act."""
        uids = [f"{os.getpid()}-{self.number}-{place}" for place in range(len(notes))]
        self.tell(json.dumps(dict(zip(uids, notes, strict=True))))
        with self.workspace.changing("Nhập") as session:
            for uid, note in zip(uids, notes, strict=True):
                records.add(session, self.draft(note), uid=uid)
        self.tell("confirmed")
        return uids

    def create(self) -> None:
        self.people += self.write(f"{self.number}")

    def bring(self) -> None:
        self.people += self.write(*(f"{self.number} {place}" for place in range(IMPORTED)))

    def edit(self) -> None:
        if self.people:
            uid = random.choice(self.people)
            note = f"sửa {self.number} " + "dài " * random.choice((1, 500))
            self.tell(json.dumps({uid: note.strip()}))
            records.edit(self.workspace, uid, self.draft(note))
            self.tell("confirmed")

    def delete(self) -> None:
        if self.people:
            uid = self.people.pop(random.randrange(len(self.people)))
            self.tell(json.dumps({uid: None}))
            records.delete(self.workspace, "person", [uid])
            self.tell("confirmed")

    def take_back(self) -> None:
        (uid,) = self.write("sẽ hoàn tác")
        self.tell(json.dumps({uid: None}))
        undo.undo(self.workspace)
        self.tell("confirmed")


def first_unit(session: Session) -> str:
    return session.scalars(select(Unit.uid)).one()


def killed_session(path: Path, pace: Pace) -> Told:
    """Run one session in a child, kill it, give what it told."""
    reader, writer = os.pipe()
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            random.seed(os.getpid())
            Edits(path, writer).run()
        except Exception:  # noqa: BLE001 a child that fails must not go on as a second parent
            traceback.print_exc()
        os._exit(1)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as lines:
        whole = pace.wait(lines, begun)
        os.kill(child, signal.SIGKILL)
        _pid, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the session ended by itself"
        whole += lines.read()
    told = Told()
    for line in whole[: whole.rfind("\n") + 1].splitlines():
        told.take(line)
    return told


def problems(path: Path, told: Told) -> list[str]:
    """What is wrong with the file after a kill."""
    workspace = Workspace.open(path)
    try:
        found = list(check(workspace).problems)
        states = workspace.read(notes)
    finally:
        workspace.close()
    before = {uid: told.confirmed.get(uid) for uid in told.under_way or {}}
    now = {uid: states.get(uid) for uid in before}
    if now not in (before, told.under_way or {}):
        found.append(f"half an act: {now}")
    for uid, note in told.confirmed.items():
        if uid not in before and states.get(uid) != note:
            found.append(f"{uid}: {states.get(uid)!r} instead of {note!r}")
    return found


def notes(session: Session) -> State:
    living = select(Person.uid, Person.note).where(Person.deleted_at.is_(None))
    return dict(session.execute(living).all())


def main(folder: Path, kills: int) -> None:
    path = folder / "sổ.sothidua"
    workspace = Workspace.create(path)
    records.create(workspace, UnitDraft(code="LAOCAI", name="Trường Chính trị tỉnh Lào Cai", short_name="Lào Cai"))
    workspace.close()
    fresh = path.read_bytes()
    number, confirmed, under_way, found, pace = 0, 0, 0, [], Pace()
    while number < kills or (under_way <= kills * UNDER_WAY and number < kills * MOST_KILLS):
        if number % 10 == 0:
            # Now and then a fresh file; in between each session meets what the killed one left behind.
            path.write_bytes(fresh)
        told = killed_session(path, pace)
        number += 1
        confirmed += told.acts
        under_way += told.under_way is not None
        found += [f"kill {number}: {problem}" for problem in problems(path, told)]
    sys.stdout.write(json.dumps({"kills": number, "confirmed": confirmed, "under_way": under_way, "problems": found}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
