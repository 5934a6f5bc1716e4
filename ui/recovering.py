"""What a program that was killed left behind is offered at the next start, one draft after another,
in the message bar: it stops nobody, and what is not answered is offered again next time."""

from __future__ import annotations

import datetime as dt
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.files import Files, when_words
from ui.message_bar import MessageBar

if TYPE_CHECKING:
    from drafter.draft import RecoveryCopy


class Recovering(QObject):
    """Offers recovery copies in a window."""

    others = Signal(list)
    """The copies that are left where one was recovered here: each wants a window of its own."""

    def __init__(self, files: Files, message: MessageBar) -> None:
        super().__init__(files)
        self._files, self._message = files, message

    def look(self) -> None:
        """Look for copies in the background and offer the newest."""
        self._files.keeping.find_copies(self.offer)

    def offer(self, copies: list[RecoveryCopy]) -> None:
        """Offer the first of some copies."""
        if not copies:
            return
        newest, *rest = copies
        self._message.say(self._said(newest, len(rest)))
        self._message.offer(
            self.tr("&Recover"),
            self.tr("Take up the draft as it was"),
            lambda: self._recover(newest, rest),
        )
        self._message.offer(
            self.tr("&Discard"),
            self.tr("Delete the recovery copy"),
            lambda: (newest.discard(), self._message.dismiss(), self.offer(rest)),
        )
        if rest:
            self._message.offer(
                self.tr("&Next"),
                self.tr("Keep this one for later and look at the next"),
                lambda: (self._message.dismiss(), self.offer([*rest, newest])),
            )

    def _recover(self, copy: RecoveryCopy, rest: list[RecoveryCopy]) -> None:
        self._message.dismiss()
        self._files.recover(copy)
        if rest:
            self.others.emit(rest)

    def _said(self, copy: RecoveryCopy, more: int) -> str:
        title = shorten(copy.title, 70, placeholder="…") or self.tr("a draft without a title")
        said = self.tr("“%s” was open when the program stopped; its text of %s was kept.")
        parts = [said % (title, when_words(copy.saved))]
        if (saved := _written(copy)) is not None:
            parts.append(self.tr("The file itself was saved %s.") % when_words(saved))
        if more:
            parts.append(self.tr("There are %d more.") % more if more > 1 else self.tr("One more."))
        return " ".join(parts)


def _written(copy: RecoveryCopy) -> dt.datetime | None:
    """When the draft itself was saved last, or None where it never was or is gone."""
    if copy.draft_path is None or not copy.draft_path.is_file():
        return None
    return dt.datetime.fromtimestamp(copy.draft_path.stat().st_mtime).astimezone()
