"""Random edits, pastes, structure commands, undos and saves on one draft: model, document and file
stay the same, memory stays flat.

    QT_QPA_PLATFORM=offscreen python bench/stress.py [--edits 10000] [--seed 1] [FILE]
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

WORDS = (
    "Recalling", "the report,", "of States;", "70/177", "naïve “words”", "🜁", "paragraph 2 above",
    "Requests", "also", " ", "also recieve", "(a)", "\u00a0",
)  # fmt: skip
KINDS = ("preambular", "operative", "subparagraph", "plain", "heading")
HTML = (
    "<p><i>Urges</i> States<a href='#n1'>1</a>;</p><p>Also &amp;</p><div id='n1'>1 Note.</div>",
    "<p>one</p><p><em>two</em> 🜁</p><ul><li>three</li></ul>",
)


class Hand:
    """Does one thing after the other to an editor, at random."""

    def __init__(self, session, editor, chance: random.Random) -> None:
        self.session, self.editor, self.chance = session, editor, chance
        self.clip = None
        self.done: Counter[str] = Counter()

    def act(self) -> str:
        """Do something; what it was."""
        chance = self.chance
        self.place()
        acts = (
            ["type"] * 8 + ["erase"] * 3 + ["undo"] * 4
            + ["enter", "command", "paste", "html", "note", "change"] * 2
            + ["redo", "italic", "replace", "whole", "kind", "copy", "version"]
        )  # fmt: skip
        name = chance.choice(acts)
        getattr(self, name)()
        self.done[name] += 1
        return name

    def place(self) -> None:
        """Put the caret somewhere, now and then a selection."""
        size = self.editor.document().characterCount() - 1
        cursor = self.editor.textCursor()
        at = self.chance.randint(0, size)
        cursor.setPosition(at)
        # A short draft is left to grow again, or nothing would be left to work on.
        if self.chance.random() < 0.25 and len(self.session.draft.paragraphs) > 12:
            far = size if self.chance.random() < 0.005 else 200
            to = min(size, max(0, at + self.chance.randint(-far, far)))
            cursor.setPosition(to, cursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    def type(self) -> None:
        for character in self.chance.choice(WORDS):
            self.editor._type(character)

    def erase(self) -> None:
        from PySide6.QtGui import QTextCursor

        moves = (QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveOperation.NextWord)
        self.editor._delete(self.chance.choice(moves))

    def enter(self) -> None:
        from ui.editor import commands

        self.editor.do(commands.enter(self.session.draft, self.editor.selection()), "Enter")

    def command(self) -> None:
        from ui.editor import commands

        names = ("demote", "promote", "move_up", "move_down", "duplicate", "delete_paragraph")
        name = self.chance.choice(names)
        if name != "delete_paragraph" or len(self.session.draft.paragraphs) > 20:
            self.editor.run(getattr(commands, name), name)

    def kind(self) -> None:
        from drafter.model import Kind
        from ui.editor import commands

        kind = Kind(self.chance.choice(KINDS))
        level = self.chance.randint(1, 3) if kind is Kind.SUBPARAGRAPH else 0
        self.editor.run(commands.as_kind(kind, level), "Kind")

    def whole(self) -> None:
        from drafter.edit import negotiation, order
        from drafter.model import Kind
        from ui.editor import commands

        made = (
            commands.whole(order.settle_endings), commands.whole(order.settle_chains),
            commands.whole(negotiation.renumber), commands.beside("bis"), commands.beside("alt"),
            commands.turned(Kind.OPERATIVE), commands.turned(Kind.PREAMBULAR),
        )  # fmt: skip
        self.editor.run(self.chance.choice(made), "Command")

    def replace(self) -> None:
        from drafter.edit.find import Query, Search

        change, count = Search(Query(self.chance.choice(WORDS[:7]))).replace_all(
            self.session.draft, self.chance.choice(("report,", "Recalls", "", "x🜁"))
        )
        if count < 40:
            self.session.do(change, "Replace all")

    def note(self) -> None:
        from drafter.edit import notes
        from drafter.model import Text

        draft = self.session.draft
        paragraph, place = self.editor.selection().end
        if not draft.paragraphs:
            return
        at = (paragraph, place.offset)
        if draft.notes and self.chance.random() < 0.6:
            note = self.chance.choice(draft.notes).id
            do = notes.delete_note(draft, note) if self.chance.random() < 0.5 else None
            self.session.do(do or notes.cite_again(draft, at, note), "Note")
        else:
            self.session.do(notes.insert_note(draft, at, Text("A note 🜁.")), "Note")

    def change(self) -> None:
        from drafter.model import SetMasthead

        before = self.session.draft.masthead.symbol
        self.session.do(SetMasthead("symbol", before, f"A/{self.chance.random()}"), "Masthead")

    def copy(self) -> None:
        self.clip = self.editor.createMimeDataFromSelection()

    def paste(self) -> None:
        if self.clip is not None and len(self.session.draft.paragraphs) < 120:
            self.editor.insertFromMimeData(self.clip)

    def html(self) -> None:
        from PySide6.QtCore import QMimeData

        if len(self.session.draft.paragraphs) < 120:
            data = QMimeData()
            data.setHtml(self.chance.choice(HTML))
            self.editor.insertFromMimeData(data)

    def italic(self) -> None:
        self.editor.toggle_italic()

    def undo(self) -> None:
        for _ in range(self.chance.randint(1, 6)):
            self.editor.undo()

    def redo(self) -> None:
        for _ in range(self.chance.randint(1, 3)):
            self.editor.redo()

    def version(self) -> None:
        """Back to a text of some time ago, as one step."""
        from drafter.edit.becoming import become

        kept = getattr(self, "kept", None)
        if kept is not None and self.chance.random() < 0.3:
            self.session.do(become(self.session.draft, kept), "Version", follow=False)
            assert self.session.draft == kept
        self.kept = self.session.draft


def run(session, editor, edits: int, seed: int, told=lambda line: None, every: int = 1) -> Counter:
    """Do so many edits, and hold document, model and file against each other. AssertionError
    where they differ."""
    from drafter.draft import draft_bytes, draft_from_bytes

    hand = Hand(session, editor, random.Random(seed))
    for i in range(1, edits + 1):
        did = hand.act()
        assert editor.resolution is session.draft, (i, did)
        if i % every == 0:
            found = editor.resolution_document.differences()
            assert not found, (i, did, found)
        if i % 100 == 0:
            again = draft_from_bytes(draft_bytes(session.snapshot()), "stress.resolution")
            assert again.text == session.draft, (i, did, "the file differs")
        if i % 1000 == 0:
            told(f"{i:>7} edits, {len(session.draft.paragraphs):>4} paragraphs, {memory():6.1f} MB")
    end = session.draft
    steps = 0
    while session.undo():
        steps += 1
    assert not editor.resolution_document.differences()
    while session.redo():
        pass
    assert session.draft == end, "undo and redo do not give the draft again"
    told(f"{steps} steps undone and done again")
    return hand.done


def memory() -> float:
    """Megabytes of the process now."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, AttributeError):
        return 0.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--edits", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("file", nargs="?")
    chosen = options.parse_args()
    from drafter.draft import begin
    from drafter.workflow import open_any
    from tests.ui.texts import last_cycle
    from ui.app import application
    from ui.editor.editor import DraftEditor
    from ui.session import Session

    app = application()
    session = Session(synchronous=True)
    session.compare_now = session.suggest_now = lambda: None
    session._timer.timeout.disconnect()
    editor = DraftEditor(session)
    editor.resize(700, 800)
    base = open_any(chosen.file) if chosen.file else last_cycle()
    session.load(begin(base), None)
    started = time.perf_counter()
    print(f"      0 edits, {len(base.paragraphs):>4} paragraphs, {memory():6.1f} MB")
    done = run(session, editor, chosen.edits, chosen.seed, told=print, every=5)
    app.processEvents()
    print(f"{time.perf_counter() - started:.0f} s;", dict(done))


if __name__ == "__main__":
    main()
