"""A case: a loaded text, the cycle it is drafted for and the catalogue, with what every rule
derives from them. A rule is a function of a case that gives suggestions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from drafter.model import (
    Change,
    Cycle,
    Evidence,
    Kind,
    Paragraph,
    ReplaceText,
    Resolution,
    Suggestion,
    labels,
    reword,
)
from drafter.model.suggestion import Confidence
from drafter.suggest.identity import Own, identify, named_speaker, speaker_of
from drafter.suggest.library import Library
from drafter.text.tokens import tokenise
from drafter.un import organs, sessions
from drafter.un.citations import Citation, find_citations
from drafter.un.symbols import parse_symbol

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue

Result = TypeVar("Result")
Rule = Callable[["Case"], Iterable[Suggestion]]

_BODY = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.PLAIN, Kind.CHAPEAU})


@dataclass(frozen=True)
class Case:
    """A loaded text, its new cycle, and what is known by then."""

    resolution: Resolution
    cycle: Cycle
    """With ``adopting`` and ``adopting_session`` worked out (``settled``)."""
    catalogue: Catalogue
    library: Library

    @cached_property
    def labels(self) -> dict[str, str]:
        """Label of each paragraph and footnote by id."""
        return labels(self.resolution)

    @cached_property
    def speaker(self) -> str:
        """Code of the organ that speaks."""
        return speaker_of(self.resolution)

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the main text and its parts whose words a rule may change; an annex
        says what was adopted and is left alone."""
        return tuple(
            p for p in self.resolution.paragraphs
            if p.kind in _BODY and not p.section.split(".")[-1].startswith("ANNEX")
        )  # fmt: skip

    @cached_property
    def notes_of_body(self) -> dict[str, tuple[str, int]]:
        """Footnotes called from the body, by id: paragraph and offset of the first cue."""
        found: dict[str, tuple[str, int]] = {}
        for paragraph in self.body:
            for cue in paragraph.text.cues:
                if cue.note in self.resolution.notes_by_id:
                    found.setdefault(str(cue.note), (paragraph.id, cue.at))
        return found

    @cached_property
    def citations(self) -> dict[str, tuple[Citation, ...]]:
        """The citations of each body paragraph and of its footnotes, by id, in order."""
        found: dict[str, tuple[Citation, ...]] = {}
        for paragraph in self.body:
            found[paragraph.id] = find_citations(paragraph.text.string, self.speaker)
        for note_id in self.notes_of_body:
            text = self.resolution.notes_by_id[note_id].text
            found[note_id] = find_citations(text.string, self.speaker)
        return found

    @cached_property
    def own(self) -> Own:
        """What the loaded text is."""
        cited = tuple(one for row in self.citations.values() for one in row)
        return identify(self.resolution, self.cycle, self.catalogue, cited)

    @cached_property
    def own_evidence(self) -> Evidence:
        """The loaded text as evidence."""
        own = self.own
        return Evidence(own.symbol or "", own.title, own.date, own.where)

    @cached_property
    def step(self) -> int | None:
        """Sessions between the loaded text's adoption and the new one's; None if not known."""
        new = self.cycle.adopting_session
        if self.own.session is None or not new.isdigit() or self.cycle.adopting != self.own.organ:
            return None
        step = int(new) - self.own.session
        if self.own.organ == "A/HRC":
            return step if 0 < step <= 30 else None
        return step if 0 < step <= 10 else None

    @cached_property
    def years(self) -> int | None:
        """Years between the two adoptions."""
        if self.step is None:
            return None
        return round(self.step / 3) if self.own.organ == "A/HRC" else self.step

    def fresh_note(self) -> str:
        """An id for a new footnote that no other suggestion of this case has."""
        new = self.resolution.fresh_id("n", self._fresh)
        self._fresh.append(new)
        return new

    @property
    def notes_given(self) -> tuple[str, ...]:
        """Ids of new footnotes that were given away."""
        return tuple(self._fresh)

    def give_notes(self, ids: Iterable[str]) -> None:
        """Take ids for new footnotes as given away: by a rule that ran on this text before."""
        self._fresh.extend(ids)

    @cached_property
    def _fresh(self) -> list[str]:
        return []

    @cached_property
    def _kept(self) -> dict[str, object]:
        return {}

    def once(self, work: Callable[[Case], Result]) -> Result:
        """What ``work`` says of this case, worked out once."""
        key = f"{work.__module__}.{work.__qualname__}"
        if key not in self._kept:
            self._kept[key] = work(self)
        return self._kept[key]  # pyright: ignore[reportReturnType]

    def text(self, target: str) -> str:
        """The words of a paragraph or footnote."""
        return self.resolution.text_of(target).string

    def evidence(self, *symbols: str) -> tuple[Evidence, ...]:
        """What the catalogue says about resolutions."""
        found: list[Evidence] = []
        for symbol in symbols:
            if symbol == self.own.symbol:
                found.append(self.own_evidence)
                continue
            entry = self.catalogue.get(symbol, as_of=self.cycle.date)
            if entry:
                found.append(Evidence(entry.symbol, entry.title, entry.date, entry.where))
        return tuple(found)

    def replace(
        self,
        rule: str,
        confidence: Confidence,
        target: str,
        start: int,
        end: int,
        after: str,
        reason: str,
        evidence: tuple[Evidence, ...] = (),
        group: str | None = None,
    ) -> Suggestion | None:
        """The suggestion to put ``after`` in the place of [start, end), trimmed to the words that
        differ; None where nothing does."""
        text = self.text(target)
        start, end, after = trimmed(text, start, end, after)
        if text[start:end] == after:
            return None
        change = with_cues_at_words(reword(self.resolution, target, start, end, after))
        key = f"{target}|{start}|{text[start:end]}|{after}"
        return suggestion(rule, confidence, change, key, reason, evidence, group)


