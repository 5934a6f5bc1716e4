"""Plain text and Markdown, damaged as extraction damages it (our own sentences)."""

from __future__ import annotations

import pytest

from drafter.model import Kind, Resolution
from drafter.read import read_bytes


def read(*rows: str) -> Resolution:
    head = ("Safe brewing of tea", "", "The General Assembly,", "")
    return read_bytes("\n".join((*head, *rows)).encode(), "tea.txt")


def body(resolution: Resolution) -> list[str]:
    return [
        p.text.string
        for p in resolution.paragraphs
        if p.kind not in (Kind.TITLE, Kind.SPEAKER)
    ]  # fmt: skip


def rules(resolution: Resolution) -> set[str]:
    return {repair.rule for repair in resolution.reading.repairs}


def test_hard_wrapped_lines_are_joined() -> None:
    resolution = read(
        "Recalling its resolution 83/1 on kettles and on all the ",
        "other vessels,",
        "",
        "1. Urges States to warm ",
        "the pot.",
    )
    assert body(resolution) == [
        "Recalling its resolution 83/1 on kettles and on all the other vessels,",
        "Urges States to warm the pot.",
    ]


def test_a_page_break_with_notes_does_not_part_a_paragraph() -> None:
    resolution = read(
        "Recalling the Treaty on Tea¹ and the need for kettles of the",
        "",
        "¹ Resolution 80/2, annex.",
        "",
        "best quality in all the States concerned,",
        "",
        "1. Urges States to warm the pot.",
    )
    assert body(resolution)[0] == (
        "Recalling the Treaty on Tea and the need for kettles of the best quality in all the "
        "States concerned,"
    )
    (cue,) = resolution.of_kind(Kind.PREAMBULAR)[0].text.cues
    assert (cue.at, resolution.text_of(cue.note or "").string) == (
        len("Recalling the Treaty on Tea"), "Resolution 80/2, annex.",
    )  # fmt: skip
    assert "page-break" in rules(resolution)


def test_an_operative_paragraph_cut_at_a_comma_goes_on() -> None:
    resolution = read(
        "1. *Requests* the Office to assist States, including in all matters of tea,",
        "",
        "¹ A/85/5.",
        "",
        "and by warming the pot;",
        "",
        "2. *Decides* to sit.",
    )
    assert body(resolution) == [
        "Requests the Office to assist States, including in all matters of tea, and by warming the "
        "pot;",
        "Decides to sit.",
    ]


@pytest.mark.parametrize(
    ("raw", "clean", "rule"),
    [
        ("within it s mandate and its kettle", "within its mandate and its kettle", "split-word"),
        ("for incorpor ation of tea", "for incorporation of tea", "split-word"),
        ("counter -terrorism and tea", "counter-terrorism and tea", "spaced-hyphen"),
        ("relevant  stakeholders and tea", "relevant stakeholders and tea", "double-space"),
        ("resolutions72/194 and 72/195", "resolutions 72/194 and 72/195", "missing-space"),
        ("the Convention , as well as tea", "the Convention, as well as tea", "space-before-punct"),
        ("its resolution [70/291](#) of 1 July", "its resolution 70/291 of 1 July", "md-link"),
        ("[2133 \\(2014\\)](#) and tea", "2133 (2014) and tea", "md-link"),
    ],
)
def test_words_are_mended_and_the_mending_is_recorded(raw: str, clean: str, rule: str) -> None:
    resolution = read(f"Recalling {raw},", "", "1. Urges States to warm the pot.")
    assert body(resolution)[0] == f"Recalling {clean},"
    assert rule in rules(resolution)
    repair = next(r for r in resolution.reading.repairs if r.rule == rule)
    assert repair.target == resolution.of_kind(Kind.PREAMBULAR)[0].id


@pytest.mark.parametrize(
    "words",
    [
        "at 15 degrees in 2015, 3 of them hot",
        "of paragraph 3 and article 4",
        "in vol. 2 of the Tea Treaty",
        "between 8 and 9 a.m. on 24 May",
        "under Agenda 21 and Goal 3",
    ],
)
def test_numbers_that_are_no_cues_stay(words: str) -> None:
    resolution = read(
        f"Recalling the state of tea {words},", "", "1. Urges States to warm the pot."
    )
    assert body(resolution)[0] == f"Recalling the state of tea {words},"
    assert resolution.of_kind(Kind.PREAMBULAR)[0].text.cues == ()


