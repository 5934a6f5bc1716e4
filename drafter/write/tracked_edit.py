"""Carry out a script on the runs of a Word file, so that Word shows every step as a change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from drafter.model import Range, Span, Text
from drafter.ooxml.blocks import Block
from drafter.ooxml.inline import text_runs, wanted_italic
from drafter.ooxml.names import Element, local, w
from drafter.ooxml.revisions import Marks
from drafter.ooxml.strip import Strip, part_paragraph, place_behind, wrap_runs
from drafter.ooxml.styles import Styles
from drafter.write.tracked_script import (
    Delete,
    DeleteCue,
    Insert,
    InsertCue,
    Join,
    Keep,
    KeepCue,
    Part,
    Script,
)


class CueMaker(Protocol):
    """Makes the elements of a footnote cue of the new text."""

    def __call__(self, step: InsertCue, script: Script) -> list[Element]: ...


@dataclass(slots=True)
class _Plan:
    """What is to be done to the atoms of a strip, by their place in it."""

    deleted: set[int] = field(default_factory=set[int])
    inserted: dict[int, list[Insert | InsertCue | Part]] = field(
        default_factory=dict[int, list[Insert | InsertCue | Part]]
    )
    italic: dict[int, bool] = field(default_factory=dict[int, bool])
    joins: list[int] = field(default_factory=list[int])


_Event = tuple[
    "str", int, int, Text
]  # ("keep" | "del", start, end of the strip, text as it shall read)


class Edit:
    """One script on its way into the file."""

    def __init__(
        self,
        script: Script,
        places: Sequence[Place],
        labels: Mapping[int, str],
        marks: Marks,
        styles: Styles,
        make_cue: CueMaker,
    ) -> None:
        self._script = script
        self._places = places
        self._labels = labels
        self._marks = marks
        self._styles = styles
        self._make_cue = make_cue
        self._at = Located(places)
        self._strip = self._at.strip
        self._cue_atoms = [self._at.cues_of(k) for k in range(len(places))]

    def run(self) -> list[Element]:
        """Do it; returns the paragraph in which each new paragraph of the row now ends."""
        events = self._unlink(list(self._events()))
        for event in events:
            if isinstance(event, tuple):
                self._strip.cut(event[1])
                self._strip.cut(event[2])
        for place in self._places:
            if place.label:
                base = self._strip.bases[place.blocks[0].key]
                self._strip.cut(base + place.label[0])
                self._strip.cut(base + place.label[1])
        for k in range(len(self._places)):
            self._strip.cut(self._at.begin(k))
        for event in events:
            if isinstance(event, tuple) and event[0] == "keep":
                for offset in self._italic_changes(event):
                    self._strip.cut(offset)
        return self._carry_out(self._plan(events))

    # from steps to events

    def _events(self) -> Iterator[_Event | Insert | InsertCue | KeepCue | DeleteCue | Join | Part]:
        for step in self._script.steps:
            if isinstance(step, Keep):
                for at, start, end in self._at.stretches(step.old, step.start, step.end):
                    low = at - step.start
                    yield "keep", start, end, step.text.slice(low, low + end - start)
            elif isinstance(step, Delete):
                found = list(self._at.stretches(step.old, step.start, step.end))
                for _, start, end in filled(found, self._strip):
                    yield "del", start, end, Text()
            else:
                yield step

    def _unlink(
        self, events: list[_Event | Insert | InsertCue | KeepCue | DeleteCue | Join | Part]
    ) -> list[_Event | Insert | InsertCue | KeepCue | DeleteCue | Join | Part]:
        """Replace whole links where a part of one changes: no old address under new words."""
        links = self._at.link_ranges()
        if not links:
            return events
        broken: set[tuple[int, int]] = set()
        cursor = 0
        for event in events:
            if isinstance(event, tuple):
                kind, start, end, _ = event
                if kind == "del":
                    broken |= {x for x in links if start < x[1] and end > x[0]}
                cursor = end
            elif isinstance(event, Insert | Part):
                broken |= {x for x in links if x[0] < cursor < x[1]}
        if not broken:
            return events
        found: list[_Event | Insert | InsertCue | KeepCue | DeleteCue | Join | Part] = []
        for event in events:
            if not isinstance(event, tuple) or event[0] != "keep":
                found.append(event)
                continue
            _, start, end, text = event
            cuts = sorted({start, end, *(o for x in broken for o in x if start < o < end)})
            for a, b in pairwise(cuts):
                piece = text.slice(a - start, b - start)
                if any(x[0] <= a and b <= x[1] for x in broken):
                    found += [("del", a, b, Text()), Insert(piece)]
                else:
                    found.append(("keep", a, b, piece))
        return found

    # from events to a plan

    def _plan(
        self, events: list[_Event | Insert | InsertCue | KeepCue | DeleteCue | Join | Part]
    ) -> _Plan:
        plan = _Plan()
        atoms = self._strip.atoms
        self._cue_atoms = [self._at.cues_of(k) for k in range(len(self._places))]
        for place in self._places:
            if place.label:
                self._plan_label(place, plan)
        cursor = self._at.before(self._at.begin(0)) if self._places else -1
        for event in events:
            if isinstance(event, tuple):
                kind, start, end, _ = event
                first, last = self._at.between(start, end)
                if last < first:
                    continue
                if kind == "del":
                    plan.deleted |= {
                        i for i in range(first, last + 1) if atoms[i].kind not in ("cue", "hidden")
                    }
                else:
                    for i, italic in self._italics(event, first, last):
                        plan.italic[i] = italic
                cursor = max(cursor, self._at.out_of_link(last))
            elif isinstance(event, KeepCue):
                cursor = max(cursor, self._cue_atoms[event.old][event.index])
            elif isinstance(event, DeleteCue):
                i = self._cue_atoms[event.old][event.index]
                if i >= 0:
                    plan.deleted.add(i)
                    cursor = max(cursor, i)
            elif isinstance(event, Join):
                plan.joins.append(event.old)
                low, high = self._at.end(event.old), self._at.begin(event.old + 1)
                for i, atom in enumerate(atoms):
                    if low <= atom.start < high and atom.text:
                        plan.deleted.add(i)
                cursor = max(cursor, self._at.before(high))
            else:
                plan.inserted.setdefault(cursor, []).append(event)
        self._hidden(plan)
        return plan

    def _plan_label(self, place: Place, plan: _Plan) -> None:
        assert place.label is not None
        low, high, new = place.label
        base = self._strip.bases[place.blocks[0].key]
        first, last = self._at.between(base + low, base + high)
        if high > low:
            plan.deleted |= {
                i for i in range(first, last + 1) if self._strip.atoms[i].kind != "cue"
            }
        anchor = last if high > low else self._at.before(base + low)
        if new:
            plan.inserted.setdefault(anchor, []).append(Insert(Text(new)))

    def _hidden(self, plan: _Plan) -> None:
        """What shows nothing goes where all around it goes; fields go whole."""
        atoms = self._strip.atoms
        for first, last in self._strip.fields:
            shown = [i for i in range(first, last + 1) if atoms[i].text or atoms[i].kind == "cue"]
            if shown and all(i in plan.deleted for i in shown):
                plan.deleted |= set(range(first, last + 1))
        for i, atom in enumerate(atoms):
            if atom.kind != "hidden" or i in plan.deleted:
                continue
            before = i - 1
            if before >= 0 and atoms[before].kind == "cue" and atoms[before].run is atom.run:
                if before in plan.deleted:
                    plan.deleted.add(i)
                continue
            inside = any(a <= i <= b for a, b in self._strip.fields)
            if inside or i == 0 or i + 1 == len(atoms) or not atom.raw:
                continue
            if i - 1 in plan.deleted and i + 1 in plan.deleted and i - 1 not in plan.inserted:
                plan.deleted.add(i)

    def _italic_changes(self, event: _Event) -> Iterator[int]:
        _, start, _, text = event
        for a, b in text.emphasis:
            yield start + a
            yield start + b

    def _italics(self, event: _Event, first: int, last: int) -> Iterator[tuple[int, bool]]:
        """Atoms that stay and shall be italic, or shall not be any more."""
        _, start, _, text = event
        for i in range(first, last + 1):
            atom = self._strip.atoms[i]
            if atom.kind != "text" or not atom.text.strip():
                continue
            a, b = atom.start - start, atom.end - start
            italic = any(x <= a and b <= y for x, y in text.emphasis)
            if italic != bool(atom.look.italic):
                yield i, italic

    # from a plan to the file

    def _carry_out(self, plan: _Plan) -> list[Element]:
        strip, marks = self._strip, self._marks
        for i in sorted(plan.deleted | set(plan.italic) | set(plan.inserted)):
            if i >= 0:
                if i in plan.deleted or i in plan.italic:
                    strip.split_before(i)
                strip.split_after(i)
        anchors = {i: self._anchor(i) for i in plan.inserted}
        near = {i: self._neighbour(i) for i in plan.inserted}
        style = strip.blocks[0].style_id if strip.blocks else None
        for i, italic in plan.italic.items():
            run = strip.atoms[i].run
            wanted = wanted_italic(run.find(w("rPr")), italic, style, self._styles)
            marks.change_italic(run, wanted)
        for first, last in _groups(plan.deleted):
            wrap_runs(strip.runs(first, last), marks, "del")
        for k in plan.joins:
            self._join(k)
        ends: dict[int, Element] = {}
        for i in sorted(plan.inserted):
            self._put(anchors[i], plan.inserted[i], near[i], style, ends)
        if strip.blocks:
            ends[max(len(self._script.new) - 1, 0)] = strip.blocks[-1].element
        return [ends[k] for k in sorted(ends)]

    def _anchor(self, index: int) -> Element:
        if index >= 0:
            atom = self._strip.atoms[index]
            if atom.kind == "mark":
                return _head(atom.run)
            return (atom.runs or [atom.run])[-1]
        return _head(self._strip.blocks[0].paragraphs[0], self._strip)

    def _neighbour(self, index: int) -> Element | None:
        found = self._strip.text_index(index, -1) if index >= 0 else None
        if found is None:
            found = self._strip.text_index(max(index, 0), 1)
        return self._strip.atoms[found].run if found is not None else None

    def _put(
        self,
        anchor: Element,
        steps: list[Insert | InsertCue | Part],
        near: Element | None,
        style: str | None,
        ends: dict[int, Element],
    ) -> None:
        behind: Element | None = place_behind(anchor, self._marks)
        assert behind is not None
        paragraph = behind if behind.tag == w("p") else behind.getparent()
        assert paragraph is not None
        if behind.tag == w("p"):
            behind = None
        for step in steps:
            if isinstance(step, Part):
                first = part_paragraph(paragraph, behind)
                self._marks.mark_paragraph(first, "ins")
                ends[step.new - 1] = first
                behind = paragraph.find(w("pPr"))
                made = self._words(Text(self._labels.get(step.new, "")), near, style)
            elif isinstance(step, InsertCue):
                made = self._make_cue(step, self._script)
            else:
                made = self._words(step.text, near, style)
            for element in made:
                if behind is None:
                    paragraph.insert(0, element)
                else:
                    behind.addnext(element)
                behind = element

    def _words(self, text: Text, near: Element | None, style: str | None) -> list[Element]:
        if not text.string:
            return []
        mark = self._marks.element("ins")
        mark.extend(text_runs(text.string, text.emphasis, near, style, self._styles))
        return [mark]

    def _join(self, k: int) -> None:
        """Delete the marks from the end of an old paragraph to the beginning of the next."""
        first = self._places[k].blocks[-1].element
        last = self._places[k + 1].blocks[0].paragraphs[0]
        element: Element | None = first
        while element is not None and element is not last:
            if element.tag == w("p"):
                self._marks.mark_paragraph(element, "del")
            element = element.getnext()


def _groups(indices: set[int]) -> Iterator[Range]:
    """Rows of neighbouring numbers, first and last."""
    ordered = sorted(indices)
    start = 0
    for k in range(1, len(ordered) + 1):
        if k == len(ordered) or ordered[k] != ordered[k - 1] + 1:
            yield ordered[start], ordered[k - 1]
            start = k


def _head(paragraph: Element, strip: Strip | None = None) -> Element:
    """What new content at the very beginning of a paragraph goes behind: its properties."""
    if strip is not None and strip.atoms and strip.blocks[0].key[:1] in "ne":
        lead = [a for a in strip.atoms if a.kind == "hidden"]
        first = next((i for i, a in enumerate(strip.atoms) if a.kind != "hidden"), len(strip.atoms))
        if first and lead:
            return strip.atoms[first - 1].run
    properties = paragraph.find(w("pPr"))
    return properties if properties is not None else paragraph


__all__ = ["Edit", "Place", "local"]
