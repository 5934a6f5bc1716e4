"""A window that is killed while one types and saves leaves a whole draft; ``bench/kill.py`` does
the same three hundred times."""

from __future__ import annotations

import pytest

from bench.kill import kill_once


@pytest.mark.parametrize("seed", range(3))
def test_a_window_that_is_killed_leaves_a_whole_draft(seed: int) -> None:
    assert kill_once(seed, seconds=3).fault == ""
