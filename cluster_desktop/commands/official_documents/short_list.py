"""The short list of those nominated in a year."""

from cluster_desktop.commands.official_documents.office_frames import of_year
from cluster_desktop.commands.official_documents.printable import DocumentScope, Printable
from cluster_desktop.documents.awards.nominations import short_list
from cluster_desktop.records.queries.awards.nominees import proposed_nominees

DOCUMENT = Printable(
    "short-list", "Danh sách trích ngang", "table", of_year(short_list, proposed_nominees), scope=DocumentScope.UNIT
)
