"""What each line is: texts within texts, parts, annexes, numbers, mastheads."""

from __future__ import annotations

import datetime as dt

from drafter.model import Cue, Kind, Resolution, Source, Text, labels, numbers
from drafter.read.lines import Line, Lines, Note
from drafter.read.structure import structure
from drafter.read.submitters import submitters_of


def build(*rows: str | Line, **properties: str) -> Resolution:
    """Lines in a row; "# " before a string marks a heading, "/…/" italics at its beginning."""
    lines: list[Line] = []
    for n, row in enumerate(rows):
        if isinstance(row, Line):
            lines.append(row)
            continue
        heading = row.startswith("# ")
        string = row.removeprefix("# ")
        lines.append(Line(Text(string), f"b{n}", whole=True, bold=heading))
    return structure(Lines(tuple(lines), (), properties), Source("tea.docx", "docx"))


def named(resolution: Resolution) -> dict[str, str]:
    by_id = labels(resolution)
    return {by_id[p.id]: p.text.string for p in resolution.paragraphs}


def test_an_adopted_text() -> None:
    resolution = build(
        "# Eighty-fifth session",
        "Agenda item 12 (b)",
        "# Resolution adopted by the General Assembly on 19 December 2030",
        "[on the report of the Third Committee (A/85/1)]",
        "# 85/9.\tSafe brewing of tea",
        "The General Assembly,",
        "\tRecalling its resolution 83/1,",
        "\t1.\tUrges States:",
        "\t(a)\tTo pour;",
        "\t(i)\tHot;",
        "\t(ii)\tStrong;",
        "\t(b)\tTo wait;",
        "\t2.\tDecides to sit.",
        "80th plenary meeting \n19 December 2030",
    )
    assert named(resolution) == {
        "adoption": "Resolution adopted by the General Assembly on 19 December 2030",
        "adoption #2": "[on the report of the Third Committee (A/85/1)]",
        "title": "Safe brewing of tea",
        "speaker": "The General Assembly,",
        "PP1": "Recalling its resolution 83/1,",
        "OP1": "Urges States:",
        "OP1(a)": "To pour;",
        "OP1(a)(i)": "Hot;",
        "OP1(a)(ii)": "Strong;",
        "OP1(b)": "To wait;",
        "OP2": "Decides to sit.",
        "closing": "80th plenary meeting\n19 December 2030",
    }
    masthead = resolution.masthead
    assert (masthead.symbol, masthead.session, masthead.agenda_item) == (
        "A/RES/85/9", "85", "12 (b)",
    )  # fmt: skip
    assert masthead.date == dt.date(2030, 12, 19)


def test_spans_leave_out_tabs_and_typed_numbers() -> None:
    resolution = build("The General Assembly,", "\t1.\tUrges  States;", "Agenda item 12")
    assert resolution.source is not None
    (paragraph,) = resolution.of_kind(Kind.OPERATIVE)
    assert paragraph.text.string == "Urges States;"
    block = "\t1.\tUrges  States;"
    for span in resolution.source.spans[paragraph.id]:
        assert span.block == "b1"
        there = block[span.at : span.at + span.end - span.start]
        assert paragraph.text.string[span.start : span.end] == there


def test_session_and_agenda_item_of_a_body_keep_their_place() -> None:
    resolution = build(
        "Eighty-fifth session", "Agenda item 12", "Tea and kettles", "# 85/9. Tea",
        "The General Assembly,", "1. Urges States.",
    )  # fmt: skip
    assert resolution.source is not None
    assert resolution.source.spans["masthead.session"][0].block == "b0"
    assert resolution.source.spans["masthead.agenda_item"][0].block == "b1"
    assert resolution.masthead.agenda_title == "Tea and kettles"
    assert named(resolution)["title"] == "Tea"


