"""A comparison as JSON (shared contract, CLI "Shapes")."""

from __future__ import annotations

from typing import Any

from drafter.model import Comparison, labels


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The rows with labels in place of ids, the words, and the counts of paragraphs."""
    old, new = labels(comparison.old), labels(comparison.new)
    return {
        "schema": 1,
        "rows": [
            {
                "old": [old.get(key, key) for key in row.old],
                "new": [new.get(key, key) for key in row.new],
                "change": row.change,
                "moved": row.moved,
                "renumbered": row.renumbered,
                "formatting": row.formatting,
                "notes": row.notes,
                "similarity": row.similarity,
                "words": [[piece.op, piece.text, piece.kind] for piece in row.words],
            }
            for row in comparison.rows
        ],
        "counts": comparison.counts(),
    }
