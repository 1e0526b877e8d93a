"""The submission of what the Academy decides."""

from cluster_desktop.commands.official_documents.printable import DocumentScope, Printable
from cluster_desktop.commands.official_documents.submissions import submission_to
from cluster_desktop.domain.awards.addressees import Addressee

DOCUMENT = Printable(
    "academy-submission",
    "Tờ trình Học viện",
    "document",
    submission_to(Addressee.ACADEMY),
    symbol="TTr",
    worded=True,
    scope=DocumentScope.UNIT,
)
