"""Rows: every labelled thing of both texts, once, with what happened to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from drafter.compare.marks import formatting_differs, notes_differ
from drafter.compare.notes import in_cue_order, pair_notes
from drafter.compare.pairing import Link, moves
from drafter.compare.words import words
from drafter.model import Kind, Resolution, Row, Text, labels
from drafter.model.comparison import ChangeKind

MASTHEAD = ("symbol", "session", "agenda_item", "date")
"""Masthead fields that are rows (CLI "Labels")."""
_NUMBERED = frozenset((Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH))

Similarity = Callable[[str, str], float]


def rows(
    old: Resolution, new: Resolution, links: Sequence[Link], similarity: Similarity
) -> tuple[Row, ...]:
    """The rows of the masthead, then of the paragraphs, then of the footnotes."""
    old_notes, new_notes = in_cue_order(old), in_cue_order(new)
    pairs = pair_notes(old, new, old_notes, new_notes, links)
    note_links: list[Link] = [((i,), (j,)) for i, j in pairs.items()]
    mates = {old_notes[i].id: new_notes[j].id for i, j in pairs.items()}
    old_labels, new_labels = labels(old), labels(new)
    moved = moves(old.paragraphs, new.paragraphs, links)
    found = list(masthead_rows(old, new))
    for olds, news in placed(links, len(old.paragraphs), len(new.paragraphs)):
        a, b = [old.paragraphs[i] for i in olds], [new.paragraphs[j] for j in news]
        found.append(
            row(
                [p.id for p in a],
                [p.id for p in b],
                [p.text for p in a],
                [p.text for p in b],
                mates,
                similarity,
                moved=bool(a and b) and (olds, news) in moved,
                renumbered=bool(a and b)
                and (a[0].kind in _NUMBERED or b[0].kind in _NUMBERED)
                and [old_labels[p.id] for p in a] != [new_labels[p.id] for p in b],
                plain=_plain(old) or _plain(new),
            )
        )
    for olds, news in placed(note_links, len(old_notes), len(new_notes)):
        a_ids = [old_notes[i].id for i in olds]
        b_ids = [new_notes[j].id for j in news]
        found.append(
            row(
                a_ids,
                b_ids,
                [old_notes[i].text for i in olds],
                [new_notes[j].text for j in news],
                mates,
                similarity,
                renumbered=bool(olds and news)
                and [old_labels[i] for i in a_ids] != [new_labels[j] for j in b_ids],
                plain=_plain(old) or _plain(new),
            )
        )
    return tuple(found)


def row(
    old_ids: Sequence[str],
    new_ids: Sequence[str],
    old: Sequence[Text],
    new: Sequence[Text],
    mates: Mapping[str, str],
    similarity: Similarity,
    *,
    moved: bool = False,
    renumbered: bool = False,
    plain: bool = False,
) -> Row:
    """One row, its words and its flags; ``plain`` where a file cannot say what is italic."""
    before = "\n".join(text.string for text in old)
    after = "\n".join(text.string for text in new)
    both = bool(old and new)
    change: ChangeKind
    if not both:
        change = "deleted" if old else "inserted"
    elif len(old) > 1:
        change = "merged"
    elif len(new) > 1:
        change = "split"
    else:
        change = "same" if before == after else "edited"
    pieces = words(before, after)
    return Row(
        tuple(old_ids),
        tuple(new_ids),
        change,
        moved=moved,
        renumbered=renumbered,
        formatting=both and not plain and formatting_differs(old, new, pieces),
        notes=both and notes_differ(old, new, mates),
        similarity=round(similarity(before, after), 4) if both else 0.0,
        words=pieces,
    )


def placed(links: Iterable[Link], old_count: int, new_count: int) -> list[Link]:
    """All links in the order of the new text, and what is gone behind what stood before it."""
    by_new: dict[int, Link] = {}
    by_old: dict[int, Link] = {}
    for link in links:
        by_new.update(dict.fromkeys(link[1], link))
        by_old.update(dict.fromkeys(link[0], link))
    behind: dict[Link | None, list[Link]] = {}
    before: Link | None = None
    for i in range(old_count):
        if i in by_old:
            before = by_old[i]
        else:
            behind.setdefault(before, []).append(((i,), ()))
    found: list[Link] = behind.get(None, [])
    for j in range(new_count):
        link = by_new.get(j, ((), (j,)))
        if link[1][0] != j:
            continue
        found.append(link)
        found.extend(behind.get(link, ()))
    return found


def masthead_rows(old: Resolution, new: Resolution) -> Iterable[Row]:
    """Rows of the masthead fields that either text has; dates as ISO."""
    for name in MASTHEAD:
        a, b = _value(old, name), _value(new, name)
        if not a and not b:
            continue
        key = f"masthead.{name}"
        change: ChangeKind = (
            "same" if a == b else "edited" if a and b else "deleted" if a else "inserted"
        )
        yield Row(
            (key,) if a else (),
            (key,) if b else (),
            change,
            similarity=1.0 if a == b else 0.5 if a and b else 0.0,
            words=words(a, b),
        )


def _value(resolution: Resolution, name: str) -> str:
    value = getattr(resolution.masthead, name)
    return value.isoformat() if isinstance(value, dt.date) else value or ""


def _plain(resolution: Resolution) -> bool:
    """Whether the text comes from a file that cannot say what is italic."""
    source = resolution.source
    return (
        source is not None
        and source.format == "text"
        and not any(p.text.emphasis for p in resolution.paragraphs)
    )
