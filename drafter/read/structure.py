"""The one step that decides what each line is, for all formats.

In: whole lines (``Lines``) with evidence. Out: a Resolution. Sources: DOMAIN "Structure"; 353 read
official Word files; the five seeds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model import (
    Kind,
    Question,
    Repair,
    Resolution,
    Source,
    Span,
    Text,
)
from drafter.model.labels import letters, roman
from drafter.read.items import Item, finish
from drafter.read.lines import Lines
from drafter.read.masthead import MastheadBuilder
from drafter.read.numbering import Typed
from drafter.read.segments import Segment, segments
from drafter.read.shape import Shape, shape_of
from drafter.read.traced import Traced
from drafter.un import dates


def structure(
    lines: Lines,
    source: Source,
    *,
    repairs: tuple[Repair, ...] = (),
    questions: tuple[Question, ...] = (),
) -> Resolution:
    """The resolution that whole lines make up.

    ``repairs`` and ``questions`` name lines and notes by their block; they come back under the
    ids of the paragraphs and footnotes these became.
    """
    return _Builder(lines, source).build(repairs, questions)


@dataclass
class _State:
    """Where in a text the reader is."""

    section: str
    phase: str = "preamble"
    """preamble, operative, closed (behind the closing), annex."""
    levels: list[Typed] = field(default_factory=list[Typed])
    annexes: int = 0
    unnumbered: bool = False
    """Whether the operative paragraphs stand without numbers, as in many working papers."""


class _Builder:
    def __init__(self, lines: Lines, source: Source) -> None:
        self._lines = lines
        self._source = source
        self._masthead = MastheadBuilder()
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._items: list[Item] = []
        self._parents: set[str] = set()
        """Sections with a paragraph that can have sub-paragraphs."""
        self._spoken = False

    def build(self, repairs: tuple[Repair, ...], questions: tuple[Question, ...]) -> Resolution:
        shapes: list[Shape] = []
        for line in self._lines.lines:
            shape = shape_of(line)
            if line.region in ("header", "footer", "table") and not line.opaque:
                if line.region != "footer":
                    self._masthead.line(shape.string)
            elif shape.string or line.opaque or shape.traced.text.cues:
                shapes.append(shape)
        self._masthead.stated_symbol(self._lines.properties.get("symbol", ""))
        for segment in segments(shapes):
            self._segment(shapes, segment)
        self._masthead.properties(self._lines.properties)
        return finish(
            self._items, self._lines, self._source, self._masthead.finished(), self._spans, repairs,
            questions,
        )  # fmt: skip

    # -- the lines above the speaker ------------------------------------------------------------

    def _segment(self, shapes: Sequence[Shape], segment: Segment) -> None:
        state = _State(segment.section)
        body = segment.speaker if segment.speaker is not None else segment.start
        if segment.speaker is None:
            body = _first_substance(shapes)
        front = shapes[segment.start : body]
        part = next((i for i, shape in enumerate(front) if shape.part), None)
        first = segment.start == 0
        if part is not None and segment.section == front[part].string:
            # What stands above the letter of part A is of the resolution as a whole.
            self._front(front[:part], "" if first else segment.section, main=first)
            front, first = front[part + 1 :], False
        self._front(front, segment.section, main=first)
        for shape in shapes[body : segment.end]:
            self._body(shape, state)

    def _front(self, front: Sequence[Shape], section: str, *, main: bool) -> None:
        title_at = _title_position(front)
        closing = below_item = False
        for i, shape in enumerate(front):
            if shape.line.kind is not None:
                self._known(shape, shape.line.kind, section)
            elif shape.line.opaque:
                self._add(Kind.OPAQUE, shape, section)
            elif main and i != title_at and self._masthead_line(shape):
                below_item = shape.agenda_item
            elif (
                main
                and below_item
                and i != title_at
                and shape.plain_front
                and not (shape.part or shape.next_text)
            ):
                self._masthead.agenda_title(shape.traced.string)
            elif shape.adoption or (shape.bracket and i != title_at):
                below_item = False
                self._masthead.line(shape.string)
                self._add(Kind.ADOPTION, shape, section)
            elif shape.closing or (closing and self._masthead.line(shape.string)):
                closing = True
                self._closing(shape, section)
            elif shape.part or shape.next_text:
                below_item = False
                self._add(Kind.HEADING, shape, section, level=1)
            elif shape.submitters and i != title_at:
                self._masthead.submitters(shape.string)
                self._add(Kind.SUBMITTERS, shape, section)
            elif shape.chapeau:
                self._add(Kind.CHAPEAU, shape, section)
            elif i == title_at:
                self._title(shape, section)
            elif shape.heading:
                self._add(Kind.HEADING, shape, section, level=1)
            else:
                self._add(Kind.PLAIN, shape, section)

    def _masthead_line(self, shape: Shape) -> bool:
        string = shape.string
        if not shape.plain_front or len(string) > 400:
            return False
        blocks = (Span(s.start, s.end, s.block, s.at) for s in shape.traced.spans)
        if self._masthead.session(string):
            self._spans.setdefault("masthead.session", tuple(blocks))
            return True
        if self._masthead.agenda_item(string):
            self._spans.setdefault("masthead.agenda_item", tuple(blocks))
            return True
        return self._masthead.line(string)

    def _title(self, shape: Shape, section: str) -> None:
        traced = shape.traced
        if match := shape.title_number:
            if section in ("", "OUTER", "A"):
                self._masthead.title_number(match["number"], match["parts"] or "")
            traced = traced.behind(match.end()).strip()
        # The title of what recommends a text is that text's too.
        section = "" if section == "OUTER" else section
        self._put(Item(Kind.TITLE, traced, _blocks(shape), section))

    # -- the text itself --------------------------------------------------------------------------

    def _body(self, shape: Shape, state: _State) -> None:
        line = shape.line
        section = line.section if line.section is not None else state.section
        if line.opaque:
            self._add(Kind.OPAQUE, shape, section)
        elif line.kind is not None:
            self._known(shape, line.kind, section)
        elif shape.speaker and state.phase == "preamble":
            self._add(Kind.SPEAKER, shape, section)
        elif shape.annex and (state.phase != "preamble" or shape.heading):
            state.annexes += 1
            base = state.section.split(".")[0]
            name = "ANNEX" if state.annexes == 1 else f"ANNEX{state.annexes}"
            state.section = f"{base}.{name}" if base and not base.startswith("ANNEX") else name
            state.phase = "annex"
            state.levels.clear()
            self._add(Kind.HEADING, shape, state.section, level=1)
        elif shape.closing and state.phase != "annex":
            state.phase = "closed"
            self._closing(shape, section)
        elif state.phase == "closed" and self._closes_on(shape):
            self._closing(shape, section)
        elif shape.typed is not None and self._numbered(shape, shape.typed, state):
            pass
        elif shape.heading and (state.phase != "preamble" or shape.opening is None):
            state.levels.clear() if state.phase == "annex" else None
            self._heading(shape, state)
        elif state.phase == "preamble" or self._begins_anew(shape):
            self._preamble(shape, state)
        elif state.phase == "operative" and state.unnumbered and shape.opening == "operative":
            self._unnumbered(shape, state)
        else:
            self._add(Kind.PLAIN, shape, section)

    def _known(self, shape: Shape, kind: Kind, section: str) -> None:
        level = shape.line.level or 0
        if kind is Kind.TITLE:
            self._title(shape, section)
        elif kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH) and shape.typed is not None:
            level = max(1, level) if kind is Kind.SUBPARAGRAPH else 0
            self._put(Item(kind, shape.body, _blocks(shape), section, level, shape.typed))
        else:
            level = level or int(kind is Kind.HEADING)
            self._add(kind, shape, section, level=level)

    def _preamble(self, shape: Shape, state: _State) -> None:
        if shape.opening == "operative":
            state.phase = "operative"
            self._unnumbered(shape, state)
        else:
            known = self._spoken or shape.opening is not None
            self._add(Kind.PREAMBULAR if known else Kind.PLAIN, shape, state.section)

    def _unnumbered(self, shape: Shape, state: _State) -> None:
        state.unnumbered = True
        state.levels.clear()
        blank = Typed("", 0, (0,))
        self._put(Item(Kind.OPERATIVE, shape.traced, _blocks(shape), state.section, 0, blank))

    def _begins_anew(self, shape: Shape) -> bool:
        """Preambular paragraphs below a heading, in a text of several sections."""
        last = self._items[-1]
        return (
            shape.opening == "preambular"
            and shape.string.endswith(",")
            and last.kind in (Kind.HEADING, Kind.PREAMBULAR)
        )

    def _heading(self, shape: Shape, state: _State) -> None:
        last = self._items[-1] if self._items else None
        first_of_annex = (
            state.phase == "annex"
            and last is not None
            and last.section == state.section
            and last.kind is Kind.HEADING
            and all(item.section != state.section for item in self._items[-2:-1])
        )
        if first_of_annex:
            self._add(Kind.TITLE, shape, state.section)
        else:
            self._add(Kind.HEADING, shape, state.section, level=1)

    def _numbered(self, shape: Shape, typed: Typed, state: _State) -> bool:
        """A paragraph with a number; False where the number is none of the text's own."""
        depth = self._depth(typed, state)
        if depth is None:
            return False
        listed = shape.line.level if shape.line.number is not None else None
        if depth and listed and not (depth > listed and _lies_below(typed, depth, listed, state)):
            depth = listed  # a list knows how deep it stands
        if depth == 0:
            if shape.heading and shape.opening is None and state.phase == "preamble":
                return False
            if state.phase == "preamble":
                state.phase = "operative"
            state.levels[:] = [typed]
            state.unnumbered = False
            kind = Kind.OPERATIVE
        else:
            del state.levels[depth:]
            while len(state.levels) < depth:
                state.levels.append(Typed("", 0, ()))
            state.levels.append(typed)
            kind = Kind.SUBPARAGRAPH
        self._put(Item(kind, shape.body, _blocks(shape), state.section, depth, typed))
        return True

    def _depth(self, typed: Typed, state: _State) -> int | None:
        """The depth a number stands at: the one it goes on with, else the next one down."""
        if 0 in typed.depths:
            return 0
        if state.section not in self._parents and state.phase != "annex":
            return None
        for depth in reversed(range(1, len(state.levels))):
            if _follows(state.levels[depth].number, typed.number):
                return depth
        firsts = [depth for depth in typed.depths if _is_first(typed.number, depth)]
        here = max(1, len(state.levels))
        for depth in (*firsts, *typed.depths):
            if depth <= here:
                return depth
        # A first number of a deeper kind than is open ("a." right below "1.") is one down.
        return here

    def _closes_on(self, shape: Shape) -> bool:
        last = self._items[-1]
        return (
            last.kind is Kind.CLOSING
            and "\n" not in last.traced.string
            and dates.parse_date(shape.string.strip()) is not None
        )

    def _closing(self, shape: Shape, section: str) -> None:
        """The closing lines are one paragraph with a line feed (DOMAIN "Structure")."""
        self._masthead.closing(shape.string)
        last = self._items[-1] if self._items else None
        if last is not None and last.kind is Kind.CLOSING and "\n" not in last.traced.string:
            last.traced = last.traced + Traced(Text("\n")) + shape.traced
            last.blocks += _blocks(shape)
        else:
            self._add(Kind.CLOSING, shape, section)

    def _put(self, item: Item) -> None:
        self._items.append(item)
        if item.kind in (Kind.OPERATIVE, Kind.PREAMBULAR):
            self._parents.add(item.section)
        self._spoken |= item.kind is Kind.SPEAKER

    def _add(self, kind: Kind, shape: Shape, section: str, *, level: int = 0) -> None:
        self._put(Item(kind, shape.traced, _blocks(shape), section, level))


