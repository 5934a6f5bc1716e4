"""Which finding is which: an id that stays while the words it is about stay."""

from __future__ import annotations

import hashlib

from drafter.model import Finding, Resolution

AROUND = 24
"""Code points on either side of the words that tell two places of a paragraph apart."""


def finding_id(resolution: Resolution, finding: Finding) -> str:
    """An id for remembering that a person dismissed the finding: of its rule, its target and the
    words it is about with those right beside them. Typing elsewhere in the paragraph leaves it as
    it is; rewording what was dismissed makes another."""
    words = _words(resolution, finding)
    parts = (finding.rule, finding.target, *words)
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8)
    return f"{finding.rule}-{digest.hexdigest()}"


def _words(resolution: Resolution, finding: Finding) -> tuple[str, str, str]:
    if finding.target in resolution.positions or finding.target in resolution.notes_by_id:
        string = resolution.text_of(finding.target).string
        start, end = finding.start, finding.end
        before = string[max(0, start - AROUND) : start]
        return before, string[start:end], string[end : end + AROUND]
    field = finding.target.removeprefix("masthead.")
    return "", str(getattr(resolution.masthead, field, "")), ""
