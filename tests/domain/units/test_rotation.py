"""The next turn to lead and host, and what is wrong with the roles of a year."""

from cluster_desktop.domain.units.rotation import Role, RoleTable
from cluster_desktop.domain.units.vocabulary import MemberRole

UNITS = tuple((code, code.title()) for code in ("caobang", "dienbien", "laocai", "langson", "sonla"))
HOSTS = {2017: "langson", 2018: "caobang", 2019: "laocai", 2020: "sonla"}


def table(deputies: tuple[str, ...] = (), **more: object) -> RoleTable:
    """Four years led and hosted by one school each; the deputies are those of 2020."""
    roles = {
        year: {
            uid: Role(
                MemberRole.HEAD
                if uid == head
                else MemberRole.DEPUTY
                if year == 2020 and uid in deputies
                else MemberRole.MEMBER,
                hosts=uid == head,
            )
            for uid, _name in UNITS
        }
        for year, head in HOSTS.items()
    }
    return RoleTable("c", UNITS, roles, **more)  # type: ignore[arg-type]


def test_who_never_led_comes_next_then_who_led_longest_ago() -> None:
    members = [uid for uid, _name in UNITS]
    proposed = table(("langson",)).proposal(2021, members)
    assert {uid: role for uid, role in proposed.items() if role != Role(MemberRole.MEMBER)} == {
        "dienbien": Role(MemberRole.HEAD, hosts=True),
        "langson": Role(MemberRole.DEPUTY),
    }
    without = table().proposal(2021, [uid for uid in members if uid != "dienbien"])
    assert without["langson"] == Role(MemberRole.HEAD, hosts=True)
    assert without["caobang"] == Role(MemberRole.DEPUTY)
    assert "dienbien" not in without


def test_a_deputy_who_never_led_goes_before_another_who_never_did() -> None:
    units = (*UNITS, ("hagiang", "Hà Giang"))
    roles = dict(table().roles)
    roles[2020] = {**roles[2020], "hagiang": Role(MemberRole.DEPUTY)}
    proposed = RoleTable("c", units, roles).proposal(2021, [uid for uid, _name in units])
    assert proposed["hagiang"].role == MemberRole.HEAD


def test_an_empty_book_proposes_the_first_and_leaves_nobody_out() -> None:
    proposed = RoleTable("c", UNITS, {}).proposal(2026, [uid for uid, _name in UNITS])
    assert [role.role for role in proposed.values()] == [
        MemberRole.HEAD,
        MemberRole.DEPUTY,
        MemberRole.MEMBER,
        MemberRole.MEMBER,
        MemberRole.MEMBER,
    ]


def test_what_is_amiss_is_said_in_words() -> None:
    roles = {
        2020: {
            "caobang": Role(MemberRole.HEAD),
            "dienbien": Role(MemberRole.HEAD),
            **dict.fromkeys(("laocai", "langson"), Role(MemberRole.MEMBER)),
        },
        2021: dict.fromkeys(("caobang", "dienbien", "laocai"), Role(MemberRole.DEPUTY)),
    }
    roles_table = RoleTable("c", UNITS, roles, {2020: ["sonla"]})
    assert roles_table.warnings(2020) == (
        "Năm 2020 có 2 cụm trưởng: Caobang, Dienbien. Chỉ giữ một.",
        "Năm 2020 chưa có cụm phó.",
        "Năm 2020 chưa có đơn vị đăng cai.",
        "Năm 2020: Sonla đăng cai sự kiện của cụm nhưng không phải thành viên.",
    )
    assert roles_table.warnings(2021)[:2] == (
        "Năm 2021 chưa có cụm trưởng.",
        "Năm 2021 có 3 cụm phó: Caobang, Dienbien, Laocai. Chỉ giữ một hoặc hai.",
    )
    assert roles_table.warnings(2022) == ()
    assert table(("langson",)).warnings(2020) == ()


def test_one_or_two_deputies_are_right() -> None:
    def deputies(*uids: str) -> list[str]:
        return [sentence for sentence in table(uids).warnings(2020) if "cụm phó" in sentence]

    assert deputies("langson") == deputies("langson", "caobang") == []
    assert len(deputies("langson", "caobang", "dienbien")) == 1
    assert deputies() == ["Năm 2020 chưa có cụm phó."]


def test_a_host_who_is_a_member_is_right_and_one_from_outside_is_named_so() -> None:
    assert table(("langson",), event_hosts={2020: ["laocai"], 2019: ["hanoi"]}).warnings(2020) == ()
    assert table(event_hosts={2019: ["hanoi"]}).warnings(2019)[-1] == (
        "Năm 2019: Đơn vị ngoài cụm đăng cai sự kiện của cụm nhưng không phải thành viên."
    )


def test_the_next_year_is_the_first_one_not_planned() -> None:
    assert [table().next_year(this_year) for this_year in (2019, 2020, 2021, 2022, 2026)] == [
        2021,
        2021,
        2021,
        2022,
        2026,
    ]
    assert RoleTable("c", UNITS, {}).next_year(2026) == 2026
    assert table().years == (2017, 2018, 2019, 2020)


def test_hosting_has_a_turn_of_its_own_where_heads_seldom_host() -> None:
    def hosts_in_2021(years_the_head_hosts: int) -> str:
        roles = {
            year: {
                uid: Role(
                    MemberRole.HEAD if uid == head else MemberRole.MEMBER,
                    hosts=uid == (head if year - 2016 <= years_the_head_hosts else "dienbien"),
                )
                for uid, _name in UNITS
            }
            for year, head in HOSTS.items()
        }
        proposed = RoleTable("c", UNITS, roles).proposal(2021, [uid for uid, _name in UNITS])
        return next(uid for uid, role in proposed.items() if role.hosts)

    assert hosts_in_2021(4) == "dienbien"  # who never led, and heads host
    assert hosts_in_2021(2) == "dienbien"  # in half of the years
    assert hosts_in_2021(1) == "caobang"  # the first of those who never hosted


def test_roles_of_the_year_itself_and_later_are_no_turn_that_was_had() -> None:
    roles = {2021: {"caobang": Role(MemberRole.HEAD)}, 2022: {"dienbien": Role(MemberRole.HEAD)}}
    proposed = RoleTable("c", UNITS, roles).proposal(2021, ["caobang", "dienbien"])
    assert proposed["caobang"].role == MemberRole.HEAD
