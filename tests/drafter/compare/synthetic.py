"""Texts with known history: moves, splits, merges, deletions, insertions and edits of any text."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from drafter.model import Comparison, Kind, Paragraph, Resolution, Text

Links = set[tuple[str, str]]
FREE = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PLAIN)


def edited(string: str, share: float, words: Sequence[str], rng: random.Random) -> str:
    """A text with that share of its words replaced, dropped or joined by others."""
    parts = string.split(" ")
    left = round(share * len(parts))
    while left > 0 and parts:
        size = min(left, rng.choice((1, 1, 1, 2, 3, 6)))
        at = rng.randrange(len(parts))
        taken = parts[at : at + size]
        how = rng.random()
        new = [rng.choice(words) for _ in taken]
        if how < 0.6:
            parts[at : at + size] = new
        elif how < 0.8 and len(parts) > size + 3:
            parts[at : at + size] = []
        else:
            parts[at:at] = new
        left -= len(taken)
    return " ".join(parts)


def history(
    old: Resolution, share: float, seed: int, *, fresh: Sequence[str] = ()
) -> tuple[Resolution, Links]:
    """A new text made from an old one, and what truly became what (ids of old and new).

    ``share`` of the words of half the paragraphs are changed; ``fresh`` are texts to insert.
    """
    rng = random.Random(seed)
    words = [word for p in old.paragraphs for word in p.text.string.split(" ")]
    rows: list[tuple[Kind, str, tuple[str, ...]]] = []
    for p in old.paragraphs:
        rows.append((p.kind, p.text.string, (p.id,)))
    body = [i for i, row in enumerate(rows) if row[0] in FREE and len(row[1].split()) > 14]
    count = max(1, len(body) // 12)
    for i in rng.sample(body, min(len(body), count)):
        rows[i] = (rows[i][0], "", ())
    for _ in range(count):
        live = [i for i in body if len(rows[i][2]) == 1]
        if len(live) < 2:
            break
        near = rng.random() < 0.6
        a = rng.randrange(len(live) - 1)
        first, second = live[a], live[a + 1] if near else rng.choice(live[:a] + live[a + 1 :])
        if rows[first][0] is not rows[second][0]:
            continue
        text = rows[first][1].rstrip(",;.") + ", and " + rows[second][1]
        rows[first] = (rows[first][0], text, rows[first][2] + rows[second][2])
        rows[second] = (rows[second][0], "", ())
    out: list[tuple[Kind, str, tuple[str, ...]]] = []
    splits = set(rng.sample(body, min(len(body), count)))
    for i, (kind, string, sources) in enumerate(rows):
        if not sources:
            continue
        parts = string.split(" ")
        if i in splits and len(sources) == 1 and len(parts) > 24:
            cut = rng.randint(len(parts) // 3, 2 * len(parts) // 3)
            out.append((kind, " ".join(parts[:cut]), sources))
            out.append((kind, " ".join(parts[cut:]), sources))
        else:
            out.append((kind, string, sources))
    for string in fresh:
        out.insert(rng.randrange(1, len(out)), (Kind.OPERATIVE, string, ()))
    for _ in range(count):
        a = rng.randrange(len(out))
        if out[a][0] in FREE:
            row = out.pop(a)
            out.insert(rng.randrange(1, len(out) + 1), row)
    new: list[Paragraph] = []
    links: Links = set()
    for k, (kind, string, sources) in enumerate(out):
        if kind in FREE and rng.random() < 0.5:
            string = edited(string, share, words, rng)
        new.append(
            Paragraph(f"q{k}", kind, Text(string), level=1 if kind is Kind.SUBPARAGRAPH else 0)
        )
        links.update((source, f"q{k}") for source in sources)
    return replace(old, paragraphs=tuple(new), notes=()), links


def found(comparison: Comparison) -> Links:
    """The links between paragraphs that a comparison found."""
    return {(a, b) for row in comparison.paragraph_rows() for a in row.old for b in row.new}


def f1(truth: Links, guess: Links) -> float:
    """Harmonic mean of precision and recall."""
    hits = len(truth & guess)
    return 2 * hits / (len(truth) + len(guess)) if truth or guess else 1.0


def scattered(string: str, share: float, words: Sequence[str], rng: random.Random) -> str:
    """A text with that share of its words replaced one by one, wherever they stand."""
    parts = string.split(" ")
    for k in rng.sample(range(len(parts)), round(share * len(parts))):
        parts[k] = rng.choice(words)
    return " ".join(parts)
