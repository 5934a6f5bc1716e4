"""What a script does to each atom of the file: a plan, before anything is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from drafter.model import Text
from drafter.ooxml.names import local
from drafter.write.tracked.places import Located, Place, filled
from drafter.write.tracked.script import (
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

_Stretch = tuple[Literal["keep", "del"], int, int, Text, Insert]
"""What happens to ``[start, end)`` of the strip, how it reads and how it shall read."""
_Event = _Stretch | Insert | InsertCue | KeepCue | DeleteCue | Join | Part


@dataclass(slots=True)
class Plan:
    """What is to be done to the atoms of a strip, by their place in it."""

    deleted: set[int] = field(default_factory=set[int])
    inserted: dict[int, list[Insert | InsertCue | Part]] = field(
        default_factory=dict[int, list[Insert | InsertCue | Part]]
    )
    italic: dict[int, bool] = field(default_factory=dict[int, bool])
    joins: list[int] = field(default_factory=list[int])


class Planner:
    """Turns the steps of a script into what happens to each atom."""

    def __init__(self, script: Script, located: Located) -> None:
        self._script = script
        self._places = located.places
        self._at = located
        self._strip = located.strip

    def plan(self) -> Plan:
        """Cut the strip wherever something begins or ends, and say what happens to each atom."""
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
        return self._plan(events)

    def _events(self) -> Iterator[_Event]:
        for step in self._script.steps:
            if isinstance(step, Keep):
                read = step.start
                for at, start, end in self._at.stretches(step.old, step.start, step.end):
                    low = at - step.start
                    high = low + end - start
                    before, after = step.before.slice(low, high), step.text.slice(low, high)
                    new = Insert(after, step.new, step.new_start + low)
                    yield "keep", start, end, before, new
                    read = at + end - start
                behind = self._at.behind_gap(step.old, read, step.end)
                if behind is not None:
                    new = Insert(Text(), step.new, step.new_start + step.end - step.start)
                    yield "keep", behind, behind, Text(), new
            elif isinstance(step, Delete):
                found = list(self._at.stretches(step.old, step.start, step.end))
                for _, start, end in filled(found, self._strip):
                    yield "del", start, end, Text(), Insert(Text())
            else:
                yield step

    def _unlink(self, events: list[_Event]) -> list[_Event]:
        """Replace whole links, formulas and fields where a part of one changes."""
        links = self._at.whole_ranges()
        if not links:
            return events
        broken: set[tuple[int, int]] = set()
        cursor = 0
        for event in events:
            if isinstance(event, tuple):
                kind, start, end, *_ = event
                if kind == "del":
                    broken |= {x for x in links if start < x[1] and end > x[0]}
                cursor = end
            elif isinstance(event, Insert | Part):
                broken |= {x for x in links if x[0] < cursor < x[1]}
        if not broken:
            return events
        found: list[_Event] = []
        for event in events:
            if not isinstance(event, tuple) or event[0] != "keep":
                found.append(event)
                continue
            _, start, end, before, after = event
            cuts = sorted({start, end, *(o for x in broken for o in x if start < o < end)})
            for a, b in pairwise(cuts):
                words = after.text.slice(a - start, b - start)
                piece = Insert(words, after.new, after.start + a - start)
                if any(x[0] <= a and b <= x[1] for x in broken):
                    found.append(("del", a, b, Text(), Insert(Text())))
                    found.append(piece)
                else:
                    found.append(("keep", a, b, before.slice(a - start, b - start), piece))
        return found

    def _plan(self, events: list[_Event]) -> Plan:
        plan = Plan()
        atoms = self._strip.atoms
        cues = [self._at.cues_of(k) for k in range(len(self._places))]
        formulas = [i for i, atom in enumerate(atoms) if atom.kind == "fixed"]
        for place in self._places:
            if place.label:
                self._plan_label(place, plan)
        cursor = self._at.before(self._at.begin(0)) if self._places else -1
        for event in events:
            if isinstance(event, tuple):
                kind, start, end, *_ = event
                first, last = self._at.between(start, end)
                if kind == "del":  # a part of a formula cannot go by itself
                    plan.deleted |= {
                        i for i in formulas if atoms[i].start < end and start < atoms[i].end
                    }
                if start == end:
                    cursor = max(cursor, self._at.before(end))
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
                cursor = max(cursor, cues[event.old][event.index])
            elif isinstance(event, DeleteCue):
                i = cues[event.old][event.index]
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

    def _plan_label(self, place: Place, plan: Plan) -> None:
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

    def _hidden(self, plan: Plan) -> None:
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
            between = atom.raw or local(atom.node) == "lastRenderedPageBreak"
            if inside or i == 0 or i + 1 == len(atoms) or not between:
                continue
            if i - 1 in plan.deleted and i + 1 in plan.deleted and i - 1 not in plan.inserted:
                plan.deleted.add(i)

    def _italic_changes(self, event: _Stretch) -> Iterator[int]:
        _, start, _, before, after = event
        text = after.text
        if before.emphasis != text.emphasis:
            for a, b in (*before.emphasis, *text.emphasis):
                yield start + a
                yield start + b

    def _italics(self, event: _Stretch, first: int, last: int) -> Iterator[tuple[int, bool]]:
        """Atoms that stay and shall be italic, or shall not be any more."""
        _, start, _, before, after = event
        text = after.text
        if before.emphasis == text.emphasis:
            return
        for i in range(first, last + 1):
            atom = self._strip.atoms[i]
            if atom.kind != "text" or not atom.text.strip():
                continue
            a, b = atom.start - start, atom.end - start
            italic = any(x <= a and b <= y for x, y in text.emphasis)
            was = any(x <= a and b <= y for x, y in before.emphasis)
            if italic != was and italic != bool(atom.look.italic):
                yield i, italic
