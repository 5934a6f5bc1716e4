"""Pasting: words, italics and footnotes from other programs, and nothing else of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.edit.pasted import from_html, from_plain
from drafter.model import Cue, Text

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal
{font-family:"Times"}</style><xml><w:WordDocument></w:WordDocument></xml></head><body lang=EN-GB>
<!--StartFragment-->
<p class=MsoNormal><span style='mso-list:Ignore'>1.<span style='font:7.0pt'>&nbsp;&nbsp; </span>
</span><i style='mso-bidi-font-style:normal'>Requests</i> the Secretary-General
to report,<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if
!supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> in
<b>bold</b> words of&nbsp;it<o:p></o:p></p>
<p class=MsoNormal><span style='mso-tab-count:1'>      </span>2.<span
style='mso-tab-count:1'>    </span><i>Decides</i> to <del>not</del><ins>remain</ins>
<span style='display:none'>hidden</span>seized.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span
class=MsoFootnoteReference><span>[1]</span></span></a> United Nations, <i>Treaty
Series</i>, vol. 2.<o:p></o:p></p></div></div></body></html>"""


def test_from_word() -> None:
    found = from_html(WORD)
    assert found.texts == (
        Text(
            "Requests the Secretary-General to report, in bold words of\xa0it",
            ((0, 8),),
            (Cue(41, "n1"),),
        ),
        Text("Decides to remain seized.", ((0, 7),)),
    )
    assert [n.text for n in found.notes] == [
        Text("United Nations, Treaty Series, vol. 2.", ((16, 29),))
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<p><i>Urges</i> States<a class="sdfootnoteanc" name="sdfootnote1anc" '
        'href="#sdfootnote1sym"><sup>1</sup></a> to act;</p><div id="sdfootnote1"><p '
        'class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" '
        'href="#sdfootnote1anc">1</a>Resolution 70/1.</p></div>',
        '<div><p><span style="font-style: italic">Urges</span> States<sup id="ref-1"><a '
        'href="https://x.org/y#note-1">[1]</a></sup> to act;</p><ol><li id="note-1"><a '
        'href="#ref-1">^</a> Resolution 70/1.</li></ol></div><script>bad()</script>',
    ],
    ids=["LibreOffice", "web"],
)
def test_from_libreoffice_and_the_web(html: str) -> None:
    found = from_html(html)
    assert found.texts == (Text("Urges States to act;", ((0, 5),), (Cue(12, "n1"),)),)
    assert [n.text.string for n in found.notes] == ["Resolution 70/1."]


def test_a_raised_number_without_a_note_stays_a_word() -> None:
    assert from_html("<p>CO<sup>2</sup>, see <a href='#top'>1</a></p>").texts == (
        Text("CO2, see 1"),
    )


def test_lines_and_blocks() -> None:
    assert [t.string for t in from_html("<p>a<br>b<br><br>c</p><div>d<div>e</div>f").texts] == [
        "a b", "c", "d", "e", "f",
    ]  # fmt: skip
    assert from_html("").texts == from_html("<p> &nbsp; </p>").texts == ()


def test_lines_of_a_page_are_put_together() -> None:
    page = (
        "Requests the Secretary-General to submit to the General Assembly at its\n"
        "seventy-first session a report on the implementation of the present reso-\n"
        "lution, including on counter-\n"
        "terrorism;\n"
        "2. Decides to remain seized of the matter, and to include in the provisional\n"
        "agenda of its session the item;\r\n"
        "\r\n"
        "Urges States to act."
    )
    assert [t.string for t in from_plain(page).texts] == [
        "Requests the Secretary-General to submit to the General Assembly at its seventy-first "
        "session a report on the implementation of the present resolution, including on "
        "counter-terrorism;",
        "Decides to remain seized of the matter, and to include in the provisional agenda of its "
        "session the item;",
        "Urges States to act.",
    ]


def test_short_lines_stay_paragraphs() -> None:
    assert [t.string for t in from_plain("A list\n  of items\n\nhere").texts] == [
        "A list", "of items", "here",
    ]  # fmt: skip
    assert [t.string for t in from_plain("1.\tDecides;\n2.\tUrges.").texts] == [
        "Decides;",
        "Urges.",
    ]
    assert from_plain(" one ").texts == (Text(" one "),)
    assert from_plain("").texts == ()


@given(st.text("<>/ap i=#\"'1[]&;\n\v\t \xa0bé🜁", max_size=120))
def test_anything_can_be_pasted(string: str) -> None:
    for found in (from_html(string), from_plain(string)):
        notes = {note.id for note in found.notes}
        assert {cue.note for text in found.texts for cue in text.cues} == notes
