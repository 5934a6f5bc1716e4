"""Templates: wording with typed slots that is found in last cycle's text and written for this one.

A template is a file in a findable subset of Jinja2: literal text, comments and slots, which are
``{{ session }}`` or, to give a slot a name of its own, ``{{ later | session }}``. There is no
control flow, so a template ends by construction; it is rendered in Jinja2's sandbox all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2 import Template as CompiledTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.suggest.slots import SLOT_TYPES
from drafter.un.dates import SPACE

MOST_CHARACTERS = 20_000
"""Longest template that is taken."""
MOST_SLOTS = 20


class TemplateError(ValueError):
    """A template that cannot be used: the line (from 1) and what is wrong."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap: its name and its type (drafter.suggest.slots)."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Match:
    """Where a template was found."""

    template: Template
    start: int
    """Half-open range of the whole, in code points."""
    end: int
    text: str
    """As it stands there."""
    slots: Mapping[str, tuple[int, int]]
    """Range of each slot in the searched string."""

    def value(self, slot: str) -> str:
        """The words in a slot."""
        a, b = self.slots[slot]
        return self.text[a - self.start : b - self.start]


@dataclass(frozen=True)
class Template:
    """A wording with slots."""

    name: str
    """Folder and file without its ending: "clauses/report-back"."""
    source: str
    title: str = ""
    """The comment at its head: what it is for."""
    parts: tuple[str | Slot, ...] = ()
    origin: str = ""
    """File it was read from."""
    own: bool = field(default=False, compare=False)
    """A delegation's own."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots in order."""
        return tuple(part for part in self.parts if isinstance(part, Slot))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression that finds it: white space, commas, articles, quotation marks
        and hyphens may differ, in a long one also a word here and there."""
        loose = sum(len(p.split()) for p in self.parts if isinstance(p, str)) >= 8
        return re.compile("".join(_piece(part, loose) for part in self.parts), re.IGNORECASE)

    def find(self, string: str) -> Iterator[Match]:
        """Every place where it stands in a string."""
        low = string.lower()
        if any(word not in low for word in self._words):
            return
        for found in self.pattern.finditer(string):
            spans = {slot.name: found.span(slot.name) for slot in self.slots}
            yield Match(self, found.start(), found.end(), found[0], spans)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """Words that stand in every place where it can be found."""
        literal = " ".join(part for part in self.parts if isinstance(part, str)).lower()
        return tuple(word for word in literal.split() if len(word) > 3 and word.isalpha())

    def render(self, values: Mapping[str, object]) -> str:
        """The wording with values in its slots; ValueError where one is missing."""
        written = {slot.name: SLOT_TYPES[slot.type].write(values[slot.name]) if slot.name in values
                   else _missing(self.name, slot.name) for slot in self.slots}  # fmt: skip
        return self._compiled.render(written).strip()

    @cached_property
    def _compiled(self) -> CompiledTemplate:
        return _ENVIRONMENT.from_string(self.source)

    def preview(self, values: Mapping[str, object] | None = None) -> str:
        """The wording with what values there are, examples for the rest."""
        examples = {slot.name: SLOT_TYPES[slot.type].example for slot in self.slots}
        return self.render({**examples, **(values or {})})


def parse_template(name: str, source: str, origin: str = "", own: bool = False) -> Template:
    """The template a source says; TemplateError with the line where it is broken."""
    if len(source) > MOST_CHARACTERS:
        raise TemplateError(1, f"it is longer than {MOST_CHARACTERS} characters")
    try:
        tree = _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        raise TemplateError(error.lineno, error.message or "it is no Jinja2") from None
    parts: list[str | Slot] = []
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            raise TemplateError(node.lineno, "only text, comments and slots may stand in it")
        for piece in node.nodes:
            if isinstance(piece, nodes.TemplateData):
                parts.append(piece.data)
            else:
                parts.append(_slot(piece))
    names = [part.name for part in parts if isinstance(part, Slot)]
    if len(names) > MOST_SLOTS:
        raise TemplateError(1, f"it has more than {MOST_SLOTS} slots")
    if len(names) != len(set(names)):
        raise TemplateError(1, "a slot stands in it twice; name it {{ second | session }}")
    stripped = _stripped(parts)
    if not stripped:
        raise TemplateError(1, "it is empty")
    head = re.match(r"\s*\{#-?\s*(.*?)\s*-?#\}", source, re.DOTALL)
    title = " ".join(head[1].split()) if head else name.rpartition("/")[2].replace("-", " ")
    return Template(name, source, title, stripped, origin, own)


def rewrite(match: Match, writer: Template, values: Mapping[str, object]) -> str:
    """What stands in the place of a match for this cycle.

    Where the writer is the template that found it, only the slots named in ``values`` change and
    everything else stays as the text has it; another writer gives its own wording, with the slots
    it shares filled from the text.
    """
    if writer.source == match.template.source:
        result = match.text
        for slot in sorted(writer.slots, key=lambda slot: -match.slots[slot.name][0]):
            if slot.name in values:
                a, b = match.slots[slot.name]
                new = SLOT_TYPES[slot.type].write(values[slot.name])
                result = result[: a - match.start] + new + result[b - match.start :]
        return result
    found = {name: match.value(name) for name in match.slots}
    return writer.render({**found, **values})


def _slot(node: nodes.Expr) -> Slot:
    if isinstance(node, nodes.Name):
        name, type_ = node.name, node.name
    elif (
        isinstance(node, nodes.Filter)
        and isinstance(node.node, nodes.Name)
        and not (node.args or node.kwargs)
    ):
        name, type_ = node.node.name, node.name
    else:
        raise TemplateError(node.lineno, "a slot is {{ name }} or {{ name | type }}, no more")
    if type_ not in SLOT_TYPES:
        known = ", ".join(sorted(SLOT_TYPES))
        raise TemplateError(node.lineno, f"there is no slot type {type_}; there are {known}")
    return Slot(name, type_)


def _stripped(parts: list[str | Slot]) -> tuple[str | Slot, ...]:
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(part for part in parts if part)


def _missing(template: str, slot: str) -> str:
    raise ValueError(f"{template} needs a value for {slot}")


_GAP = rf",?{SPACE}+"
_LOOSE_GAP = rf",?{SPACE}+(?:[^\s;:.]+{SPACE}+){{0,2}}?"
_SAME = {
    "a": "(?:an?|the|its)", "an": "(?:an?|the|its)", "the": "(?:an?|the|its)", "its": "(?:its|the)",
}  # fmt: skip


def _piece(part: str | Slot, loose: bool) -> str:
    if isinstance(part, Slot):
        return rf"(?P<{part.name}>{SLOT_TYPES[part.type].pattern})"
    words = part.split()
    if not words:
        return _GAP
    gap = _LOOSE_GAP if loose else _GAP
    body = gap.join(_word(word) for word in words)
    starts = _GAP if part[:1].isspace() else r"(?<!\w)" if part[:1].isalnum() else ""
    ends = _GAP if part[-1:].isspace() else r"(?!\w)" if part[-1:].isalnum() else ""
    return starts + body + ends


def _word(word: str) -> str:
    bare = word.rstrip(",")
    if bare.lower() in _SAME:
        return _SAME[bare.lower()]
    pattern = "".join(_SIGNS.get(sign, re.escape(sign)) for sign in bare)
    return pattern or ""


_SIGNS = {
    **dict.fromkeys("“”\"", "[“”\"]"), **dict.fromkeys("‘’'", "[‘’']"),
    **dict.fromkeys("-‐‑–", "[-‐‑–]"), ",": ",?",
}  # fmt: skip


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()  # pyright: ignore[reportUnknownMemberType]
    environment.filters = dict.fromkeys(SLOT_TYPES, str)
    environment.tests = {}
    return environment


_ENVIRONMENT = _environment()
