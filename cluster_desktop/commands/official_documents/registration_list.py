"""The list of those who registered for a title in a year."""

from cluster_desktop.commands.official_documents.office_frames import of_year
from cluster_desktop.commands.official_documents.printable import DocumentScope, Printable
from cluster_desktop.documents.awards.registrations import registration_list
from cluster_desktop.records.queries.awards.registrations import registered

DOCUMENT = Printable(
    "registration-list",
    "Danh sách đăng ký danh hiệu",
    "star",
    of_year(registration_list, registered),
    scope=DocumentScope.UNIT,
)
