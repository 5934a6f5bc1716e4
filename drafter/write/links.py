"""Cited symbols as hyperlinks to the documents, as in official Word files."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model import Kind, Range, Resolution
from drafter.un import organs
from drafter.un.citations import find_citations
from drafter.un.symbols import link

LETTERS = "ABCDEFGHIJ -"
"""In "53/243 A and B" the B alone names a part; only the number is linked."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where the citations of a text lead."""

    speakers: dict[str, str]
    """Code of the organ that speaks, by section."""

    @classmethod
    def of(cls, resolution: Resolution) -> Links:
        """For this text; who speaks says whose "resolution 70/1" is meant."""
        return cls(
            {
                part.section: organs.code_of(part.text.string.strip(" ,")) or "A"
                for part in reversed(resolution.paragraphs)
                if part.kind is Kind.SPEAKER
            }
        )

    def find(self, string: str, section: str = "") -> tuple[tuple[Range, str], ...]:
        """Ranges of cited numbers and symbols, with the address of each."""
        speaker = self.speakers.get(section) or self.speakers.get("") or "A"
        return tuple(
            (citation.number, link(citation.symbol))
            for citation in find_citations(string, speaker)
            if citation.symbol and string[slice(*citation.number)].strip(LETTERS)
        )
