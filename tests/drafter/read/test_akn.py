"""The United Nations' Akoma Ntoso XML: everything in it is read, in order, numbered and noted."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from lxml import etree

from drafter.errors import UnreadableFile
from drafter.model import Kind, Resolution, labels, numbers
from drafter.read import read_bytes, read_file
from tests.corpus import corpus

SMALL = Path(__file__).parents[2] / "fixtures" / "read" / "small.xml"


def _by_label(resolution: Resolution) -> dict[str, str]:
    named = labels(resolution)
    return {named[p.id]: p.text.string for p in resolution.paragraphs}


def test_masthead_of_the_cover() -> None:
    masthead = read_file(SMALL).masthead
    assert masthead.symbol == "A/RES/85/999"
    assert masthead.organ == "General Assembly"
    assert masthead.session == "85"
    assert (masthead.agenda_item, masthead.agenda_title) == ("12 (b)", "Teapots and kettles")
    assert masthead.date == dt.date(2030, 12, 19)
    assert masthead.issued == dt.date(2031, 1, 8)
    assert masthead.distribution == "General"


def test_every_paragraph_with_its_label() -> None:
    found = _by_label(read_file(SMALL))
    assert found["title"] == "Safe brewing of tea"
    assert found["adoption"] == "Resolution adopted by the General Assembly on 19 December 2030"
    assert found["speaker"] == "The General Assembly,"
    assert found["PP1"] == "Recalling its resolution 83/1, on kettles,"
    assert found["PP2"] == "Noting that tea is:"
    assert found["PP2(b)"] == "Wet,"
    assert found["H1"] == "I. Brewing"
    assert found["OP1"] == "Urges States to warm the pot;"
    assert found["OP2"] == "Decides:"
    assert found["OP2(a)"] == "To pour;"
    assert found["closing"] == "70th plenary meeting\n19 December 2030"
    assert found["ANNEX.title"] == "Rules of the pot"
    assert found["ANNEX.1"] == "No sugar."


def test_notes_stand_at_their_cues_and_italics_are_kept() -> None:
    resolution = read_file(SMALL)
    first = resolution.of_kind(Kind.PREAMBULAR)[0]
    assert [first.text.string[: cue.at] for cue in first.text.cues] == [
        "Recalling its resolution 83/1,"
    ]
    assert first.text.emphasis == ((0, 9),)
    assert [note.text.string for note in resolution.notes] == [
        "Resolution 83/1, annex.",
        "See Tea.",
    ]
    assert resolution.notes[1].text.emphasis == ((4, 7),)


def test_xml_that_ends_early_is_one_sentence() -> None:
    with pytest.raises(UnreadableFile, match=r"^half\.xml.*fetch the file again"):
        read_bytes(SMALL.read_bytes()[:2000], "half.xml")


@pytest.mark.parametrize(
    "name",
    [
        "A_HRC_RES_58_10E", "A_RES_78_210-2326017E", "A_RES_78_226-2325984E",
        "A_RES_78_228-2325978E", "A_RES_79_1-2416433E", "A_RES_80_213-2520975E",
        "A_RES_80_228-2520946E", "E_RES_2023_26-2314958E", "E_RES_2025_17-2513007E",
        "S_RES_2722-2400437E",
    ],
)  # fmt: skip
def test_official_xml_loses_no_paragraph_note_or_number(name: str) -> None:
    path = corpus("akn", f"{name}.xml")
    resolution = read_file(path)
    root = etree.fromstring(path.read_bytes())
    assert resolution.masthead.symbol is not None
    assert resolution.masthead.symbol.replace("/", "_").startswith(name.split("-")[0].rstrip("E"))
    notes = list(root.iter("{*}authorialNote"))
    assert len(resolution.notes) == len(notes)
    assert sum(len(p.text.cues) for p in resolution.paragraphs) == len(notes)
    by_id = numbers(resolution)
    printed = list(by_id.values())
    for number in root.iter("{*}num"):
        plain = (number.text or "").strip().rstrip(".")
        assert plain in printed or re.fullmatch("[IVXL]+", plain), plain
    read = "".join(f"{by_id.get(p.id, '')}{p.text.string}" for p in resolution.paragraphs)
    squeezed = re.sub(r"\s", "", read)
    for p in root.iter("{*}mainBody"):
        for leaf in p.iter("{*}p", "{*}subheading"):
            if not leaf.xpath("ancestor::*[local-name()='authorialNote']") and len(leaf) == 0:
                assert re.sub(r"\s", "", leaf.text or "") in squeezed
