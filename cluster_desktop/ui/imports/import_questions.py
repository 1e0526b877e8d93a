"""The banner of the import window: what has to be decided before the import, with links to do so."""

from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

from cluster_desktop.commands.imports.plan import ImportPlan
from cluster_desktop.ui.kit.cards import Banner

_NAMED: Final = 3


class ImportAnswers(Protocol):
    """The window that takes the answers."""

    def choose_unit(self) -> None:
        """Lead to the box of the unit for the whole table."""

    def match_people(self) -> None:
        """Ask for each person in doubt."""

    def match_places(self) -> None:
        """Ask which department is meant."""

    def decide_each(self) -> None:
        """Ask for each field in dispute."""

    def decide_all(self, *, take: bool) -> None:
        """Take the list, or the book, in all disputes."""

    def begin_again(self) -> None:
        """Take all answers back."""


class ImportQuestions(Banner):
    """Who is meant comes first, then what is right."""

    def show_plan(self, plan: ImportPlan | None, answers: ImportAnswers, *, answered: bool, said: str = "") -> None:
        """Show the questions of a plan; *said* is what else there is to say where none is open."""
        doubts, disputes = (plan.doubts, plan.disputes) if plan else ((), ())
        again: tuple[tuple[str, Callable[[], object]], ...] = (
            (("Chọn lại từ đầu", answers.begin_again),) if answered else ()
        )
        unit = _whose(plan) if plan else ""
        if unit:
            self.show_text(unit, "caution", ("Chọn đơ&n vị…", answers.choose_unit), *again)
        elif doubts:
            unknown = sum(not doubt.candidates for doubt in doubts)
            counts = [f"{len(doubts) - unknown} dòng chưa rõ là ai"] if len(doubts) > unknown else []
            counts += [f"{unknown} dòng nêu người sổ chưa có"] if unknown else []
            each = ("Xem từng ngườ&i…", answers.match_people)
            self.show_text(f"{', '.join(counts)}. Hãy chọn cho từng người rồi nhập.", "caution", each, *again)
        elif plan is not None and plan.places:
            words = ", ".join(f"“{place.words}”" for place in plan.places[:_NAMED])
            more = "…" if len(plan.places) > _NAMED else ""
            which = ("&Chọn khoa, phòng…", answers.match_places)
            lacking = all(place.lacks_unit for place in plan.places)
            asked = f"Chưa rõ {words}{more} của đơn vị nào. Hãy chọn đơn vị của bảng, hoặc chọn khoa, phòng."
            missing = f"Sổ chưa có {words}{more}. Hãy chọn đúng khoa, phòng, hoặc thêm mới."
            self.show_text(asked if lacking else missing, "caution", which, *again)
        elif disputes:
            keep, take = partial(answers.decide_all, take=False), partial(answers.decide_all, take=True)
            ways = (("&Giữ như sổ", keep), ("Lấy theo d&anh sách", take), ("&Xem từng chỗ…", answers.decide_each))
            sentence = f"{len(disputes)} chỗ danh sách khác điều sổ đang ghi. Hãy chọn lấy theo bên nào rồi nhập."
            self.show_text(sentence, "caution", *ways, *again)
        elif said:
            self.show_text(said, "good", *again)
        elif plan is not None and plan.ready and plan.unchanged and not (plan.added or plan.changed):
            sentence = "Mọi dòng của bảng đã có trong sổ, không có gì mới để nhập."
            kept = "Không có gì mới để nhập: những chỗ khác giữ như sổ."
            self.show_text(kept if plan.notes or answered else sentence, "good", *again)
        elif answered:
            self.show_text("Đã chọn xong cho các dòng chưa rõ.", "good", *again)
        else:
            self.hide()


def _whose(plan: ImportPlan) -> str:
    """The one thing wrong with a whole table that names no unit; '' where it is not that alone."""
    said = [each.message for each in plan.problems if each.field == "unit_uid"]
    alike = len(said) > 1 and len(set(said)) == 1
    return said[0] if alike and not (plan.added or plan.changed) else ""
