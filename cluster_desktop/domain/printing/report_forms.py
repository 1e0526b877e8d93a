"""The forms of achievement reports (báo cáo thành tích) that the decrees set, by the day they apply."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm:
    """The reports as one decree wants them, from *since* until the next one.

    ``person`` and ``collective`` are the numbers of the forms ("05"), '' where nobody has read them.
    ``organisations_apart`` says whether a collective tells of its Party organisation and unions in a part of its own.
    """

    since: date
    decree: str
    person: str
    collective: str
    organisations_apart: bool

    def reference(self, *, person: bool) -> str:
        """ "Theo Mẫu số 05, Nghị định số 152/2025/NĐ-CP"; '' where the number is not known."""
        number = self.person if person else self.collective
        return f"Theo Mẫu số {number}, {self.decree}" if number else ""


def form_on(forms: Sequence[ReportForm], day: date) -> ReportForm:
    """The forms in force on *day*; days before the first ones fall under the first."""
    ordered = sorted(forms, key=lambda form: form.since)
    return next((form for form in reversed(ordered) if form.since <= day), ordered[0])
