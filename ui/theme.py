"""Colours, fonts and sizes of the window: light, dark, and both safe for the colour-blind.

One accent; two hues for changes, one for what went and one for what came; a third, quiet one for
what moved. Whatever a colour says is also said by a line, a shape or a word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

if TYPE_CHECKING:
    from ui.editor.render import Style

Choice = Literal["system", "light", "dark"]
Role = QPalette.ColorRole
Group = QPalette.ColorGroup

TEXT_FONTS = (
    "Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "Noto Serif", "Georgia",
    "Source Serif 4", "Cambria", "Times", "DejaVu Serif",
)  # fmt: skip
"""Serif faces in order of preference; the first is the one the United Nations sets its texts in."""
TEXT_SIZE = 12.5
"""Points of the text at normal zoom."""


@dataclass(frozen=True)
class Theme:
    """The colours of a window, as "#rrggbb"."""

    dark: bool
    window: str
    """Behind everything."""
    paper: str
    """Behind the two texts."""
    ink: str
    faint: str
    """Numbers, labels and what only accompanies."""
    line: str
    """Thin lines between things."""
    raised: str
    """Buttons and cards."""
    accent: str
    on_accent: str
    old: str
    """Words that went, paragraphs that were deleted."""
    new: str
    """Words that came, paragraphs that were inserted."""
    edited: str
    """Links between paragraphs whose words changed."""
    moved: str
    linked: str
    """Links of paragraphs that were split or merged."""
    error: str
    warning: str
    good: str

    def colour(self, name: str, opacity: float = 1.0) -> QColor:
        """A colour by name ("old"), see-through where ``opacity`` is below 1."""
        found = QColor(getattr(self, name))
        found.setAlphaF(opacity)
        return found

    def on_paper(self, name: str, opacity: float) -> QColor:
        """A see-through colour as it looks on paper; quicker to paint than to look through."""
        over, paper, rest = self.colour(name), self.colour("paper"), 1 - opacity
        return QColor(
            round(over.red() * opacity + paper.red() * rest),
            round(over.green() * opacity + paper.green() * rest),
            round(over.blue() * opacity + paper.blue() * rest),
        )

    @property
    def wash(self) -> float:
        """Opacity of a tint behind words that changed."""
        return 0.30 if self.dark else 0.16


LIGHT = Theme(
    dark=False, window="#f3f2ee", paper="#fdfcfa", ink="#21242a", faint="#636770", line="#dcdad3",
    raised="#ffffff", accent="#2b5f9e", on_accent="#ffffff", old="#b4472e", new="#1d7a55",
    edited="#7f8da3", moved="#7a55a8", linked="#266f83", error="#b3261e", warning="#8a5a00",
    good="#1d7a55",
)  # fmt: skip
DARK = Theme(
    dark=True, window="#1b1d21", paper="#212429", ink="#dfdcd5", faint="#9096a0", line="#363a42",
    raised="#2a2e35", accent="#82b1e8", on_accent="#10151c", old="#ee8a6d", new="#63c39a",
    edited="#8793a8", moved="#bb9be6", linked="#6fb9cb", error="#f28b82", warning="#e0b15e",
    good="#63c39a",
)  # fmt: skip
_SAFE = {"old": "#a94c00", "new": "#0067a8", "moved": "#a2447f", "linked": "#00785a"}
_SAFE_DARK = {"old": "#f5a142", "new": "#66b8ee", "moved": "#dd92bd", "linked": "#35b890"}
# Vermilion and blue, purple and green of Okabe and Ito (2008), darkened or lightened to be read.


def theme(choice: Choice = "system", *, safe: bool = False) -> Theme:
    """The theme of a choice; ``system`` follows the desktop. ``safe``: for the colour-blind."""
    dark = choice == "dark" or (choice == "system" and system_is_dark())
    found = DARK if dark else LIGHT
    return replace(found, **(_SAFE_DARK if dark else _SAFE)) if safe else found


def system_is_dark() -> bool:
    """Whether the desktop asks for a dark window."""
    hints = QGuiApplication.styleHints()
    return hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's palette."""
    found = QPalette()
    for roles, name in (
        ((Role.Window,), "window"),
        ((Role.Base, Role.ToolTipBase), "paper"),
        ((Role.AlternateBase,), "window"),
        ((Role.Button, Role.Light, Role.Midlight), "raised"),
        ((Role.WindowText, Role.Text, Role.ButtonText, Role.ToolTipText, Role.BrightText), "ink"),
        ((Role.PlaceholderText,), "faint"),
        ((Role.Mid, Role.Dark), "line"),
        ((Role.Shadow,), "faint"),
        ((Role.Highlight, Role.Link, Role.LinkVisited, Role.Accent), "accent"),
        ((Role.HighlightedText,), "on_accent"),
    ):
        for role in roles:
            found.setColor(role, theme.colour(name))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        found.setColor(Group.Disabled, role, theme.colour("faint", 0.6))
    return found


_own: dict[str, str | float] = {"family": "", "size": TEXT_SIZE}
"""What a person wants the texts set in; "" for the first of ``TEXT_FONTS``. Of the whole program,
as the application's own font is."""


def set_text_face(family: str, size: float) -> None:
    """Set the texts in a face and size (points) of the person's own choice; "" for the usual."""
    _own.update(family=family, size=min(36.0, max(7.0, size)))


def text_font(size: float | None = None) -> QFont:
    """The face of the texts, in points: the person's own, else the first of ``TEXT_FONTS`` that is
    installed."""
    known = set(QFontDatabase.families())
    wanted = (str(_own["family"]), *TEXT_FONTS)
    family = next((name for name in wanted if name in known), None)
    size = float(_own["size"]) if size is None else size
    font = QFont(family) if family else QFont()
    font.setStyleHint(QFont.StyleHint.Serif)
    if family is None:
        font.setFamilies(["Serif"])
    font.setPointSizeF(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def ui_font(scale: float = 1.0) -> QFont:
    """The system's own font for everything that is not the text, smaller or larger by a factor."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * scale)
    return font


def text_style(theme: Theme, zoom: float = 1.0) -> Style:
    """How the texts are set in a theme."""
    from ui.editor.render import Style

    return Style(
        font=text_font(),
        ink=theme.colour("ink"),
        faint=theme.colour("faint"),
        accent=theme.colour("accent"),
        zoom=zoom,
    )
