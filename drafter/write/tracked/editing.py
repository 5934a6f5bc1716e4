"""Carry out a script on the runs of a Word file, so that Word shows every step as a change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Protocol

from drafter.model import Range, Text
from drafter.ooxml.atoms import Atom
from drafter.ooxml.inline import link, text_runs, wanted_italic
from drafter.ooxml.names import Element, local, w
from drafter.ooxml.revisions import Marks, set_italic
from drafter.ooxml.strip import Strip, part_paragraph, place_behind, wrap_runs
from drafter.ooxml.styles import Styles
from drafter.write.tracked.places import Located, Place
from drafter.write.tracked.planning import Plan, Planner
from drafter.write.tracked.script import Insert, InsertCue, Part, Script


class CueMaker(Protocol):
    """Makes the elements of a footnote cue of the new text."""

    def __call__(self, step: InsertCue, script: Script) -> list[Element]: ...


Links = Callable[[str | None, int, int], Sequence[tuple[int, int, str]]]
"""Citations of a new paragraph within a range, with the id of the relationship to each."""


class Writer:
    """Makes new words for one part of the package: marked, formatted, symbols linked."""

    def __init__(self, marks: Marks, styles: Styles, links: Links | None) -> None:
        self.marks = marks
        self.styles = styles
        self._links = links

    def words(
        self, step: Insert, near: Element | None, style: str | None, target: str | None
    ) -> list[Element]:
        """The elements of new words; ``target`` is the new paragraph they belong to."""
        if not step.text.string:
            return []
        size = len(step.text)
        found: list[Element] = []
        at = 0
        links = self._links(target, step.start, step.start + size) if self._links else ()
        for start, end, relation in (*links, (size + step.start, size + step.start, "")):
            plain = step.text.slice(at, start - step.start)
            if plain.string:
                found.append(self._inserted(plain, near, style))
            if relation:
                inside = self._inserted(
                    step.text.slice(start - step.start, end - step.start), near, style
                )
                found.append(link(inside, relation, self.styles))
            at = end - step.start
        return found

    def _inserted(self, text: Text, near: Element | None, style: str | None) -> Element:
        mark = self.marks.element("ins")
        mark.extend(text_runs(text.string, text.emphasis, near, style, self.styles))
        return mark


class Edit:
    """One script on its way into the file."""

    def __init__(
        self,
        script: Script,
        places: Sequence[Place],
        labels: Mapping[int, str],
        writer: Writer,
        make_cue: CueMaker,
    ) -> None:
        self._script = script
        self._places = places
        self._labels = labels
        self._writer = writer
        self._marks = writer.marks
        self._styles = writer.styles
        self._make_cue = make_cue
        self._at = Located(places)
        self._strip = self._at.strip

    def run(self) -> list[Element]:
        """Do it; returns the paragraph in which each new paragraph of the row now ends."""
        return self._carry_out(Planner(self._script, self._at).plan())

    def _carry_out(self, plan: Plan) -> list[Element]:
        strip, marks = self._strip, self._marks
        for i in sorted(plan.deleted | set(plan.italic) | set(plan.inserted)):
            if i >= 0:
                if i in plan.deleted or i in plan.italic:
                    strip.split_before(i)
                strip.split_after(i)
        style = strip.blocks[0].style_id if strip.blocks else None
        for i, italic in plan.italic.items():
            properties = strip.atoms[i].run.find(w("rPr"))
            self._slant(strip.atoms[i], wanted_italic(properties, italic, style, self._styles))
        anchors = {i: self._anchor(i) for i in plan.inserted}
        near = {i: self._neighbour(i) for i in plan.inserted}
        for first, last in _groups(plan.deleted):
            wrap_runs(strip.runs(first, last), marks, "del")
        for k in plan.joins:
            self._join(k)
        ends: dict[int, Element] = {}
        behind: dict[Element, Element] = {}
        for i in sorted(plan.inserted):
            parts = any(isinstance(step, Part) for step in plan.inserted[i])
            place = place_behind(anchors[i], marks, outside=parts)
            last = self._put(behind.get(place, place), plan.inserted[i], near[i], style, ends)
            behind[place] = last  # all that comes inside one link stands behind it, in its order
        if strip.blocks:
            ends[max(len(self._script.new) - 1, 0)] = strip.blocks[-1].element
        return [ends[k] for k in sorted(ends)]

    def _slant(self, atom: Atom, italic: bool | None) -> None:
        """Italics of a run as a tracked change; where somebody else's change of its formatting is
        open, which is all a run can hold, its words go and come."""
        run, marks = atom.run, self._marks
        change = run.find(f"{w('rPr')}/{w('rPrChange')}")
        if change is None or change.get(w("id")) in marks.made:
            marks.change_italic(run, italic)
            return
        atom.run = new = deepcopy(run)
        properties = new.find(w("rPr"))
        assert properties is not None
        properties.remove(properties[-1])
        set_italic(properties, italic)
        gone, come = marks.wrap([run], "del"), marks.element("ins")
        come.append(new)
        parent = gone.getparent()
        theirs = parent is not None and local(parent) == "ins"
        (place_behind(gone, marks) if theirs else gone).addnext(come)

    def _anchor(self, index: int) -> Element:
        if index >= 0:
            atom = self._strip.atoms[index]
            if atom.kind == "mark":
                properties = atom.run.find(w("pPr"))
                return properties if properties is not None else atom.run
            return (atom.runs or [atom.run])[-1]
        return _head(self._strip)

    def _neighbour(self, index: int) -> Element | None:
        found = self._strip.text_index(index, -1) if index >= 0 else None
        if found is None:
            found = self._strip.text_index(max(index, 0), 1)
        return self._strip.atoms[found].run if found is not None else None

    def _put(
        self,
        place: Element,
        steps: list[Insert | InsertCue | Part],
        near: Element | None,
        style: str | None,
        ends: dict[int, Element],
    ) -> Element:
        """Put new content behind ``place`` (in a paragraph: at its beginning); its last element."""
        behind: Element | None = place
        paragraph = place if place.tag == w("p") else place.getparent()
        assert paragraph is not None
        if place.tag == w("p"):
            behind = None
        for step in steps:
            if isinstance(step, Part):
                first = part_paragraph(paragraph, behind)
                self._marks.mark_paragraph(first, "ins")
                ends[step.new - 1] = first
                behind = paragraph.find(w("pPr"))
                label = Insert(Text(self._labels.get(step.new, "")))
                made = self._writer.words(label, near, style, None)
            elif isinstance(step, InsertCue):
                made = self._make_cue(step, self._script)
            else:
                made = self._writer.words(step, near, style, self._target(step))
            for element in made:
                if behind is None:
                    paragraph.insert(0, element)
                else:
                    behind.addnext(element)
                behind = element
        return place if behind is None else behind

    def _target(self, step: Insert) -> str | None:
        return self._script.new[step.new] if step.new < len(self._script.new) else None

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


def _head(strip: Strip) -> Element:
    """What new content at the very beginning goes behind: properties, a note's own mark."""
    if strip.atoms and strip.blocks[0].key[:1] in "ne":
        first = next((i for i, a in enumerate(strip.atoms) if a.kind != "hidden"), None)
        if first:
            strip.split_before(first)
            return strip.atoms[first - 1].run
        if first is None:
            return strip.atoms[-1].run
    paragraph = strip.blocks[0].paragraphs[0]
    properties = paragraph.find(w("pPr"))
    return properties if properties is not None else paragraph
