"""Plain text that reads back to the same model.

A paragraph a line, footnotes at the end, cues as raised figures ("ones,¹"). Italics that follow
from what a paragraph is (opening words, the speaker, the closing) need no mark; others stand
between asterisks (between <i> and </i> where they begin or end in a word), headings and titles of
annexes behind a number sign, tables between two lines that say so. Where italics do not stand where
they should, or a paragraph ends like a line that goes on, a last line says to read it as it stands.
"""

from __future__ import annotations

import re
from itertools import pairwise

from drafter.model import Kind, Paragraph, Range, Resolution, Text, note_numbers, numbers
from drafter.text.plain import END_OF_TABLE, EXACT, ITALIC, PICTURE, TABLE
from drafter.un.dates import format_date
from drafter.un.italics import italics_of
from drafter.write.form import (
    Form,
    agenda_line,
    distribution,
    form_of,
    issue_date,
    organs_of,
    part_letter,
    session_line,
    title_number,
)

RULE = "__________________"
"""Stands above the footnotes."""
_SUBSTANCE = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_ENDS = (".", ",", ";", ":")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_JOB = re.compile(r"(?:V\.|GE\.|LC\.)?\d\d-\d{5}")


def text_of(resolution: Resolution, *, form: Form | None = None) -> str:
    """The text with its masthead; a blank line stands between paragraphs."""
    form = form or form_of(resolution)
    printed = numbers(resolution)
    notes = note_numbers(resolution)
    blocks = _masthead(resolution, form)
    exact = _as_it_stands(resolution, printed)
    letters: set[str] = set()
    for part in resolution.paragraphs:
        letter = part_letter(part.section)
        if letter is not None and letter not in letters:
            letters.add(letter)
            blocks.append(letter)
        if part.kind is Kind.OPAQUE and part.text.string != PICTURE:
            blocks.append(f"{TABLE}\n{_marked(part.text, notes, ())}\n{END_OF_TABLE}")
            continue
        follows = () if exact else italics_of(part.kind, part.text.string)
        marked = _marked(part.text, notes, follows)
        blocks.append(_lead(resolution, part, printed, form) + marked)
    called = sorted(resolution.notes, key=lambda note: notes[note.id])
    lines = [f"{_raised(str(notes[note.id]))} {_marked(note.text, notes, ())}" for note in called]
    lines += [f"{'*' * i} {note}" for i, note in enumerate(resolution.masthead.document_notes, 1)]
    if lines:
        blocks += [RULE, "\n".join(lines)]
    if exact:
        blocks.append(EXACT)
    return "\n\n".join(blocks) + "\n"


def _as_it_stands(resolution: Resolution, printed: dict[str, str]) -> bool:
    """Whether a reader who mends what files suffer would mend what is no damage here."""
    parts = resolution.paragraphs
    return any(
        italics_of(part.kind, part.text.string) and not part.text.emphasis for part in parts
    ) or any(_reads_on(before, part, printed) for before, part in pairwise(parts))


def _reads_on(before: Paragraph, part: Paragraph, printed: dict[str, str]) -> bool:
    """Whether a paragraph looks like the rest of the one before, which has no end."""
    if before.kind not in _SUBSTANCE or before.text.string.endswith(_ENDS):
        return False
    if part.kind in _SUBSTANCE:
        return part.id not in printed and not italics_of(part.kind, part.text.string)
    return part.kind not in (Kind.HEADING, Kind.OPAQUE)


def _masthead(resolution: Resolution, form: Form) -> list[str]:
    facts = resolution.masthead
    principal, meeting = organs_of(facts, form)
    date = issue_date(facts, form)
    original = facts.original_language or ("English" if form == "draft" else "")
    agenda = " ".join(part for part in (agenda_line(facts), facts.agenda_title or "") if part)
    groups = (
        ("United Nations", facts.symbol or ""),
        (principal,),
        (
            distribution(facts, form),
            format_date(date) if date else "",
            f"Original: {original}" if original else "",
            facts.job_number if _JOB.match(facts.job_number or "") else "",
        ),
        (session_line(facts), meeting, agenda),
    )
    blocks = ("\n".join(line for line in group if line) for group in groups)
    return [block for block in blocks if block]


def _lead(resolution: Resolution, part: Paragraph, printed: dict[str, str], form: Form) -> str:
    if part.kind is Kind.TITLE:
        number = title_number(resolution.masthead) if form == "adopted" else None
        return f"{number}. " if number and not part.section else "# " if part.section else ""
    if part.kind is Kind.HEADING:
        return "# "
    number = printed.get(part.id)
    if number and part.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PREAMBULAR):
        dot = "." if part.kind is Kind.OPERATIVE and not number.endswith((".", ")")) else ""
        return "    " * (part.level + 1) + f"{number}{dot} "
    return "    " if part.kind in (Kind.SPEAKER, Kind.PREAMBULAR, Kind.CHAPEAU) else ""


def _marked(text: Text, notes: dict[str, int], follows: tuple[Range, ...]) -> str:
    """The string with its cues, and with asterisks where italics do not follow by themselves."""
    shown = () if text.emphasis == follows else text.emphasis
    signs = [("*", "*") if _is_words(text.string, a, b) else ITALIC for a, b in shown]
    starts = {a: sign for (a, _), (sign, _) in zip(shown, signs, strict=True)}
    ends = {b: sign for (_, b), (_, sign) in zip(shown, signs, strict=True)}
    cues: dict[int, list[str]] = {}
    for cue in text.cues:
        number = notes.get(cue.note or "")
        cues.setdefault(cue.at, []).append(_raised(str(number) if number else cue.typed or ""))
    parts: list[str] = []
    for at in range(len(text) + 1):
        parts.append(",".join(cues.get(at, ())))
        parts.append(ends.get(at, ""))
        parts.append(starts.get(at, ""))
        sign = text.string[at : at + 1]
        parts.append("\\" + sign if sign and sign in "*_\\" else sign)
    return "".join(parts)


def _is_words(string: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends with whole words, so that asterisks show it."""
    inside, around = string[start:end], string[max(0, start - 1) : start] + string[end : end + 1]
    return (
        inside == inside.strip()
        and not any(sign.isalnum() or sign in "_*\\" for sign in around)
        and "*" not in inside
    )


def _raised(number: str) -> str:
    return number.translate(_RAISED)
