"""How the window is dressed: the palette of its theme, and the few rules of a style sheet."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import Theme, palette, ui_font


def dress(app: QApplication, theme: Theme) -> None:
    """Give the application the looks of a theme; its style was set when it was made."""
    colours = palette(theme)
    if app.palette() != colours:
        app.setPalette(colours)
        # Fusion frames a tick box in a darker shade of the window, which in the dark is not seen.
        colours.setColor(QPalette.ColorRole.Window, theme.colour("faint").lighter(140))
        for ticked in ("QCheckBox", "QListWidget"):  # a string: Qt's stubs are wrong there
            app.setPalette(colours, ticked)  # pyright: ignore[reportArgumentType]
    app.setStyleSheet(sheet(theme))


def paper(theme: Theme) -> QPalette:
    """The palette of what lies on paper: the margins beside a text are paper too."""
    colours = palette(theme)
    colours.setColor(QPalette.ColorRole.Window, theme.colour("paper"))
    return colours


def sheet(theme: Theme) -> str:
    """The style sheet of a theme."""
    t, small = theme, round(ui_font(0.85).pointSizeF(), 1)
    return f"""
QMainWindow, QStatusBar, QMenuBar {{ background: {t.window}; }}
QMenuBar::item {{ padding: 4px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {t.line}; }}
#header {{ border: none; border-bottom: 1px solid {t.line}; background: {t.window}; }}
#header QLabel {{ color: {t.faint}; }}
#header #source {{ color: {t.ink}; }}
#cycleButton {{ font-weight: 600; text-align: left; padding: 5px 8px; border: none;
    border-radius: 4px; color: {t.ink}; }}
#cycleButton:hover, #cycleButton:focus {{ background: {t.line}; }}
#messageBar {{ border: none; border-bottom: 1px solid {t.line}; background: {t.raised}; }}
#findBar {{ border: none; border-top: 1px solid {t.line}; background: {t.window}; }}
#findBar QToolButton {{ padding: 3px 7px; border: 1px solid transparent; border-radius: 4px; }}
#findBar QToolButton:hover, #findBar QToolButton:focus {{ border-color: {t.faint}; }}
#findBar QToolButton:checked {{ border-color: {t.accent}; color: {t.accent}; }}
#findBar QLabel {{ color: {t.faint}; }}
QPushButton {{ padding: 4px 12px; border: 1px solid {t.line}; border-radius: 4px;
    background: {t.raised}; color: {t.ink}; }}
QPushButton:hover {{ border-color: {t.faint}; }}
QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton:disabled {{ color: {t.faint}; }}
QPushButton:default {{ border-color: {t.accent}; }}
QPushButton:flat {{ border-color: transparent; background: transparent; color: {t.accent};
    padding: 4px 6px; }}
QPushButton:flat:hover {{ background: {t.line}; }}
QPushButton:flat:focus {{ border-color: {t.accent}; }}
QPushButton#primary, QPushButton#acceptAll, QPushButton#accept {{ background: {t.accent};
    color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton#accept:disabled {{ background: {t.raised}; color: {t.faint}; border-color: {t.line}; }}
QPushButton#primary, QPushButton#second {{ padding: 8px 18px; }}
QPushButton#primary:focus, QPushButton#acceptAll:focus, QPushButton#accept:focus {{
    border: 2px solid {t.ink}; }}
QPushButton#recentFile {{ text-align: left; padding: 5px 1px; color: {t.accent}; }}
#startSection, #faint {{ color: {t.faint}; }}
#startPage {{ background: {t.paper}; }}
#dropArea {{ border: 1px dashed {t.faint}; border-radius: 6px; color: {t.faint};
    padding: 16px 18px; }}
#rulesList::item {{ padding: 4px 6px; }}
QDialog QTabBar::tab {{ padding: 9px 10px 7px 10px; }}
QTableWidget#keys {{ border: none; background: {t.window}; }}
QTableWidget#keys::item {{ padding: 3px 10px; }}
QTableWidget#keys QHeaderView::section {{ padding: 6px 10px; border: none;
    border-bottom: 1px solid {t.line}; background: {t.window}; color: {t.faint}; }}
#detail {{ border: none; border-top: 1px solid {t.line}; background: {t.raised}; }}
QToolButton::menu-indicator {{ image: none; }}
QTabWidget::pane {{ border: none; }}
QTabBar {{ qproperty-drawBase: 0; background: {t.window}; font-size: {small}pt; }}
QTabBar::tab {{ padding: 9px 5px 7px 5px; margin-right: 3px; border: none;
    border-bottom: 2px solid transparent;    color: {t.faint}; background: transparent; }}
QTabBar::tab:selected {{ color: {t.ink}; border-bottom-color: {t.accent}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}
#outline, #side, #suggestionsPanel QTreeWidget, #checksPanel QTreeWidget,
#clausesPanel QListWidget, #footnotesPanel QListWidget {{
    background: {t.window}; }}
#outline::item {{ padding: 3px 6px; border: none; }}
#outline::item:selected, QListWidget::item:selected {{ background: {t.line}; color: {t.ink}; }}
QListWidget::item {{ padding: 5px 8px; }}
#understood QTableWidget {{ border: none; border-top: 1px solid {t.line};
    background: {t.window}; }}
#understood QTableWidget::item {{ padding: 5px 10px; border-bottom: 1px solid {t.line}; }}
#understood QTableWidget::item:selected {{ background: {t.line}; color: {t.ink}; }}
#understood QHeaderView::section {{ padding: 5px 10px; border: none; background: {t.window};
    color: {t.faint}; }}
#understood #detail QListWidget {{ background: {t.raised}; }}
QTabBar::scroller {{ width: 18px; }}
QTabBar QToolButton {{ border: none; background: {t.window}; }}
QSplitter::handle {{ background: {t.window}; }}
QSplitter::handle:hover {{ background: {t.line}; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 34px; }}
QScrollBar::handle:horizontal {{ min-width: 34px; }}
QScrollBar::handle:hover {{ background: {t.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QStatusBar {{ border-top: 1px solid {t.line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.faint}; padding: 1px 8px; }}
QComboBox {{ combobox-popup: 0; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QLineEdit, QPlainTextEdit {{ padding: 3px 5px; border: 1px solid {t.line};
    border-radius: 4px; background: {t.paper}; color: {t.ink}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {t.accent}; }}
QToolTip {{ padding: 4px; border: 1px solid {t.line}; background: {t.raised}; color: {t.ink}; }}
"""