def suggestion(
    rule: str,
    confidence: Confidence,
    change: Change,
    key: str,
    reason: str,
    evidence: tuple[Evidence, ...] = (),
    group: str | None = None,
) -> Suggestion:
    """A suggestion whose id is the same for the same rule and key, in every run."""
    digest = hashlib.blake2s(f"{rule}|{key}".encode(), digest_size=6).hexdigest()
    return Suggestion(f"s{digest}", rule, confidence, change, reason, evidence, group)


def with_cues_at_words(change: ReplaceText) -> ReplaceText:
    """The same with each cue behind the words it stood behind, where the new wording has them."""
    old, new = change.before, change.after
    if not any(0 < cue.at < len(old) for cue in old.cues):
        return change
    placed = tuple(
        replace(cue, at=_behind(old.string[: was.at], new.string, cue.at))
        for cue, was in zip(new.cues, old.cues, strict=True)
    )
    return replace(change, after=replace(new, cues=placed))


def _behind(head: str, new: str, otherwise: int) -> int:
    """Where the last words of ``head`` end in ``new``: three of them, or two; if only once."""
    words = tokenise(head)
    for size in (6, 4):
        tail = "".join(words[-size:])
        if len(words) >= size and new.count(tail) == 1:
            return new.index(tail) + len(tail)
    return otherwise


def trimmed(text: str, start: int, end: int, after: str) -> tuple[int, int, str]:
    """A replacement without the whole words that both sides begin or end with."""
    old, new = list(tokenise(text[start:end])), list(tokenise(after))
    while old and new and old[0] == new[0]:
        start += len(old[0])
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        end -= len(old[-1])
        del old[-1], new[-1]
    return start, end, "".join(new)


def settled(resolution: Resolution, cycle: Cycle) -> Cycle:
    """The cycle with what was left out worked out from the text and the date.

    The organ that speaks in the text is the one that adopts it, wherever it is tabled.
    """
    adopting = named_speaker(resolution) or cycle.adopting or organs.adopting_organ(cycle.organ)
    session = cycle.adopting_session
    if not session or adopting != cycle.adopting:
        same = adopting in (cycle.organ, organs.parent_of(cycle.organ)) and (
            not cycle.organ.startswith("E/")
        )
        session = (
            cycle.session
            if same and cycle.session
            else sessions.adopting_session(adopting, cycle.organ, cycle.date)
        )
    return replace(cycle, adopting=adopting, adopting_session=session)


def short(symbol: str) -> str:
    """A resolution as texts cite it: "70/177"."""
    parsed = parse_symbol(symbol)
    return parsed.short if parsed else symbol
