"""Words: what a reader sees as changed between two texts."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.compare.words import words
from drafter.model import Piece
from drafter.text.tokens import tokenise

PARTS = [
    *tokenise("Recalling its resolution 70/177 of 17 December 2015,;.:and also further Requests"),
    *tokenise(
        "requests the of 2178\u00a0(2014) E/CN.15/2017/5 (i) counter-terrorism “law” States’ in"
    ),
    "\n",
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=14).map(" ".join) | st.text(max_size=40)


def shown(old: str, new: str) -> str:
    """The pieces as a line: [-old-] {+new+}, with the class behind."""
    marks = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    return "".join(f"{marks[p.op][0]}{p.text}{marks[p.op][1]}{p.kind}" for p in words(old, new))


@given(TEXTS, TEXTS)
@example("a. b", "a b")
def test_the_pieces_give_both_texts_to_the_character(old: str, new: str) -> None:
    pieces = words(old, new)
    assert "".join(p.text for p in pieces if p.op != "+") == old
    assert "".join(p.text for p in pieces if p.op != "-") == new
    assert all(p.text for p in pieces)
    assert (old == new) == all(p.op == "=" for p in pieces)


@given(TEXTS, TEXTS)
def test_swapping_the_sides_swaps_the_marks(old: str, new: str) -> None:
    def sides(pieces: tuple[Piece, ...], minus: str, plus: str) -> list[tuple[str, str, str]]:
        turned = {minus: "-", plus: "+", "=": "="}
        groups: list[tuple[str, str, str]] = []
        for p in pieces:
            groups.append((turned[p.op], p.text, p.kind))
        return sorted(groups)

    assert sides(words(old, new), "-", "+") == sides(words(new, old), "+", "-")


@given(TEXTS, TEXTS)
def test_no_token_is_cut(old: str, new: str) -> None:
    for side, other in ((old, "+"), (new, "-")):
        edges = {0}
        for token in tokenise(side):
            edges.add(max(edges) + len(token))
        at = 0
        for piece in words(old, new):
            if piece.op != other:
                at += len(piece.text)
                assert at in edges, (side, piece)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "at its seventy-first session a report;",
            "at its seventy-third session a report;",
            "at its [-seventy-first-]{+seventy-third+} session a report;",
        ),
        (
            "Recalling its resolution 68/187 of 18 December 2013,",
            "Recalling its resolution 70/177 of 17 December 2015,",
            "Recalling its resolution [-68/187 of 18 December 2013-]"
            "{+70/177 of 17 December 2015+},",
        ),
        (
            "fair and accountable systems",
            "fair, humane and accountable systems",
            "fair{+, humane+} and accountable systems",
        ),
        (
            "the Counter-Terrorism Implementation Task Force, to continue",
            "the United Nations Global Coordination Compact, to continue",
            "the [-Counter-Terrorism Implementation Task Force-]"
            "{+United Nations Global Coordination Compact+}, to continue",
        ),
        ("Noting, in this regard, the need", "Noting in that regard the need",
         "Noting[-,-] in [-this-]{+that+} regard[-,-] the need"),
        ("a programme of work", "a programm of work", "a [-programme-]{+programm+} of work"),
        ("any existing, growing or potential links, in some cases, between crimes",
         "any potential, existing and in some cases growing links between crimes",
         "any [-existing, growing or potential links, in some cases,-]"
         "{+potential, existing and in some cases growing links+} between crimes"),
        ("the development of programmes of assistance and support for victims",
         "the development of assistance and support programmes for victims",
         "the development of [-programmes of assistance and support-]"
         "{+assistance and support programmes+} for victims"),
        ("Taking note also of the third plan", "Recalling also the third plan",
         "[-Taking note also of-]{+Recalling also+} the third plan"),
        ("concerted international response, and more",
         "concerted international response, and on the rise again, and more",
         "concerted international response{+, and on the rise again+}, and more"),
        ("in-kind support, in particular in view of",
         "in-kind support, in accordance with the rules and procedures in particular in view of",
         "in-kind support, {+in accordance with the rules and procedures +}"
         "in particular in view of"),
        ("the Office, to provide help", "the Office, to continue to provide help",
         "the Office, to {+continue to +}provide help"),
    ],
)  # fmt: skip
def test_a_reader_sees_phrases_replaced(old: str, new: str, line: str) -> None:
    assert shown(old, new) == line


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("its resolution 70/177 of 17\u00a0December\u00a02015, again",
         "its resolution 70/177 of 17 December 2015, now",
         "its resolution [-70/177 of 17\u00a0December\u00a02015-]typography"
         "{+70/177 of 17 December 2015+}typography, [-again-]{+now+}"),
        ("vol.\u00a01577 of a non\u2011governmental body", "vol. 1577 of a non-governmental body",
         "vol.[-\u00a0-]typography{+ +}typography1577 of a [-non\u2011governmental-]typography"
         "{+non-governmental+}typography body"),
        ("the “Office” itself\u200e;", 'the "Office" itself;',
         "the [-“-]typography{+\"+}typographyOffice[-”-]typography{+\"+}typography "
         "[-itself\u200e-]typography{+itself+}typography;"),
        ("No.53 of them", "No. 53 of them", "No.{+ +}53 of them"),
    ],
)  # fmt: skip
def test_the_same_words_set_in_other_signs_are_a_class(old: str, new: str, line: str) -> None:
    assert shown(old, new) == line


def test_short_words_that_stayed_go_with_a_rewritten_phrase() -> None:
    old = "supports the fight of States against smuggling by sea"
    new = "supports the efforts of parliaments against smuggling by sea"
    assert shown(old, new) == (
        "supports the [-fight of States-]{+efforts of parliaments+} against smuggling by sea"
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Also requests the Office;", "Requests the Office;",
         "[-Also requests-]chain{+Requests+}chain the Office;"),
        ("Recalling further its work,", "Recalling also its work,",
         "Recalling [-further-]chain{+also+}chain its work,"),
        ("Recalling its work,", "Recalling also its work,",
         "Recalling {+also +}chainits work,"),
        ("Urges States to go further and to do more", "Urges States to go and to do more",
         "Urges States to go [-further -]and to do more"),
    ],
)  # fmt: skip
def test_also_and_further_of_the_opening_are_a_class(old: str, new: str, line: str) -> None:
    assert shown(old, new) == line


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("the resolution.", "the resolution;", "the resolution[-.-]ending{+;+}ending"),
        ("the fight;", "the work; and", "the [-fight-]{+work+}[-;-]ending{+; and+}ending"),
        ("the resolution", "the resolution,", "the resolution{+,+}ending"),
    ],
)
def test_the_ending_is_a_class(old: str, new: str, line: str) -> None:
    assert shown(old, new) == line


def test_a_split_shows_what_came_between_the_halves() -> None:
    old = "Urges States to join, and requests the Office to help States;"
    new = "Urges States to join, and calls upon all to give;\nRequests the Office to help States;"
    assert shown(old, new) == (
        "Urges States to join, and [-requests-]{+calls upon all to give;\nRequests+}"
        " the Office to help States;"
    )
