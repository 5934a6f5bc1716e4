"""Finding and replacing: what a person relies on, and that no pattern can hang the program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.edit.find import BadQuery, Match, Query, Search, next_match
from drafter.model import Cue, Footnote, Kind, Paragraph, Resolution, Text, apply, invert
from tests.strategies import WORDS, resolutions

TEXT = Resolution(
    (
        Paragraph("p1", Kind.TITLE, Text("Crime prevention and the “Office”")),
        Paragraph(
            "p2",
            Kind.PREAMBULAR,
            Text("Recalling the office\xa0of crime,", ((0, 9),), (Cue(20, "n1"),)),
        ),
        Paragraph("p3", Kind.OPERATIVE, Text("Requests the Office; officers. Office", ((0, 8),))),
    ),
    (Footnote("n2", Text("Office, not cited.")), Footnote("n1", Text("See the Office."))),
)


def found(words: str, **options: bool) -> list[str]:
    return [
        f"{m.target}:{TEXT.text_of(m.target).string[m.start : m.end]}"
        for m in Search(Query(words, **options)).matches(TEXT)
    ]


def test_paragraphs_title_and_footnotes_are_searched_in_the_order_of_reading() -> None:
    assert found("office") == [
        "p1:Office", "p2:office", "n1:Office", "p3:Office", "p3:office", "p3:Office", "n2:Office",
    ]  # fmt: skip


def test_case_and_whole_words_count_where_asked() -> None:
    assert found("office", match_case=True) == ["p2:office", "p3:office"]
    assert "p3:office" not in found("office", whole_words=True)
    assert found("offic[ei]\\w*", expression=True, whole_words=True)[4] == "p3:officers"
    assert found("a|the", expression=True, whole_words=True)[:2] == ["p1:the", "p2:the"]


def test_what_is_typed_finds_what_a_text_sets_instead() -> None:
    assert found('"Office"') == ["p1:“Office”"]
    assert found("office of") == ["p2:office\xa0of"]
    assert found("(") == found("") == []


@pytest.mark.parametrize("bad", ["(", "[a", "*", "a{999999999999}", "\\"])
def test_what_is_no_expression_is_said_in_a_sentence(bad: str) -> None:
    with pytest.raises(BadQuery, match=r"^This is no regular expression: .*\.$"):
        Search(Query(bad, expression=True))


def test_an_expression_that_takes_for_ever_is_stopped() -> None:
    text = Resolution((Paragraph("p1", Kind.OPERATIVE, Text("ab" * 60 + "!")),))
    with pytest.raises(BadQuery, match="too long"):
        Search(Query(r"(a|b|ab)*[!?]\b", expression=True)).matches(text)


def test_replacing_keeps_italics_and_cues() -> None:
    search = Search(Query("office"))
    change, count = search.replace_all(TEXT, "bureau")
    assert change is not None and count == 7
    after = apply(TEXT, change)
    assert after.paragraph("p2").text == Text(
        "Recalling the bureau\xa0of crime,", ((0, 9),), (Cue(20, "n1"),)
    )
    assert after.text_of("n1").string == "See the bureau."
    assert apply(after, invert(change)) == TEXT
    recalling = Search(Query("recalling")).replace_all(TEXT, "Recalling also")[0]
    assert recalling is not None
    assert apply(TEXT, recalling).paragraph("p2").text.emphasis == ((0, 14),)


def test_brackets_of_an_expression_can_be_used_again() -> None:
    search = Search(Query(r"(\w+) the (\w+)", expression=True))
    match = search.matches(TEXT)[0]
    change = search.replacement(TEXT, match, r"\2 \1")
    assert change is not None
    assert apply(TEXT, change).text_of(match.target).string.startswith("office Recalling")
    with pytest.raises(BadQuery, match="does not fit"):
        search.replacement(TEXT, match, r"\3")


def test_the_next_match_goes_round_the_end() -> None:
    matches = Search(Query("office")).matches(TEXT)
    assert next_match(matches, TEXT, "p2", 20) == 2
    assert next_match(matches, TEXT, "p2", 20, backwards=True) == 1
    assert next_match(matches, TEXT, "p1", 0, backwards=True) == len(matches) - 1
    assert next_match(matches[:-1], TEXT, "p3", 37) == 0
    assert next_match((), TEXT, "p1", 0) == -1


def test_only_texts_that_changed_are_read_again() -> None:
    search = Search(Query("office"))
    before = search.matches(TEXT)
    assert search.matches(TEXT) == before
    assert search.matches(Resolution()) == ()


@given(start=resolutions(), data=st.data())
def test_replacing_all_leaves_nothing_and_can_be_taken_back(start: Resolution, data) -> None:
    words = data.draw(st.sampled_from(WORDS))
    search = Search(Query(words, match_case=True))
    change, count = search.replace_all(start, "Ω🜁 ")
    if change is None:
        assert count == 0
        return
    after = apply(start, change)
    if words not in "Ω🜁 ":
        assert search.matches(after) == ()
    assert apply(after, invert(change)) == start
    cues = [[c.note for p in r.paragraphs for c in p.text.cues] for r in (start, after)]
    assert cues[0] == cues[1]


def test_a_match_is_a_range_of_code_points() -> None:
    text = Resolution((Paragraph("p1", Kind.OPERATIVE, Text("🜁 word")),))
    assert Search(Query("word")).matches(text) == (Match("p1", 2, 6),)
