"""The dossier of the sample's provincial title: its own papers, and the initiatives it rests on."""

from collections.abc import Mapping
from typing import Final

from cluster_desktop.domain.awards.nominations import DossierItemDraft, InitiativeUseDraft
from cluster_desktop.domain.fields.vocabulary import DossierState
from cluster_desktop.sample import notes
from cluster_desktop.sample.awards import Nominating
from cluster_desktop.sample.roster import NOW

_ITEMS: Final = (
    ("Bản sao quyết định công nhận “Chiến sĩ thi đua cơ sở” ba năm liên tục", DossierState.THERE),
    ("Xác nhận của Chủ tịch UBND tỉnh về hiệu quả, phạm vi ảnh hưởng của sáng kiến", DossierState.MISSING),
)


def add_dossier(work: Nominating, initiatives: Mapping[tuple[str, int], str]) -> None:
    """Take in what belongs to the one nomination for the provincial title."""
    ((uid, recipient),) = work.nominated["LAOCAI", "CSTDT"]
    for place, (name, state) in enumerate(_ITEMS, start=1):
        draft = DossierItemDraft(nomination_uid=uid, name=name, state=state, position=place)
        work.batch.add(draft, sample=notes.NOMINATION)
    used = initiatives[recipient.person_uid or "", NOW]
    work.batch.add(InitiativeUseDraft(nomination_uid=uid, initiative_uid=used), sample=notes.NOMINATION)
