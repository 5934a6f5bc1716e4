"""Hypothesis strategies: texts, resolutions and changes as a person makes them."""

from __future__ import annotations

from hypothesis import strategies as st

from drafter.edit import notes as note_commands
from drafter.edit import structure
from drafter.model import (
    Change,
    Cue,
    Footnote,
    Group,
    Kind,
    Paragraph,
    ReplaceText,
    Resolution,
    SetEmphasis,
    SetMasthead,
    Text,
)

WORDS = ("the", "Recalling", "its", "70/177", "naïve", "“deltas”", "🜁", "session,", "and", "also;")
KINDS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PLAIN, Kind.HEADING)


@st.composite
def texts(draw: st.DrawFn, notes: tuple[str, ...] = ()) -> Text:
    string = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=8)))
    offset = st.integers(0, len(string))
    emphasis = draw(st.lists(st.tuples(offset, offset), max_size=2))
    places = draw(st.lists(st.tuples(offset, st.sampled_from(notes)), max_size=2)) if notes else []
    return Text(string, tuple(emphasis), tuple(Cue(at, note) for at, note in places))


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    notes = tuple(Footnote(f"n{i}", draw(texts())) for i in range(1, draw(st.integers(0, 3)) + 1))
    ids = tuple(note.id for note in notes)
    paragraphs: list[Paragraph] = []
    for i in range(1, draw(st.integers(1, 6)) + 1):
        kind = draw(st.sampled_from(KINDS))
        level = draw(st.integers(1, 3)) if kind is Kind.SUBPARAGRAPH else 0
        paragraphs.append(Paragraph(f"p{i}", kind, draw(texts(ids)), level))
    return Resolution(tuple(paragraphs), notes)


@st.composite
def changes(draw: st.DrawFn, now: Resolution) -> Change:
    """A change that fits ``now``, of any kind a person can make."""
    paragraph = draw(st.sampled_from(now.paragraphs))
    text = paragraph.text
    at = draw(st.integers(0, len(text)))
    to = draw(st.integers(at, len(text)))
    ids = tuple(note.id for note in now.notes)
    new = draw(texts(ids))
    other = draw(st.sampled_from(now.paragraphs))
    candidates: list[Change | None] = [
        ReplaceText(paragraph.id, at, text.slice(at, to), new),
        SetEmphasis(paragraph.id, text.emphasis, new.emphasis if len(new) <= len(text) else ()),
        structure.split(now, paragraph.id, at),
        structure.join(now, paragraph.id),
        structure.duplicate(now, paragraph.id),
        structure.insert_text(now, (paragraph.id, at), new),
        structure.insert_paragraphs(now, (paragraph.id, at), (paragraph, other)),
        structure.move_up(now, paragraph.id),
        structure.move_down(now, paragraph.id),
        structure.set_kind(now, paragraph.id, draw(st.sampled_from(KINDS))),
        structure.promote(now, paragraph.id),
        structure.demote(now, paragraph.id),
        structure.set_label(now, paragraph.id, "5 bis"),
        note_commands.insert_note(now, (paragraph.id, at), new.slice(0, 0)),
        SetMasthead("session", now.masthead.session, "80"),
    ]
    if len(now.paragraphs) > 1:
        candidates.append(structure.delete(now, paragraph.id))
    i, k = sorted((now.positions[paragraph.id], now.positions[other.id]))
    first, last = now.paragraphs[i], now.paragraphs[k]
    if i < k:
        a = draw(st.integers(0, len(first.text)))
        b = draw(st.integers(0, len(last.text)))
        candidates.append(structure.replace_range(now, (first.id, a), (last.id, b), new))
    if ids:
        candidates.append(note_commands.delete_note(now, draw(st.sampled_from(ids))))
        candidates.append(
            note_commands.cite_again(now, (paragraph.id, at), draw(st.sampled_from(ids)))
        )
    if text.cues:
        candidates.append(note_commands.delete_cue(now, paragraph.id, 0))
    fitting = [c for c in candidates if c is not None]
    return draw(st.sampled_from(fitting) | st.just(Group((fitting[0],))))
