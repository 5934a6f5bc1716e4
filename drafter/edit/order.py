"""What follows from the order of paragraphs, when a person asks for it: endings, also and further.

Sources: Editorial Manual (endings; DOMAIN rule 2), ``drafter.un.chains`` (DOMAIN rule 3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from drafter.edit.steps import Steps
from drafter.model import Change, Kind, Paragraph, ReplaceText, Resolution, Text, reword
from drafter.un import chains
from drafter.un.openings import OpeningKind, opening

_BODY = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_UNSEEN = " \t\n\r\u00a0\u200b\u200e\u200f"
_MARKS = ",;.:"


def settle_endings(resolution: Resolution) -> Change | None:
    """Every paragraph ends as its place asks: preambular ",", operative ";", the last ".", what
    leads in to sub-paragraphs ":"; "and" and "or" at an end stay. None where all do."""
    steps = Steps(resolution)
    for body in _bodies(resolution):
        root = Kind.OPERATIVE
        for i, paragraph in enumerate(body):
            if paragraph.kind is not Kind.SUBPARAGRAPH:
                root = paragraph.kind
            following = body[i + 1] if i + 1 < len(body) else None
            wanted = _ending(paragraph, following, root)
            change = _ended(steps.now.paragraph(paragraph.id), wanted)
            if change is not None:
                steps.do(change)
    return steps.change()


def settle_chains(resolution: Resolution) -> Change | None:
    """Also and further follow the order of equal openings; None where they do."""
    steps = Steps(resolution)
    for body in _bodies(resolution):
        rows = [p for p in body if p.kind is not Kind.SUBPARAGRAPH]
        for mend in chains.mends([_opened(p) for p in rows]):
            target = rows[mend.index].id
            steps.do(reword(steps.now, target, mend.start, mend.end, mend.after))
    return steps.change()


def _bodies(resolution: Resolution) -> Iterator[list[Paragraph]]:
    """The body paragraphs, a list for each text and each stretch between headings."""
    sections = dict.fromkeys(p.section for p in resolution.paragraphs)
    for section in sections:
        own = [p for p in resolution.paragraphs if p.section == section]
        for is_body, group in groupby(own, key=lambda p: p.kind in _BODY):
            if is_body:
                yield list(group)


def _opened(paragraph: Paragraph) -> tuple[OpeningKind, str] | None:
    kind: OpeningKind = "preambular" if paragraph.kind is Kind.PREAMBULAR else "operative"
    string = paragraph.text.string
    return (kind, string) if opening(string, kind) else None


def _ending(paragraph: Paragraph, following: Paragraph | None, root: Kind) -> str:
    level = paragraph.level if paragraph.kind is Kind.SUBPARAGRAPH else 0
    below = following is not None and following.kind is Kind.SUBPARAGRAPH
    if below and following is not None and following.level > level:
        return ":"
    if root is Kind.PREAMBULAR:
        return ";" if below else ","
    return "." if following is None else ";"


def _ended(paragraph: Paragraph, wanted: str) -> Change | None:
    text = paragraph.text
    end = len(text.string.rstrip(_UNSEEN))
    if not end or text.string[end - 1] in "…–—?!":
        return None
    last = text.string[:end].split()[-1].lower()
    if last in ("and", "or", "and/or"):
        return None
    if text.string[end - 1] in _MARKS:
        if text.string[end - 1] == wanted:
            return None
        return reword_last(paragraph, end, wanted)
    before = text.slice(end - 1, end)
    # Cues follow the mark (Editorial Manual).
    cues = tuple(replace(cue, at=2 if cue.at else 0) for cue in before.cues)
    after = Text(before.string + wanted, before.emphasis, cues)
    return ReplaceText(paragraph.id, end - 1, before, after)


def reword_last(paragraph: Paragraph, end: int, mark: str) -> ReplaceText:
    """The change of the sign before ``end`` into another."""
    before = paragraph.text.slice(end - 1, end)
    return ReplaceText(paragraph.id, end - 1, before, replace(before, string=mark))
