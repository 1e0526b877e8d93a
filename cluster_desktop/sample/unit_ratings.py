"""The yearly classes of the schools and of their faculties and offices."""

from random import Random
from typing import Final

from cluster_desktop.domain.fields.vocabulary import QualityClass
from cluster_desktop.domain.units.units import UnitRatingDraft
from cluster_desktop.sample import notes
from cluster_desktop.sample.batch import Batch
from cluster_desktop.sample.schools import School
from cluster_desktop.sample.years import YEARS

_LEADING: Final = ("LAOCAI", "LANGSON")
"""The schools that the Academy commended."""
_EXCELLENT: Final = 0.4
_EXCELLENT_DEPARTMENT: Final = 0.3


def add_unit_ratings(batch: Batch, rng: Random, all_schools: dict[str, School]) -> None:
    """A class for every school and each of its departments in every year, the board of rectors aside."""
    for school in all_schools.values():
        for year in YEARS:
            quality = _class(rng, 1.0 if school.code in _LEADING else _EXCELLENT)
            batch.add(
                UnitRatingDraft(
                    year=year, unit_uid=school.uid, quality=quality, party_quality=quality, union_quality=quality
                ),
                sample=notes.YEARLY,
            )
            for department in school.departments[1:]:
                quality = _class(rng, _EXCELLENT_DEPARTMENT)
                draft = UnitRatingDraft(year=year, unit_uid=school.uid, department_uid=department.uid, quality=quality)
                batch.add(draft, sample=notes.YEARLY)


def _class(rng: Random, share: float) -> str:
    return QualityClass.EXCELLENT if rng.random() < share else QualityClass.GOOD
