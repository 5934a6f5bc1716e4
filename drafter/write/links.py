"""Cited symbols as hyperlinks to the documents, as in official Word files."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.model import Kind, Range, Resolution
from drafter.ooxml.fresh_package import OFFICE, Relationship
from drafter.un import organs
from drafter.un.citations import find_citations
from drafter.un.symbols import link

LETTERS = "ABCDEFGHIJ -"
"""In "53/243 A and B" the B alone names a part; only the number is linked."""


@dataclass(slots=True)
class Links:
    """The hyperlinks of one part: each address once, by relationship id."""

    speakers: dict[str, str]
    """Code of the organ that speaks, by section."""
    ids: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def of(cls, resolution: Resolution) -> Links:
        """For a part of this text; who speaks says whose "resolution 70/1" is meant."""
        return cls(
            {
                part.section: organs.code_of(part.text.string.strip(" ,")) or "A"
                for part in reversed(resolution.paragraphs)
                if part.kind is Kind.SPEAKER
            }
        )

    def find(self, string: str, section: str = "") -> tuple[tuple[Range, str], ...]:
        """Ranges of cited numbers and symbols, with the relationship id of each."""
        speaker = self.speakers.get(section) or self.speakers.get("") or "A"
        return tuple(
            (citation.number, self._id(link(citation.symbol)))
            for citation in find_citations(string, speaker)
            if citation.symbol and string[slice(*citation.number)].strip(LETTERS)
        )

    def _id(self, address: str) -> str:
        return self.ids.setdefault(address, f"rIdL{len(self.ids) + 1}")

    @property
    def relationships(self) -> list[Relationship]:
        """What the part's relationships must hold."""
        return [
            Relationship(relation_id, f"{OFFICE}/hyperlink", address, external=True)
            for address, relation_id in self.ids.items()
        ]
