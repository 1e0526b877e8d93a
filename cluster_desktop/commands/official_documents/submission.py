"""The submission of what the province and the bodies above it decide; a cluster's goes to the Academy."""

from cluster_desktop.commands.official_documents.printable import DocumentScope, Printable
from cluster_desktop.commands.official_documents.submissions import submission_to
from cluster_desktop.domain.awards.addressees import Addressee

DOCUMENT = Printable(
    "submission",
    "Tờ trình",
    "document",
    submission_to(Addressee.PROVINCE),
    symbol="TTr",
    worded=True,
    scope=DocumentScope.UNIT,
)
