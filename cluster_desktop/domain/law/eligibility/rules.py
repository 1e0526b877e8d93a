"""The function that checks each rule of the catalogue."""

from cluster_desktop.domain.law.eligibility import (
    collectives,
    general,
    ladder,
    leading,
    medals,
    persons,
    presence,
    service_in_office,
)
from cluster_desktop.domain.law.eligibility.case import Check

ALWAYS = frozenset({"KNC.service", "ANY.devotion"})
"""Rules that are asked even where no figure is set."""

CHECKS: dict[str, Check] = {
    "ANY.examination": general.examination,
    "ANY.discipline": general.discipline,
    "ANY.dissolved": general.dissolved,
    "ANY.record_only": general.record_only,
    "ANY.devotion": service_in_office.time_in_office,
    "ANY.new_kind": general.new_kind,
    "ANY.once": general.once,
    "LDTT.class": persons.year_class,
    "LDTT.registration": persons.registration,
    "LDTT.months": persons.months,
    "LDTT.year": presence.year_at_work,
    "LDTT.days_off": persons.days_off,
    "LDTT.measure": persons.measure_of_year,
    "CSTDCS.title": persons.advanced_worker,
    "CSTDCS.merit": persons.merit,
    "CSTDCS.cap": persons.cap,
    "CSTDT.years": ladder.fighter_years,
    "CSTDT.initiative": ladder.wide_initiative,
    "CSTDTQ.titles": ladder.two_titles,
    "CSTDTQ.initiative": ladder.nation_initiative,
    "TTLDTT.class": persons.year_class,
    "TTLDTT.share": collectives.share,
    "TTLDTT.measure": collectives.measures,
    "TTLDXS.title": collectives.advanced_collective,
    "TTLDXS.class": persons.year_class,
    "TTLDXS.completed": collectives.completed,
    "TTLDXS.share": collectives.share,
    "TTLDXS.fighters": collectives.fighters,
    "TTLDXS.measure": collectives.measures,
    "CO_TINH.leads": leading.leads,
    "CO_TINH.targets": leading.targets,
    "CO_TINH.organisations": leading.organisations,
    "CO_TINH.campaign": leading.campaign,
    "CO_CP.title": collectives.flag_of_level,
    "CO_CP.cap": collectives.flags_cap,
    "GK.class": persons.year_class,
    "GK.merit": ladder.achievement,
    "BK_TINH.years": ladder.excellent_years,
    "BK_TINH.initiatives": ladder.own_initiatives,
    "BK_TINH.group_years": ladder.group_years,
    "BK_TTG.lower": ladder.lower_award,
    "BK_TTG.years": ladder.long_years,
    "BK_TTG.initiatives": ladder.long_initiatives,
    "BK_TTG.fighters": ladder.fighters_among,
    "BK_TTG.group": medals.group_ladder,
    "BK_TTG.flags": medals.flags_held,
    "HCLD3.ladder": medals.medal_ladder,
    "HCLD3.years": medals.medal_years,
    "HCLD3.excellent": medals.excellent_among,
    "HCLD3.fighters": ladder.fighters_among,
    "HCLD3.initiatives": medals.province_initiatives,
    "HCLD3.flags": medals.flags_held,
    "HCLD2.ladder": medals.medal_ladder,
    "HCLD2.initiatives": medals.province_initiatives,
    "HCLD2.flags": medals.flags_held,
    "HCLD1.ladder": medals.medal_ladder,
    "HCLD1.initiatives": medals.province_initiatives,
    "HCLD1.flags": medals.flags_held,
    "KNC.once": medals.medal_once,
    "KNC.service": medals.service,
}

VALUES = frozenset(
    {
        "ANY.discipline_months",
        "ANY.devotion_years",
        "ANY.devotion_third",
        "LDTT.remark",
        "LDTT.study",
        "CSTDCS.standard",
        "CSTDCS.both",
        "CSTDCS.class",
        "CSTDCS.rounding",
        "BK_TINH.fighter",
        "BK_TINH.projects",
        "BK_TINH.group_title",
        "BK_TTG.following",
        "BK_TTG.class",
        "BK_TTG.merits",
        "HCLD3.class",
    }
)
"""Rules that other rules read; by themselves they say nothing."""


def checked(key: str) -> bool:
    """Check that a function looks at this rule."""
    return key in CHECKS or key.endswith(".vote")


def check_of(key: str) -> Check:
    """The function behind a rule; every award's votes are counted by one. KeyError for a rule without one."""
    return general.vote if key.endswith(".vote") else CHECKS[key]