def test_italics_come_from_marks_and_else_from_the_opening_words() -> None:
    resolution = read(
        "Noting with appreciation the pot,", "", "1. *Also calls upon* all States to sit."
    )
    first, second = resolution.of_kind(Kind.PREAMBULAR, Kind.OPERATIVE)
    assert first.text.emphasis == ((0, 24),)
    assert second.text.emphasis == ((0, 15),)
    assert resolution.source is not None
    assert resolution.source.format == "markdown"


def test_furniture_is_harvested_and_dropped() -> None:
    resolution = read(
        "Recalling the pot,", "", "__________________", "", "E/CN.15/2031/L.8/Rev.1", "",
        "5/7 V.31-03717", "", "https://undocs.org/A/RES/60/288", "",
        "1. Urges States to warm the pot.",
    )  # fmt: skip
    assert body(resolution) == ["Recalling the pot,", "Urges States to warm the pot."]
    assert resolution.masthead.symbol == "E/CN.15/2031/L.8/Rev.1"
    assert resolution.masthead.job_number == "V.31-03717"
    assert {"rule-line", "url-list", "job-number"} <= rules(resolution)


def test_a_lost_note_is_reported_and_never_invented() -> None:
    resolution = read(
        "Recalling the United Nations Global Tea Strategy1 and all its parts,",
        "",
        "1. Urges States to warm the pot.",
    )
    assert resolution.notes == ()
    (cue,) = resolution.of_kind(Kind.PREAMBULAR)[0].text.cues
    assert (cue.note, cue.typed) == (None, "1")
    assert [w.code for w in resolution.reading.warnings] == ["lost-footnote"]


def test_a_stale_mark_is_asked_about_with_a_proposal() -> None:
    resolution = read(
        "Recalling the Culture of Peace¹ and the Global Tea Strategy,² and tea,",
        "",
        "¹ Resolution 80/1.",
        "",
        "² Resolution 80/2.",
        "",
        "1. Urges States to apply the Global Tea Strategy;⁴⁵",
        "",
        "2. Decides to sit.",
    )
    (question,) = resolution.reading.questions
    assert question.rule == "stale-cue"
    assert resolution.text_of(question.proposal or "").string == "Resolution 80/2."
    (cue,) = resolution.of_kind(Kind.OPERATIVE)[0].text.cues
    assert (cue.note, cue.typed) == (None, "45")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig"])
def test_a_text_of_any_encoding_reads_the_same(encoding: str) -> None:
    string = "The General Assembly,\n\nRecalling its “old” resolution,\n\n1. Urges all to write;\n"
    resolution = read_bytes(string.encode(encoding), "a.txt")
    assert [p.text.string for p in resolution.paragraphs] == [
        "The General Assembly,", "Recalling its “old” resolution,", "Urges all to write;",
    ]  # fmt: skip


def test_words_of_another_language_are_left_as_they_are() -> None:
    string = (
        "L’Assemblée générale,\n\nRappelant sa résolution sur les bouilloires et les théières dans "
        "le monde, et toutes les autres qui ont été adoptées par le Conseil et par les organes des "
        "Nations pour la paix et pour le développement, et la sécurité dans le monde,\n\n"
        "1. Demande aux États de prendre des mesures pour la paix et la sécurité dans toutes les "
        "régions, et de présenter un rapport sur la question au Conseil;\n"
    )
    reading = read_bytes(string.encode(), "a.txt").reading
    assert [w.code for w in reading.warnings] == ["language"]
    assert not reading.questions
    assert not reading.repairs


def test_operative_paragraphs_without_numbers_follow_each_other() -> None:
    resolution = read(
        "Noting that pots are cold,",
        "",
        "Urges States:",
        "",
        "(a) To warm the pot;",
        "",
        "Decides to remain seized of the matter.",
    )
    assert [p.kind for p in resolution.paragraphs][-4:] == [
        Kind.PREAMBULAR,
        Kind.OPERATIVE,
        Kind.SUBPARAGRAPH,
        Kind.OPERATIVE,
    ]


def test_a_hyphen_that_waits_for_its_word_keeps_its_space() -> None:
    resolution = read("Noting kettles that are State-owned and -run, and Counter -Tea Fora,")
    assert body(resolution) == [
        "Noting kettles that are State-owned and -run, and Counter-Tea Fora,"
    ]
