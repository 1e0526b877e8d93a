"""The school that most tests have in their workspace."""

from typing import Final

from cluster_desktop.domain.units.units import UnitDraft

SCHOOL: Final = UnitDraft(code="LAOCAI", name="Trường Chính trị tỉnh Lào Cai", short_name="Lào Cai", province="Lào Cai")
