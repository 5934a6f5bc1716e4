"""HTML that needs nothing beside itself: a text, and a comparison of two."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from drafter.model import Comparison, Kind, Paragraph, Resolution, labels, note_numbers, numbers
from drafter.un.dates import format_date
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
from drafter.write.marked import Notes, html_of_text
from drafter.write.rows import shown_rows
from drafter.write.table_rows import is_table, rows_of


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as the template shows it."""

    label: str
    kind: str
    level: int
    number: str
    text: Markup
    letter: str = ""
    """Of the part that begins here."""
    rows: list[list[Markup]] | None = None
    """Cells of a table."""


@cache
def environment() -> Environment:
    """The shipped page templates; strings are escaped unless they are markup."""
    return Environment(
        loader=PackageLoader("drafter.write", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def html_of(resolution: Resolution, *, form: Form | None = None) -> str:
    """A text as one self-contained page, for the screen and for paper."""
    form = form or form_of(resolution)
    facts = resolution.masthead
    notes = Notes(note_numbers(resolution))
    names = labels(resolution)
    printed = numbers(resolution)
    letters = _letters(resolution)
    principal, meeting = organs_of(facts, form)
    above = (session_line(facts), meeting)
    above = above if principal == "General Assembly" else above[::-1]
    opening = (*above, agenda_line(facts), facts.agenda_title or "")
    date = issue_date(facts, form)
    original = facts.original_language or ("English" if form == "draft" else "")
    head, slash, rest = (facts.symbol or "").partition("/")
    ordered = sorted(resolution.notes, key=lambda note: notes.numbers[note.id])
    return (
        environment()
        .get_template("resolution.html.jinja")
        .render(
            title=resolution.title or facts.symbol or "Resolution",
            organ=principal,
            symbol_head=head,
            symbol_rest=slash + rest,
            distribution=distribution(facts, form),
            date=format_date(date) if date else "",
            original=f"Original: {original}" if original else "",
            lines=[line for line in opening if line],
            blocks=[
                Block(
                    names[p.id],
                    p.kind.value,
                    p.level,
                    _number(resolution, p, printed, form),
                    html_of_text(p.text, notes),
                    letters.get(p.id, ""),
                    _cells(p, notes),
                )
                for p in resolution.paragraphs
            ],
            stars=[("*" * i, note) for i, note in enumerate(facts.document_notes, 1)],
            notes=[(notes.numbers[note.id], html_of_text(note.text, notes)) for note in ordered],
        )
    )


def comparison_html(comparison: Comparison) -> str:
    """A comparison as one self-contained page: old and new side by side, print included.

    What went is red, struck through; what came is green, bold and underlined: colour is never the
    only sign.
    """
    left = Notes(note_numbers(comparison.old), "old-")
    right = Notes(note_numbers(comparison.new), "new-")
    rows = [
        {
            "change": row.change,
            "kind": (row.new.kind or row.old.kind),
            "level": max(row.old.level, row.new.level),
            "old_label": ", ".join(row.old.labels),
            "new_label": ", ".join(row.new.labels),
            "old": html_of_text(row.old.text, left, row.old.marks),
            "new": html_of_text(row.new.text, right, row.new.marks),
            "notes": row.notes,
        }
        for row in shown_rows(comparison)
    ]
    counts = comparison.shown_counts()
    return (
        environment()
        .get_template("comparison.html.jinja")
        .render(
            old=_heading(comparison.old),
            new=_heading(comparison.new),
            rows=rows,
            summary=summary(counts),
        )
    )


def summary(counts: dict[str, int]) -> str:
    """ "12 unchanged · 17 edited · 4 new · 5 deleted · 1 moved"; kinds that do not occur are left
    out. ``counts`` are those of ``Comparison.shown_counts``."""
    words = (
        ("same", "unchanged"), ("edited", "edited"), ("notes", "in footnotes"),
        ("formatting", "in italics"), ("inserted", "new"), ("deleted", "deleted"),
        ("split", "split"), ("merged", "merged"), ("moved", "moved"),
    )  # fmt: skip
    return " · ".join(f"{counts[key]} {word}" for key, word in words if counts.get(key))


def _heading(resolution: Resolution) -> dict[str, str]:
    facts = resolution.masthead
    date = facts.date or facts.issued
    name = resolution.source.name if resolution.source else ""
    said = [facts.symbol or name, format_date(date) if date else ""]
    return {"title": resolution.title, "where": " · ".join(part for part in said if part)}


def _letters(resolution: Resolution) -> dict[str, str]:
    """The letter of a part by the id of its first paragraph."""
    first: dict[str, str] = {}
    for paragraph in resolution.paragraphs:
        letter = part_letter(paragraph.section)
        if letter is not None:
            first.setdefault(letter, paragraph.id)
    return {id_: letter for letter, id_ in first.items()}


def _cells(paragraph: Paragraph, notes: Notes) -> list[list[Markup]] | None:
    if paragraph.kind is not Kind.OPAQUE or not is_table(paragraph.text):
        return None
    return [[html_of_text(cell, notes) for cell in row] for row in rows_of(paragraph.text)]


def _number(
    resolution: Resolution, paragraph: Paragraph, printed: dict[str, str], form: Form
) -> str:
    if paragraph.kind is Kind.TITLE:
        number = title_number(resolution.masthead)
        return f"{number}." if number and form == "adopted" and not paragraph.section else ""
    number = printed.get(paragraph.id, "")
    dotted = paragraph.kind is Kind.OPERATIVE and number and not number.endswith((".", ")"))
    return f"{number}." if dotted else number
