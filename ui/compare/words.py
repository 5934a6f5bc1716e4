"""Rows in words, for tooltips, the status line and screen readers."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from drafter.model import Comparison, Resolution, Row, labels
from ui.compare.kinds import kind_words

_KINDS = {
    "PP": "preambular", "OP": "operative", "FN": "footnote", "H": "heading", "X": "paragraph",
    "ANNEX": "annex",
}  # fmt: skip


def tr(text: str) -> str:
    """Translate a string of this module."""
    return QCoreApplication.translate("compare", text)


def row_words(comparison: Comparison, number: int) -> str:
    """A row as it is said: "operative 4, edited, was operative 3"."""
    row = comparison.rows[number]
    old, new = _names(comparison.old, row.old), _names(comparison.new, row.new)
    if not new:
        return f"{old}, {kind_words('deleted')}"
    said = [new]
    if row.change == "split":
        said.append(tr("split from %s") % old)
    elif row.change == "merged":
        said.append(tr("merged from %s") % old)
    elif not row.beside:
        said.append(kind_words(row.change))
    said += _besides(row)
    if row.change in ("same", "edited") and old != new:
        said.append(tr("was %s") % old)
    return ", ".join(said)


def back_words(row: Row) -> str:
    """What putting the old words back means for a row."""
    if not row.old:
        return tr("Take the new paragraph out")
    if not row.new:
        return tr("Put the deleted paragraph back")
    return tr("Put the old words back")


def _besides(row: Row) -> list[str]:
    told = (
        (row.moved, tr("moved")),
        (row.formatting, tr("italics changed")),
        (row.notes, tr("footnotes changed")),
    )
    return [words for holds, words in told if holds]


def _names(text: Resolution, ids: tuple[str, ...]) -> str:
    known = _labels(text)
    names = [name_of(known.get(key, key)) for key in ids]
    return tr(" and ").join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def name_of(label: str) -> str:
    """A label as it is said: "OP3(a)" -> "operative 3 (a)", "masthead.date" -> "date"."""
    label = label.removeprefix("masthead.").replace("_", " ")
    head, _, rest = label.rpartition(".")
    match = re.fullmatch(r"([A-Z]+)(.+)", rest)
    if match and match[1] in _KINDS:
        number = re.sub(r"(?<=[^\s(])\(", " (", match[2])
        rest = f"{tr(_KINDS[match[1]])} {number}"
    return f"{head}, {rest}" if head else rest


_known: list[tuple[Resolution, dict[str, str]]] = []


def _labels(text: Resolution) -> dict[str, str]:
    """The labels of a text; those of the last few texts are remembered."""
    for known, found in _known:
        if known is text:
            return found
    _known.insert(0, (text, labels(text)))
    del _known[4:]
    return _known[0][1]
