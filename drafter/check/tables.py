"""The tables that ship with the checks, each row with its source."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of ``data/``: tab-separated, "#" begins a remark."""
    text = files("drafter.check").joinpath(f"data/{name}.tsv").read_text("utf-8")
    return tuple(
        tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")
    )
