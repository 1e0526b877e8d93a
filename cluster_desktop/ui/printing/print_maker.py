"""Makes proofs in a thread of its own; only the newest order counts."""

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from cluster_desktop import errors
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.printing.print_papers import Order, Proof, make_proof


class _Ticket(QObject):
    """One order under way: carries its answers out of the thread, and the word that it is no longer wanted."""

    made = Signal(object, object)
    failed = Signal(object, object)
    moved = Signal(object, int, int)

    def __init__(self, order: Order) -> None:
        super().__init__()
        self.order = order
        self.wanted = True

    def progress(self, done: int, total: int) -> None:
        """Raises Cancelled once nobody waits for the order."""
        if not self.wanted:
            raise errors.Cancelled
        self.moved.emit(self, done, total)


class _Press:
    """The thread and what it works on."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._pool = ThreadPoolExecutor(1, "proof")
        self._future: Future[None] | None = None
        self.ticket: _Ticket | None = None

    def start(self, ticket: _Ticket) -> None:
        self.ticket = ticket
        self._future = self._pool.submit(self._work, ticket)

    def drop(self) -> None:
        """Nobody waits for the order any more."""
        if self.ticket is not None and self._future is not None:
            self.ticket.wanted = False
            self._future.cancel()
        self.ticket = None

    def finish(self) -> None:
        self.drop()
        self._pool.shutdown(wait=False)

    def _work(self, ticket: _Ticket) -> None:
        try:
            proof = make_proof(self._workspace, ticket.order, ticket.progress)
        except Exception as error:  # noqa: BLE001 - told by the window's thread
            ticket.failed.emit(ticket, error)
        else:
            ticket.made.emit(ticket, proof)


class ProofMaker(QObject):
    """Turns orders into proofs; a new order stops the one before."""

    made = Signal(object)
    failed = Signal(object)
    """The exception why no proof could be made."""
    moved = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._press = _Press(workspace)
        self.destroyed.connect(self._press.finish)

    @property
    def busy(self) -> bool:
        """Whether a wanted order is under way."""
        return self._press.ticket is not None

    def start(self, order: Order) -> None:
        """Make this proof now, and none of those asked for before."""
        self._press.drop()
        ticket = _Ticket(order)
        ticket.made.connect(self._on_ticket_made)
        ticket.failed.connect(self._on_ticket_failed)
        ticket.moved.connect(self._on_ticket_moved)
        self._press.start(ticket)

    def stop(self) -> None:
        """Make nothing more."""
        self._press.drop()

    def _on_ticket_made(self, ticket: _Ticket, proof: Proof) -> None:
        if ticket is self._press.ticket:
            self._press.ticket = None
            self.made.emit(proof)

    def _on_ticket_failed(self, ticket: _Ticket, error: Exception) -> None:
        if ticket is self._press.ticket:
            self._press.ticket = None
            self.failed.emit(error)

    def _on_ticket_moved(self, ticket: _Ticket, done: int, total: int) -> None:
        if ticket is self._press.ticket:
            self.moved.emit(done, total)
