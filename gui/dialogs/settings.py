"""The dialog of settings; it returns a Settings value."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QFontComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from gui.theme import THEMES
from gui.translation import LANGUAGES
from gui.widgets.clear_button import offer_clearing
from gui.widgets.dialog_column import DialogColumn
from gui.widgets.verb_buttons import VerbButtons
from storage.settings import Settings

_FIELD_PADDING = 6


class SettingsDialog(QDialog):
    """Lets the reader choose colours and how a document is set."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        names = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        self.theme = QComboBox()
        for theme, name in zip(THEMES, names, strict=True):
            self.theme.addItem(name, theme)
        self.theme.setCurrentIndex(max(0, self.theme.findData(settings.theme)))
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "system")
        for tag, name in LANGUAGES.items():
            self.language.addItem(name, tag)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.own_family = QCheckBox(self.tr("Use this font for documents"))
        self.own_family.setChecked(bool(settings.document_family))
        self.family = QFontComboBox()
        if (written := self.family.lineEdit()) is not None:
            written.setAccessibleName(self.tr("Font of documents"))
        self.family.setCurrentFont(QFont(settings.document_family or "Noto Serif"))
        self.family.setEnabled(self.own_family.isChecked())
        self.own_family.toggled.connect(self.family.setEnabled)
        self.document_size = QSpinBox(minimum=8, maximum=48, value=round(settings.document_size), suffix=" px")
        self.line_height = QDoubleSpinBox(minimum=1.0, maximum=3.0, singleStep=0.05, value=settings.line_height)
        self.measure = QSpinBox(minimum=320, maximum=2000, singleStep=20, value=settings.measure, suffix=" px")
        for spin in (self.document_size, self.line_height, self.measure):
            # A style sheet's padding does not reach the field inside.
            spin.lineEdit().setTextMargins(_FIELD_PADDING, 0, 0, 0)
        self.open_last = QCheckBox(self.tr("Open the last archive at the start"))
        self.open_last.setChecked(settings.open_last)
        self._make_backup_fields(settings)
        self._lay_out()

    def _make_backup_fields(self, settings: Settings) -> None:
        self.backup_count = QSpinBox(minimum=0, maximum=99, value=settings.backup_count)
        self.backup_count.setSpecialValueText(self.tr("none"))
        self.backup_count.setToolTip(self.tr("How many backups of each kind are kept"))
        self.backup_count.lineEdit().setTextMargins(_FIELD_PADDING, 0, 0, 0)
        self.backup_folder = QLineEdit(settings.backup_folder)
        self.backup_folder.setAccessibleName(self.tr("Folder of backups"))
        self.backup_folder.setPlaceholderText(self.tr("Beside the archive"))
        offer_clearing(self.backup_folder)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(12)
        form.addRow(self.tr("Language of the interface"), self.language)
        form.addRow(self.tr("Colours"), self.theme)
        form.addRow(self.tr("Font of documents"), self.family)
        form.addRow("", self.own_family)
        form.addRow(self.tr("Size of documents"), self.document_size)
        form.addRow(self.tr("Line height"), self.line_height)
        form.addRow(self.tr("Widest line"), self.measure)
        form.addRow("", self.open_last)
        form.addRow(self.tr("Backups kept"), self.backup_count)
        form.addRow(self.tr("Folder of backups"), self._folder_row())
        column = DialogColumn(self)
        column.addLayout(form)
        column.addWidget(VerbButtons(self.tr("Save settings"), self))

    def _folder_row(self) -> QWidget:
        choose = QPushButton(self.tr("Choose…"))
        choose.clicked.connect(self._choose_folder)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.backup_folder, 1)
        layout.addWidget(choose)
        return row

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder of backups"), self.backup_folder.text())
        if name:
            self.backup_folder.setText(name)

    def chosen(self) -> Settings:
        """Return the settings as the dialog stands."""
        return replace(
            self._settings,
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            document_family=self.family.currentFont().family() if self.own_family.isChecked() else "",
            document_size=float(self.document_size.value()),
            line_height=self.line_height.value(),
            measure=self.measure.value(),
            open_last=self.open_last.isChecked(),
            backup_count=self.backup_count.value(),
            backup_folder=self.backup_folder.text().strip(),
        )
