"""Settings come back as chosen."""

from pytestqt.qtbot import QtBot

from gui.dialogs.settings import SettingsDialog
from storage.settings import Settings


def test_settings_come_back_as_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(recent=("a.liaison",)))
    qtbot.add_widget(dialog)
    assert dialog.chosen() == Settings(recent=("a.liaison",))
    dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
    dialog.measure.setValue(900)
    dialog.open_last.click()
    assert dialog.chosen() == Settings("contrast", measure=900, open_last=False, recent=("a.liaison",))
