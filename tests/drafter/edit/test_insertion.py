"""A clause goes in as a paragraph of its own, at a place where it can stand."""

from __future__ import annotations

import pytest

from drafter.edit.insertion import insert_clause
from drafter.model import Kind, Paragraph, Resolution, Text, apply, invert

K = Kind


def rows(*given: tuple[Kind, str]) -> Resolution:
    return Resolution(
        tuple(
            Paragraph(f"p{i}", kind, Text(words), int(kind is K.SUBPARAGRAPH))
            for i, (kind, words) in enumerate(given, 1)
        )
    )


TEXT = rows(
    (K.TITLE, "Archives"),
    (K.SPEAKER, "The General Assembly,"),
    (K.PREAMBULAR, "Recalling this,"),
    (K.PREAMBULAR, "Noting that,"),
    (K.OPERATIVE, "Urges States:"),
    (K.SUBPARAGRAPH, "To keep lists;"),
    (K.SUBPARAGRAPH, "To train;"),
    (K.OPERATIVE, "Decides to remain seized."),
    (K.CLOSING, "80th plenary meeting"),
)
PP = Paragraph("x", K.PREAMBULAR, Text("Guided by the Charter,", ((0, 6),)))
OP = Paragraph("x", K.OPERATIVE, Text("Invites donors to help;", ((0, 7),)))
SEIZED = Paragraph("x", K.OPERATIVE, Text("Decides to remain seized of the matter.", ((0, 7),)))


def put(caret: str | None, clause: Paragraph, text: Resolution = TEXT) -> list[str]:
    change, key = insert_clause(text, caret, clause)
    after = apply(text, change)
    assert apply(after, invert(change)) == text
    assert after.paragraph(key).kind is clause.kind
    i = after.positions[key]
    return [p.text.string for p in after.paragraphs[max(0, i - 1) : i + 2]]


def test_it_goes_behind_the_paragraph_of_the_caret() -> None:
    assert put("p3", PP) == ["Recalling this,", "Guided by the Charter,", "Noting that,"]


def test_it_never_parts_a_paragraph_from_its_sub_paragraphs() -> None:
    expected = ["To train;", "Invites donors to help;", "Decides to remain seized."]
    for caret in ("p5", "p6", "p7"):
        assert put(caret, OP) == expected


@pytest.mark.parametrize("caret", ["p1", "p2", "p3", "p4"])
def test_an_operative_one_never_stands_among_the_preambular(caret: str) -> None:
    assert put(caret, OP) == ["Noting that,", "Invites donors to help;", "Urges States:"]


@pytest.mark.parametrize("caret", ["p4", "p5", "p8", "p9"])
def test_a_preambular_one_never_stands_among_the_operative(caret: str) -> None:
    assert put(caret, PP) == ["Noting that,", "Guided by the Charter,", "Urges States:"]


def test_above_the_speaker_it_goes_below_it() -> None:
    assert put("p1", PP)[0] == "The General Assembly,"


@pytest.mark.parametrize("caret", ["p8", "p9", None])
def test_the_last_one_takes_the_full_stop(caret: str | None) -> None:
    found = put(caret, OP)
    assert found[:2] == ["Decides to remain seized;", "Invites donors to help."]


def test_one_that_is_not_last_takes_a_semicolon() -> None:
    assert put("p7", SEIZED)[1] == "Decides to remain seized of the matter;"


def test_an_empty_draft_takes_it_too() -> None:
    change, key = insert_clause(Resolution(), None, OP)
    assert apply(Resolution(), change).paragraph(key).text.string == "Invites donors to help."
