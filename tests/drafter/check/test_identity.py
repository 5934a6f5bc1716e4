"""A finding that was dismissed stays so while its words stay, and no other goes with it."""

from __future__ import annotations

from drafter.check import check_resolution, finding_id
from drafter.model import Kind, Paragraph, Resolution, Text, apply, reword

TEXT = Resolution(
    (
        Paragraph("p1", Kind.SPEAKER, Text("The General Assembly,", ((0, 20),))),
        Paragraph(
            "p2",
            Kind.PREAMBULAR,
            Text(
                "Noting the work of the UN and again, as in many years before, of the UN,",
                ((0, 6),),
            ),
        ),
        Paragraph("p3", Kind.OPERATIVE, Text("Decides to remain seized.", ((0, 7),))),
    )
)


def ids(text: Resolution) -> list[str]:
    found = [
        f for f in check_resolution(text) if text.text_of(f.target).string[f.start : f.end] == "UN"
    ]
    return [finding_id(text, f) for f in found]


def test_two_places_of_the_same_words_are_two() -> None:
    assert len(ids(TEXT)) == len(set(ids(TEXT))) == 2


def test_typing_elsewhere_in_the_paragraph_leaves_it_the_same() -> None:
    first, second = ids(TEXT)
    after = apply(
        TEXT, reword(TEXT, "p2", len(TEXT.text_of("p2")) - 1, len(TEXT.text_of("p2")), " too,")
    )
    assert first in ids(after)
    assert second not in ids(after)
