"""What is copied to other programs, and what comes from them, through the clipboard's own types."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from drafter.edit.pasted import from_html
from drafter.model import Kind
from tests.ui.texts import last_cycle
from ui.editor.clipboard import MIME, clip_from_mime, copied_html, mime_from_clip
from ui.editor.pasting import Clip

WORD = (
    "<p class=MsoNormal><i>Urges</i> States<a style='mso-footnote-id:ftn1' href='#_ftn1' "
    "name='_ftnref1'>[1]</a> to act;</p><div style='mso-element:footnote' id=ftn1><p><a "
    "href='#_ftnref1' name='_ftn1'>[1]</a> A/70/1.</p></div>"
)


def copied() -> Clip:
    base = last_cycle()
    return Clip(base.paragraphs, base.notes, kinds_known=True)


def test_what_is_copied_reads_back_with_italics_and_footnotes() -> None:
    base = last_cycle()
    found = from_html(copied_html(copied()))
    assert [t.string for t in found.texts] == [
        p.text.string.replace("\n", " ") for p in base.paragraphs
    ]
    assert [t.emphasis for t in found.texts] == [p.text.emphasis for p in base.paragraphs]
    assert [n.text for n in found.notes] == [n.text for n in base.notes]
    assert [[c.at for c in t.cues] for t in found.texts] == [
        [c.at for c in p.text.cues] for p in base.paragraphs
    ]


def test_numbers_and_titles_go_along() -> None:
    html = copied_html(copied())
    assert "<b>Technical assistance" in html
    assert "<p>2.<span style='mso-tab-count:1'>&#9;</span><i>Urges</i>" in html
    assert "<p style='margin-left:36pt'>(b)<span" in html
    assert "\n1\tTakes note of the report" in mime_from_clip(copied()).text()


def test_footnotes_come_along_from_word() -> None:
    data = QMimeData()
    data.setHtml(WORD)
    clip = clip_from_mime(data)
    assert clip is not None
    assert clip.paragraphs[0].kind is Kind.PLAIN
    assert (clip.paragraphs[0].text.string, clip.paragraphs[0].text.emphasis) == (
        "Urges States to act;", ((0, 5),),
    )  # fmt: skip
    assert [c.at for c in clip.paragraphs[0].text.cues] == [12]
    assert [n.text.string for n in clip.notes] == ["A/70/1."]


def test_our_own_format_is_taken_first_and_damage_is_survived() -> None:
    data = mime_from_clip(copied())
    assert clip_from_mime(data) == copied()
    data.setData(MIME, b"{damaged")
    clip = clip_from_mime(data)
    assert clip is not None and len(clip.notes) == 3
    assert clip_from_mime(QMimeData()) is None
