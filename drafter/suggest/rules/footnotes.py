"""How a footnote names a resolution: an Assembly text says "Resolution X", a draft that is tabled
outside the Assembly "General Assembly resolution X". A text that stood outside already keeps its
manner (E/RES/2023/26 says "Resolution"). Source: DOMAIN rule 5 (98.8 % of 3,810)."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.suggest.case import Case
from drafter.suggest.templates import Template
from drafter.un import organs

_FORMS = ("footnotes/resolution", "footnotes/resolutions")


def rule(case: Case) -> Iterable[Suggestion]:
    """Footnotes that begin with a resolution of the Assembly."""
    if case.speaker != "A" or case.cycle.adopting != "A" or case.cycle.organ == "A/HRC":
        return
    outside = organs.parent_of(case.cycle.organ) != "A"
    stood = organs.code_of(case.resolution.masthead.organ or "") or "A"
    if outside and organs.parent_of(stood) == organs.parent_of(case.cycle.organ):
        return
    for note_id in case.notes_of_body:
        cited = [one for one in case.citations[note_id] if one.kind == "resolution"]
        if not cited or any(one.organ != "A" for one in cited):
            continue
        for name in _FORMS:
            bare, named = case.library.get(name), case.library.get(f"{name}-of-organ")
            finder, writer = (bare, named) if outside else (named, bare)
            made = _renamed(case, note_id, finder, writer, outside)
            if made:
                yield made
                break


def _renamed(
    case: Case, note_id: str, finder: Template, writer: Template, outside: bool
) -> Suggestion | None:
    string = case.text(note_id)
    match = next(iter(finder.find(string)), None)
    if match is None or match.start != 0:
        return None
    if not outside and match.value("organ") != organs.name_of("A"):
        return None
    values = {name: match.value(name) for name in match.slots} | {"organ": organs.name_of("A")}
    after = writer.render({slot.name: values[slot.name] for slot in writer.slots})
    reason = (
        "A draft tabled outside the Assembly names the organ in its footnotes."
        if outside
        else "A text of the Assembly says only “Resolution” in its footnotes."
    )
    return case.replace("footnote-style", "likely", note_id, match.start, match.end, after, reason)
