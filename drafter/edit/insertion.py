"""A whole paragraph put in where the caret is: at a proper place, with proper endings."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import (
    Change,
    Group,
    InsertParagraph,
    Kind,
    Paragraph,
    Resolution,
    reword,
)

_BODY = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


def insert_clause(
    resolution: Resolution, behind: str | None, paragraph: Paragraph
) -> tuple[Change, str]:
    """The change that inserts a preambular or operative paragraph at the one named ``behind``
    (None: at the end of its part), and the id it gets.

    It never parts a paragraph from its sub-paragraphs, and a preambular one never stands among
    the operative ones or the other way round: then it goes where the two meet. A last operative
    paragraph ends in a full stop, the others in a semicolon (Editorial Manual).
    """
    section = resolution.paragraph(behind).section if behind in resolution.positions else ""
    after = _place(resolution, behind, paragraph.kind, section)
    fresh = replace(paragraph, id=resolution.fresh_id("p"), section=section)
    changes: list[Change] = []
    if fresh.kind is Kind.OPERATIVE:
        last = _is_last(resolution, after, section)
        fresh = _ending(fresh, "." if last else ";")
        above = resolution.paragraph(after) if after is not None else None
        if last and above is not None and above.kind in _BODY and above.kind != Kind.PREAMBULAR:
            size = len(above.text)
            if above.text.string.endswith("."):
                changes.append(reword(resolution, above.id, size - 1, size, ";"))
    changes.append(InsertParagraph(after, fresh))
    return changes[0] if len(changes) == 1 else Group(tuple(changes)), fresh.id


def _place(resolution: Resolution, behind: str | None, kind: Kind, section: str) -> str | None:
    """The paragraph it stands behind."""
    rows = resolution.paragraphs
    at = resolution.positions[behind] if behind in resolution.positions else len(rows) - 1
    own = [i for i, p in enumerate(rows) if p.section == section]
    roots = {i: _root(rows, i) for i in own}
    preambular = [i for i in own if roots[i] is Kind.PREAMBULAR]
    operative = [i for i in own if roots[i] is Kind.OPERATIVE]
    speakers = [i for i in own if rows[i].kind is Kind.SPEAKER]
    if kind is Kind.PREAMBULAR:
        first = (preambular or speakers or [at])[0]
        last = (preambular or speakers or [at])[-1]
        first = speakers[-1] if speakers and speakers[-1] < first else first
    else:
        last = (operative or preambular or speakers or [at])[-1]
        first = min(operative[0] - 1, last) if operative else last
        if behind not in resolution.positions:
            at = last
    at = min(max(at, first), last)
    if rows and at >= 0:
        while at + 1 < len(rows) and rows[at + 1].kind is Kind.SUBPARAGRAPH:
            at += 1
    return rows[at].id if rows and at >= 0 else None


def _root(rows: tuple[Paragraph, ...], i: int) -> Kind:
    """The kind of the paragraph that a sub-paragraph belongs to."""
    while i and rows[i].kind is Kind.SUBPARAGRAPH:
        i -= 1
    return rows[i].kind


def _is_last(resolution: Resolution, after: str | None, section: str) -> bool:
    rows = resolution.paragraphs
    start = resolution.positions[after] + 1 if after is not None else 0
    return not any(
        p.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH) and p.section == section for p in rows[start:]
    )


def _ending(paragraph: Paragraph, sign: str) -> Paragraph:
    text = paragraph.text
    if text.string[-1:] in (".", ";") and text.string[-1] != sign:
        size = len(text)
        return replace(
            paragraph, text=text.splice(size - 1, size, text.reworded(size - 1, size, sign))
        )
    return paragraph
