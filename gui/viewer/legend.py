"""The legend under the text: each layer with its sign, its word, how much it holds, and a switch."""

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from gui.plain_words import explain
from gui.theme import mix
from gui.value_words import mark_colour_in_words
from gui.viewer.appearance import ViewerAppearance
from gui.viewer.layers import Layer
from gui.viewer.painting import paint_sample
from storage.domain.authority import EntityKind

_SIGN = QSize(18, 14)
_SIDE, _SPACING = 8, 4
_KINDS = {
    Layer.COUNTRIES: EntityKind.COUNTRY,
    Layer.PARTIES: EntityKind.PARTY,
    Layer.BODIES: EntityKind.BODY,
    Layer.PERSONS: EntityKind.PERSON,
}


class _Said(Enum):
    """How much the legend says beside its signs, from the most to the least."""

    ALL = auto()
    COUNT = auto()
    NOTHING = auto()


class _LayerButton(QToolButton):
    """One layer's switch; it tells which layer it is for."""

    switched = Signal(object)

    def __init__(self, layer: Layer, word: str) -> None:
        super().__init__()
        self.layer = layer
        self.count = 0
        self._word = word
        self._said = _Said.ALL
        self.setCheckable(True)
        self.setChecked(True)
        self.setAutoRaise(True)
        self.setIconSize(_SIGN)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAccessibleName(word)
        self.toggled.connect(self._tell)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self.count = count
        self._show()

    def show_as(self, said: "_Said") -> None:
        """Say so much beside the sign; the tooltip says the rest."""
        self._said = said
        self._show()

    def _show(self) -> None:
        count = QLocale().toString(self.count)
        self.setText({_Said.ALL: f"{self._word} {count}", _Said.COUNT: count, _Said.NOTHING: ""}[self._said])
        self.setAccessibleDescription(count)

    @Slot(bool)
    def _tell(self, _on: bool) -> None:
        self.switched.emit(self.layer)


class Legend(QWidget):
    """Explains the layers and switches them.

    Signals:
        layer_switched: the ``Layer`` whose switch was pressed; ``is_on`` tells what it says now.
    """

    layer_switched = Signal(object)

    def __init__(self, appearance: ViewerAppearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            Layer.COUNTRIES: self.tr("Countries"),
            Layer.PARTIES: self.tr("Parties"),
            Layer.BODIES: self.tr("Bodies"),
            Layer.PERSONS: self.tr("Persons"),
            Layer.HITS: self.tr("Hits"),
            Layer.MARKS: self.tr("Marks"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 2, _SIDE, 2)
        row.setSpacing(_SPACING)
        self.buttons = {layer: _LayerButton(layer, word) for layer, word in words.items()}
        for button in self.buttons.values():
            button.setToolTip(self.tr("{0}: show or hide this layer").format(words[button.layer]))
            button.switched.connect(self.layer_switched)
            row.addWidget(button)
        row.addStretch(1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_appearance(appearance)

    def is_on(self, layer: Layer) -> bool:
        """Tell whether a layer's switch is on."""
        return self.buttons[layer].isChecked()

    def set_counts(self, counts: Mapping[Layer, int]) -> None:
        """Show how much each layer holds."""
        changed = [(button, counts.get(layer, 0)) for layer, button in self.buttons.items()]
        changed = [(button, count) for button, count in changed if count != button.count]
        for button, count in changed:
            button.set_count(count)
        if changed:
            self._fit()

    def _fit(self) -> None:
        """Say the words where there is room for them, else only the counts beside the signs, or not even those."""
        for said in _Said:
            for button in self.buttons.values():
                button.show_as(said)
            if (
                sum(button.sizeHint().width() + _SPACING for button in self.buttons.values()) + 2 * _SIDE
                <= self.width()
            ):
                break

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_appearance(self, appearance: ViewerAppearance) -> None:
        """Draw the signs in another look."""
        for layer, button in self.buttons.items():
            button.setIcon(QIcon(_sign(layer, appearance, self.devicePixelRatioF())))
        self._explain_marks(appearance)
        self.setStyleSheet(
            f"Legend {{ background: {appearance.paper.name()}; }}"
            f"QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 2px 6px; min-height: 18px;"
            f" background: transparent; color: {appearance.muted.name()}; text-decoration: line-through; }}"
            f"QToolButton:checked {{ color: {appearance.ink.name()}; background: transparent; text-decoration: none; }}"
            f"QToolButton:hover {{ background: {appearance.accent_soft.name()}; }}"
            f"QToolButton:focus {{ border-color: {appearance.accent.name()}; }}"
        )

    def _explain_marks(self, appearance: ViewerAppearance) -> None:
        """Say on the switch of the marks what each colour stands for."""
        said = [mark_colour_in_words(colour, meaning) for colour, meaning in appearance.mark_meanings if meaning]
        usual = self.tr("{0}: show or hide this layer").format(self.tr("Marks"))
        explain(self.buttons[Layer.MARKS], "\n".join([usual, *said]))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _sign(layer: Layer, look: ViewerAppearance, ratio: float) -> QPixmap:
    pixmap = QPixmap(_SIGN * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(1, 2, _SIGN.width() - 2, _SIGN.height() - 4)
    if layer in _KINDS:
        paint_sample(painter, _KINDS[layer], look, box)
    else:
        painter.setPen(look.current_hit_outline if layer is Layer.HITS else mix(look.mark_yellow, look.ink, 0.35))
        painter.setBrush(look.current_hit if layer is Layer.HITS else look.mark_yellow)
        painter.drawRoundedRect(box, 2, 2)
    painter.end()
    return pixmap
