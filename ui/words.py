"""How the window words what the model holds. Nothing here decides anything about a text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from drafter.model import (
    AddNote,
    Change,
    Cycle,
    DeleteParagraph,
    Group,
    InsertParagraph,
    Kind,
    RemoveNote,
    ReplaceText,
    Resolution,
    SetAttribute,
    SetMasthead,
)
from drafter.text.whole_words import whole_words


def tr(text: str) -> str:
    """Translate a string of this module."""
    return QCoreApplication.translate("words", text)


def day(date: dt.date) -> str:
    """17 December 2015."""
    return f"{date.day} {date:%B} {date.year}"


def ordinal(number: str) -> str:
    """ "26" -> "26th"; what is no number stays."""
    if not number.isdigit():
        return number
    last = int(number) % 100
    ending = "th" if 10 < last < 20 else {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")
    return f"{number}{ending}"


def source_words(base: Resolution) -> str:
    """Which text this was: symbol and date, else the file's name."""
    masthead = base.masthead
    name = masthead.symbol or (base.source.name if base.source else "") or tr("untitled")
    return f"{name} · {day(masthead.date)}" if masthead.date else name


def cycle_words(cycle: Cycle) -> str:
    """Where the draft is tabled: "Commission … · 26th session, 2017"."""
    from drafter.un.organs import name_of

    if len(cycle.session) == 4 and cycle.session.isdigit():
        session = tr("%s session") % cycle.session
    elif cycle.session:
        session = tr("%s session, %d") % (ordinal(cycle.session), cycle.date.year)
    else:
        session = str(cycle.date.year)
    return f"{name_of(cycle.organ)} · {session}"


KINDS: dict[Kind, str] = {
    Kind.PREAMBULAR: "Preambular paragraph",
    Kind.OPERATIVE: "Operative paragraph",
    Kind.SUBPARAGRAPH: "Sub-paragraph",
    Kind.HEADING: "Heading",
    Kind.PLAIN: "Plain text",
    Kind.SUBMITTERS: "Submitters",
    Kind.CHAPEAU: "Chapeau",
    Kind.TITLE: "Title",
    Kind.SPEAKER: "Speaker",
    Kind.CLOSING: "Closing",
    Kind.ADOPTION: "Adoption line",
    Kind.OPAQUE: "Table or picture",
}


def reading_words(base: Resolution) -> str:
    """What was understood: "19 preambular, 30 operative paragraphs, 7 footnotes, 1 question"."""
    counts = [
        (len(base.of_kind(Kind.PREAMBULAR)), "preambular", "preambular"),
        (len(base.of_kind(Kind.OPERATIVE)), "operative paragraph", "operative paragraphs"),
        (len(base.notes), "footnote", "footnotes"),
        (len(base.reading.repairs), "place mended", "places mended"),
        (len(base.reading.questions), "question", "questions"),
    ]
    said = [
        f"{n} {one if n == 1 else many}"
        for n, one, many in counts
        if n or one.startswith(("preamb", "oper"))
    ]
    return tr("Understood: %s.") % ", ".join(said)


def reading_said(base: Resolution, *, suggestions: bool) -> tuple[str, str]:
    """What is said after opening, and its details; ``suggestions``: they have the keys now."""
    said = reading_words(base)
    reading = base.reading
    doubts = [*(q.message for q in reading.questions), *(w.message for w in reading.warnings)]
    if doubts:
        said += tr("  Look at: %s") % "; ".join(doubts[:3])
    elif suggestions and base.of_kind(Kind.OPERATIVE):
        said += tr("  Now go through the suggestions: A accepts, S skips.")
    mended = (f"{r.rule}: {r.before!r} → {r.after!r}" for r in reading.repairs)
    return said, "\n".join([*doubts, *mended])


