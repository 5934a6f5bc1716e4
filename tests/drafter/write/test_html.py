"""Pages that need nothing beside themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model import Comparison, Piece, Resolution, Row, Text
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
