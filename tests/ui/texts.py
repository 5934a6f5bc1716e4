"""Texts of our own for the window's tests."""

from __future__ import annotations

import datetime as dt

from drafter.model import Cue, Cycle, Footnote, Kind, Masthead, Paragraph, Resolution, Source, Text


def text(string: str, *cues: str) -> Text:
    """A text from "*italic* words[n1]" marks: stars around italics, brackets around note ids."""
    plain: list[str] = []
    emphasis: list[tuple[int, int]] = []
    found: list[Cue] = []
    size, start = 0, -1
    i = 0
    while i < len(string):
        if string[i] == "*":
            if start < 0:
                start = size
            else:
                emphasis.append((start, size))
                start = -1
            i += 1
        elif string[i] == "[":
            end = string.index("]", i)
            found.append(Cue(size, string[i + 1 : end]))
            i = end + 1
        else:
            plain.append(string[i])
            size += 1
            i += 1
    return Text("".join(plain), tuple(emphasis), tuple(found))


def last_cycle() -> Resolution:
    """An adopted resolution on a made-up subject."""
    K = Kind
    rows: list[tuple[Kind, int, str]] = [
        (K.TITLE, 0, "Technical assistance for the keeping of public archives"),
        (K.SPEAKER, 0, "*The General Assembly*,"),
        (K.PREAMBULAR, 0, "*Recalling* its resolution 68/911 of 18 December 2013, and noting the "
         "role of archives in the rule of law,[n1]"),
        (K.PREAMBULAR, 0, "*Recalling also* all its resolutions on the keeping of archives, in "
         "particular the most recent,[n2]"),
        (K.PREAMBULAR, 0, "*Stressing* that the keeping of archives is first of all a "
         "responsibility of States,"),
        (K.OPERATIVE, 0, "*Takes note* of the report of the Secretary-General on the keeping of "
         "public archives;[n3]"),
        (K.OPERATIVE, 0, "*Urges* Member States that have not yet done so:"),
        (K.SUBPARAGRAPH, 1, "To make lists of what they keep;"),
        (K.SUBPARAGRAPH, 1, "To train those who keep it, upon request;"),
        (K.OPERATIVE, 0, "*Requests* the Secretary-General to submit to the General Assembly at "
         "its seventy-first session a report on the implementation of the present resolution."),
        (K.CLOSING, 0, "80th plenary meeting\n17 December 2015"),
    ]  # fmt: skip
    paragraphs = tuple(
        Paragraph(f"p{i}", kind, text(words), level)
        for i, (kind, level, words) in enumerate(rows, start=1)
    )
    notes = (
        Footnote("n1", text("See *Treaty Series*, vol. 2, No. 3.")),
        Footnote("n2", text("Resolutions 66/911 and 68/911.")),
        Footnote("n3", text("A/70/911.")),
    )
    masthead = Masthead("General Assembly", "A/RES/70/911", "70", "106", date=dt.date(2015, 12, 17))
    source = Source("A_RES_70_911.docx", "docx")
    return Resolution(paragraphs, notes, masthead, source)


def cycle() -> Cycle:
    """The cycle it is drafted for."""
    return Cycle("A/C.3", "72", dt.date(2017, 10, 20), "A", "72")
