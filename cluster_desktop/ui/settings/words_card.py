"""The card of the settings for the words that the office writes into its documents itself."""

from cluster_desktop import errors
from cluster_desktop.commands.official_documents.all_documents import PRINTABLES
from cluster_desktop.commands.official_documents.printable import Request
from cluster_desktop.commands.official_documents.usual_wording import usual_wording
from cluster_desktop.records.queries.printing.own_words import documents_with_own_words
from cluster_desktop.ui.kit.cards import Card
from cluster_desktop.ui.kit.labels import button, label
from cluster_desktop.ui.kit.layouts import fill, in_row, stretch
from cluster_desktop.ui.kit.lists import choice_combo
from cluster_desktop.ui.kit.operations import Operations
from cluster_desktop.ui.printing.own_words import OwnWordsDialog

_HINT = (
    "Căn cứ, Kính gửi, câu kết, Nơi nhận và người ký của từng loại văn bản; chỗ nào không ghi thì theo mẫu của "
    "chương trình. Cũng sửa được ở trang In ấn, nút “Lời văn…”."
)


class WordsCard(Card):
    """A kind of document to choose, and which kinds have words of their own."""

    def __init__(self, operations: Operations) -> None:
        super().__init__("Lời văn bản")
        self._operations = operations
        self.documents = choice_combo(
            "Loại văn bản", ((each.title, each.key) for each in PRINTABLES.values()), whole=True
        )
        self.own = label("", "quiet", wraps=True)
        self.message = label("", "error", wraps=True)
        edit = button("Sửa lờ&i…", self.edit, icon="edit")
        row = in_row(self.documents, edit, stretch())
        fill(self.body, label(_HINT, "hint", wraps=True), row, self.own, self.message)
        self.documents.currentIndexChanged.connect(self.message.clear)
        self.reread()

    def reread(self) -> None:
        """Show which documents have words of the office."""
        keys = self._operations.workspace.read(documents_with_own_words)
        titles = [each.title for each in PRINTABLES.values() if each.key in keys]
        self.own.setText(f"Có lời riêng: {', '.join(titles)}." if titles else "Mọi văn bản đang theo mẫu.")

    def edit(self) -> None:
        """Open the words of the chosen kind of document."""
        self.message.clear()
        printable = PRINTABLES[str(self.documents.currentData())]
        try:
            wording = self._operations.workspace.read(usual_wording, printable, Request())
        except errors.UserError as error:
            self.message.setText(error.sentence)
            return
        OwnWordsDialog(self._operations, wording, printable.title, self).open()
