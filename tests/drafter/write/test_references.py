"""Cross-references that a new order leaves behind are found and offered, never changed unasked."""

from __future__ import annotations

from dataclasses import replace

from drafter.compare import compare_resolutions
from drafter.model import DeleteParagraph, InsertParagraph, Kind, Paragraph, Resolution, Text, apply
from drafter.write import stale_references

WORDS = (
    "Urges Member States to count the bridges of their rivers;",
    "Calls upon the regional commissions to keep the gauges;",
    "Requests the Secretary-General to report on paragraphs 1 and 2 above;",
    "Invites donors to pay for what paragraph 2 of the present resolution asks;",
)
OLD = Resolution(
    tuple(Paragraph(f"p{i}", Kind.OPERATIVE, Text(words)) for i, words in enumerate(WORDS, 1))
)


def test_a_number_that_moved_on_is_offered() -> None:
    added = Paragraph("p9", Kind.OPERATIVE, Text("Notes the fords, see paragraph 2 above;"))
    new = apply(OLD, InsertParagraph("p1", added))
    found = stale_references(compare_resolutions(OLD, new))
    assert [one.target for one in found] == ["p3", "p4"]
    assert found[0].sentence == (
        "OP4: “paragraphs 1 and 2 above” meant last cycle's paragraph 2, which is 3 now."
    )
    for one in found:
        assert one.change is not None
        new = apply(new, one.change)
    assert "paragraphs 1 and 3 above" in new.paragraph("p3").text.string
    assert "paragraph 3 of the present" in new.paragraph("p4").text.string
    assert "paragraph 2 above" in new.paragraph("p9").text.string


def test_what_is_gone_is_said() -> None:
    new = apply(OLD, DeleteParagraph("p1", OLD.paragraph("p2")))
    (first, second) = stale_references(compare_resolutions(OLD, new))
    assert "which is gone" in first.sentence and first.change is None
    assert second.target == "p4"


def test_nothing_is_stale_where_nothing_moved() -> None:
    words = Text("Urges all States to count the bridges of their rivers;")
    new = replace(OLD, paragraphs=(replace(OLD.paragraphs[0], text=words), *OLD.paragraphs[1:]))
    assert stale_references(compare_resolutions(OLD, new)) == ()
