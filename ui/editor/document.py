"""A text document that shows a resolution, one block a paragraph, and follows its changes.

``show`` brings the document to what the model says with the fewest edits it can: blocks whose
paragraph is the same object are left alone, in others only the characters that differ are put anew.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from drafter.model import Kind, Paragraph, Resolution, note_numbers, numbers
from ui.editor import render
from ui.editor.mapping import Place, column, end, place, shown
from ui.editor.render import CUE_NOTE, CUE_NUMBER, CUE_TYPED, MARGIN, PARAGRAPH_ID, Run, Style

NOTHING = ""
"""Paragraph id of the one block that an empty resolution shows."""


class ResolutionDocument(QTextDocument):
    """Shows a resolution. Only ``show`` alters it."""

    def __init__(self, resolution: Resolution, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(MARGIN * style.zoom)
        self.style = style
        self.setDefaultFont(style.sized_font())
        self.resolution = Resolution()
        self.printed: dict[str, str] = {}
        """Number of each numbered paragraph, as printed in the gutter."""
        self.note_numbers: dict[str, int] = {}
        self.altering = False
        """True while ``show`` alters the document: what changes then is no typing."""
        self.show(resolution)

    # Where things are

    def block_for(self, paragraph_id: str) -> QTextBlock:
        """The block of a paragraph; an invalid one where there is none."""
        i = self.resolution.positions.get(paragraph_id)
        return self.findBlockByNumber(i) if i is not None else QTextBlock()

    def paragraph_at(self, position: int) -> Paragraph | None:
        """The paragraph whose block holds a position."""
        number = self.findBlock(position).blockNumber()
        shown_ = self.resolution.paragraphs
        return shown_[number] if 0 <= number < len(shown_) else None

    def place_at(self, position: int) -> tuple[str, Place]:
        """Paragraph id and place of a position; ("", …) in an empty resolution."""
        block = self.findBlock(position)
        if not self.resolution.paragraphs:
            return NOTHING, Place(0)
        paragraph = self.resolution.paragraphs[block.blockNumber()]
        return paragraph.id, place(paragraph.text, position - block.position())

    def position_of(self, paragraph_id: str, at: Place) -> int:
        """Position of a place; the nearest one where the text is shorter."""
        block = self.block_for(paragraph_id)
        if not block.isValid():
            return 0
        text = self.resolution.paragraph(paragraph_id).text
        here = column(text, min(at, end(text)))
        return block.position() + min(here, block.length() - 1)

    def range_of(self, paragraph_id: str, start: int, stop: int) -> tuple[int, int]:
        """Positions of the code points [start, stop) of a paragraph, cues at the end left out."""
        text = self.resolution.paragraph(paragraph_id).text
        before = sum(cue.at == start for cue in text.cues)
        return (
            self.position_of(paragraph_id, Place(start, before)),
            self.position_of(paragraph_id, Place(stop)) if stop > start
            else self.position_of(paragraph_id, Place(start, before)),
        )  # fmt: skip

    # Keeping it equal

    def show(self, resolution: Resolution) -> None:
        """Alter the document until it shows ``resolution``."""
        old, self.resolution = self.resolution, resolution
        before = self.note_numbers
        order, cues = what_differs(old, resolution)
        if cues:
            self.note_numbers = note_numbers(resolution)
        if order:
            self.printed = numbers(resolution)
        marks = before != self.note_numbers
        self.altering = True
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        try:
            rows = self._line_up(cursor, old, resolution)
            for number, was in enumerate(rows):
                now = resolution.paragraphs[number]
                if was is not now or (marks and now.text.cues):
                    self._refill(cursor, number, was, now)
        finally:
            cursor.endEditBlock()
            self.altering = False

    def restyle(self, style: Style) -> None:
        """Set everything anew in another style (zoom, palette)."""
        resolution = self.resolution
        self.style = style
        self.altering = True
        self.setDefaultFont(style.sized_font())
        self.setDocumentMargin(MARGIN * style.zoom)
        self._empty(QTextCursor(self))
        self.resolution = Resolution()
        self.show(resolution)

    def differences(self) -> list[str]:
        """Where the document is not what the model says; empty when all is well."""
        paragraphs = self.resolution.paragraphs
        found: list[str] = []
        if self.blockCount() != max(1, len(paragraphs)):
            return [f"{self.blockCount()} blocks for {len(paragraphs)} paragraphs"]
        if self.printed != numbers(self.resolution):
            found.append("the numbers in the gutter are out of date")
        if self.note_numbers != note_numbers(self.resolution):
            found.append("the numbers of the notes are out of date")
        for number, paragraph in enumerate(paragraphs):
            block = self.findBlockByNumber(number)
            if block.blockFormat().property(PARAGRAPH_ID) != paragraph.id:
                found.append(f"block {number} is not {paragraph.id}")
            elif _characters(_block_runs(block)) != _characters(
                render.runs(paragraph, self.style, self.note_numbers)
            ):
                found.append(f"{paragraph.id} shows {block.text()!r}")
        return found

    def _line_up(
        self, cursor: QTextCursor, old: Resolution, new: Resolution
    ) -> list[Paragraph | None]:
        """Bring blocks to the order of the new paragraphs; what each block shows after that."""
        was, now = old.paragraphs, new.paragraphs
        size = min(len(was), len(now))
        head = 0
        while head < size and was[head].id == now[head].id:
            head += 1
        tail = 0
        while tail < size - head and was[-1 - tail].id == now[-1 - tail].id:
            tail += 1
        gone, come = len(was) - head - tail, len(now) - head - tail
        # An empty resolution shows one block all the same.
        if not was:
            come -= 1
        if not now:
            gone -= 1
        for _ in range(gone - come):
            self._remove(cursor, head if now else 0)
        for _ in range(come - gone):
            self._add(cursor, head)
        if not now:
            self._empty(cursor)
            return []
        rows: list[Paragraph | None] = [*was[:head]]
        rows += [None] * (len(now) - head - tail)
        rows += was[len(was) - tail :] if tail else ()
        return rows

    def _remove(self, cursor: QTextCursor, number: int) -> None:
        block = self.findBlockByNumber(number)
        cursor.setPosition(block.position())
        if block.next().isValid():
            following = block.next().blockFormat()
            cursor.setPosition(block.next().position(), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            cursor.setBlockFormat(following)
        else:
            previous = block.previous()
            kept = previous.blockFormat()
            cursor.setPosition(previous.position() + previous.length() - 1)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            cursor.setBlockFormat(kept)

    def _add(self, cursor: QTextCursor, number: int) -> None:
        """Put an empty block in front of the block of that number (or behind the last)."""
        block = self.findBlockByNumber(number)
        if block.isValid():
            kept = block.blockFormat()
            cursor.setPosition(block.position())
            cursor.insertBlock()
            cursor.setBlockFormat(kept)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock()

    def _empty(self, cursor: QTextCursor) -> None:
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        fmt = render.block_format(Paragraph(NOTHING, _PLAIN), self.style)
        cursor.setBlockFormat(fmt)

    def _refill(
        self, cursor: QTextCursor, number: int, was: Paragraph | None, now: Paragraph
    ) -> None:
        block = self.findBlockByNumber(number)
        wanted = render.runs(now, self.style, self.note_numbers)
        if was is None or (was.kind, was.level) != (now.kind, now.level):
            cursor.setPosition(block.position())
            cursor.setBlockFormat(render.block_format(now, self.style))
            plain = render.plain_format(now, self.style)
            cursor.setBlockCharFormat(plain)
            self._put(cursor, block.position(), block.length() - 1, wanted)
            return
        old, new = _characters(_block_runs(block)), _characters(wanted)
        size = min(len(old), len(new))
        head = 0
        while head < size and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < size - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        start = block.position() + _units(old[:head])
        self._put(
            cursor,
            start,
            _units(old[head : len(old) - tail]),
            _cut(wanted, head, len(new) - tail),
        )

    def _put(self, cursor: QTextCursor, start: int, count: int, wanted: list[Run]) -> None:
        cursor.setPosition(start)
        cursor.setPosition(start + count, QTextCursor.MoveMode.KeepAnchor)
        if count:
            cursor.removeSelectedText()
        for string, fmt in wanted:
            if string:
                cursor.insertText(string, fmt)


def what_differs(old: Resolution, new: Resolution) -> tuple[bool, bool]:
    """Whether numbers and labels, and whether the numbers of notes, may be others now.

    Typing changes neither, and in a long text to count anew at every key is what would be felt.
    """
    if old is new:
        return False, False
    if len(old.paragraphs) != len(new.paragraphs):
        return True, True
    cues = old.notes is not new.notes and [n.id for n in old.notes] != [n.id for n in new.notes]
    for a, b in zip(old.paragraphs, new.paragraphs, strict=True):
        if a is b:
            continue
        if (a.id, a.kind, a.level, a.section, a.typed_label) != (
            b.id, b.kind, b.level, b.section, b.typed_label
        ):  # fmt: skip
            return True, True
        if a.text.cues is not b.text.cues:
            cues = cues or [c.note for c in a.text.cues] != [c.note for c in b.text.cues]
    return False, cues


_PLAIN = Kind.PLAIN
_Key = tuple[str, bool, object, object, object]


def _characters(found: list[Run]) -> list[_Key]:
    """One key a character: what it is and all of its format that matters."""
    keys: list[_Key] = []
    for string, fmt in found:
        if fmt.hasProperty(CUE_NOTE):
            cue = (fmt.property(CUE_NOTE), fmt.property(CUE_TYPED), fmt.property(CUE_NUMBER))
            keys += [(c, False, *cue) for c in string]
        else:
            italic = fmt.fontItalic()
            keys += [(c, italic, None, None, None) for c in string]
    return keys


def _block_runs(block: QTextBlock) -> list[Run]:
    found: list[Run] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        found.append((shown(fragment.text()), fragment.charFormat()))
        iterator += 1
    return found


def _units(keys: list[_Key]) -> int:
    return sum(2 if key[0] > "\uffff" else 1 for key in keys)


def _cut(found: list[Run], start: int, stop: int) -> list[Run]:
    """The characters [start, stop) of a row of runs."""
    cut: list[Run] = []
    at = 0
    for string, fmt in found:
        a, b = max(start - at, 0), min(stop - at, len(string))
        if a < b:
            cut.append((string[a:b], fmt))
        at += len(string)
    return cut
