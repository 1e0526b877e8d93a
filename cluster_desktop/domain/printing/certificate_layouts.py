"""Which layout of ``resources/layouts`` prints which award, each offered by an item of ``ui/printing/print_items.py``.

A variant is a file called ``<layout>-….toml`` beside the layout and needs no line here.
"""

from collections.abc import Mapping

from cluster_desktop.domain.awards.awards import AwardKind

LAYOUT_OF: Mapping[str, str] = {
    AwardKind.LETTER_OF_PRAISE: "giay-khen",
    AwardKind.SCHOOL_FIGHTER: "chien-si-thi-dua-co-so",
    AwardKind.ADVANCED_WORKER: "lao-dong-tien-tien",
    AwardKind.ADVANCED_COLLECTIVE: "lao-dong-tien-tien",
    AwardKind.PROVINCE_MERIT: "bang-khen",
}
EVENT_LAYOUT = "giay-chung-nhan"
"""For prizes and papers of events."""
