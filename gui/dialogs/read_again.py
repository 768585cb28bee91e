"""In which encoding a text is to be read again, chosen by what its first lines look like in each."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.theme import Theme
from gui.widgets.counting import counted
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.fitting import resize_to_fit
from gui.widgets.labels import Label, Tone
from gui.widgets.row_list import RowList
from gui.widgets.verb_buttons import VerbButtons
from storage.domain.importing import EncodingPreview

_LIST_WIDTH = 260


class ReadAgainDialog(QDialog):
    """Lists the encodings, the present one marked, beside the first lines of the document as each of them reads it.

    Args:
        title: The document's title.
        previews: One for each encoding that can be chosen.
    """

    def __init__(self, title: str, previews: tuple[EncodingPreview, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Read the document again"))
        resize_to_fit(self, 820, 480)
        self._previews = previews
        self._title = Label(title, strong=True, elided=True)
        self._hint = Label(
            self.tr("Choose the encoding in which the words look right. Marks are carried over to the new text."),
            tone=Tone.MUTED,
        )
        self.list = RowList(self.tr("Encodings"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("First lines in the chosen encoding"))
        self._remark = Label(tone=Tone.CAUTION)
        self._buttons = VerbButtons(self.tr("Read again"), self)
        self._read = self._buttons.verb
        self._lay_out()
        self._fill()
        self.list.setFocus()

    def _fill(self) -> None:
        for row, preview in enumerate(self._previews):
            words = encoding_in_words(preview.encoding)
            item = QListWidgetItem(self.tr("%1 — now").replace("%1", words) if preview.is_current else words)
            item.setToolTip(preview.encoding)
            if preview.is_current:
                font = QFont(item.font())
                font.setWeight(QFont.Weight.Bold)
                item.setFont(font)
            self.list.addItem(item)
            if preview.is_current:
                self.list.setCurrentRow(row)
        self.list.currentRowChanged.connect(self._show_preview)
        self.list.itemActivated.connect(self.accept)
        self._show_preview(self.list.currentRow())

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.text, 1)
        right.addWidget(self._remark)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        column = DialogColumn(self)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(middle, 1)
        column.addWidget(self._buttons)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self._title, self._hint, self._remark):
            part.set_theme(theme)

    @Slot(int)
    def _show_preview(self, row: int) -> None:
        preview = self._previews[row] if 0 <= row < len(self._previews) else None
        self.text.setPlainText(preview.lines if preview else "")
        damaged = preview.damaged if preview else 0
        self._remark.setText(
            counted(
                damaged,
                self.tr("%1 character at the beginning of the file cannot be read in this encoding."),
                self.tr("%1 characters at the beginning of the file cannot be read in this encoding."),
            )
            if damaged
            else ""
        )
        self._remark.setVisible(damaged > 0)
        self._read.setEnabled(preview is not None and not preview.is_current)

    def accept(self) -> None:
        """Close, unless the encoding chosen is the present one."""
        if self._read.isEnabled():
            super().accept()

    def encoding(self) -> str:
        """Return the encoding chosen, by Python's name for it."""
        row = self.list.currentRow()
        return self._previews[row].encoding if 0 <= row < len(self._previews) else ""


_ALPHABETS = {
    QT_TRANSLATE_NOOP("Encodings", "Unicode"): ("utf-8", "utf-16", "utf-16-le", "utf-16-be"),
    QT_TRANSLATE_NOOP("Encodings", "Western European"): ("cp1252", "iso8859-15", "mac-roman", "cp850", "cp437"),
    QT_TRANSLATE_NOOP("Encodings", "Central European"): ("cp1250", "iso8859-2", "cp852"),
    QT_TRANSLATE_NOOP("Encodings", "Cyrillic"): ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic"),
    QT_TRANSLATE_NOOP("Encodings", "Greek"): ("cp1253", "iso8859-7"),
    QT_TRANSLATE_NOOP("Encodings", "Turkish"): ("cp1254",),
    QT_TRANSLATE_NOOP("Encodings", "Hebrew"): ("cp1255", "iso8859-8"),
    QT_TRANSLATE_NOOP("Encodings", "Arabic"): ("cp1256", "iso8859-6"),
    QT_TRANSLATE_NOOP("Encodings", "Baltic"): ("cp1257", "iso8859-4"),
    QT_TRANSLATE_NOOP("Encodings", "Vietnamese"): ("cp1258",),
    QT_TRANSLATE_NOOP("Encodings", "Thai"): ("cp874",),
    QT_TRANSLATE_NOOP("Encodings", "Chinese, simplified"): ("gb18030", "hz"),
    QT_TRANSLATE_NOOP("Encodings", "Chinese, traditional"): ("big5hkscs",),
    QT_TRANSLATE_NOOP("Encodings", "Japanese"): ("cp932", "euc_jp", "iso2022_jp_2"),
    QT_TRANSLATE_NOOP("Encodings", "Korean"): ("cp949", "johab"),
}
_SPELLINGS = {
    "cp1250": "Windows-1250", "cp1251": "Windows-1251", "cp1252": "Windows-1252", "cp1253": "Windows-1253",
    "cp1254": "Windows-1254", "cp1255": "Windows-1255", "cp1256": "Windows-1256", "cp1257": "Windows-1257",
    "cp1258": "Windows-1258", "cp874": "Windows-874", "cp932": "Shift-JIS", "cp949": "Windows-949",
    "cp437": "DOS 437", "cp850": "DOS 850", "cp852": "DOS 852", "cp866": "DOS 866", "big5hkscs": "Big5",
    "euc_jp": "EUC-JP", "iso2022_jp_2": "ISO-2022-JP", "hz": "HZ", "johab": "Johab",
    "mac-roman": "Macintosh", "mac-cyrillic": "Macintosh",
}  # fmt: skip


def encoding_in_words(encoding: str) -> str:
    """Name an encoding by its alphabet and its usual spelling; one that is not known here by its bare name."""
    spelling = _SPELLINGS.get(encoding, encoding.upper().replace("_", "-"))
    spelling = spelling.replace("ISO8859", "ISO-8859")
    alphabet = next((name for name, encodings in _ALPHABETS.items() if encoding in encodings), "")
    if not alphabet:
        return spelling
    return f"{QCoreApplication.translate('Encodings', str(alphabet))} · {spelling}"
