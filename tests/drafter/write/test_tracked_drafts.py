"""A draft begun from an official file and edited here, tracked on that file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import draft as drafts
from drafter import workflow
from drafter.model import InsertParagraph, Kind, Paragraph, Resolution, Text, apply, numbers
from drafter.ooxml.resolve import accept_all, reject_all
from drafter.read import read_bytes, read_file
from drafter.resources import sample_folder
from tests.drafter.write.said import paragraphs
from tests.drafter.write.test_tracked import edited

OLD = read_file(sample_folder() / "A_RES_78_391.docx")
BEGUN = drafts.begin(OLD, workflow.default_cycle(OLD, dt.date(2025, 10, 1))).text


def seen(resolution: Resolution) -> list[tuple[str, list[tuple[int, str]], str | None]]:
    """Words, notes and number of every paragraph."""
    number = numbers(resolution)
    return [
        (
            p.text.string.strip(),
            [(c.at, resolution.notes_by_id[c.note].text.string) for c in p.text.cues if c.note],
            number.get(p.id),
        )
        for p in resolution.paragraphs
        if p.text.string.strip()
    ]


def folded(resolution: Resolution) -> list[tuple[str, list[str], str | None]]:
    """As ``seen``, white space folded, notes without their places."""
    return [
        (" ".join(string.split()), [n for _, n in notes], number)
        for string, notes, number in seen(resolution)
    ]


def check(new: Resolution) -> Resolution:
    assert OLD.source is not None
    data = workflow.tracked_bytes(OLD, new, author="A. Delegate")
    assert paragraphs(reject_all(data)) == paragraphs(OLD.source.data)
    found = read_bytes(accept_all(data), "new.docx")
    assert folded(found) == folded(new)
    return found


@settings(max_examples=40)
@given(
    edited(BEGUN), st.sampled_from((None, "81", "ES-11")), st.sampled_from((None, "7", "18 (b)"))
)
def test_any_edited_draft(new: Resolution, session: str | None, item: str | None) -> None:
    masthead = new.masthead
    masthead = replace(masthead, session=session or masthead.session)
    masthead = replace(masthead, agenda_item=item or masthead.agenda_item)
    found = check(replace(new, masthead=masthead))
    assert (found.masthead.session, found.masthead.agenda_item) == (
        masthead.session,
        masthead.agenda_item,
    )


def test_a_number_with_bis_is_typed() -> None:
    after = BEGUN.of_kind(Kind.OPERATIVE)[1]
    added = Paragraph("p900", Kind.OPERATIVE, Text("Invites all to it;", ((0, 7),)), 0, "", "2 bis")
    found = check(apply(BEGUN, InsertParagraph(after.id, added)))
    assert "2 bis" in numbers(found).values()
