"""Numbers during a negotiation, references that follow, endings, chains, turning, italics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.edit import negotiation, order, structure
from drafter.edit.length import length
from drafter.edit.opening_italics import follow_opening
from drafter.edit.references import followed
from drafter.edit.turning import turn
from drafter.model import (
    Cue,
    Footnote,
    Kind,
    Paragraph,
    Resolution,
    Text,
    apply,
    invert,
    labels,
    numbers,
)
from tests.strategies import changes, resolutions

K = Kind


def resolution(*rows: str) -> Resolution:
    """Paragraphs from "P words", "O words", "S words" (a sub-paragraph)."""
    kinds = {"P": K.PREAMBULAR, "O": K.OPERATIVE, "S": K.SUBPARAGRAPH, "G": K.SPEAKER}
    return Resolution(
        tuple(
            Paragraph(f"p{i}", kinds[row[0]], Text(row[2:]), int(row[0] == "S"))
            for i, row in enumerate(rows, start=1)
        )
    )


def done(text: Resolution, change) -> Resolution:
    assert change is not None
    after = apply(text, change)
    assert apply(after, invert(change)) == text
    return after


def said(text: Resolution) -> list[str]:
    return [p.text.string for p in text.paragraphs]


def test_bis_ter_and_alt_move_no_other_number() -> None:
    text = resolution("P Recalling,", "O One;", "S a;", "O Two;", "O Three.")
    for expected in ("1 bis", "1 ter", "1 quater"):
        change, key = negotiation.insert_beside(text, "p2", "bis") or (None, "")
        text = done(text, change)
        assert text.paragraph(key).typed_label == expected
    change, key = negotiation.insert_beside(text, key, "alt") or (None, "")
    text = done(text, change)
    assert text.paragraph(key).typed_label == "1 alt"
    change, key = negotiation.insert_beside(text, "p3", "alt") or (None, "")
    assert done(text, change).paragraph(key).typed_label == "1 alt 2"
    order_ = [numbers(text).get(p.id, p.kind.value) for p in text.paragraphs]
    assert order_ == ["preambular", "1", "(a)", "1 bis", "1 ter", "1 quater", "1 alt", "2", "3"]
    change, key = negotiation.insert_beside(text, "p1", "bis") or (None, "")
    text = done(text, change)
    assert labels(text)[key] == "PP1bis"
    text = done(text, negotiation.renumber(text))
    assert [p.typed_label for p in text.paragraphs] == [None] * len(text.paragraphs)
    assert labels(text)[key] == "PP2"
    assert negotiation.renumber(text) is None


def test_only_what_has_a_number_has_one_beside_it() -> None:
    text = resolution("G The General Assembly,", "P Recalling,")
    assert negotiation.insert_beside(text, "p1", "bis") is None


def test_references_to_the_text_itself_follow_its_numbers() -> None:
    text = resolution(
        "O Decides as follows;",
        "O Requests a report on paragraph 1 above and paragraph 1 of its resolution 70/1;",
        "O Notes paragraphs 1, 2 (a) and 3 of the present resolution and paragraph 12 above;",
    )
    whole = followed(text, structure.insert_after(text, None, K.OPERATIVE, Text("New;")))
    after = done(text, whole.change)
    assert said(after)[2:] == [
        "Requests a report on paragraph 2 above and paragraph 1 of its resolution 70/1;",
        "Notes paragraphs 2, 3 (a) and 4 of the present resolution and paragraph 12 above;",
    ]
    assert whole.said == ("1 → 2", "2 → 3", "3 → 4")
    moved = followed(text, structure.move_up(text, "p2"))  # type: ignore[arg-type]
    assert "paragraph 2 above and paragraph 1 of" in said(done(text, moved.change))[0]


def test_a_reference_to_what_is_gone_is_left() -> None:
    text = resolution("O One;", "O Two, see paragraph 1 above;", "O Three, see paragraph 2 above.")
    after = done(text, followed(text, structure.delete(text, "p1")).change)
    assert said(after) == ["Two, see paragraph 1 above;", "Three, see paragraph 1 above."]


@given(start=resolutions(), data=st.data())
def test_what_follows_is_one_step(start: Resolution, data) -> None:
    change = data.draw(changes(start))
    whole = followed(start, change)
    assert apply(apply(start, whole.change), invert(whole.change)) == start


def test_endings_follow_from_the_order() -> None:
    text = resolution(
        "G The General Assembly,", "P Recalling.", "P Noting:", "S first,", "S second;",
        "O Urges States", "S to do this", "S to do that; and", "S to do more.", "O Decides “so”",
    )  # fmt: skip
    cued = Text("Decides “so”", (), (Cue(12, "n1"),))
    last = Paragraph("p10", K.OPERATIVE, cued)
    text = Resolution((*text.paragraphs[:-1], last), (Footnote("n1", Text("x")),))
    after = done(text, order.settle_endings(text))
    assert said(after) == [
        "The General Assembly,", "Recalling,", "Noting:", "first;", "second,",
        "Urges States:", "to do this;", "to do that; and", "to do more;", "Decides “so”.",
    ]  # fmt: skip
    assert after.paragraph("p10").text.cues == (Cue(13, "n1"),)
    assert order.settle_endings(after) is None


def test_also_and_further_follow_from_the_order() -> None:
    text = resolution(
        "P Recalling its resolution,", "P Recalling the report,", "P Recalling also the other,",
        "O Decides to meet;", "S at once;", "O Decides to act.",
    )  # fmt: skip
    after = done(text, order.settle_chains(text))
    assert said(after) == [
        "Recalling its resolution,", "Recalling also the report,", "Recalling further the other,",
        "Decides to meet;", "at once;", "Also decides to act.",
    ]  # fmt: skip
    assert order.settle_chains(after) is None


@pytest.mark.parametrize(
    ("preambular", "operative"),
    [
        ("Recalling", "Recalls"), ("Noting with appreciation", "Notes with appreciation"),
        ("Recognizing", "Recognizes"), ("Stressing", "Stresses"), ("Regretting", "Regrets"),
        ("Taking note", "Takes note"), ("Reaffirming", "Reaffirms"), ("Deploring", "Deplores"),
        ("Expressing its concern", "Expresses its concern"),
    ],
)  # fmt: skip
def test_turning_changes_verb_place_and_ending(preambular: str, operative: str) -> None:
    text = resolution("P Noting,", f"P {preambular} of it,", "P Stressing,", "O Urges;", "O Ends.")
    second = text.paragraph("p2")
    verb = preambular.split()[0]
    italic = Text(second.text.string, ((0, len(verb)),))
    rows = (*text.paragraphs[:1], Paragraph("p2", K.PREAMBULAR, italic), *text.paragraphs[2:])
    text = Resolution(rows)
    after = done(text, turn(text, "p2", K.OPERATIVE))
    assert [p.id for p in after.paragraphs] == ["p1", "p3", "p2", "p4", "p5"]
    turned = after.paragraph("p2")
    assert (turned.kind, turned.text.string) == (K.OPERATIVE, f"{operative} of it;")
    assert turned.text.emphasis == ((0, len(operative.split()[0])),)
    back = done(after, turn(after, "p2", K.PREAMBULAR))
    assert back.paragraph("p2").text.string == f"{preambular} of it,"
    assert turn(text, "p2", K.PREAMBULAR) is None


def test_turning_takes_sub_paragraphs_along_and_the_last_ending() -> None:
    text = resolution("P Noting,", "O Recalls:", "S a;", "S b;", "O Urges.")
    after = done(text, turn(text, "p2", K.PREAMBULAR))
    assert said(after) == ["Noting,", "Recalling:", "a;", "b,", "Urges."]
    last = done(text, turn(text, "p5", K.PREAMBULAR))
    assert said(last) == ["Noting,", "Urging,", "Recalls:", "a;", "b."]


def test_opening_words_italicise_themselves_until_they_are_overruled() -> None:
    was = Paragraph("p1", K.OPERATIVE, Text("Request"))
    assert follow_opening(was, Text("Requests")).emphasis == ((0, 8),)
    italic = Paragraph("p1", K.OPERATIVE, Text("Requests", ((0, 8),)))
    assert follow_opening(italic, Text("Requests ", ((0, 9),))).emphasis == ((0, 8),)
    assert follow_opening(italic, Text("Request", ((0, 7),))).emphasis == ()
    upright = Paragraph("p1", K.OPERATIVE, Text("Requests"))
    assert follow_opening(upright, Text("Requests a")).emphasis == ()
    plain = Paragraph("p1", K.PLAIN, Text("Request"))
    assert follow_opening(plain, Text("Requests")).emphasis == ()


def test_words_and_pages() -> None:
    text = resolution("O " + "word " * 600)
    assert (length(text).words, length(text).pages) == (600, 2)
    assert length(Resolution()).pages == 1
