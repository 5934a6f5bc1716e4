"""Also and further follow from the order, and putting them right is a small edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.un.chains import link_of, mends
from drafter.un.openings import OpeningKind

FIXTURE = Path(__file__).parents[2] / "fixtures" / "un" / "chains.txt"


def runs() -> list[tuple[OpeningKind, list[tuple[str, str]]]]:
    found: list[tuple[OpeningKind, list[tuple[str, str]]]] = []
    for line in FIXTURE.read_text("utf-8").splitlines():
        if line.startswith("[run]"):
            found.append(("operative" if "operative" in line else "preambular", []))
        elif line and not line.startswith("#"):
            has, should = line.split(" | ")
            found[-1][1].append((has, has if should == "=" else should))
    return found


def mended(kind: OpeningKind, texts: list[str]) -> list[str]:
    after = list(texts)
    for mend in mends([(kind, text) if link_of(text, kind) else None for text in texts]):
        text = after[mend.index]
        after[mend.index] = text[: mend.start] + mend.after + text[mend.end :]
    return after


@pytest.mark.parametrize(("kind", "run"), runs())
def test_a_run_is_put_right(kind: OpeningKind, run: list[tuple[str, str]]) -> None:
    assert mended(kind, [has for has, _ in run]) == [should for _, should in run]


@pytest.mark.parametrize(("kind", "run"), runs())
def test_what_is_right_stays(kind: OpeningKind, run: list[tuple[str, str]]) -> None:
    right = [should for _, should in run]
    assert mended(kind, right) == right


def test_a_link_tells_whom_it_addresses() -> None:
    link = link_of("Also requests the Office, within its mandate, to act;", "operative")
    assert link is not None
    assert (link.phrase, link.word, link.addressee) == ("requests", "also", "the office")
