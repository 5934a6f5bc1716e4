"""How each kind of change looks: colour, line and sign, so that colour is never the only one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

from drafter.model import Row

ORDER = ("edited", "notes", "formatting", "inserted", "deleted", "split", "merged", "moved")
"""Kinds of change a person can choose among."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is drawn."""

    colour: str
    """Name in the theme."""
    sign: str
    """What stands on the ribbon; "" where the shape says enough."""
    line: Qt.PenStyle = Qt.PenStyle.SolidLine
    fill: float = 0.16
    """Opacity of the band on light paper."""

    def opacity(self, dark: bool, active: bool) -> float:
        """Opacity of the band; more where it is pointed at or looked at."""
        return self.fill + (0.14 if active else 0.0) + (0.05 if dark else 0.0)


LOOKS: dict[str, Look] = {
    "same": Look("line", "", Qt.PenStyle.SolidLine, 0.0),
    "edited": Look("edited", "", Qt.PenStyle.SolidLine, 0.17),
    "notes": Look("edited", "¹", Qt.PenStyle.DotLine, 0.10),
    "formatting": Look("edited", "it.", Qt.PenStyle.DotLine, 0.10),
    "inserted": Look("new", "+"),
    "deleted": Look("old", "−"),
    "split": Look("linked", "1→{new}"),
    "merged": Look("linked", "{old}→1"),
    "moved": Look("moved", "↕", Qt.PenStyle.DashLine, 0.14),
}


def kind_of(row: Row) -> str:
    """The kind a row is shown as: what moved is shown as moved, whatever else it is."""
    if row.moved and row.change in ("same", "edited"):
        return "moved"
    return row.beside or row.change


def is_change(row: Row) -> bool:
    """Whether a row is worth stopping at; renumbering alone is not."""
    return row.change != "same" or row.moved or bool(row.beside)


def sign_of(row: Row) -> str:
    """What stands on a row's ribbon: "+", "1→2"."""
    sign = LOOKS[kind_of(row)].sign
    return sign.format(old=len(row.old), new=len(row.new))


def kind_words(kind: str) -> str:
    """A kind as a person says it: "new"."""
    return {
        "same": QCoreApplication.translate("kinds", "unchanged"),
        "edited": QCoreApplication.translate("kinds", "edited"),
        "notes": QCoreApplication.translate("kinds", "in footnotes"),
        "formatting": QCoreApplication.translate("kinds", "in italics"),
        "inserted": QCoreApplication.translate("kinds", "new"),
        "deleted": QCoreApplication.translate("kinds", "deleted"),
        "split": QCoreApplication.translate("kinds", "split"),
        "merged": QCoreApplication.translate("kinds", "merged"),
        "moved": QCoreApplication.translate("kinds", "moved"),
    }[kind]