def _first_substance(shapes: Sequence[Shape]) -> int:
    """Where the text itself begins in a file without a speaker."""
    for i, shape in enumerate(shapes):
        numbered = shape.typed is not None and 0 in shape.typed.depths and not shape.title_number
        if shape.line.kind is None and (shape.opening is not None or numbered):
            return i
    return 0


def _title_position(front: Sequence[Shape]) -> int | None:
    """Which line above the speaker is the title."""
    for i, shape in enumerate(front):
        if shape.line.kind is Kind.TITLE or shape.title_number is not None:
            return i
    probe = MastheadBuilder()
    best: int | None = None
    for i, shape in enumerate(front):
        out = (
            shape.line.opaque
            or not shape.plain_front
            or shape.part
            or shape.next_text
            or shape.closing
            or probe.line(shape.string)
            or shape.string.startswith(("Committee:", "Topic:", "Main Submitter", "Co-Submitter"))
        )
        if not out:
            best = i
    return best


def _blocks(shape: Shape) -> tuple[str, ...]:
    return tuple({span.block: None for span in shape.traced.spans} or {shape.line.block: None})


def _is_first(number: str, depth: int) -> bool:
    core = number.strip("().").lower()
    return core == ("a" if depth in (1, 3) else "i")


def _lies_below(typed: Typed, depth: int, listed: int, state: _State) -> bool:
    """Whether a number of a list begins, or goes on with, a row below the paragraph that its list
    sets as deep: "i." and "ii." below "b." of another list."""
    levels = state.levels
    if listed >= len(levels) or _follows(levels[listed].number, typed.number):
        return False
    if depth < len(levels):
        return _follows(levels[depth].number, typed.number)
    return _is_first(typed.number, 2) and not set(levels[listed].depths) & {2, 4}


def _follows(before: str, number: str) -> bool:
    """Whether a number is the next one of the same form: "(b)" behind "(a)", "ii." behind "i."."""
    a, b = before.strip("().").lower(), number.strip("().").lower()
    if before.lower().replace(a, "", 1) != number.lower().replace(b, "", 1):
        return False
    return any(a in form and form.get(b) == form[a] + 1 for form in (_LETTERS, _ROMANS))


_LETTERS = {letters(n): n for n in range(1, 61)}
_ROMANS = {roman(n): n for n in range(1, 61)}
