"""Text that knows which stretch of the file each of its stretches was read from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.model import Span, Text
from drafter.read.lines import Line


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and its spans (see ``model.Span``); what repair put in has no span."""

    text: Text
    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, line: Line) -> Traced:
        """A whole line."""
        return cls(line.text, line.spans) if line.spans else cls.at(line.text, line.block, line.at)

    @classmethod
    def at(cls, text: Text, block: str, at: int = 0) -> Traced:
        """A text that stands in a block of the source from an offset on."""
        size = len(text)
        return cls(text, (Span(0, size, block, at),) if size else ())

    @property
    def string(self) -> str:
        """The characters."""
        return self.text.string

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: Traced) -> Traced:
        size = len(self.text)
        moved = tuple(
            replace(span, start=span.start + size, end=span.end + size) for span in other.spans
        )
        seam = _joined((*self.spans[-1:], *moved))
        return Traced(self.text + other.text, (*self.spans[:-1], *seam))

    def slice(self, start: int, end: int) -> Traced:
        """The text of ``[start, end)`` (cues: see ``Text.slice``)."""
        spans: list[Span] = []
        for span in self.spans:
            a, b = max(span.start, start), min(span.end, end)
            if a < b:
                spans.append(Span(a - start, b - start, span.block, span.at + a - span.start))
        return Traced(self.text.slice(start, end), tuple(spans))

    def behind(self, at: int) -> Traced:
        """The text from an offset on; a cue before it, between a number and its words, comes to
        its beginning."""
        rest = self.slice(at, len(self))
        early = tuple(replace(cue, at=0) for cue in self.text.cues if cue.at <= at) if at else ()
        return rest.with_text(replace(rest.text, cues=(*early, *rest.text.cues))) if early else rest

    def splice(self, start: int, end: int, new: str) -> Traced:
        """``[start, end)`` replaced by ``new``; no cue is lost.

        Characters that stay the same at the beginning and the end of the range keep their span.
        """
        old = self.string[start:end]
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        a, b = start + head, end - tail
        middle = new[head : len(new) - tail]
        text = self.text.splice(a, b, self.text.reworded(a, b, middle))
        shift = len(middle) - (b - a)
        spans: list[Span] = list(self.slice(0, a).spans)
        for span in self.slice(b, len(self)).spans:
            spans.append(replace(span, start=span.start + b + shift, end=span.end + b + shift))
        return Traced(text, _joined(tuple(spans)))

    def with_text(self, text: Text) -> Traced:
        """The same characters with other emphasis or cues."""
        assert text.string == self.string
        return Traced(text, self.spans)

    def strip(self) -> Traced:
        """Without white space at either end; cues that stood in it go to the end or beginning."""
        string = self.string
        start = len(string) - len(string.lstrip(WHITE))
        end = max(start, len(string.rstrip(WHITE)))
        if (start, end) == (0, len(string)):
            return self
        inner = self.slice(start, end)
        kept = tuple(
            replace(cue, at=min(max(cue.at - start, 0), end - start)) for cue in self.text.cues
        )
        return inner.with_text(replace(inner.text, cues=kept))


WHITE = " \t\n\r\f\v\xa0\u2009\u202f\u200e\u200f\u200b\ufeff"
"""White space and marks that are not seen, as they stand at the ends of paragraphs."""


def _joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans that go on where the one before ends, in text and in file, are one."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.block == span.block
            and last.end == span.start
            and last.at + (last.end - last.start) == span.at
        ):
            joined[-1] = replace(last, end=span.end)
        else:
            joined.append(span)
    return tuple(joined)
