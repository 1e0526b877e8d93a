"""Show and set at the command line what an office writes into its documents itself."""

import argparse
from typing import Final

from cluster_desktop import errors
from cluster_desktop.cli import named, output
from cluster_desktop.cli.opening import opened
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.official_documents.usual_wording import usual_wording
from cluster_desktop.commands.settings.own_words import save_own_words
from cluster_desktop.domain.printing.own_words import OwnWording, WordsPart
from cluster_desktop.records.journal import WorkspaceSession
from cluster_desktop.records.queries.printing.own_words import own_words

LINE_END: Final = "|"
"""What parts lines in one word of the command line."""


def words(chosen: argparse.Namespace) -> None:
    """Set the parts that are named, then show every part of the document: the office's words or the model's."""
    texts = _texts(chosen)
    printable = PRINTABLES[chosen.name]
    with opened(chosen.file) as workspace:
        wording = workspace.read(_wording, chosen)
        foreign = next((part for part in texts if part not in wording.models), None)
        if foreign is not None:
            known = ", ".join(wording.models)
            raise errors.Refused(f"{printable.title} không có phần “{foreign}”. Các phần: {known}.")
        if texts:
            save_own_words(workspace, wording, printable.title, texts)
        own = workspace.read(own_words, wording.place)
    lines = [
        {"part": str(part), "label": part.label, "own": own.get(part, ""), "model": wording.model(part)}
        for part in wording.models
    ]
    if chosen.json:
        output.data(lines)
        return
    for line in lines:
        whose = "lời riêng" if line["own"] else "mẫu"
        told = (line["own"] or line["model"]).replace("\n", f" {LINE_END} ")
        output.sentence(f"{line['part']}\t{line['label']}\t{whose}\t{told}")


def _wording(session: WorkspaceSession, chosen: argparse.Namespace) -> OwnWording:
    whole = chosen.unit == named.EVERY_UNIT
    unit_uid = None if whole else named.unit(session, chosen.unit)
    return usual_wording(session, PRINTABLES[chosen.name], Request(year=chosen.year, unit_uid=unit_uid, whole=whole))


def _texts(chosen: argparse.Namespace) -> dict[WordsPart, str]:
    parts = {str(part): part for part in WordsPart}
    texts: dict[WordsPart, str] = {}
    for word in chosen.entries:
        key, sign, text = word.partition("=")
        if not sign or key not in parts:
            chosen.refuse(f"“{word[:40]}” phải là PHẦN=LỜI, phần là một trong: {', '.join(parts)}")
        texts[parts[key]] = "\n".join(line.strip() for line in text.split(LINE_END))
    return texts
