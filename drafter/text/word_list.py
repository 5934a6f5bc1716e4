"""The words of British English with -ize, and of United Nations texts.

Data: ``data/words.txt.gz`` (SCOWL, see ``data/LICENCE``), built by tools/build_words.py.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files


@cache
def words() -> frozenset[str]:
    """The word list: lower case but for names; no possessives."""
    data = files("drafter.text").joinpath("data/words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode().split("\n"))


@cache
def lower_words() -> frozenset[str]:
    """The same, all in lower case."""
    return frozenset(word.lower() for word in words())
