"""The kinds of records: in which order they are written, what lives inside what, what a table can bring."""

from cluster_desktop.domain.fields.fields import fields_of
from cluster_desktop.domain.record_kinds.import_kinds import IMPORT_KINDS
from cluster_desktop.domain.record_kinds.kinds import KINDS, owned_kinds


def test_kinds_stand_behind_those_their_records_point_to() -> None:
    places = {key: place for place, key in enumerate(KINDS)}
    for kind in KINDS.values():
        for field in fields_of(kind.draft):
            if field.refers_to not in ("", kind.key):
                assert places[field.refers_to] < places[kind.key], (kind.key, field.key)


def test_what_lives_inside_a_record_goes_with_it() -> None:
    def inside(key: str) -> set[tuple[str, str]]:
        return {(kind.key, owner) for kind, owner in owned_kinds(key)}

    assert inside("person") == {
        ("rating", "person_uid"),
        ("initiative", "person_uid"),
        ("discipline", "person_uid"),
        ("service", "person_uid"),
        ("qualification", "person_uid"),
        ("attendee", "person_uid"),
        ("attachment", "person_uid"),
    }
    assert inside("council_session") == {("council_member", "session_uid"), ("attachment", "session_uid")}
    assert inside("movement") == {("attachment", "movement_uid")}
    assert inside("membership") == set()
    assert KINDS["rating"].year_key == "year"


def test_a_table_asks_for_a_year_and_a_unit_where_its_rows_can_have_one() -> None:
    asks = {key: (kind.asks_year, kind.asks_unit) for key, kind in IMPORT_KINDS.items()}
    assert asks == {
        "staff": (False, True),  # it asks for the day of the list instead
        "ratings": (True, True),
        "initiatives": (True, True),
        "nominations": (True, True),
        "registrations": (True, True),
        "awards": (True, True),
        "events": (True, False),
        "scores": (True, True),
        **dict.fromkeys(("clusters", "units", "movements"), (False, False)),
        **dict.fromkeys(("former-names", "unit-heads", "departments", "qualifications", "disciplines"), (False, True)),
        **dict.fromkeys(("milestones", "pledge-targets", "handover-items", "rounds", "sessions"), (True, False)),
        **dict.fromkeys(("council-members", "decisions", "score-sheets", "criteria"), (True, False)),
        **dict.fromkeys(("memberships", "unit-ratings", "recommendations", "attendees"), (True, True)),
        **dict.fromkeys(("papers", "results", "gifts", "expenses"), (True, False)),
        **dict.fromkeys(("co-hosts", "participants"), (True, True)),
        "services": (False, False),  # a line speaks only of what it says
    }


def test_a_heading_is_found_by_the_field_that_names_a_row() -> None:
    scores = IMPORT_KINDS["scores"]
    assert [[item.key for item in scores.fields_anchored(anchor) if item.required] for anchor in scores.anchors] == [
        ["title"],
        ["code"],
    ]
    recipient = next(item for item in IMPORT_KINDS["awards"].fields if item.key == "recipient")
    assert recipient.required
    assert not any(item.required for item in IMPORT_KINDS["awards"].fields if item.key in ("place_of_work", "revoked"))
