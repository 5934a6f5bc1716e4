"""Drafts as a night of negotiation leaves them: any number of random edits to a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from random import Random

from drafter.model import Cue, Footnote, Kind, Paragraph, Resolution, Text

PHRASES = (
    "the further", "resolution 74/175 of 18 December 2019", "“deltas” and", "rivers,", "also",
    "A/74/12", "x", "in\u2011kind", "(i) of", "Security Council resolution 2178 (2014)",
)  # fmt: skip
BODY = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PLAIN)


class Drafter:
    """Edits a text at random; ``EDITS`` names what it can do."""

    def __init__(self, text: Resolution, random: Random) -> None:
        self._text = text
        self._random = random
        self._row = list(text.paragraphs)
        self._notes = {note.id: note for note in text.notes}
        self._made = 0

    def edit(self, most: int = 8) -> Resolution:
        """The text after some edits, under the ids it had."""
        for _ in range(self._random.randint(1, most)):
            before = list(self._row)
            self._random.choice(EDITS)(self)
            if not any(p.kind in BODY and p.text.string.strip() for p in self._row):
                self._row = before
        called = {cue.note for p in self._row for cue in p.text.cues}
        notes = tuple(note for key, note in self._notes.items() if key in called)
        return replace(self._text, paragraphs=tuple(self._row), notes=notes)

    # helpers

    def _pick(self, kinds: tuple[Kind, ...] = BODY, *, words: int = 1, cues: bool = False) -> int:
        found = [
            i
            for i, p in enumerate(self._row)
            if p.kind in kinds and len(p.text.string.split()) >= words and (p.text.cues or not cues)
        ]
        return self._random.choice(found) if found else -1

    def _place(self, i: int, words: int = 0) -> tuple[int, int]:
        spans = [m.span() for m in re.finditer(r"\S+", self._row[i].text.string)]
        first = self._random.randrange(len(spans))
        return spans[first][0], spans[min(first + words, len(spans) - 1)][1]

    def _splice(self, i: int, start: int, end: int, new: Text) -> None:
        text = self._row[i].text.splice(start, end, new)
        if text.string.strip():
            self._row[i] = replace(self._row[i], text=text)

    def _phrase(self) -> str:
        return self._random.choice(PHRASES)

    def _id(self, letter: str) -> str:
        self._made += 1
        return f"{letter}9{self._made:04}"

    def _put(self, i: int, paragraph: Paragraph) -> None:
        beside = self._row[max(0, min(i, len(self._row)) - 1)] if self._row else paragraph
        self._row.insert(i, replace(paragraph, section=beside.section))

    def _with_cues(self, i: int, cues: tuple[Cue, ...]) -> None:
        self._row[i] = replace(self._row[i], text=replace(self._row[i].text, cues=cues))

    # words

    def word(self) -> None:
        if (i := self._pick((*BODY, Kind.TITLE, Kind.HEADING, Kind.CLOSING))) >= 0:
            self._splice(i, *self._place(i), Text(self._phrase()))

    def word_beside_a_cue(self) -> None:
        if (i := self._pick(cues=True)) < 0:
            return
        cue = self._random.choice(self._row[i].text.cues)
        spans = [m.span() for m in re.finditer(r"\S+", self._row[i].text.string)]
        near = [s for s in spans if min(abs(s[0] - cue.at), abs(s[1] - cue.at)) < 12]
        if near:
            self._splice(i, *self._random.choice(near), Text(self._phrase()))

    def word_in_a_citation(self) -> None:
        for i in self._random.sample(range(len(self._row)), len(self._row)):
            found = list(re.finditer(r"\d+/\d+", self._row[i].text.string))
            if found and self._row[i].kind in BODY:
                match = self._random.choice(found)
                symbol = f"{self._random.randint(70, 80)}/{self._random.randint(1, 300)}"
                self._splice(i, *match.span(), Text(symbol))
                return

    def begin_otherwise(self) -> None:
        if (i := self._pick()) >= 0:
            self._splice(i, 0, 0, Text("Also "))

    def go_on(self) -> None:
        if (i := self._pick()) >= 0:
            end = len(self._row[i].text)
            self._splice(i, end, end, Text(f" and {self._phrase()};"))

    def cut(self) -> None:
        if (i := self._pick(words=4)) >= 0:
            self._splice(i, *self._place(i, self._random.randint(0, 12)), Text())

    def italics(self) -> None:
        if (i := self._pick()) >= 0:
            text = self._row[i].text
            end = self._place(i)[1]
            self._row[i] = replace(self._row[i], text=Text(text.string, ((0, end),), text.cues))

    # paragraphs

    def split(self) -> None:
        if (i := self._pick(words=3)) < 0:
            return
        text = self._row[i].text
        at = self._random.choice([m.start() for m in re.finditer(r"(?<=\s)\S", text.string)] or [0])
        if at and text.string[:at].strip():
            first = replace(self._row[i], text=text.slice(0, at - 1))
            rest = text.slice(at, len(text))
            second = replace(first, id=self._id("p"), text=rest, origin=None)
            self._row[i : i + 1] = [first, second]

    def join(self) -> None:
        i = self._pick()
        if 0 <= i < len(self._row) - 1 and self._row[i + 1].kind in BODY:
            joined = self._row[i].text + Text(" ") + self._row[i + 1].text
            self._row[i : i + 2] = [replace(self._row[i], text=joined)]

    def move(self) -> None:
        if (i := self._pick(cues=self._random.random() < 0.5)) >= 0:
            paragraph = self._row.pop(i)
            self._put(self._random.randint(0, len(self._row)), paragraph)

    def move_a_little(self) -> None:
        if (i := self._pick()) >= 0:
            paragraph = self._row.pop(i)
            self._put(
                min(len(self._row), max(0, i + self._random.choice((-2, -1, 1, 2)))), paragraph
            )

    def strike(self) -> None:
        if (i := self._pick(cues=self._random.random() < 0.5)) >= 0:
            del self._row[i]

    def strike_nearly_all(self) -> None:
        if self._random.random() < 0.2:
            kept = (Kind.TITLE, Kind.SPEAKER)
            self._row = [p for p in self._row if p.kind in kept or self._random.random() < 0.1]

    def add(self) -> None:
        if (i := self._pick()) >= 0:
            text = Text("Emphasizes", ((0, 10),)) + Text(f" {self._phrase()} {self._phrase()};")
            like = self._row[i]
            new = Paragraph(self._id("p"), like.kind, text, like.level, like.section)
            self._row.insert(i + self._random.randint(0, 1), new)

    def add_at_an_end(self) -> None:
        text = Text(f"Nothing {self._phrase()} stands here.")
        at = self._random.choice((0, len(self._row)))
        self._put(at, Paragraph(self._id("p"), Kind.PLAIN, text))

    def add_subparagraph(self) -> None:
        if (i := self._pick((Kind.OPERATIVE, Kind.SUBPARAGRAPH))) >= 0:
            level = self._random.randint(1, min(3, self._row[i].level + 1))
            new = Paragraph(self._id("p"), Kind.SUBPARAGRAPH, Text(f"To {self._phrase()};"), level)
            self._put(i + 1, new)

    def other_kind(self) -> None:
        if (i := self._pick(BODY[:3])) >= 0:
            kind = self._random.choice(BODY[:3])
            level = self._random.randint(1, 3) if kind is Kind.SUBPARAGRAPH else 0
            self._row[i] = replace(self._row[i], kind=kind, level=level)

    def drop_a_line(self) -> None:
        kind = self._random.choice((Kind.ADOPTION, Kind.CLOSING, Kind.SPEAKER))
        self._row = [p for p in self._row if p.kind is not kind]

    def table(self) -> None:
        found = [i for i, p in enumerate(self._row) if p.kind is Kind.OPAQUE]
        if found:
            i = self._random.choice(found)
            if self._random.random() < 0.5:
                del self._row[i]
            else:
                beside = Paragraph(self._id("p"), Kind.PLAIN, Text("Beside a table stands this."))
                self._put(i + self._random.randint(0, 1), beside)

    # notes

    def note(self) -> None:
        if (i := self._pick()) >= 0:
            made = Footnote(self._id("n"), Text(f"See {self._phrase()} {self._made}."))
            self._notes[made.id] = made
            end = self._place(i)[1]
            self._splice(i, end, end, Text("", (), (Cue(0, made.id),)))

    def call_again(self) -> None:
        if self._notes and (i := self._pick()) >= 0:
            end = self._place(i)[1]
            note = self._random.choice(list(self._notes))
            self._splice(i, end, end, Text("", (), (Cue(0, note),)))

    def strike_note(self) -> None:
        note = self._random.choice(list(self._notes) or [""])
        for i, paragraph in enumerate(self._row):
            if paragraph.kind is not Kind.OPAQUE:
                self._with_cues(i, tuple(c for c in paragraph.text.cues if c.note != note))

    def strike_first_of_several(self) -> None:
        calls = Counter(cue.note for p in self._row for cue in p.text.cues)
        for i, paragraph in enumerate(self._row):
            for k, cue in enumerate(paragraph.text.cues):
                if calls[cue.note] > 1 and paragraph.kind is not Kind.OPAQUE:
                    cues = paragraph.text.cues
                    self._with_cues(i, (*cues[:k], *cues[k + 1 :]))
                    return

    def word_in_a_note(self) -> None:
        note = self._random.choice(list(self._notes) or [""])
        found = [
            m.span() for m in re.finditer(r"\S+", self._notes[note].text.string if note else "")
        ]
        if found:
            text = self._notes[note].text.splice(*self._random.choice(found), Text(self._phrase()))
            self._notes[note] = replace(self._notes[note], text=text)

    def swap_notes(self) -> None:
        places = [
            (i, k)
            for i, p in enumerate(self._row)
            if p.kind in BODY
            for k, _ in enumerate(p.text.cues)
        ]
        if len(places) > 1:
            (i, k), (j, m) = self._random.sample(places, 2)
            a, b = self._row[i].text.cues[k].note, self._row[j].text.cues[m].note
            for at, index, note in ((i, k, b), (j, m, a)):
                cues = list(self._row[at].text.cues)
                cues[index] = replace(cues[index], note=note)
                self._with_cues(at, tuple(cues))


EDITS: tuple[Callable[[Drafter], None], ...] = (
    Drafter.word, Drafter.word_beside_a_cue, Drafter.word_in_a_citation, Drafter.begin_otherwise,
    Drafter.go_on, Drafter.cut, Drafter.italics, Drafter.split, Drafter.join, Drafter.move,
    Drafter.move_a_little, Drafter.strike, Drafter.strike_nearly_all, Drafter.add,
    Drafter.add_at_an_end, Drafter.add_subparagraph, Drafter.other_kind, Drafter.drop_a_line,
    Drafter.table, Drafter.note, Drafter.call_again, Drafter.strike_note,
    Drafter.strike_first_of_several, Drafter.word_in_a_note, Drafter.swap_notes,
)  # fmt: skip


def from_elsewhere(text: Resolution) -> Resolution:
    """The text as it would come from another file: under ids of its own."""
    ids = {p.id: f"q{i}" for i, p in enumerate(text.paragraphs)}
    notes = {n.id: f"m{i}" for i, n in enumerate(text.notes)}

    def named(paragraph: Paragraph) -> Paragraph:
        cues = tuple(replace(c, note=notes.get(c.note or "")) for c in paragraph.text.cues)
        new = replace(paragraph.text, cues=cues)
        return replace(paragraph, id=ids[paragraph.id], text=new, origin=None)

    return replace(
        text,
        paragraphs=tuple(map(named, text.paragraphs)),
        notes=tuple(replace(n, id=notes[n.id]) for n in text.notes),
        source=None,
    )
