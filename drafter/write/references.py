"""Cross-references of last cycle's text that no longer name the paragraph they meant.

Numbers follow the order, so a paragraph that comes or goes leaves "paragraph 12 above" pointing at
another one. Nobody's words are changed unasked: what is found here is offered.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model import Comparison, Kind, ReplaceText, Text, labels, numbers
from drafter.un.references import REFERENCE


@dataclass(frozen=True, slots=True)
class StaleReference:
    """A number in a paragraph that was the right one in last cycle's text."""

    target: str
    """Id of the paragraph it stands in."""
    sentence: str
    change: ReplaceText | None
    """Names the paragraph that was meant; None where that is gone."""


def stale_references(comparison: Comparison) -> tuple[StaleReference, ...]:
    """The references that both texts have and that mean another paragraph now.

    What a person wrote anew this cycle is taken to be meant as it stands.
    """
    old, new = comparison.old, comparison.new
    before, after, names = numbers(old), numbers(new), labels(new)
    meant = {
        (p.section, before.get(p.id, "")): p.id for p in old.paragraphs if p.kind is Kind.OPERATIVE
    }
    found: list[StaleReference] = []
    for paragraph in new.paragraphs:
        row = comparison.by_new.get(paragraph.id)
        earlier = [old.text_of(i).string for i in row.old if i in old.positions] if row else []
        known = {match[0] for string in earlier for match in REFERENCE.finditer(string)}
        for match in REFERENCE.finditer(paragraph.text.string):
            if match[0] not in known:
                continue
            for group in ("first", "second"):
                number = match[group]
                origin = meant.get((paragraph.section, number or ""))
                if origin is None:
                    continue
                heirs = comparison.by_old[origin].new
                now = next((after[i] for i in heirs if i in after), None)
                if now == number:
                    continue
                start, end = match.span(group)
                said = f"{names[paragraph.id]}: “{match[0]}” meant last cycle's paragraph {number}"
                if now is None:
                    found.append(StaleReference(paragraph.id, f"{said}, which is gone.", None))
                    continue
                change = ReplaceText(
                    paragraph.id, start, paragraph.text.slice(start, end), Text(now)
                )
                sentence = f"{said}, which is {now} now."
                found.append(StaleReference(paragraph.id, sentence, change))
    return tuple(found)
