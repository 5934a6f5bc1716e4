"""Pages that need nothing beside themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model import Comparison, Cue, Kind, Paragraph, Piece, Resolution, Row, Text
from drafter.write import comparison_html, html_of


def test_a_page_holds_the_whole_text(adopted: Resolution) -> None:
    page = html_of(adopted)
    assert "<em>Recalling</em> the Sendai Framework," in page
    assert "Quiet harbours &amp; slow rivers" in page
    assert "75/399." in page
    assert "Seventy-fifth session" in page
    assert '<li id="fn2"><sup>2</sup>United Nations, <em>Treaty Series</em>' in page
    assert page.count('href="#fn1"') == 2
    assert not re.search(r'(src|href)="(?!#)', page)


def test_tables_parts_and_notes_about_the_document_are_in_the_page(adopted: Resolution) -> None:
    table = Paragraph(
        "t", Kind.OPAQUE, Text("Section\tAmount\nTotal", (), (Cue(14, "n1"),)), 0, "A"
    )
    page = html_of(
        replace(
            adopted,
            paragraphs=(*adopted.paragraphs, table),
            masthead=replace(adopted.masthead, document_notes=("Reissued.",)),
        )
    )
    assert "<tr><td>Section</td><td>Amount<sup" in page
    assert "<tr><td>Total</td><td></td></tr>" in page
    assert page.count('<p class="heading">A</p>') == 1
    assert "<p>Seventy-fifth session <sup>*</sup></p>" in page
    assert "<li><sup>*</sup>Reissued.</li>" in page


def test_a_commission_stands_above_its_session_and_the_assembly_below(draft: Resolution) -> None:
    def lines(**facts: str) -> list[str]:
        page = html_of(replace(draft, masthead=replace(draft.masthead, **facts)))
        return re.findall(r"<p>(.*?)</p>", page.split('class="lines"')[1].split("</div>")[0])

    assembly = lines(symbol="A/C.2/75/L.9", organ="General Assembly", session="75")
    assert assembly[:2] == ["Seventy-fifth session", "Second Committee"]
    commission = lines(symbol="E/CN.15/2019/L.8", organ="E/CN.15", session="28")
    assert commission[:2] == [
        "Commission on Crime Prevention and Criminal Justice", "Twenty-eighth session",
    ]  # fmt: skip


def test_a_page_of_a_draft_says_so(draft: Resolution) -> None:
    page = html_of(draft)
    assert "Distr.: Limited" in page
    assert "75/399." not in page
    assert "Chile and Ghana: draft resolution" in page


def _comparison(old: Resolution, new: Resolution) -> Comparison:
    changed = Text("Requests the Director:", ((0, 8),))
    new = replace(
        new,
        paragraphs=tuple(replace(p, text=changed) if p.id == "p8" else p for p in new.paragraphs),
    )
    words = (
        Piece("=", "Requests the "),
        Piece("-", "Secretary-General"),
        Piece("+", "Director"),
        Piece("=", ":"),
    )
    rows = (
        Row(("masthead.symbol",), ("masthead.symbol",), "edited"),
        Row(("masthead.committee",), ("masthead.committee",), "same"),
        Row((), ("p14",), "inserted"),
        Row(("p1",), (), "deleted"),
        Row(("p7",), ("p7",), "same", moved=True),
        Row(("p8",), ("p8",), "edited", words=words),
        Row(("p9", "p10"), ("p9",), "merged"),
        Row(("n1",), ("n1",), "same"),
    )
    return Comparison(old, new, rows)


def test_a_comparison_marks_what_went_and_what_came(adopted: Resolution, draft: Resolution) -> None:
    page = comparison_html(_comparison(adopted, draft))
    assert "the <del>Secretary-General</del>:" in page
    assert "the <ins>Director</ins>:" in page
    assert "<ins>Chile and Ghana: draft resolution</ins>" in page
    assert "<del>Resolution adopted by the General Assembly on 9 March 2021</del>" in page
    assert ">moved<" in page
    assert ">2 merged<" in page
    assert "A/RES/75/399" in page
    assert "prefers-color-scheme: dark" in page
    assert "@page" in page
    assert not re.search(r'(src|href)="(?!#)', page)


def test_colour_is_never_the_only_sign(adopted: Resolution, draft: Resolution) -> None:
    page = comparison_html(_comparison(adopted, draft))
    gone = re.search(r"\ndel \{[^}]*\}", page)
    come = re.search(r"\nins \{[^}]*\}", page)
    assert gone and "line-through" in gone[0]
    assert come and "underline" in come[0] and "bold" in come[0]


def test_a_comparison_says_what_else_happened(adopted: Resolution, draft: Resolution) -> None:
    rows = (
        Row(("masthead.date",), ("masthead.date",), "edited"),
        Row((), ("masthead.submitters",), "inserted"),
        Row(("p5",), ("p5", "p6"), "split", renumbered=True, notes=True),
        Row(("p7",), ("p7",), "same", renumbered=True, formatting=True),
        Row(("masthead.agenda_title",), (), "deleted"),
    )
    page = comparison_html(Comparison(adopted, draft, rows))
    assert "9 March 2021" in page and "30 October 2020" in page
    assert "Chile, Ghana" in page
    assert ">split into 2<" in page
    assert ">footnotes changed<" in page
    assert ">italics changed<" in page
    assert page.count(">renumbered<") == 1, "only what has a number is renumbered"
    assert "agenda title" not in page, "a field that neither text states is no row"


def test_a_lost_cue_is_shown_as_printed(adopted: Resolution) -> None:
    lost = Text("As was said,", (), (Cue(12, None, "23"),))
    paragraphs = (replace(adopted.paragraphs[4], text=lost),)
    page = html_of(replace(adopted, paragraphs=paragraphs))
    assert '<sup class="cue lost">23</sup>' in page
