"""What a file was understood to be, as JSON (shared contract, CLI "read")."""

from __future__ import annotations

import re
from typing import Any

from drafter.model import (
    Cue,
    Kind,
    Masthead,
    Paragraph,
    Resolution,
    labels,
    note_numbers,
    numbers,
)
from drafter.un.sessions import session_phrase

JSON = dict[str, Any]


def reading_json(resolution: Resolution, path: str) -> JSON:
    """One line of ``drafter read --json``; offsets count code points of ``text``."""
    named = labels(resolution)
    printed = numbers(resolution)
    order = note_numbers(resolution)

    def name(target: str | None) -> str | None:
        return named.get(target, target) if target is not None else None

    speakers = resolution.of_kind(Kind.SPEAKER) or resolution.of_kind(Kind.SPEAKER, section=None)
    reading = resolution.reading
    return {
        "schema": 1,
        "path": path,
        "format": resolution.source.format if resolution.source else None,
        "masthead": masthead_json(resolution.masthead),
        "title": resolution.title,
        "speaker": _speaker(speakers[0].text.string) if speakers else None,
        "paragraphs": [
            _paragraph(paragraph, named, printed)
            for paragraph in resolution.paragraphs
            if not (paragraph.kind is Kind.TITLE and not paragraph.section)
        ],
        "footnotes": [
            {"label": named[note.id], "text": note.text.string}
            for note in sorted(resolution.notes, key=lambda note: order[note.id])
        ],
        "repairs": [
            {"label": name(r.target), "rule": r.rule, "before": r.before, "after": r.after}
            for r in reading.repairs
        ],
        "questions": [
            {
                "label": name(q.target),
                "rule": q.rule,
                "message": q.message,
                "proposal": name(q.proposal),
            }
            for q in reading.questions
        ],
        "warnings": [{"code": w.code, "message": w.message} for w in reading.warnings],
        "revisions": [
            {
                "label": name(r.target),
                "change": r.did,
                "author": r.author,
                "date": r.date or None,
                "start": r.start,
                "end": r.end,
                "text": r.text,
            }
            for r in reading.revisions
        ],
        "comments": [
            {
                "label": name(c.target),
                "author": c.author,
                "date": c.date or None,
                "at": c.at,
                "text": c.text,
            }
            for c in reading.comments
        ],
    }


def masthead_json(masthead: Masthead) -> JSON:
    """The fields of a masthead; dates as ISO 8601; session and agenda item also in words."""
    session, item = masthead.session, masthead.agenda_item
    several = item is not None and re.search(r",| and | to |–", item) is not None
    return {
        "organ": masthead.organ,
        "symbol": masthead.symbol,
        "session": masthead.session,
        "agenda_item": masthead.agenda_item,
        "date": masthead.date.isoformat() if masthead.date else None,
        "session_line": session_phrase(session).capitalize() if session else None,
        "agenda_line": f"Agenda item{'s' if several else ''} {item}" if item else None,
        "agenda_title": masthead.agenda_title,
        "issued": masthead.issued.isoformat() if masthead.issued else None,
        "distribution": masthead.distribution,
        "original_language": masthead.original_language,
        "committee": masthead.committee,
        "job_number": masthead.job_number,
        "submitters": list(masthead.submitters),
        "document_notes": list(masthead.document_notes),
    }


def _paragraph(paragraph: Paragraph, named: dict[str, str], printed: dict[str, str]) -> JSON:
    return {
        "label": named[paragraph.id],
        "kind": paragraph.kind.value,
        "level": paragraph.level,
        "number": printed.get(paragraph.id),
        "text": paragraph.text.string,
        "emphasis": [list(span) for span in paragraph.text.emphasis],
        "cues": [_cue(cue, named) for cue in paragraph.text.cues],
    }


def _cue(cue: Cue, named: dict[str, str]) -> JSON:
    found: JSON = {"at": cue.at, "note": named.get(cue.note) if cue.note else None}
    if cue.typed is not None:
        found["typed"] = cue.typed
    return found


def _speaker(line: str) -> str:
    return line.strip().rstrip(",").removeprefix("The ").strip()
