"""Pictures of the page where a cluster scores its year."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screenshots import Studio


def _scoring(part: str, evidence: bool = False, year: int = 2020) -> Callable[["Studio"], object]:
    def arrange(studio: "Studio") -> object:
        from cluster_desktop.ui.scoring.points_part import PointsPart
        from cluster_desktop.ui.scoring.scoring_page import ScoringPage

        studio.window.choose_year(year)
        page = studio.window.show_page("scoring")
        if not isinstance(page, ScoringPage):
            raise TypeError("scoring")
        page.choose(part)
        studio.settle()
        result = page.current
        if isinstance(result, PointsPart) and evidence != result.evidence.isVisible():
            result.toggle_evidence()
        return None

    return arrange


def _no_sheet(studio: "Studio") -> object:
    studio.window.choose_year(2021)
    studio.window.show_page("scoring")
    studio.settle()
    studio.shoot("cham-diem-chua-co")
    studio.window.choose_year(2020)
    return None


SCORING_SCENES: dict[str, Callable[["Studio"], object]] = {
    "cham-diem": _scoring("points"),
    "cham-diem-minh-chung": _scoring("points", evidence=True),
    "cham-diem-tieu-chi": _scoring("criteria"),
    "cham-diem-phan-cong": _scoring("rotation"),
    "cham-diem-suy-ton": _scoring("vote"),
    "cham-diem-nam-moi": _no_sheet,
}
