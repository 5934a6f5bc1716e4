"""A comparison, from scratch or kept up to date while the new text is edited."""

from __future__ import annotations

from drafter.compare.pairing import pair_paragraphs
from drafter.compare.rows import rows
from drafter.model import Comparison, Resolution
from drafter.text.rarity import Rarity
from drafter.text.similarity import features, similarity


def compare_resolutions(old: Resolution, new: Resolution) -> Comparison:
    """What became what between two texts: drafter.model.Comparison."""
    rarity = Rarity(features(p.text.string) for text in (old, new) for p in text.paragraphs)
    links = pair_paragraphs(old.paragraphs, new.paragraphs, rarity)
    return Comparison(old, new, rows(old, new, links, lambda a, b: similarity(a, b, rarity)))


class Comparer:
    """A comparison that follows the edits of the new text."""

    def __init__(self, old: Resolution, new: Resolution) -> None:
        self.comparison = compare_resolutions(old, new)

    def update(self, new: Resolution) -> Comparison:
        """The comparison with the new text as it is now."""
        self.comparison = compare_resolutions(self.comparison.old, new)
        return self.comparison
