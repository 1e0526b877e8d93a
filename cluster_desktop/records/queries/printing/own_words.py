"""The words an office wrote into its documents, as they are kept."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cluster_desktop.domain.printing.own_words import PREFIX, WordsPart, WordsPlace
from cluster_desktop.records.models import Setting


def own_words(session: Session, place: WordsPlace) -> dict[WordsPart, str]:
    """The office's own words by part, without the parts that follow the model."""
    names = {place.key(part): part for part in WordsPart}
    statement = select(Setting.key, Setting.value).where(Setting.key.in_(names))
    return {names[key]: value for key, value in session.execute(statement) if value}


def documents_with_own_words(session: Session) -> frozenset[str]:
    """The keys of the kinds of documents into which somebody wrote words of their own."""
    statement = select(Setting.key).where(Setting.key.startswith(PREFIX, autoescape=True), Setting.value != "")
    return frozenset(key.removeprefix(PREFIX).split(".")[0] for key in session.scalars(statement))