RULES: dict[str, str] = {
    "stage": "From adopted text to draft",
    "agenda-item": "Agenda items",
    "agenda-title": "Agenda items",
    "reported-session": "Sessions",
    "session": "Sessions",
    "report-back": "Sessions",
    "predecessor": "The text itself, now cited",
    "recalled-clause": "What last cycle’s text said",
    "provisional-agenda": "Provisional agenda",
    "mandate": "Mandates that were extended",
    "official-records": "Official records",
    "list-form": "How lists are worded",
    "most-recent-list": "“Most recent” lists",
    "security-council": "Security Council resolutions",
    "successor": "Newest text of a series",
    "series": "Newest text of a series",
    "report": "Reports",
    "year": "Years",
    "body": "Bodies that have a successor",
    "speaker": "Who is speaking",
    "footnote-style": "How footnotes are worded",
}


def rule_words(rule: str) -> str:
    """Heading over the suggestions of a rule."""
    return RULES.get(rule) or rule.replace("-", " ").replace("_", " ").capitalize()


CONFIDENCE = {
    "certain": ("●", "certain: arithmetic that the text itself supports"),
    "likely": ("◐", "likely: the catalogue or the usual form tells"),
    "ask": ("○", "ask: a person must look"),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """What a change does, as it is shown: where, what was, what comes."""

    target: str
    """Id of the paragraph or note, or "masthead.session" and its like."""
    before: str
    after: str
    start: int = 0
    end: int = 0


def edit_of(change: Change) -> Edit:
    """The edit a change is shown as; of a group, its first that has words."""
    match change:
        case ReplaceText(target, start, before, after):
            return Edit(target, before.string, after.string, start, start + len(before))
        case InsertParagraph(after, paragraph):
            return Edit(after or "", "", paragraph.text.string)
        case DeleteParagraph(_, paragraph):
            text = paragraph.text.string
            return Edit(paragraph.id, text, "", 0, len(text))
        case SetMasthead(field, before, after):
            return Edit(f"masthead.{field}", _value(before), _value(after))
        case SetAttribute(paragraph, name, before, after):
            return Edit(paragraph, f"{name} {before or '–'}", f"{name} {after or '–'}")
        case AddNote(_, note):
            return Edit(note.id, "", note.text.string)
        case RemoveNote(_, note):
            return Edit(note.id, note.text.string, "")
        case Group(changes):
            shown = [edit_of(part) for part in changes]
            return next((e for e in shown if e.before or e.after), Edit("", "", ""))
        case _:
            return Edit(getattr(change, "target", getattr(change, "paragraph", "")), "", "")


def words_of(change: Change, resolution: Resolution) -> tuple[str, str]:
    """What was and what comes, a sign or a letter with the words around it, so that it can be read:
    "wells and" and "wells, and"."""
    edit = edit_of(change)
    if edit.target in resolution.positions or edit.target in resolution.notes_by_id:
        string = resolution.text_of(edit.target).string
        if edit.before == string[edit.start : edit.end]:
            start, end = whole_words(string, edit.start, edit.end)
            head, tail = string[start : edit.start], string[edit.end : end]
            return string[start:end], f"{head}{edit.after}{tail}"
    return edit.before, edit.after


SINGLES = {
    "adoption": "Adoption line", "closing": "Closing", "title": "Title", "speaker": "Speaker",
    "submitters": "Submitters", "chapeau": "Chapeau",
}  # fmt: skip
"""How labels of things there is one of are said."""


def target_words(target: str, labels: dict[str, str]) -> str:
    """Label of what an edit is about: "OP17", "FN2", "Session"."""
    if target.startswith("masthead."):
        return target.removeprefix("masthead.").replace("_", " ").capitalize()
    label = labels.get(target, "")
    return SINGLES.get(label.split(" #")[0], label)


def _value(value: object) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


def shortened(text: str, size: int) -> str:
    """A text that is cut in the middle, between words, where it is longer than ``size``."""
    text = " ".join(text.split())
    if len(text) <= size:
        return text
    half = (size - 3) // 2
    head, tail = text[:half], text[-half:]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


def first_cue(resolution: Resolution, note_id: str) -> tuple[str, int] | None:
    """Paragraph and offset of the first cue of a note."""
    for paragraph in resolution.paragraphs:
        for cue in paragraph.text.cues:
            if cue.note == note_id:
                return paragraph.id, cue.at
    return None
