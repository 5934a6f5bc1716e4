"""What holds for any two texts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare import compare_resolutions
from drafter.model import (
    Masthead,
    Resolution,
    Row,
)
from tests import strategies
from tests.drafter.compare.synthetic import history
from tests.drafter.compare.texts import resolution, things


def string(text: Resolution, ids: tuple[str, ...]) -> str:
    parts: list[str] = []
    for key in ids:
        if key.startswith("masthead."):
            value = getattr(text.masthead, key[9:])
            parts.append(value.isoformat() if isinstance(value, dt.date) else value)
        else:
            parts.append(text.text_of(key).string)
    return "\n".join(parts)


PAIRS = st.tuples(
    strategies.resolutions(),
    strategies.resolutions(),
    st.sampled_from([Masthead(), Masthead(symbol="A/RES/70/177", date=dt.date(2015, 12, 17))]),
    st.sampled_from([Masthead(), Masthead(symbol="A/RES/72/194", session="72")]),
).map(lambda x: (replace(x[0], masthead=x[2]), replace(x[1], masthead=x[3])))


@given(PAIRS)
def test_every_thing_of_both_texts_stands_in_exactly_one_row(pair: tuple[Resolution, ...]) -> None:
    old, new = pair
    rows = compare_resolutions(old, new).rows
    assert sorted(key for row in rows for key in row.old) == things(old)
    assert sorted(key for row in rows for key in row.new) == things(new)


@given(PAIRS)
def test_the_words_of_every_row_give_both_sides(pair: tuple[Resolution, ...]) -> None:
    old, new = pair
    for row in compare_resolutions(old, new).rows:
        assert "".join(p.text for p in row.words if p.op != "+") == string(old, row.old)
        assert "".join(p.text for p in row.words if p.op != "-") == string(new, row.new)
        assert 0 <= row.similarity <= 1


@given(strategies.resolutions())
def test_a_text_is_the_same_as_itself(text: Resolution) -> None:
    for row in compare_resolutions(text, text).rows:
        assert row.change == "same" and row.old == row.new
        assert not (row.moved or row.renumbered or row.formatting or row.notes)


MIRROR = {"inserted": "deleted", "deleted": "inserted", "split": "merged", "merged": "split"}


def mirrored(row: Row) -> tuple[object, ...]:
    words = sorted((p.op.translate({43: "-", 45: "+"}), p.text, p.kind) for p in row.words)
    change = MIRROR.get(row.change, row.change)
    return (row.new, row.old, change, row.moved, row.renumbered, row.formatting, row.similarity,
            words)  # fmt: skip


def plain(row: Row) -> tuple[object, ...]:
    words = sorted((p.op, p.text, p.kind) for p in row.words)
    return (row.old, row.new, row.change, row.moved, row.renumbered, row.formatting,
            row.similarity, words)  # fmt: skip


@given(PAIRS)
def test_swapping_the_sides_mirrors_the_result(pair: tuple[Resolution, ...]) -> None:
    old, new = pair
    there, back = compare_resolutions(old, new), compare_resolutions(new, old)
    assert sorted(map(mirrored, there.rows), key=str) == sorted(map(plain, back.rows), key=str)


@given(st.integers(0, 10_000), st.sampled_from([0.1, 0.4]))
@settings(max_examples=25)
def test_swapping_the_sides_mirrors_moves_splits_and_merges(seed: int, share: float) -> None:
    old = resolution()
    new, _ = history(old, share, seed)
    there, back = compare_resolutions(old, new), compare_resolutions(new, old)
    assert sorted(map(mirrored, there.rows), key=str) == sorted(map(plain, back.rows), key=str)
