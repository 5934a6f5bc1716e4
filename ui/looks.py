"""How the window is dressed: palette, fonts and the few rules of its style sheet."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.editor.render import Style

SERIF = (
    "Source Serif 4", "Source Serif Pro", "Charter", "Georgia", "Cambria", "Times New Roman",
    "Liberation Serif", "Noto Serif", "DejaVu Serif",
)  # fmt: skip
TEXT_SIZE = 12.5
"""Points of the text at normal zoom."""


def dress(app: QApplication) -> None:
    """Give the application its looks."""
    app.setStyle("Fusion")
    app.setStyleSheet(_SHEET)


def serif() -> str:
    """The first serif face of the list that this computer has."""
    there = set(QFontDatabase.families())
    return next((name for name in SERIF if name in there), "serif")


def text_style(palette: QPalette, zoom: float = 1.0) -> Style:
    """How the texts are set in a palette."""
    font = QFont(serif())
    font.setPointSizeF(TEXT_SIZE)
    faint = QColor(palette.color(QPalette.ColorRole.Text))
    faint.setAlphaF(0.6)
    return Style(
        font,
        palette.color(QPalette.ColorRole.Text),
        faint,
        palette.color(QPalette.ColorRole.Highlight),
        zoom,
    )


_SHEET = """
#header { border: none; border-bottom: 1px solid palette(mid); }
#cycleButton { font-weight: 600; text-align: left; padding: 3px 6px; }
#messageBar { border: none; border-bottom: 1px solid palette(mid); }
#recentFile { text-align: left; padding: 3px 4px; }
#detail { border-top: 1px solid palette(mid); }
QSplitter::handle { background: palette(mid); }
QSplitter::handle:horizontal { width: 1px; }
"""
