"""The description of a kind of record beside its fields."""

from dataclasses import dataclass

from cluster_desktop.domain.fields.fields import Draft, Field, fields_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """The name of a kind of record, its order and its ties to others; its draft sets them by class keywords.

    ``plural`` is said where it differs from ``label``, ``sort`` where it differs from ``title``. ``derived`` are list
    columns that the program computes; ``owners`` are the reference fields of a record that lives inside another one
    and is deleted with it; ``lead`` are the columns that stand first in a list.
    """

    key: str
    draft: type[Draft]
    label: str
    title: tuple[str, ...]
    plural: str = ""
    sort: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    derived: tuple[Field, ...] = ()
    lead: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Fill in the usual plural and order."""
        object.__setattr__(self, "plural", self.plural or self.label)
        object.__setattr__(self, "sort", self.sort or self.title)

    @property
    def year_key(self) -> str:
        """The column that the year choice at the top of the window filters by; '' for none."""
        return next((field.key for field in self.columns if field.key == "year"), "")

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields a person can fill in."""
        return fields_of(self.draft)

    @property
    def columns(self) -> tuple[Field, ...]:
        """Everything a list can show: what leads, then derived columns, then the fields."""
        by_key = {field.key: field for field in (*self.derived, *self.fields)}
        return tuple(by_key[key] for key in dict.fromkeys((*self.lead, *by_key)))

    def field(self, key: str) -> Field:
        """The field or derived column with this key; KeyError when there is none."""
        return next(item for item in self.columns if item.key == key)
