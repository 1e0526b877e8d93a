"""The submission that goes with the nominations of a year."""

from cluster_desktop.commands.official_documents.office_frames import of_year
from cluster_desktop.commands.official_documents.printable import DocumentScope, Printable
from cluster_desktop.documents.awards.nominations import submission
from cluster_desktop.records.queries.awards.nominees import submitted_nominees

DOCUMENT = Printable(
    "submission",
    "Tờ trình",
    "document",
    of_year(submission, submitted_nominees),
    symbol="TTr",
    scope=DocumentScope.UNIT,
)
