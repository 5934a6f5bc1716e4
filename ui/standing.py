"""Where one stood in a draft: caret, scroll, panel and window, found again when it is reopened."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QPoint

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.work import Work

_GROUP = "standing"
_MOST = 100
"""Drafts that are remembered."""


def remember(window: MainWindow) -> None:
    """Keep where one stands in the draft of a window."""
    path = window.session.path
    if path is None or not window.has_work:
        return
    work, editor = window.work, window.editor
    caret, place = editor.selection().end
    top = editor.cursorForPosition(QPoint(0, 0)).block()
    layout = editor.document().documentLayout()
    pixels = layout.blockBoundingRect(top).top() - editor.verticalScrollBar().value()
    found = {
        "caret": caret,
        "offset": place.offset,
        "top": editor.paragraph_id_at(top.position()),
        "at": pixels / max(1, editor.viewport().height()),
        "panel": work.side.currentIndex(),
        "outline": window.actions_["show_outline"].isChecked(),
        "side": window.actions_["show_side"].isChecked(),
        "geometry": _text(window.saveGeometry()),
        "splitter": _text(work.splitter.saveState()),
    }
    window.settings.remember(_GROUP, _key(path), json.dumps(found), _MOST)


def restore(window: MainWindow, *, geometry: bool) -> None:
    """Go where one stood; ``geometry`` where the window may change its place and size too."""
    path = window.session.path
    found = _found(window, path) if path is not None else {}
    if not found:
        return
    work = window.work
    if geometry:
        window.restoreGeometry(_bytes(found.get("geometry")))
    work.splitter.restoreState(_bytes(found.get("splitter")))
    for name in ("outline", "side"):
        window.actions_[f"show_{name}"].setChecked(bool(found.get(name, True)))
    panel = found.get("panel")
    if isinstance(panel, int) and 0 <= panel < work.side.count():
        work.side.setCurrentIndex(panel)
    _go(work, found)


def _go(work: Work, found: dict[str, Any]) -> None:
    editor = work.editor
    caret, offset = str(found.get("caret", "")), found.get("offset", 0)
    positions = editor.resolution.positions
    if caret in positions and isinstance(offset, int):
        size = len(editor.resolution.text_of(caret))
        editor.put_caret(caret, max(0, min(offset, size)))
    top, at = str(found.get("top", "")), found.get("at", 0.0)
    if top in positions and isinstance(at, float | int):
        editor.scroll_to(top, float(at))


def _found(window: MainWindow, path: Path) -> dict[str, Any]:
    """What was kept, or nothing where that is no longer to be read."""
    try:
        found = json.loads(window.settings.remembered(_GROUP, _key(path)) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _key(path: Path) -> str:
    return hashlib.blake2b(str(path.absolute()).encode(), digest_size=8).hexdigest()


def _text(data: QByteArray) -> str:
    return base64.b64encode(data.data()).decode()


def _bytes(text: object) -> QByteArray:
    return QByteArray(base64.b64decode(text)) if isinstance(text, str) else QByteArray()
