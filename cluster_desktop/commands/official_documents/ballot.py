"""The ballot a council votes with on the nominations of a year."""

from cluster_desktop.commands.official_documents.office_frames import of_year
from cluster_desktop.commands.official_documents.printable import DocumentScope, Printable
from cluster_desktop.documents.awards.ballot import ballots
from cluster_desktop.records.queries.awards.nominees import submitted_nominees

DOCUMENT = Printable("ballot", "Phiếu bầu", "checkmark", of_year(ballots, submitted_nominees), scope=DocumentScope.UNIT)
