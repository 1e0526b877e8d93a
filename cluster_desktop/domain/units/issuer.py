"""Who issues a document on its day, a unit or its cluster: letterhead, number series, signature."""

from dataclasses import dataclass

from cluster_desktop.domain.units.vocabulary import PaperForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """The letterhead of a unit, or of the cluster (``uid`` ''), with room to write what nobody has recorded."""

    uid: str = ""
    name: str
    """Whose document it is, in the running text."""
    superior: str
    organ: str
    place: str
    form: str
    abbreviation: str
    signer_titles: tuple[str, ...]
    signer_name: str

    @property
    def party(self) -> bool:
        """True where it writes in the form of the Party."""
        return self.form == PaperForm.PARTY