def test_a_recommended_draft_is_the_main_text() -> None:
    found = named(
        build(
            "2030 session",
            "# 2030/22.\tSafe brewing of tea",
            "The Economic and Social Council",
            "Recommends to the General Assembly the adoption of the following draft resolution:",
            "The General Assembly,",
            "Recalling its resolution 83/1,",
            "1. Urges States to pour.",
            "53rd plenary meeting\n21 July 2030",
        )
    )
    assert found["OUTER.speaker"] == "The Economic and Social Council"
    assert found["OUTER.OP1"].startswith("Recommends to the General Assembly")
    assert found["title"] == "Safe brewing of tea"
    assert (found["speaker"], found["PP1"]) == (
        "The General Assembly,", "Recalling its resolution 83/1,",
    )  # fmt: skip
    assert found["OP1"] == "Urges States to pour."


def test_parts_of_one_resolution() -> None:
    found = named(
        build(
            "# 85/9.\tTea", "A", "# Pots", "The General Assembly,", "1. Urges States to pour;",
            "2. Decides to sit.", "B", "# Cups", "The General Assembly,", "Recalling tea,",
            "1. Requests a cup.",
        )
    )  # fmt: skip
    assert found["title"] == "Tea"
    assert (found["A.title"], found["A.OP2"]) == ("Pots", "Decides to sit.")
    assert (found["B.title"], found["B.PP1"], found["B.OP1"]) == (
        "Cups", "Recalling tea,", "Requests a cup.",
    )  # fmt: skip


def test_several_drafts_in_one_file() -> None:
    found = named(
        build(
            "# Draft resolution I", "# Tea", "The General Assembly,", "1. Urges States to pour.",
            "# Draft resolution II", "# Coffee", "The General Assembly,", "1. Decides to wait.",
        )
    )  # fmt: skip
    assert (found["title"], found["OP1"]) == ("Tea", "Urges States to pour.")
    assert (found["2.title"], found["2.OP1"]) == ("Coffee", "Decides to wait.")


def test_annexes_count_anew() -> None:
    found = named(
        build(
            "The General Assembly,", "1. Adopts the rules.", "80th plenary meeting",
            "# Annex I", "# Rules of the pot", "# Chapter one", "1. No sugar.", "(a) None;",
            "# Annex II", "# Rules of the cup", "1. No milk.",
        )
    )  # fmt: skip
    assert (found["ANNEX.title"], found["ANNEX.1"], found["ANNEX.1(a)"]) == (
        "Rules of the pot", "No sugar.", "None;",
    )  # fmt: skip
    assert (found["ANNEX2.title"], found["ANNEX2.1"]) == ("Rules of the cup", "No milk.")


def test_only_numbers_that_counting_does_not_give_are_typed_labels() -> None:
    resolution = build(
        "The General Assembly,", "1. Urges States;", "2. Calls for tea;", "2 bis. Decides to sit;",
        "3. Requests a cup;", "5. Thanks States.",
    )  # fmt: skip
    typed = [p.typed_label for p in resolution.of_kind(Kind.OPERATIVE)]
    assert typed == [None, None, "2 bis", None, "5"]
    assert list(numbers(resolution).values()) == ["1", "2", "2 bis", "3", "5"]


def test_the_only_operative_paragraph_has_no_number() -> None:
    resolution = build("The General Assembly,", "Recalling tea,", "Decides to sit.")
    (paragraph,) = resolution.of_kind(Kind.OPERATIVE)
    assert numbers(resolution).get(paragraph.id) is None


def test_numbers_of_real_lists() -> None:
    rows = [("1.", 0, "Urges States to:"), ("a)", 1, "Pour:"), ("i.", 2, "Hot;"),
            ("ii.", 2, "Strong;"), ("b)", 1, "Wait;"), ("2.", 0, "Decides to sit.")]  # fmt: skip
    resolution = build(
        "The General Assembly,",
        *(
            Line(Text(text), f"l{n}", whole=True, number=number, level=level)
            for n, (number, level, text) in enumerate(rows)
        ),
    )
    body = resolution.of_kind(Kind.OPERATIVE, Kind.SUBPARAGRAPH)
    assert [p.level for p in body] == [0, 1, 2, 2, 1, 0]
    assert [numbers(resolution)[p.id] for p in body] == ["1", "a)", "i.", "ii.", "b)", "2"]


