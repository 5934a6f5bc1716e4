"""Structure commands do what a person who presses the key expects, and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.edit import notes, structure
from drafter.model import (
    Change,
    Cue,
    Footnote,
    Kind,
    Paragraph,
    Resolution,
    Text,
    apply,
    labels,
    numbers,
)
from tests.strategies import resolutions


def _resolution() -> Resolution:
    return Resolution(
        (
            Paragraph("p1", Kind.SPEAKER, Text("The General Assembly,")),
            Paragraph(
                "p2", Kind.PREAMBULAR, Text("Noting the report,", ((0, 6),), (Cue(18, "n1"),))
            ),
            Paragraph("p3", Kind.OPERATIVE, Text("Requests a report;", ((0, 8),))),
            Paragraph("p4", Kind.OPERATIVE, Text("Decides to remain seized.", ((0, 7),))),
        ),
        (Footnote("n1", Text("A/78/200.")),),
    )


def _do(resolution: Resolution, change: Change | None) -> Resolution:
    assert change is not None
    return apply(resolution, change)


def _strings(resolution: Resolution) -> list[str]:
    return [p.text.string for p in resolution.paragraphs]


def test_enter_at_an_operatives_end_starts_the_next_one_numbered() -> None:
    after = _do(_resolution(), structure.split(_resolution(), "p3", 18))
    new = after.paragraphs[3]
    assert (new.kind, new.text.string) == (Kind.OPERATIVE, "")
    assert numbers(after)["p4"] == "3"


def test_enter_behind_the_speaker_starts_a_preambular_paragraph() -> None:
    after = _do(_resolution(), structure.split(_resolution(), "p1", 21))
    assert after.paragraphs[1].kind is Kind.PREAMBULAR


def test_enter_within_a_paragraph_takes_emphasis_and_cue_along() -> None:
    after = _do(_resolution(), structure.split(_resolution(), "p2", 3))
    first, second = after.paragraphs[1:3]
    assert (first.text.string, first.text.emphasis) == ("Not", ((0, 3),))
    assert (second.text.emphasis, second.text.cues) == (((0, 3),), (Cue(15, "n1"),))


@given(st.data())
def test_backspace_takes_enter_back(data: st.DataObject) -> None:
    before = data.draw(resolutions())
    paragraph = data.draw(st.sampled_from(before.paragraphs))
    at = data.draw(st.integers(min(1, len(paragraph.text)), len(paragraph.text)))
    parted = apply(before, structure.split(before, paragraph.id, at))
    second = parted.paragraphs[parted.positions[paragraph.id] + 1]
    change = structure.join(parted, second.id)
    assert change is not None
    assert [p.text for p in apply(parted, change).paragraphs] == [p.text for p in before.paragraphs]


def test_backspace_below_an_empty_paragraph_removes_that_and_keeps_the_kind() -> None:
    start = _do(_resolution(), structure.split(_resolution(), "p1", 21))
    empty, second = start.paragraphs[1], start.paragraphs[2]
    after = _do(start, structure.join(start, second.id))
    assert empty.id not in after.positions
    assert after.paragraph(second.id) == second


def test_a_table_is_never_joined_to_a_text() -> None:
    table = Resolution((Paragraph("p1", Kind.OPAQUE, Text("[table]")), Paragraph("p2", Kind.PLAIN)))
    assert structure.join(table, "p2") is None


def test_deleting_across_paragraphs_joins_what_is_left() -> None:
    start = _resolution()
    after = _do(start, structure.delete_range(start, ("p2", 7), ("p4", 8)))
    assert _strings(after) == ["The General Assembly,", "Noting to remain seized."]
    assert after.paragraphs[1].kind is Kind.PREAMBULAR


def test_pasting_paragraphs_parts_the_one_they_are_put_into() -> None:
    start = _resolution()
    pasted = (
        Paragraph("x", Kind.OPERATIVE, Text("one;")),
        Paragraph("y", Kind.OPERATIVE, Text("Urges two;")),
    )
    after = _do(start, structure.insert_paragraphs(start, ("p3", 9), pasted))
    assert _strings(after)[2:6] == [
        "Requests one;", "Urges two;", "a report;", "Decides to remain seized.",
    ]  # fmt: skip
    assert len(after.positions) == 6


def test_tab_makes_a_sub_paragraph_and_shift_tab_takes_it_back() -> None:
    start = _resolution()
    inner = _do(start, structure.demote(start, "p4"))
    assert labels(inner)["p4"] == "OP1(a)"
    assert structure.demote(inner, "p4") is None, "nothing above it is as deep"
    assert _do(inner, structure.promote(inner, "p4")) == start
    assert structure.demote(start, "p1") is None


def test_moving_down_and_up_is_nothing_at_all_and_stops_at_the_ends() -> None:
    start = _resolution()
    down = _do(start, structure.move_down(start, "p3"))
    assert [p.id for p in down.paragraphs] == ["p1", "p2", "p4", "p3"]
    assert _do(down, structure.move_up(down, "p3")) == start
    assert structure.move_up(start, "p1") is None
    assert structure.move_down(start, "p4") is None


@pytest.mark.parametrize("label", ["1 bis", None])
def test_a_typed_label_does_not_shift_the_numbers_behind_it(label: str | None) -> None:
    start = _do(_resolution(), structure.set_label(_resolution(), "p3", "1 bis"))
    assert numbers(start) == {"p3": "1 bis", "p4": "1"}
    if label is None:
        assert _do(start, structure.set_label(start, "p3", None)) == _resolution()


def test_a_typed_number_goes_with_what_the_paragraph_was() -> None:
    start = _do(_resolution(), structure.set_label(_resolution(), "p4", "1 bis"))
    inner = _do(start, structure.demote(start, "p4"))
    assert numbers(inner)["p4"] == "(a)"
    assert numbers(_do(inner, structure.promote(inner, "p4")))["p4"] == "2"
    assert "p4" not in numbers(_do(start, structure.make_kind(start, "p4", Kind.PREAMBULAR)))


def test_a_footnote_goes_with_its_last_cue_and_not_before() -> None:
    start = _resolution()
    twice = _do(start, notes.cite_again(start, ("p3", 18), "n1"))
    once = _do(twice, notes.delete_cue(twice, "p2", 0))
    assert [n.id for n in once.notes] == ["n1"]
    none = _do(once, notes.delete_cue(once, "p3", 0))
    assert none.notes == ()


def test_a_new_footnote_is_numbered_by_its_place() -> None:
    start = _resolution()
    after = _do(start, notes.insert_note(start, ("p1", 20), Text("See A/79/1.")))
    assert labels(after)["n2"] == "FN1"
    assert labels(after)["n1"] == "FN2"
    assert _do(after, notes.delete_note(after, "n2")) == start
