"""The italic range of opening words, also of words nobody has counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.un.openings import OpeningKind, opening, opening_kind, opening_words
from tests.corpus import shared

FIXTURE = Path(__file__).parents[2] / "fixtures" / "un" / "openings.txt"
KINDS: tuple[OpeningKind, OpeningKind] = ("preambular", "operative")


def cases() -> list[tuple[str, str]]:
    kind, found = "", []
    for line in FIXTURE.read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            found.append((kind, line))
    return found


@pytest.mark.parametrize(("kind", "line"), cases())
def test_opening_words_are_what_is_italic(kind: str, line: str) -> None:
    if kind == "neither":
        assert opening_kind(line) is None
        return
    _, italic, rest = line.split("*")
    known: OpeningKind = "operative" if kind == "operative" else "preambular"
    assert opening(italic + rest, known) == (0, len(italic))
    assert opening_kind(italic + rest) == kind


def test_leading_tabs_and_no_break_spaces_are_left_outside() -> None:
    assert opening("\t\xa0Taking\xa0note of", "preambular") == (2, 13)
    assert opening_words("\tTaking\xa0note of", "preambular") == "Taking note"


def test_counted_openings_of_official_files() -> None:
    counted = json.loads(shared("domain", "opening_phrases.json").read_text("utf-8"))
    right = total = 0
    for kind in KINDS:
        for phrase, count in counted[kind]:
            total += count
            right += count * (opening(f"{phrase} X yyy", kind) == (0, len(phrase)))
    assert right / total > 0.99


@given(st.text(max_size=120), st.sampled_from(KINDS))
def test_whatever_the_text_the_range_lies_in_it(text: str, kind: OpeningKind) -> None:
    found = opening(text, kind)
    if found:
        assert 0 <= found[0] < found[1] <= len(text)
        assert text[found[0] : found[1]].strip() == text[found[0] : found[1]]
