"""The units that lead and host the cluster year by year: problems, and whose turn comes next.

One school is head, one or two are deputies, and schools host in turn ("luân phiên các trường đăng cai");
the Academy's decision of each year names them, so everything here is advice.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from cluster_desktop.domain.units.vocabulary import MemberRole

_MOST_DEPUTIES = 2


@dataclass(frozen=True, slots=True)
class Role:
    """The role of a unit in a year."""

    role: str
    hosts: bool = False


@dataclass(frozen=True, slots=True)
class RoleTable:
    """The roles of a cluster: ``units`` are (uid, short name), ``roles`` by year and unit."""

    cluster_uid: str
    units: tuple[tuple[str, str], ...]
    roles: Mapping[int, Mapping[str, Role]]
    event_hosts: Mapping[int, Collection[str]] = field(default_factory=dict)
    """The units that hosted an event of the cluster, by year."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years with roles, oldest first."""
        return tuple(sorted(self.roles))

    def name(self, uid: str) -> str:
        """The short name of a unit."""
        return next((name for own, name in self.units if own == uid), "Đơn vị ngoài cụm")

    def warnings(self, year: int) -> tuple[str, ...]:
        """Find what is wrong with the roles of a year, a sentence each."""
        own = self.roles.get(year, {})
        if not own:
            return ()
        sentences = [*self._leading(own, year)]
        sentences += [
            f"Năm {year}: {self.name(uid)} đăng cai sự kiện của cụm nhưng không phải thành viên."
            for uid in self.event_hosts.get(year, ())
            if uid not in own
        ]
        return tuple(sentences)

    def _leading(self, own: Mapping[str, Role], year: int) -> Sequence[str]:
        heads = [self.name(uid) for uid, role in own.items() if role.role == MemberRole.HEAD]
        deputies = [self.name(uid) for uid, role in own.items() if role.role == MemberRole.DEPUTY]
        sentences = []
        if not heads:
            sentences.append(f"Năm {year} chưa có cụm trưởng.")
        if len(heads) > 1:
            sentences.append(f"Năm {year} có {len(heads)} cụm trưởng: {', '.join(heads)}. Chỉ giữ một.")
        if not deputies:
            sentences.append(f"Năm {year} chưa có cụm phó.")
        if len(deputies) > _MOST_DEPUTIES:
            sentences.append(f"Năm {year} có {len(deputies)} cụm phó: {', '.join(deputies)}. Chỉ giữ một hoặc hai.")
        if not any(role.hosts for role in own.values()):
            sentences.append(f"Năm {year} chưa có đơn vị đăng cai.")
        return sentences

    def next_year(self, this_year: int) -> int:
        """The first year that is not planned yet."""
        return max((*self.roles, this_year - 1)) + 1

    def proposal(self, year: int, members: Collection[str]) -> Mapping[str, Role]:
        """Propose roles for *year*: the unit that has not led or hosted for the longest time comes next.

        Among those who never led, this year's deputies come first; the one after the new head is deputy.
        *members* are the uids of the units that will be in the cluster.
        """
        asked = [uid for uid, _name in self.units if uid in members]
        leading = sorted(asked, key=lambda uid: self._turn(uid, year, lead=True))
        hosting = sorted(asked, key=lambda uid: self._turn(uid, year, lead=False))
        host = leading[:1] if self._heads_host else hosting[:1]
        roles = dict.fromkeys(leading[:1], MemberRole.HEAD) | dict.fromkeys(leading[1:2], MemberRole.DEPUTY)
        return {uid: Role(roles.get(uid, MemberRole.MEMBER), uid in host) for uid in asked}

    def _turn(self, uid: str, year: int, *, lead: bool) -> tuple[int, bool, int]:
        """Return the sort key for the order of turns: the last turn, being no deputy now, the place of the unit."""
        past = [
            each
            for each, own in self.roles.items()
            if each < year and uid in own and (own[uid].role == MemberRole.HEAD if lead else own[uid].hosts)
        ]
        last = self.roles.get(year - 1, {}).get(uid)
        place = [own for own, _name in self.units].index(uid)
        return max(past, default=0), last is None or last.role != MemberRole.DEPUTY, place

    @property
    def _heads_host(self) -> bool:
        """True when the head has usually been the host."""
        both = [
            any(role.role == MemberRole.HEAD and role.hosts for role in own.values())
            for own in self.roles.values()
            if any(role.hosts for role in own.values())
        ]
        return 2 * sum(both) >= len(both)
