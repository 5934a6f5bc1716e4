"""HTML, saved or pasted from a browser or from Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import UnreadableFile
from drafter.model import Kind, Resolution, labels
from drafter.read import read_bytes, read_file

SMALL = Path(__file__).parents[2] / "fixtures" / "read" / "small.html"


def _by_label(resolution: Resolution) -> dict[str, str]:
    named = labels(resolution)
    return {named[p.id]: p.text.string for p in resolution.paragraphs}


def test_blocks_are_paragraphs_and_lists_are_numbered() -> None:
    assert _by_label(read_file(SMALL)) == {
        "adoption": "Resolution adopted by the General Assembly on 19 December 2030",
        "title": "Safe brewing of tea",
        "speaker": "The General Assembly,",
        "PP1": "Recalling its resolution\xa083/1, and Tea Treaty on kettles,",
        "PP2": "Noting with appreciation the pot, and café “noir”,",
        "OP1": "Urges States to:",
        "OP1(a)": "Pour;",
        "OP1(b)": "Wait;",
        "OP2": "Decides to sit:",
        "OP3": "Requests a cup.",
        "X1": "Pot\tCup\n1\t2",
        "closing": "80th plenary meeting\n19 December 2030",
    }


def test_raised_numbers_and_links_call_their_notes() -> None:
    resolution = read_file(SMALL)
    first = resolution.of_kind(Kind.PREAMBULAR)[0].text
    assert first.emphasis == ((0, 9), (35, 38))
    assert [first.string[: cue.at][-6:] for cue in first.cues] == [
        " 83/1,".replace(" ", "\xa0"),
        "Treaty",
    ]
    assert [resolution.text_of(cue.note or "").string for cue in first.cues] == [
        "Resolution 83/1, annex.",
        "Ibid., vol. 2, Tea.",
    ]


def test_masthead() -> None:
    masthead = read_file(SMALL).masthead
    assert (masthead.symbol, masthead.session, masthead.agenda_item) == ("A/RES/85/1", "85", "12")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_encodings(encoding: str) -> None:
    data = SMALL.read_text("utf-8").encode(encoding)
    assert "café “noir”" in _by_label(read_bytes(data, "tea.html"))["PP2"]


def test_html_without_text_is_one_sentence() -> None:
    with pytest.raises(UnreadableFile, match=r"^empty\.html"):
        read_bytes(b"<!doctype html><html><head></head><body></body></html>", "empty.html")
