"""How rare words are in the texts at hand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

_UNIT = 1000
_TELLING = 400
"""Thousandths of weight from which a feature tells paragraphs apart."""


class Rarity:
    """Weights of features (words, pairs of words) by the number of paragraphs that have them.

    The weight of one that ``k`` of ``n`` paragraphs have is 1 - log(k) / log(1 + n): 1 for one seen
    once, near 0 for one seen everywhere. One never seen counts as seen once.
    """

    def __init__(self, documents: Iterable[frozenset[str]]) -> None:
        rows = list(documents)
        counts = Counter(chain.from_iterable(rows))
        n = max(1, len(rows))
        whole = math.log1p(n)
        # Whole numbers: their sum does not depend on the order, so results never do.
        by_count = {k: round(_UNIT * (1 - math.log(k) / whole)) for k in set(counts.values())}
        self.counts = counts
        """Number of paragraphs by feature."""
        self.thousandths = {feature: by_count[k] for feature, k in counts.items()}
        """Weight in thousandths by feature."""
        self._whole: dict[frozenset[str], float | None] = dict.fromkeys(rows)

    @cached_property
    def common(self) -> frozenset[str]:
        """Features that tell no paragraph from others: of 80, more than 13 have them."""
        return frozenset(feature for feature, w in self.thousandths.items() if w < _TELLING)

    def weight(self, features: Iterable[str]) -> float:
        """Sum of the weights of features."""
        weights = self.thousandths
        try:
            return sum(map(weights.__getitem__, features)) / _UNIT
        except KeyError:
            return sum(weights.get(feature, _UNIT) for feature in features) / _UNIT

    def whole(self, features: frozenset[str]) -> float:
        """``weight``, remembered where the features are those of one of the documents."""
        found = self._whole.get(features)
        if found is None:
            found = self.weight(features)
            if features in self._whole:
                self._whole[features] = found
        return found
