"""Comparing: what became what between two texts, and which words changed.

``compare_resolutions(old, new) -> Comparison`` works everything out; ``Comparer`` keeps a
comparison up to date while the new text is edited. Pure functions of the two texts: the same
texts give the same rows, and swapping them mirrors the result.
"""

from __future__ import annotations

from drafter.compare.incremental import Comparer, compare_resolutions
from drafter.compare.report import comparison_json

__all__ = ["Comparer", "compare_resolutions", "comparison_json"]