def test_a_row_of_another_list_below_a_paragraph_its_list_sets_as_deep() -> None:
    rows = [("1.", 0, "Urges States by:"), ("a.", 1, "Pouring,"), ("a.", 2, "Stirring tea,"),
            ("b.", 2, "Creating means for:"), ("i.", 2, "Kettles,"), ("ii.", 2, "Cups,"),
            ("c.", 2, "Waiting;"), ("b.", 1, "Drinking.")]  # fmt: skip
    resolution = build(
        "The General Assembly,",
        *(
            Line(Text(text), f"l{n}", whole=True, number=number, level=level)
            for n, (number, level, text) in enumerate(rows)
        ),
    )
    body = resolution.of_kind(Kind.OPERATIVE, Kind.SUBPARAGRAPH)
    assert [p.level for p in body] == [0, 1, 2, 2, 3, 3, 2, 1]


def test_tables_and_pictures_are_kept_where_they_stand() -> None:
    table = Line(Text("Pot\tCup\n1\t2"), "t1", whole=True, opaque=True)
    resolution = build("The General Assembly,", "1. Adopts the table:", table, "2. Decides to sit.")
    assert [p.kind for p in resolution.paragraphs][2] is Kind.OPAQUE
    assert resolution.paragraphs[2].text.string == "Pot\tCup\n1\t2"
    assert [numbers(resolution).get(p.id) for p in resolution.paragraphs][-1] == "2"


def test_asterisk_notes_are_about_the_document() -> None:
    star = Line(Text("A/85/L.9", (), (Cue(8, "9", "*"),)), "h1", whole=True, region="header")
    line = Line(Text("1. Urges States.", (), (Cue(16, "1"),)), "b1", whole=True)
    resolution = structure(
        Lines(
            (star, Line(Text("The General Assembly,"), "b0", whole=True), line),
            (Note("9", Text("* Reissued."), "n9"), Note("1", Text(" Resolution 83/1."), "n1")),
        ),
        Source("tea.docx", "docx"),
    )
    assert resolution.masthead.document_notes == ("Reissued.",)
    assert [note.text.string for note in resolution.notes] == ["Resolution 83/1."]


def test_a_drafts_masthead_and_submitters() -> None:
    resolution = build(
        Line(Text("A/C.3/85/L.4"), "h0", whole=True, region="header"),
        Line(Text("Distr.: Limited\n14 October 2030"), "h1", whole=True, region="header"),
        "Eighty-fifth session", "Third Committee", "Agenda item 12", "Tea and kettles",
        "Bosnia and Herzegovina, Japan and Venezuela (Bolivarian Republic of): draft resolution",
        "Safe brewing of tea", "The General Assembly,", "1. Urges States.",
    )  # fmt: skip
    masthead = resolution.masthead
    assert (masthead.organ, masthead.committee) == ("General Assembly", "Third Committee")
    assert masthead.submitters == (
        "Bosnia and Herzegovina", "Japan", "Venezuela (Bolivarian Republic of)",
    )  # fmt: skip
    assert masthead.distribution == "Limited"
    assert named(resolution)["title"] == "Safe brewing of tea"


def test_submitters_with_and_in_their_names() -> None:
    line = "Albania, Trinidad and Tobago and United Kingdom of Great Britain and Northern Ireland"
    assert submitters_of(f"{line}: revised draft resolution") == (
        "Albania", "Trinidad and Tobago", "United Kingdom of Great Britain and Northern Ireland",
    )  # fmt: skip
    assert submitters_of("Japan:\xa0draft\xa0resolution") == ("Japan",)
    assert submitters_of("The General Assembly,") == ()


def test_properties_speak_where_the_text_does_not() -> None:
    resolution = build(
        "The General Assembly,", "1. Urges States.",
        symbol="A/RES/85/9", session="Eighty-fifth session", agenda_item="Agenda item 12",
        adoption="Resolution adopted by the General Assembly on 19 December 2030",
    )  # fmt: skip
    masthead = resolution.masthead
    assert (masthead.symbol, masthead.session, masthead.agenda_item, masthead.date) == (
        "A/RES/85/9", "85", "12", dt.date(2030, 12, 19),
    )  # fmt: skip
