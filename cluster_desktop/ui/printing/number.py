"""The question for the number of a document; the next one of its series is proposed."""

from PySide6.QtWidgets import QInputDialog, QWidget

from cluster_desktop.commands.official_documents.numbering import give_number, proposed_number
from cluster_desktop.records.queries.printing.numbering import NumberedDocument
from cluster_desktop.ui.kit.operations import Operations

_HIGHEST = 9999


def ask_number(operations: Operations, document: NumberedDocument, parent: QWidget) -> None:
    """Ask for the number of the document; 0 takes its number away."""
    words = "Số của văn bản trong dãy của năm (0 để bỏ số):"
    proposed = proposed_number(operations.workspace, document)
    number, accepted = QInputDialog.getInt(parent, "Cấp số", words, proposed, 0, _HIGHEST)
    if accepted:
        operations.do(give_number, document, number)
