"""Whatever the text, checks answer, keep to it, and their fixes fit."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from drafter.check import Checked, check_again, check_json, check_resolution
from drafter.model import (
    Cue,
    Cycle,
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Resolution,
    Text,
    apply,
    reword,
)
from tests import strategies
from tests.corpus import corpus

BITS = (
    "Recalling", "also", "further", "Requests the Secretary-General", "Taking note that",
    "its resolution", "General Assembly resolutions", "70/177", "53/243 A and B", ", and", ";",
    "of 17 December 2015", "upon their request", "UNODC", "the the", "“", "”", '"', "[", "]",
    "at its seventy-first session", "a report", "in paragraph 9 above", "3 States", "percent",
    "December 5, 2015", "2015-2016", "Global Compact entities", "5 bis", ".", ":", "",
)  # fmt: skip
KINDS = (Kind.TITLE, Kind.SPEAKER, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH,
         Kind.HEADING, Kind.PLAIN, Kind.OPAQUE, Kind.CLOSING)  # fmt: skip
CYCLE = Cycle("A/C.3", "80", dt.date(2025, 11, 1), "A", "80")


@st.composite
def texts_like_ours(draw: st.DrawFn) -> Resolution:
    paragraphs: list[Paragraph] = []
    for i in range(draw(st.integers(0, 6))):
        string = " ".join(draw(st.lists(st.sampled_from(BITS), max_size=7)))
        at = draw(st.integers(0, len(string)))
        cues = (Cue(at, draw(st.sampled_from(["n1", "n9", None])), "9"),)
        paragraphs.append(
            Paragraph(
                f"p{i}", draw(st.sampled_from(KINDS)),
                Text(string, ((0, at),), cues if draw(st.booleans()) else ()),
                draw(st.integers(0, 2)), draw(st.sampled_from(["", "", "ANNEX", "A"])),
                draw(st.sampled_from([None, "3", "5 bis", "²", "9" * 5000])),
            )
        )  # fmt: skip
    notes = (Footnote("n1", Text(" ".join(draw(st.lists(st.sampled_from(BITS), max_size=6))))),)
    head = Masthead(symbol=draw(st.sampled_from([None, "A/RES/72/194", "E/CN.15/2019/L.8"])),
                    session=draw(st.sampled_from([None, "72", "ES-11", "²"])))  # fmt: skip
    return Resolution(tuple(paragraphs), notes, head)


@given(st.one_of(texts_like_ours(), strategies.resolutions()), st.sampled_from([None, CYCLE]))
def test_findings_keep_to_the_text_and_fixes_fit(text: Resolution, cycle: Cycle | None) -> None:
    for one in check_resolution(text, cycle):
        if not one.target.startswith("masthead."):
            assert 0 <= one.start <= one.end <= len(text.text_of(one.target))
        if one.fix is not None:
            apply(text, one.fix)
    check_json(text, "x", cycle)


@given(st.one_of(texts_like_ours(), strategies.resolutions()), st.data())
def test_checking_again_finds_what_checking_afresh_finds(
    text: Resolution, data: st.DataObject
) -> None:
    checked = Checked()
    cycles = st.sampled_from([None, None, CYCLE])
    for _ in range(3):
        cycle = data.draw(cycles)
        checked = check_again(checked, text, cycle)
        assert checked.findings == check_resolution(text, cycle)
        if text.paragraphs:
            text = apply(text, data.draw(strategies.changes(text)))


def test_a_paragraph_that_is_as_it_was_is_not_read_again() -> None:
    text = Resolution(
        (Paragraph("p1", Kind.OPERATIVE, Text("Requests the UN to act;")),
         Paragraph("p2", Kind.OPERATIVE, Text("Requests the UNODC to act.")))
    )  # fmt: skip
    first = check_again(Checked(), text)
    typed = apply(text, reword(text, "p1", 0, 8, "Urges"))
    again = check_again(first, typed)
    assert again.single["p2"] is first.single["p2"]
    assert again.single["p1"] is not first.single["p1"]


def test_official_files_hold_few_errors() -> None:
    from drafter.read import read_file

    files = sorted(corpus("word").glob("A_RES_*")) + sorted(corpus("akn").glob("A_RES_*"))
    errors = 0
    for path in files:
        found = check_resolution(read_file(path))
        errors += sum(one.severity == "error" for one in found)
    assert errors / len(files) <= 0.5


def test_the_seed_that_editors_changed() -> None:
    """What editors of the United Nations marked in the 2019 draft before it became 74/175."""
    from drafter.model import labels
    from drafter.read import read_file

    text = read_file(next(corpus("seeds").glob("004_*")))
    names = labels(text)
    found = {(one.rule, names[one.target]) for one in check_resolution(text)}
    assert {
        ("also-further", "PP2"), ("also-further", "PP4"), ("also-further", "OP3"),
        ("abbreviation", "title"), ("abbreviation", "PP18"), ("abbreviation", "OP2"),
        ("abbreviation", "OP7"), ("abbreviation", "OP9"), ("abbreviation", "OP14"),
        ("abbreviation", "OP28"), ("take-note", "PP19"), ("upon-request", "OP1"),
        ("upon-request", "OP9"), ("body-name", "OP27"), ("body-name", "OP25"),
        ("spelling", "OP7"), ("abbreviation", "OP8"), ("take-note", "OP19"), ("also-order", "PP17"),
        ("also-order", "OP25"), ("body-name", "OP19"), ("including-comma", "PP19"),
        ("including-comma", "OP7"), ("including-comma", "OP8"), ("including-comma", "OP9"),
        ("including-comma", "OP19"), ("including-comma", "OP26"), ("further-verb-comma", "OP2"),
        ("further-verb-comma", "OP15"), ("further-verb-comma", "OP16"),
        ("further-verb-comma", "OP18"), ("further-verb-comma", "OP20"),
        ("further-verb-comma", "OP26"), ("spelling", "OP17"),
    } <= found  # fmt: skip
    for name in ("000", "001", "002", "003"):
        other = read_file(next(corpus("seeds").glob(f"{name}_*")))
        assert not [o for o in check_resolution(other) if o.rule == "also-further"]


def test_numbers_that_nobody_counts_with_are_no_fault() -> None:
    paragraphs = tuple(
        Paragraph(f"p{i}", Kind.OPERATIVE, Text(f"See paragraph {label} above;"), typed_label=label)
        for i, label in enumerate(("²", "9" * 5000, "٣", "1"))
    )
    assert check_resolution(Resolution(paragraphs))


DAMAGED = """\
The General Assembly,

  Recalling the work of the Counter -Terrorism Committee and of the United Nations Office on
