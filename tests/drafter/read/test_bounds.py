"""Files that are no resolutions are answered in bounded time, whatever they repeat."""

from __future__ import annotations

import time

import pytest

from drafter.errors import UnreadableFile
from drafter.read import read_bytes

SIZE = 20_000
"""Characters; before repairs were bounded some of these took more than 20 seconds."""
HANGS = 8
"""Seconds of the processor; only a reading that has lost its way takes them."""


@pytest.mark.parametrize(
    "bit",
    ["word  ", "word1, ", "word¹ ", "_a_ ", "a - b ", "aa 1 b ", "a\n", "- x\n", "- ", "[", "“"],
)
def test_what_repeats_for_ever_is_read_or_refused_soon(bit: str) -> None:
    data = (bit * (SIZE // len(bit))).encode()
    start = time.process_time()
    try:
        assert read_bytes(data, "endless.txt").paragraphs
    except UnreadableFile as fault:
        assert "endless.txt" in str(fault)
    assert time.process_time() - start < HANGS
