"""Makes proofs in a thread of its own; only the newest order counts."""

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from cluster_desktop import errors
from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.ui.printing.print_items import Order, Proof, make_proof


class _PendingOrder(QObject):
    """An order under way: carries its answers out of the thread and records that nobody waits for it any more."""

    ready = Signal(object, object)
    failed = Signal(object, object)
    moved = Signal(object, int, int)

    def __init__(self, order: Order) -> None:
        super().__init__()
        self.order = order
        self.awaited = True

    def progress(self, done: int, total: int) -> None:
        """Report progress. Raises Cancelled once nobody waits for the order."""
        if not self.awaited:
            raise errors.Cancelled
        self.moved.emit(self, done, total)


class _ProofThread:
    """The thread and its present order."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._pool = ThreadPoolExecutor(1, "proof")
        self._future: Future[None] | None = None
        self.pending: _PendingOrder | None = None

    def start(self, pending: _PendingOrder) -> None:
        self.pending = pending
        self._future = self._pool.submit(self._work, pending)

    def drop(self) -> None:
        """Drop the present order."""
        if self.pending is not None and self._future is not None:
            self.pending.awaited = False
            self._future.cancel()
        self.pending = None

    def finish(self) -> None:
        self.drop()
        self._pool.shutdown(wait=False)

    def _work(self, pending: _PendingOrder) -> None:
        try:
            proof = make_proof(self._workspace, pending.order, pending.progress)
        except Exception as error:  # noqa: BLE001 - shown by the window's thread
            pending.failed.emit(pending, error)
        else:
            pending.ready.emit(pending, proof)


class ProofMaker(QObject):
    """Turns orders into proofs; a new order stops the one before."""

    ready = Signal(object)
    failed = Signal(object)
    """The exception why no proof could be made."""
    moved = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = _ProofThread(workspace)
        self.destroyed.connect(self._thread.finish)

    @property
    def busy(self) -> bool:
        """An order is under way."""
        return self._thread.pending is not None

    def start(self, order: Order) -> None:
        """Make this proof now, in place of the one under way."""
        self._thread.drop()
        pending = _PendingOrder(order)
        pending.ready.connect(self._on_order_ready)
        pending.failed.connect(self._on_order_failed)
        pending.moved.connect(self._on_order_moved)
        self._thread.start(pending)

    def stop(self) -> None:
        """Stop the work."""
        self._thread.drop()

    def _on_order_ready(self, pending: _PendingOrder, proof: Proof) -> None:
        if pending is self._thread.pending:
            self._thread.pending = None
            self.ready.emit(proof)

    def _on_order_failed(self, pending: _PendingOrder, error: Exception) -> None:
        if pending is self._thread.pending:
            self._thread.pending = None
            self.failed.emit(error)

    def _on_order_moved(self, pending: _PendingOrder, done: int, total: int) -> None:
        if pending is self._thread.pending:
            self.moved.emit(done, total)
