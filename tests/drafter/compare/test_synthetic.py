"""Texts of known history, made from real ones: moves, splits, merges, edits, all at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.compare import compare_resolutions
from drafter.read import read_file
from tests.corpus import corpus
from tests.drafter.compare.synthetic import f1, found, history

FILES = (
    ("seeds", "003_677364301e5402ed.txt"),
    ("seeds", "004_45af0fb2d250ef6d.txt"),
    ("akn", "A_RES_78_228-2325978E.xml"),
    ("akn", "E_RES_2025_17-2513007E.xml"),
    ("word", "A_RES_72_195__N1746306.DOC"),
)


@pytest.mark.parametrize(("share", "goal"), [(0.1, 0.98), (0.3, 0.98), (0.5, 0.95)])
@pytest.mark.parametrize("name", FILES, ids=[name for _, name in FILES])
def test_what_became_what_is_found(name: tuple[str, str], share: float, goal: float) -> None:
    old = replace(read_file(corpus(*name)), notes=())
    scores = [
        f1(truth, found(compare_resolutions(old, new)))
        for seed in range(6)
        for new, truth in [history(old, share, seed)]
    ]
    assert sum(scores) / len(scores) >= goal
