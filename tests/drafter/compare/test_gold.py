"""Real pairs, aligned by hand: the labels in tests/fixtures/compare say what became what.

Each target paragraph has the sets of sources that a careful reader accepts; an empty set is new
text. The files themselves are no part of the project.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.compare import compare_resolutions
from drafter.model import Comparison, labels
from drafter.read import read_file
from tests.corpus import corpus

GOLD = Path(__file__).parents[2] / "fixtures" / "compare"


def gold(name: str) -> dict[str, Any]:
    return json.loads((GOLD / f"{name}.json").read_text("utf-8"))


def compared(name: str) -> Comparison:
    data = gold(name)
    old, new = corpus(*data["old"].split("/")), corpus(*data["new"].split("/"))
    return compare_resolutions(read_file(old), read_file(new))


def wrong(name: str) -> list[str]:
    """The targets whose sources are not as a careful reader would have them."""
    comparison = compared(name)
    before, after = labels(comparison.old), labels(comparison.new)
    sources = {
        after[j]: sorted(before[i] for i in row.old)
        for row in comparison.paragraph_rows()
        for j in row.new
    }
    return [
        f"{target} from {sources.get(target)}, not {accepted}"
        for target, accepted in gold(name)["targets"].items()
        if sources.get(target) not in [sorted(labels_) for labels_ in accepted]
    ]


@pytest.mark.parametrize("name", ["003_002", "002_004", "000_003", "000_001", "001_003"])
def test_the_seeds(name: str) -> None:
    assert wrong(name) == []


@pytest.mark.parametrize("name", ["004_78_226", "72_195_78_228"])
def test_cycles_that_are_not_neighbours(name: str) -> None:
    assert wrong(name) == []


@pytest.mark.parametrize(
    ("name", "moved"), [("78_228_80_228", [("PP25", "PP20")]), ("78_210_80_213", [])]
)
def test_long_recurring_resolutions_and_no_false_move(
    name: str, moved: list[tuple[str, str]]
) -> None:
    assert wrong(name) == []
    comparison = compared(name)
    before, after = labels(comparison.old), labels(comparison.new)
    assert [
        (before[row.old[0]], after[row.new[0]]) for row in comparison.rows if row.moved
    ] == moved


def test_a_draft_and_what_was_adopted_differ_where_a_reader_sees_it() -> None:
    """The same text from a PDF and from Akoma Ntoso: other spaces, hyphens and quotes."""
    old, new = corpus("pdf", "A_RES_78_226.pdf"), corpus("akn", "A_RES_78_226-2325984E.xml")
    comparison = compare_resolutions(read_file(old), read_file(new))
    assert {row.change for row in comparison.rows} == {"same"}
