"""Footnote cues inside a carried table: its references now call the notes of the new file."""

from __future__ import annotations

import re

from docx.document import Document

from drafter.model import Cue, Resolution
from drafter.ooxml.atoms import bookmarked_notes
from drafter.ooxml.fresh_elements import element_of, loose_paragraph
from drafter.ooxml.names import Element, local, w
from drafter.write.runs import Cues

_NOTEREF = re.compile(r"(\s*(?:NOTEREF|FTNREF)\s+\"?)([^\s\"]+)")


def notes_by_source(resolution: Resolution) -> dict[str, str]:
    """Footnote id by the key of the source's note it was read from ("n3")."""
    source = resolution.source
    found: dict[str, str] = {}
    for note in resolution.notes:
        for span in source.spans.get(note.id, ()) if source else ():
            found.setdefault(span.block, note.id)
    return found


def renumber_cues(
    element: Element, cues: Cues, notes: dict[str, str], source: Element, document: Document
) -> bool:
    """Point the references in ``element`` at the notes of the new file.

    ``notes`` is ``notes_by_source``; ``source`` the source's document element, whose bookmarks
    say what NOTEREF fields repeat; ``document`` is the new one. False, and nothing changed, where
    a note is not there.
    """
    bookmarks = bookmarked_notes(source)
    found: list[tuple[Element, str]] = []
    called = set(cues.ids)
    for place in element.iter(w("footnoteReference"), w("instrText")):
        key = "n" + place.get(w("id"), "")
        repeats = local(place) == "instrText"
        if repeats:
            match = _NOTEREF.match(place.text or "")
            if not match:
                continue
            key = bookmarks.get(match[2], "")
        note = notes.get(key)
        if note is None or note not in (called & cues.repeated if repeats else cues.known):
            return False
        called.add(note)
        found.append((place, note))
    for place, note in found:
        if local(place) == "instrText":
            _point_field(place, note, cues)
        else:
            _point_reference(place, note, cues, document)
    return True


def _point_reference(reference: Element, note: str, cues: Cues, document: Document) -> None:
    run = reference.getparent()
    parent = run.getparent() if run is not None else None
    if run is None or parent is None:
        return
    at = parent.index(run)
    parent.remove(run)
    calls = loose_paragraph(document)
    cues.put(calls, Cue(0, note))
    parent[at:at] = list(element_of(calls))


def _point_field(field: Element, note: str, cues: Cues) -> None:
    bookmark = cues.bookmark(cues.ids[note])
    field.text = _NOTEREF.sub(rf"\g<1>{bookmark}", field.text or "", count=1)
