"""The place in the draft of the card the mouse is on: marked at once, brought into view after a
moment, so that a mouse passing over a list moves no text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.editor.view import ResolutionView
from ui.panels.tree import CardTree

REST = 400
"""Milliseconds the mouse rests on a card before its place is brought into view."""

Where = tuple[str, int, int]
"""Id of a paragraph, and the code points [start, end) in it."""


class Pointing(QObject):
    """Follows the mouse over a list of cards."""

    def __init__(
        self, tree: CardTree, view: ResolutionView, place: Callable[[object], Where | None]
    ) -> None:
        """``place`` says where that is which a card is of."""
        super().__init__(tree)
        self._tree, self._view, self._place = tree, view, place
        self._where: Where | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._bring_into_view)
        tree.pointed.connect(self._point)

    def _point(self, value: object) -> None:
        """Mark it; where the mouse is on no card, the one that is looked at is marked again."""
        self._rest.stop()
        where = self._place(self._tree.current_value() if value is None else value)
        if where is None:
            self._view.choose(None)
            return
        self._view.choose(*where, scroll=False)
        if value is not None:
            self._where = where
            self._rest.start()

    def _bring_into_view(self) -> None:
        if self._where is not None and self._where[0] in self._view.resolution.positions:
            self._view.ensure_words_visible(*self._where)
