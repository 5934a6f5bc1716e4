"""Labels and numbers of every kind of paragraph."""

from __future__ import annotations

from drafter.model import (
    Cue,
    Footnote,
    Kind,
    Paragraph,
    Resolution,
    Text,
    labels,
    note_numbers,
    numbers,
)
from drafter.model.labels import letters, roman


def _resolution() -> Resolution:
    rows: list[tuple[Kind, int, str, str | None]] = [
        (Kind.TITLE, 0, "", None),
        (Kind.SPEAKER, 0, "", None),
        (Kind.PREAMBULAR, 0, "", None),
        (Kind.SUBPARAGRAPH, 1, "", None),
        (Kind.SUBPARAGRAPH, 1, "", None),
        (Kind.HEADING, 1, "", None),
        (Kind.OPERATIVE, 0, "", None),
        (Kind.SUBPARAGRAPH, 1, "", None),
        (Kind.SUBPARAGRAPH, 2, "", None),
        (Kind.SUBPARAGRAPH, 2, "", None),
        (Kind.OPERATIVE, 0, "", "1 bis"),
        (Kind.OPERATIVE, 0, "", None),
        (Kind.OPERATIVE, 0, "", "7"),
        (Kind.OPERATIVE, 0, "", None),
        (Kind.OPAQUE, 0, "", None),
        (Kind.OPERATIVE, 0, "ANNEX", None),
        (Kind.SUBPARAGRAPH, 1, "ANNEX", None),
        (Kind.OPERATIVE, 0, "B", None),
    ]
    return Resolution(
        tuple(
            Paragraph(f"p{i}", kind, Text(f"t{i}"), level, section, typed)
            for i, (kind, level, section, typed) in enumerate(rows)
        )
    )


def test_labels_name_each_thing_once() -> None:
    found = list(labels(_resolution()).values())
    assert found == [
        "title", "speaker", "PP1", "PP1(a)", "PP1(b)", "H1", "OP1", "OP1(a)", "OP1(a)(i)",
        "OP1(a)(ii)", "OP1bis", "OP2", "OP7", "OP8", "X1", "ANNEX.1", "ANNEX.1(a)", "B.OP1",
    ]  # fmt: skip
    assert len(set(found)) == len(found)


def test_numbers_are_as_printed() -> None:
    found = numbers(_resolution())
    assert [found.get(f"p{i}") for i in range(5, 14)] == [
        None, "1", "(a)", "(i)", "(ii)", "1 bis", "2", "7", "8",
    ]  # fmt: skip


def test_footnotes_are_numbered_by_first_cue_and_those_without_come_last() -> None:
    text = Text("ab", (), (Cue(1, "n3"), Cue(2, "n1"), Cue(2, None, "9")))
    notes = (Footnote("n1"), Footnote("n2"), Footnote("n3"))
    resolution = Resolution((Paragraph("p1", Kind.PREAMBULAR, text),), notes)
    assert note_numbers(resolution) == {"n3": 1, "n1": 2, "n2": 3}


def test_letters_and_roman_numerals_beyond_the_usual() -> None:
    assert [letters(n) for n in (1, 26, 27, 52)] == ["a", "z", "aa", "az"]
    assert [roman(n) for n in (4, 9, 14, 40)] == ["iv", "ix", "xiv", "xl"]


def test_typed_labels_may_be_anything() -> None:
    for label in ("²", "٣", "9" * 5000, "(²)", " "):
        paragraph = Paragraph("p1", Kind.OPERATIVE, Text("Requests"), typed_label=label)
        text = Resolution((paragraph, Paragraph("p²", Kind.OPERATIVE)))
        assert numbers(text)["p1"] == label
        assert labels(text)["p1"]
        assert text.fresh_id("p") == "p2"
    ids = Resolution((Paragraph("p" + "9" * 5000, Kind.PLAIN),))
    assert ids.fresh_id("p") == "p1"
