"""Words can be read on whatever they stand, in every palette (WCAG 2.1: 4.5 to 1)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton

from ui.looks import dress
from ui.theme import theme

WORDS = ("ink", "faint", "accent", "old", "new", "moved", "linked", "error", "warning")


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("safe", [False, True])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_words_can_be_read(choice, safe: bool) -> None:
    found = theme(choice, safe=safe)
    low = {
        f"{words} on {ground}": round(contrast(found.colour(words), found.colour(ground)), 2)
        for words in WORDS
        for ground in ("window", "paper", "raised")
        if contrast(found.colour(words), found.colour(ground)) < 4.5
    }
    assert low == {}
    assert contrast(found.colour("on_accent"), found.colour("accent")) >= 4.5


def ground_of(button: QPushButton) -> str:
    return button.grab().toImage().pixelColor(6, button.height() // 2).name()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_button_that_does_nothing_now_does_not_look_as_if_it_did(qtbot, choice) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = theme(choice)
    dress(app, found)
    button = QPushButton("Fix")
    button.setObjectName("accept")
    qtbot.addWidget(button)
    button.show()
    assert ground_of(button) == found.accent
    button.setEnabled(False)
    assert ground_of(button) == found.raised
