"""Plain text that reads back to the same model."""

from __future__ import annotations

import textwrap

from drafter.model import Kind, Paragraph, Resolution, Text, note_numbers, numbers
from drafter.un.dates import format_date
from drafter.write.form import (
    Form,
    agenda_line,
    distribution,
    form_of,
    issue_date,
    session_line,
    title_number,
)

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def text_of(resolution: Resolution, *, form: Form | None = None) -> str:
    """The text with its masthead, one paragraph a line, footnotes at the end.

    Cues are raised figures ("ones,¹"); a blank line stands between paragraphs.
    """
    form = form or form_of(resolution)
    printed = numbers(resolution)
    notes = note_numbers(resolution)
    blocks = _masthead(resolution, form)
    for part in resolution.paragraphs:
        lead = _lead(resolution, part, printed, form)
        blocks.append(lead + _with_cues(part.text, notes))
    ordered = sorted(resolution.notes, key=lambda note: notes[note.id])
    if ordered:
        blocks.append("__________________")
    blocks += [f"{_raised(notes[n.id])} {_with_cues(n.text, notes)}" for n in ordered]
    return "\n\n".join(blocks) + "\n"


def _masthead(resolution: Resolution, form: Form) -> list[str]:
    facts = resolution.masthead
    date = issue_date(facts, form)
    original = facts.original_language or ("English" if form == "draft" else "")
    groups = (
        ("United Nations", facts.symbol or ""),
        (facts.organ or "",),
        (
            distribution(facts, form),
            format_date(date) if date else "",
            f"Original: {original}" if original else "",
        ),
        (
            session_line(facts),
            facts.committee or "",
            agenda_line(facts),
            facts.agenda_title or "",
        ),
    )
    blocks = ["\n".join(line for line in group if line) for group in groups]
    return [block for block in blocks if block]


def _lead(resolution: Resolution, part: Paragraph, printed: dict[str, str], form: Form) -> str:
    if part.kind is Kind.TITLE:
        number = title_number(resolution.masthead) if form == "adopted" else None
        return f"{number}. " if number and not part.section else ""
    number = printed.get(part.id)
    if part.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PREAMBULAR) and number:
        dot = "." if part.kind is Kind.OPERATIVE and not number.endswith((".", ")")) else ""
        return "    " * max(1, part.level + 1) + f"{number}{dot} "
    return "    " if part.kind in (Kind.SPEAKER, Kind.PREAMBULAR, Kind.CHAPEAU) else ""


def _with_cues(text: Text, notes: dict[str, int]) -> str:
    parts: list[str] = []
    at = 0
    last = -1
    for cue in text.cues:
        parts.append(text.string[at : cue.at])
        number = notes.get(cue.note or "")
        mark = _raised(number) if number else (cue.typed or "").translate(_RAISED)
        parts.append(f",{mark}" if cue.at == last else mark)
        at = last = cue.at
    parts.append(text.string[at:])
    return "".join(parts)


def _raised(number: int) -> str:
    return str(number).translate(_RAISED)


def wrapped(text: str, width: int = 80) -> str:
    """The text in lines of at most ``width`` characters, for a terminal."""
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))
