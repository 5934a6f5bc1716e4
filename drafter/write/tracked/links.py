"""Links from cited symbols to the documents they name, in files whose citations are links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.model import Resolution
from drafter.ooxml.notes import Relations
from drafter.ooxml.package import Package
from drafter.un.citations import find_citations

ADDRESS = "https://undocs.org/"
_HOST = re.compile(r"https?://(?:www\.)?undocs\.org/", re.I)
_LETTERS = re.compile(r" [A-Z](?: ?(?:-|and|to) ?[A-Z])?$")


class CitationLinks:
    """Citations of the new text by paragraph, each with a relationship to its document."""

    def __init__(self, new: Resolution, relations: Relations) -> None:
        self._new = new
        self._relations = relations
        self._found: dict[str, tuple[tuple[int, int, str], ...]] = {}

    def __call__(self, target: str | None, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        """(start, end, relationship id) of the citations that stand wholly in a range."""
        if target is None:
            return ()
        if target not in self._found:
            try:
                string = self._new.text_of(target).string
            except KeyError:
                string = ""
            self._found[target] = tuple(
                (*citation.number, address_of(citation.symbol))
                for citation in find_citations(string)
                if citation.organ
            )
        found: list[tuple[int, int, str]] = []
        for a, b, address in self._found[target]:
            if start <= a < b <= end and (not found or a >= found[-1][1]):
                found.append((a, b, self._relations.link(address)))
        return found


def address_of(symbol: str) -> str:
    """Where the United Nations publishes a document: "S/RES/2178 (2014)" without the space."""
    return ADDRESS + _LETTERS.sub("", symbol).replace(" ", "")


def links_citations(package: Package, *parts: str | None) -> bool:
    """Whether a file's citations are links to the documents they name."""
    return any(
        relation.external and _HOST.match(relation.target)
        for part in parts
        if part is not None
        for relation in package.relations(part).values()
    )