Drugs and Crime in the legislative incorpor ation of instruments, 1

  Recognizing the need for capacity -building ,2 within it s mandate,

  1. Requests the Secretary-General to assist Member States, upon request, in the legal
incorporation of the conventions and in capacity-building within its mandate;

  2. Also requests the Secretary-General to submit a report on the Counter-Terrorism Committee.

__________________
 1 Resolution 60/288.
 2 Resolution70/177.
"""


def test_damage_that_was_mended_in_reading_is_never_a_finding(tmp_path: Path) -> None:
    from drafter.read import read_file

    path = tmp_path / "damaged.txt"
    path.write_text(DAMAGED, "utf-8")
    text = read_file(path)
    assert len(text.reading.repairs) >= 4
    assert [one.rule for one in check_resolution(text)] == []


def test_no_finding_on_a_seed_lies_in_what_reading_mended_or_asked_about() -> None:
    from drafter.read import read_file

    words = ("split-word", "spaced-hyphen", "space-before-punct", "missing-space", "double-space",
             "hyphen-at-line-end", "glued-cue", "detached-cue")  # fmt: skip
    for path in sorted(corpus("seeds").glob("*.txt")):
        text = read_file(path)
        asked = {question.target for question in text.reading.questions}
        for one in check_resolution(text):
            if one.target.startswith("masthead."):
                continue
            assert not (one.target in asked and "cue" in one.rule)
            string = text.text_of(one.target).string
            for repair in text.reading.repairs:
                if repair.target == one.target and repair.rule in words:
                    at = string.find(repair.after)
                    assert not (at <= one.start and one.end <= at + len(repair.after))
