"""What the printing page says when there is nothing to print yet, and what makes it."""

from dataclasses import dataclass

from cluster_desktop.ui.printing.print_papers import Proof


@dataclass(frozen=True, slots=True)
class Missing:
    """An icon, a title, a hint, the words of the button and the kind of record that button adds."""

    icon: str
    title: str
    hint: str
    act: str
    kind: str


def missing(proof: Proof) -> Missing:
    """What is missing for this proof, which has no decision or event of its year."""
    paper, year = proof.order.paper, proof.order.year
    if paper.of_event:
        title = f"Năm {year} chưa có sự kiện nào có giải hoặc tham luận"
        hint = "Ghi giải của hội thi, giao lưu hoặc tham luận của hội thảo vào sự kiện; giấy chứng nhận sẽ hiện ở đây."
        return Missing("calendar", title, hint, "&Thêm sự kiện", "event")
    hint = "Lập quyết định từ các đề nghị hội đồng đã đồng ý; giấy của từng người sẽ hiện ở đây."
    if proof.sources:
        hint += "\nQuyết định của các năm khác có ở nút “Quyết định” phía trên."
    return Missing(paper.icon, f"Năm {year} chưa có quyết định {paper.granting}", hint, "&Thêm quyết định", "decision")
