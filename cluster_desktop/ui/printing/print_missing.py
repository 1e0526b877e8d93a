"""The empty printing page: the missing record, and the button that adds it."""

from dataclasses import dataclass

from cluster_desktop.ui.printing.print_items import Proof


@dataclass(frozen=True, slots=True)
class Missing:
    """An icon, a title, a hint, the words of the button and the kind of record that button adds."""

    icon: str
    title: str
    hint: str
    act: str
    kind: str


def missing(proof: Proof) -> Missing:
    """Describe the record missing for this proof, which has no decision or event of its year."""
    item, year = proof.order.item, proof.order.year
    if item.of_event:
        title = f"Năm {year} chưa có sự kiện nào có giải hoặc tham luận"
        hint = "Ghi giải của hội thi, giao lưu hoặc tham luận của hội thảo vào sự kiện; giấy chứng nhận sẽ hiện ở đây."
        return Missing("calendar", title, hint, "&Thêm sự kiện", "event")
    hint = "Lập quyết định từ các đề nghị Hội đồng đã đồng ý; giấy của từng người sẽ hiện ở đây."
    if proof.sources:
        hint += "\nQuyết định của các năm khác có ở nút “Quyết định” phía trên."
    return Missing(item.icon, f"Năm {year} chưa có quyết định {item.granting}", hint, "&Thêm quyết định", "decision")
