"""What is written is what is read back, to the character, the italic and the cue."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from drafter.model import Kind, Resolution
from drafter.ooxml.blocks import Document
from drafter.ooxml.package import Package
from drafter.read import read_bytes
from drafter.write import docx_bytes, text_of
from tests.drafter.write import generated
from tests.strategies import resolutions


@settings(max_examples=60, deadline=None)
@given(resolutions())
def test_word_holds_every_character_italic_and_cue(resolution: Resolution) -> None:
    document = Document(Package(docx_bytes(resolution)))
    written = iter(b.text for b in document.blocks.values() if b.text and not b.in_table)
    called: dict[str, str] = {}
    for paragraph in resolution.paragraphs:
        ours = paragraph.text
        if not ours and paragraph.kind is Kind.PLAIN:
            continue
        theirs = next(written)
        lead = len(theirs) - len(ours)
        assert theirs.string[lead:] == ours.string
        assert tuple((a - lead, b - lead) for a, b in theirs.emphasis) == ours.emphasis
        assert [cue.at - lead for cue in theirs.cues if cue.note] == [c.at for c in ours.cues]
        for mine, read in zip(ours.cues, (c for c in theirs.cues if c.note), strict=True):
            assert called.setdefault(mine.note or "", read.note or "") == read.note
    for note_id, key in called.items():
        expected = resolution.notes_by_id[note_id].text.string.lstrip(" \t\u00a0")
        assert document.notes[key].text.string == expected


@settings(max_examples=60, deadline=None)
@given(generated.resolutions())
def test_a_word_file_reads_back_to_the_same_resolution(resolution: Resolution) -> None:
    assert unsigned(read_bytes(docx_bytes(resolution), "x.docx")) == unsigned(resolution)


@settings(max_examples=60, deadline=None)
@given(generated.resolutions(long=True))
def test_plain_text_reads_back_to_the_same_resolution(resolution: Resolution) -> None:
    assert unsigned(read_bytes(text_of(resolution).encode(), "x.txt")) == unsigned(resolution)


def unsigned(resolution: Resolution) -> Resolution:
    """Without what reading adds from the text: committee, submitters."""
    masthead = replace(resolution.masthead, committee=None, submitters=())
    return replace(resolution, masthead=masthead)
