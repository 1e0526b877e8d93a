"""Keep what an office writes into its documents."""

from collections.abc import Mapping

from cluster_desktop import errors
from cluster_desktop.commands.settings.setting_values import put
from cluster_desktop.domain.printing.own_words import OwnWording, WordsPart, WordsProblem, ready_words
from cluster_desktop.records.changes import Changes
from cluster_desktop.records.file.workspace import Workspace


def save_own_words(workspace: Workspace, wording: OwnWording, title: str, texts: Mapping[WordsPart, str]) -> Changes:
    """Keep the office's words for the document *title*, as one act that can be undone; '' goes back to the model.

    What says the same as the model follows the model from now on. Raises Refused for what cannot be used.
    """
    try:
        ready = {part: ready_words(part, text) for part, text in texts.items()}
    except WordsProblem as problem:
        raise errors.Refused(str(problem)) from problem
    with workspace.changing(f"Sửa lời văn {title}") as session:
        for part, text in ready.items():
            put(session, wording.place.key(part), "" if text == wording.model(part) else text)
        return session.changes()
