"""From what lines turned out to be to a Resolution: ids, numbers, footnotes, italics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.model import (
    Comment,
    Cue,
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Question,
    Reading,
    Repair,
    Resolution,
    Revision,
    Source,
    Span,
    Text,
    Warning_,
    merge_ranges,
)
from drafter.model.labels import without_computed
from drafter.read.language import language_of
from drafter.read.lines import Lines
from drafter.read.numbering import Typed
from drafter.read.tidy import tidied
from drafter.read.traced import Traced
from drafter.un.italics import italics_of

_AROUND = (Kind.ADOPTION, Kind.CLOSING)
"""What stands around the text itself."""


@dataclass
class Item:
    """A paragraph to be."""

    kind: Kind
    traced: Traced
    blocks: tuple[str, ...]
    section: str = ""
    level: int = 0
    typed: Typed | None = None


def finish(
    items: Sequence[Item],
    lines: Lines,
    source: Source,
    masthead: Masthead,
    above: dict[str, tuple[Span, ...]],
    repairs: tuple[Repair, ...],
    questions: tuple[Question, ...],
) -> Resolution:
    """The resolution of items in their order.

    ``above`` holds the spans of masthead fields that stand in the body; ``repairs`` and
    ``questions`` name blocks of the source and come back under ids.
    """
    spans = dict(above)
    names, notes, asterisks = _notes(lines, spans)
    paragraphs: list[Paragraph] = []
    mended: list[Repair] = []
    ids: dict[str, str] = dict(names)
    for n, item in enumerate(items, 1):
        tidy = tidied(item.traced, item.kind)
        mended += [Repair(item.blocks[0], *repair) for repair in tidy.repairs]
        text = _renamed(tidy.traced.text, names, asterisks)
        marked = lines.italics and (lines.front_italics or item.kind not in _AROUND)
        if not marked and not text.emphasis:
            text = replace(text, emphasis=italics_of(item.kind, text.string))
        paragraph = Paragraph(f"p{n}", item.kind, text, item.level, item.section)
        if item.typed is not None:
            paragraph = replace(paragraph, typed_label=item.typed.number)
        paragraphs.append(paragraph)
        spans[paragraph.id] = tidy.traced.spans
        ids.update(dict.fromkeys(item.blocks, paragraph.id))
    resolution = Resolution(without_computed(paragraphs), notes)
    masthead = replace(
        masthead,
        document_notes=tuple(asterisks.values()) or masthead.document_notes,
    )
    reading = Reading(
        tuple(replace(r, target=ids.get(r.target, "masthead")) for r in (*repairs, *mended)),
        tuple(
            replace(q, target=ids.get(q.target, "masthead"), proposal=_known(q.proposal, ids))
            for q in questions
        ),
        (*lines.warnings, *_lost(resolution), *_foreign(resolution), *_doubts(resolution)),
        *_others(lines, spans),
    )
    return replace(
        resolution,
        masthead=masthead,
        source=replace(source, spans=spans),
        reading=reading,
    )


def _others(
    lines: Lines, spans: dict[str, tuple[Span, ...]]
) -> tuple[tuple[Revision, ...], tuple[Comment, ...]]:
    """Tracked changes and comments by what their blocks became."""
    if not lines.revisions and not lines.comments:
        return (), ()
    places: dict[str, list[tuple[str, Span]]] = {}
    for target, found in spans.items():
        for span in found:
            places.setdefault(span.block, []).append((target, span))

    def placed(block: str, at: int) -> tuple[str, int]:
        best = ("masthead", 0)
        for target, span in places.get(block, ()):
            size = span.end - span.start
            if best[0] == "masthead" or span.at <= at:
                best = (target, span.start + min(max(at - span.at, 0), size))
        return best

    revisions: list[Revision] = []
    for one in lines.revisions:
        target, start = placed(one.target, one.start)
        other, end = placed(one.target, one.end)
        end = end if other == target else start
        revisions.append(replace(one, target=target, start=start, end=max(start, end)))
    comments: list[Comment] = []
    for one in lines.comments:
        target, at = placed(one.target, one.at)
        comments.append(replace(one, target=target, at=at))
    return tuple(revisions), tuple(comments)


def _notes(
    lines: Lines, spans: dict[str, tuple[Span, ...]]
) -> tuple[dict[str, str], tuple[Footnote, ...], dict[str, str]]:
    """New id by key, the footnotes, and the asterisk notes (which are of the document)."""
    starred = {
        cue.note
        for line in lines.lines
        for cue in line.text.cues
        if cue.typed is not None and cue.typed.strip("* ") == "" and cue.note is not None
    }
    names: dict[str, str] = {}
    notes: list[Footnote] = []
    asterisks: dict[str, str] = {}
    for note in lines.notes:
        traced = (
            Traced(note.text, note.spans) if note.spans else Traced.at(note.text, note.block)
        ).strip()
        traced = tidied(traced, None).traced
        if note.key in starred:
            asterisks[note.key] = traced.string.strip("* \t\xa0")
            continue
        new = f"n{len(notes) + 1}"
        names[note.key] = names[note.block] = new
        notes.append(Footnote(new, _renamed(traced.text, {}, {})))
        spans[new] = traced.spans
    return names, tuple(notes), asterisks


def _renamed(text: Text, names: dict[str, str], asterisks: dict[str, str]) -> Text:
    """Cues by the footnotes' new ids; asterisk cues dropped; emphasis whole across white space."""
    cues = tuple(
        Cue(cue.at, names.get(cue.note or ""), cue.typed)
        for cue in text.cues
        if cue.note not in asterisks
    )
    return Text(text.string, _whole(text), cues)


def _whole(text: Text) -> tuple[tuple[int, int], ...]:
    """Italic ranges without white space at their ends, and joined across white space alone."""
    ranges: list[tuple[int, int]] = []
    for start, end in text.emphasis:
        part = text.string[start:end]
        start += len(part) - len(part.lstrip())
        end -= len(part) - len(part.rstrip())
        if start >= end:
            continue
        if ranges and not text.string[ranges[-1][1] : start].strip():
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return merge_ranges(ranges)


def _doubts(resolution: Resolution) -> Iterator[Warning_]:
    if not resolution.of_kind(Kind.SPEAKER, Kind.OPERATIVE, section=None):
        yield Warning_(
            "no-resolution",
            "Neither a speaker nor an operative paragraph was found: this may be no resolution.",
        )


def _lost(resolution: Resolution) -> Iterator[Warning_]:
    lost = sum(cue.note is None for p in resolution.paragraphs for cue in p.text.cues)
    if lost and not resolution.notes:
        yield Warning_(
            "lost-footnote",
            f"{lost} footnote {'marks stand' if lost > 1 else 'mark stands'} in the text, but the "
            "file holds no footnotes; look them up in the official document.",
        )
    elif lost:
        yield Warning_(
            "lost-footnote",
            f"{lost} footnote {'marks call notes' if lost > 1 else 'mark calls a note'} that the "
            "file does not hold.",
        )


def _foreign(resolution: Resolution) -> Iterator[Warning_]:
    language = language_of(" ".join(p.text.string for p in resolution.paragraphs[:60]))
    if language not in (None, "English"):
        yield Warning_(
            "language",
            f"The text seems to be in {language}; its structure was read by numbers and layout, "
            "but opening words, sessions and citations are known in English alone.",
        )


def _known(proposal: str | None, ids: dict[str, str]) -> str | None:
    return ids.get(proposal, proposal) if proposal is not None else None
