"""The submission of what the head of the school decides, by the school's council."""

from cluster_desktop.commands.official_documents.printable import DocumentScope, Printable, Question
from cluster_desktop.commands.official_documents.submissions import submission_to
from cluster_desktop.domain.awards.addressees import Addressee

DOCUMENT = Printable(
    "head-submission",
    "Tờ trình Hiệu trưởng",
    "document",
    submission_to(Addressee.HEAD),
    symbol="TTr",
    worded=True,
    needs=Question.UNIT,
    single_unit=True,
    scope=DocumentScope.UNIT,
)
