"""Pages set in two columns: which lines stand in which, to be read one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drafter.read.pdf_page import Printed

_FEWEST = 8
"""Lines of running text in a column; fewer may be a masthead or a table."""
_LONG = 18
"""Characters of a line of running text."""
_GUTTER = 6.0
"""Points between two columns."""


def in_columns(lines: Sequence[Printed], width: float) -> tuple[Printed, ...]:
    """The lines of a page with their ``column``, those of the second moved below the first.

    Lines across both columns part the page in bands, each read to its end before the next. Where
    a page is not set in two columns its lines come back as they are.
    """
    begin = _second(lines, width)
    if begin is None:
        return tuple(lines)
    first = min(line.left for line in lines if line.right < begin)
    ordered = sorted(lines, key=lambda line: -line.bottom)
    band = 0
    found: list[Printed] = []
    across_before = True
    for line in ordered:
        across = line.left < begin - 1 and line.right > begin - _GUTTER
        if across != across_before:
            band += 2
        across_before = across
        if across or line.left < begin - 1:
            found.append(line._replace(column=band))
        else:
            by = begin - first
            moved = line._replace(left=line.left - by, right=line.right - by, column=band + 1)
            found.append(moved)
    return tuple(found)


def _second(lines: Sequence[Printed], width: float) -> float | None:
    """Where the second column begins; None where there is none."""
    long = [line for line in lines if len(line.text) >= _LONG]
    right = [line for line in long if line.left > 0.4 * width]
    if len(right) < _FEWEST:
        return None
    starts = Counter(round(line.left) for line in right)
    begin = min(start for start, count in starts.items() if count >= 0.2 * len(right))
    top, foot = max(line.bottom for line in right), min(line.bottom for line in right)
    left = [line for line in long if line.right < begin - _GUTTER]
    beside = [line for line in left if foot - 1 <= line.bottom <= top + 1]
    across = [
        line for line in long if line.left < begin - 1 and line.right >= begin - _GUTTER
        and foot <= line.bottom <= top
    ]  # fmt: skip
    if len(beside) < _FEWEST or len(across) > 0.15 * (len(beside) + len(right)):
        return None
    return begin - 1.0
