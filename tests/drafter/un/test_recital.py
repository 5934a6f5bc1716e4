"""A citation that recites history is told from one that only points to a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.un.citations import find_citations
from drafter.un.recital import recital

FIXTURE = Path(__file__).parents[2] / "fixtures" / "un" / "recitals.txt"
CASES = [
    line.split(": ", 1)
    for line in FIXTURE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_a_recital_is_told(kind: str, text: str) -> None:
    found = recital(text, find_citations(text)[0])
    assert (found.kind if found else "none") == kind
    if found:
        assert 0 <= found.start < found.end <= len(text)
        assert found.reason
