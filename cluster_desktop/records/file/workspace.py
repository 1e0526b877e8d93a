"""The workspace file: create, open, close, read and change it."""

import datetime
import getpass
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import insert
from sqlalchemy.exc import NoResultFound

import cluster_desktop
from cluster_desktop import errors
from cluster_desktop.records.closed_years import refuse_closed
from cluster_desktop.records.file import connection as connections
from cluster_desktop.records.file import schema, statistics
from cluster_desktop.records.file.failures import UNREADABLE, explained
from cluster_desktop.records.file.holding import Hold, place, unfinished
from cluster_desktop.records.file.upgrading import upgrade_file
from cluster_desktop.records.identity import new_uid, now
from cluster_desktop.records.journal import ActLog, WorkspaceSession, workspace_uid
from cluster_desktop.records.models import About
from cluster_desktop.records.stints import of_departments, of_merged_units, settle, today, turn

SUFFIX = ".sothidua"
_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100  # bytes; where two numbers stand in it is laid down by SQLite's file format
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
P = ParamSpec("P")
T = TypeVar("T")


class Workspace:
    """An open workspace file. One connection, one user at a time, any thread in turn."""

    def __init__(self, path: Path, raw: sqlite3.Connection, held: Hold) -> None:
        self.path = path
        self.raw = raw
        self.who = _user_name()
        self.changed_since_backup = False
        self.closed = False
        self.last_backup: datetime.datetime | None = None
        self._engine = connections.engine_on(raw)
        self._turn = threading.RLock()
        self.uid = self.read(workspace_uid)
        self._day = self.read(today)
        self._held = held

    @classmethod
    def create(cls, path: Path) -> Self:
        """Create an empty workspace file at *path* and open it.

        Raises CannotWrite when something of that name exists or the folder cannot be written.
        """
        try:
            if path.exists():
                raise FileExistsError
            with unfinished(path) as fresh, explained(path):
                fresh.touch(exist_ok=False)
                _build(fresh)
                place(fresh, [path])
        except FileExistsError as error:
            raise errors.CannotWrite(f"Đã có tệp “{path.name}” ở đó. Hãy chọn tên khác.") from error
        except OSError as error:
            errors.raise_for_os_error(error, path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the workspace at *path*, upgrading an older file first.

        Raises FileMissing, CannotRead, NotAWorkspace, WorkspaceLocked, WorkspaceNewer, WorkspaceOlder,
        WorkspaceDamaged.
        """
        try:
            held = Hold(path)
        except (OSError, ValueError) as error:
            errors.raise_for_os_error(error, path, reading=True)
        try:
            _check_header(held.file, path)
            raw = _opened(path, held)
            try:
                with explained(path):
                    return cls(path, raw, held)
            except BaseException:
                raw.close()
                raise
        except NoResultFound as error:  # no uid
            held.close()
            raise errors.WorkspaceDamaged(UNREADABLE.format(name=path.name)) from error
        except BaseException:
            held.close()
            raise

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        with self._turn:
            self._engine.dispose()
            self.raw.close()
            self._held.close()
            self.closed = True

    @property
    def busy(self) -> bool:
        """True while another thread is working on the file."""
        if self._turn.acquire(blocking=False):
            self._turn.release()
            return False
        return True

    @contextmanager
    def reading(self) -> Iterator[WorkspaceSession]:
        """Open an SQL session that sees one state of the file and cannot write."""
        with self._session() as session:
            yield session

    def read(self, query: Callable[Concatenate[WorkspaceSession, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """Call ``query(session, *args)`` on a reading session and give back what it returns."""
        with self.reading() as session:
            return query(session, *args, **kw)

    @contextmanager
    def changing(
        self, label: str, *, kind: str = "do", target: int | None = None, undoable: bool = True
    ) -> Iterator[WorkspaceSession]:
        """Open one act in one transaction: committed at the end of the block, or nothing of it.

        *label* is what the user did, in Vietnamese, as history and undo show it.
        """
        with self._session() as session:
            session.act = ActLog(label, self.who, self.uid, kind=kind, target=target, undoable=undoable)
            yield session
            session.flush()
            refuse_closed(session, session.act)
            settle(session, (*session.act.people, *_followers(session, session.act)))
            session.commit()
            if session.act.number is not None:
                self.changed_since_backup = True

    def begin_day(self) -> bool:
        """Let begin what begins today, where the file has stayed open since another day; False on the same day."""
        day = self.read(today)
        if day == self._day:
            return False
        with self.alone() as raw:
            _turn(raw)
        self._day = day
        return True

    @contextmanager
    def _session(self) -> Iterator[WorkspaceSession]:
        with self._turn, explained(self.path):
            if self.raw.in_transaction:
                raise RuntimeError("a session of this workspace is open already")
            try:
                with WorkspaceSession(self._engine, expire_on_commit=False) as session:
                    yield session
            finally:
                # A commit that SQLite refuses leaves its transaction open; otherwise this does nothing.
                self.raw.rollback()

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """Hold the raw connection while no other thread uses it, for backups and checks."""
        with self._turn, explained(self.path):
            yield self.raw


def _followers(session: WorkspaceSession, act: ActLog) -> tuple[str, ...]:
    """The people of whom something else follows because the days of their units or departments are others now."""
    return (*of_merged_units(session, act.merged), *of_departments(session, act.departments))


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "người dùng"


def _check_header(file: FileIO, path: Path) -> None:
    """Refuse a file that is not ours, newer or too old, without SQLite so that no byte of it changes."""
    try:
        start = file.read(_HEADER_SIZE)
    except OSError as error:
        errors.raise_for_os_error(error, path, reading=True)
    if not start:
        raise errors.NotAWorkspace(f"“{path.name}” là tệp rỗng, không phải sổ thi đua. Hãy chọn tệp khác.")
    application_id = int.from_bytes(start[_APPLICATION_ID]) if start.startswith(_MAGIC) else 0
    schema.check_version(application_id, int.from_bytes(start[_USER_VERSION]), path.name)


def _opened(path: Path, held: Hold) -> sqlite3.Connection:
    """Connect to a sound file of the present schema, which others are refused from now on."""
    with explained(path):
        raw = connections.connect(path)
        try:
            _check_soundness(raw, path)
            # Only now nobody else changes the number any more.
            (version,) = raw.execute("PRAGMA user_version").fetchone()
            schema.check_version(schema.APPLICATION_ID, version, path.name)
            if version < schema.newest():
                upgrade_file(raw, path, held)
            _turn(raw)
            statistics.measure(raw)
        except BaseException:
            raw.close()
            raise
    return raw


def _turn(raw: sqlite3.Connection) -> None:
    """Let begin what begins today."""
    with connections.engine_on(raw).begin() as link:
        turn(link)


def _check_soundness(raw: sqlite3.Connection, path: Path) -> None:
    if raw.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise errors.WorkspaceDamaged(
            f"“{path.name}” bị hỏng. Hãy dùng “Khôi phục từ bản sao lưu”; tệp hỏng được giữ nguyên."
        )


def _build(path: Path) -> None:
    raw = connections.connect(path)
    try:
        engine = connections.engine_on(raw)
        with engine.begin() as link:
            schema.upgrade(link)
            facts = {"uid": new_uid(), "created_at": now(), "created_by": cluster_desktop.__version__}
            link.execute(insert(About), [{"key": key, "value": value} for key, value in facts.items()])
    finally:
        raw.close()
