"""What is read from a Word file: every word, no field code, no number of a cue."""

from __future__ import annotations

import pytest

from drafter.model import Resolution, marked_up
from drafter.read import View, read_bytes
from drafter.read.docx import is_docx, lines_from_docx
from drafter.read.lines import Line
from tests.corpus import corpus
from tests.fixtures.ooxml.official import (
    again,
    cue,
    docx,
    italic,
    link,
    note,
    paragraph,
    resolution_docx,
    run,
)


def _only(*body: str, **more: str) -> Line:
    lines = lines_from_docx(docx(*body, **more)).lines  # type: ignore[arg-type]
    assert len(lines) == 1
    return lines[0]


def test_a_whole_small_resolution() -> None:
    lines = lines_from_docx(resolution_docx())
    strings = [line.text.string for line in lines.lines]
    assert strings[2] == "\t70/900.\tSafe crossing of mountain rivers"
    recalling = lines.lines[4]
    assert recalling.text.string.startswith("\tRecalling its resolution 68/900 of 18 December")
    assert recalling.text.emphasis == ((1, 10),)
    assert [(c.at, c.note) for c in recalling.text.cues] == [(len(recalling.text), "n1")]
    assert [n.text.string for n in lines.notes] == [
        "See A/68/900, annex.", "In the calendar of the country.",
    ]  # fmt: skip


def test_a_repeated_cue_is_a_cue_of_the_same_note_and_no_text() -> None:
    line = lines_from_docx(resolution_docx()).lines[6]
    assert line.text.string == "\t1.\tUrges Member States to count their bridges;"
    assert [c.note for c in line.text.cues] == ["n1"]


def test_a_simple_field_that_repeats_a_cue() -> None:
    field = f'<w:fldSimple w:instr=" NOTEREF _Ref1 \\h ">{run("1")}</w:fldSimple>'
    lines = lines_from_docx(
        docx(paragraph(run("One,"), cue(1, "_Ref1")), paragraph(run("two,"), field),
             notes=note(1, run("Note.")))
    ).lines  # fmt: skip
    assert lines[1].text.string == "two,"
    assert [c.note for c in lines[1].text.cues] == ["n1"]


def test_a_repeated_cue_whose_note_is_lost_keeps_its_mark() -> None:
    line = _only(paragraph(run("Word,"), again("_Gone", "23"), run(" more")))
    assert line.text.string == "Word, more"
    assert [(c.note, c.typed) for c in line.text.cues] == [(None, "23")]


def test_raised_numbers_that_somebody_typed_are_cues_but_exponents_are_not() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    line = _only(paragraph(run("the Strategy;"), run("7", raised), run(" 10 km"), run("2", raised)))
    assert line.text.string == "the Strategy; 10 km2"
    assert [(c.at, c.typed) for c in line.text.cues] == [(13, "7")]


def test_other_fields_are_read_by_their_result_and_codes_never() -> None:
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("A/70/1")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert _only(paragraph(run("see "), page, run("."))).text.string == "see A/70/1."


def test_toggles_follow_styles_and_direct_formatting() -> None:
    line = _only(
        paragraph(
            run("[", '<w:i w:val="0"/>'), run("on the report"),
            run("x", '<w:rStyle w:val="Emphasis"/>'), run("]", '<w:i w:val="0"/>'), style="H4",
        )
    )  # fmt: skip
    assert line.text.emphasis == ((1, 14),)
    assert line.style == "_ H_4"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:noBreakHyphen/>", "in‑kind"),
        ("<w:softHyphen/>", "inkind"),
        ("<w:t>\u200e</w:t>", "inkind"),
        ("<w:lastRenderedPageBreak/>", "inkind"),
        ('<w:br w:type="page"/>', "inkind"),
        ("<w:br/>", "in\nkind"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "in•kind"),
        ("<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>", "inkind"),
    ],
)
def test_signs(inside: str, text: str) -> None:
    line = _only(paragraph(run("in"), f"<w:r>{inside}</w:r>", run("kind")))
    assert line.text.string == text


def test_tracked_changes_are_read_in_either_view_and_told() -> None:
    mark = 'w:id="7" w:author="A. Delegate" w:date="2018-01-17T16:50:00Z"'
    deleted = f"<w:del {mark}><w:r><w:delText>old</w:delText></w:r></w:del>"
    data = docx(paragraph(run("an "), deleted, f"<w:ins {mark}>{run('new')}</w:ins>", run(" word")))
    final, original = lines_from_docx(data), lines_from_docx(data, "original")
    assert final.lines[0].text.string == "an new word"
    assert original.lines[0].text.string == "an old word"
    assert "1 insertion, 1 deletion by A. Delegate" in final.warnings[0].message


def test_a_paragraph_whose_mark_is_deleted_runs_into_the_next() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    data = docx(paragraph(run("one "), properties=gone), paragraph(run("two")))
    assert [x.text.string for x in lines_from_docx(data).lines] == ["one two"]
    assert [x.text.string for x in lines_from_docx(data, "original").lines] == ["one ", "two"]


def test_a_table_is_one_opaque_line_and_a_masthead_table_is_lines() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = (
            "<w:tr>" + "".join(f"<w:tc>{paragraph(run(c))}</w:tc>" for c in row) + "</w:tr>"
            for row in rows
        )
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(cells)}</w:tbl>"

    lines = lines_from_docx(
        docx(
            table(("United Nations", "FCCC/CP/1"), ("", "Distr.: General")),
            paragraph(run("Text")),
            table(("State", "Sum"), ("A", "1")),
        )
    ).lines
    assert [x.region for x in lines] == ["table"] * 4 + ["body", "body"]
    assert lines[-1].opaque and lines[-1].text.string == "State\tSum\nA\t1"


def test_numbers_of_real_lists() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">'
        '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    )

    def item(string: str, level: int) -> str:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>'
        return paragraph(run(string), properties=place)

    lines = lines_from_docx(
        docx(item("a", 0), item("b", 1), item("c", 1), item("d", 0), item("e", 1),
             numbering=numbering)
    ).lines  # fmt: skip
    assert [x.number for x in lines] == ["1.", "(a)", "(b)", "2.", "(a)"]
    assert [x.level for x in lines] == [0, 1, 1, 0, 1]


def test_properties_are_freed_of_line_ends() -> None:
    data = docx(paragraph(run("x")), custom={"Session": "Seventieth session_x000d_", "Other": "y"})
    assert lines_from_docx(data).properties == {"session": "Seventieth session"}


def test_official_files_are_known_whatever_their_name() -> None:
    for path in corpus("word").glob("A_RES*.DOC"):
        data = path.read_bytes()
        assert is_docx(data)
        lines = lines_from_docx(data)
        assert lines.properties["symbol"].startswith("A/RES/72/")
        assert any(line.region == "header" for line in lines.lines)
        called = {c.note for line in lines.lines for c in line.text.cues}
        assert called >= {n.key for n in lines.notes}


def test_links_are_text() -> None:
    line = _only(paragraph(run("its resolution "), link("68/1", "rIdA"), italic(" x")))
    assert line.text.string == "its resolution 68/1 x"


def test_the_words_of_a_text_box_are_carried_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('Boxed words'))}</w:txbxContent>"
    shape = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        f'markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    lines = lines_from_docx(docx(paragraph(run("Around it"), shape))).lines
    assert [(x.text.string, x.opaque) for x in lines] == [
        ("Around it", False),
        ("Boxed words", True),
    ]


def _marked(view: View = "final") -> Resolution:
    """A resolution that two colleagues changed and one remarked on."""
    ada = 'w:author="Ada" w:date="2031-02-03T10:00:00Z"'
    bo = 'w:author="Bo" w:date="2031-02-04T11:00:00Z"'
    gone = '<w:r><w:delText xml:space="preserve">all </w:delText></w:r>'
    remark = '<w:r><w:commentReference w:id="7"/></w:r>'
    said = f'<w:comment w:id="7" {bo}>{paragraph(run("Which ones?"))}</w:comment>'
    ticket = paragraph(run("&lt;&lt;ODS JOB NO&gt;&gt;N1"))
    ticket = f'<w:comment w:id="8" w:author="">{ticket}</w:comment>'
    data = docx(
        paragraph(italic("The General Assembly"), run(",")),
        paragraph(
            run("\t1.\t"), italic("Urges"), run(" "), f'<w:del w:id="1" {ada}>{gone}</w:del>',
            run("States"), f'<w:ins w:id="2" {bo}>{run(" and bridges")}</w:ins>', remark,
            run(" to meet;"), '<w:r><w:commentReference w:id="8"/></w:r>',
        ),
        comments=said + ticket,
    )  # fmt: skip
    return read_bytes(data, "marked.docx", view=view)


def test_who_changed_what_and_when_is_kept() -> None:
    reading = _marked().reading
    text = _marked().paragraphs[-1].text.string
    assert text == "Urges States and bridges to meet;"
    assert [(r.did, r.author, r.date[:10], r.text) for r in reading.revisions] == [
        ("deletion", "Ada", "2031-02-03", "all "),
        ("insertion", "Bo", "2031-02-04", " and bridges"),
    ]
    gone, new = reading.revisions
    assert (gone.start, gone.end) == (6, 6)
    assert text[new.start : new.end] == " and bridges"
    marked = [(m.text, m.by.did if m.by else None) for m in marked_up(text, reading.revisions)]
    assert marked == [
        ("Urges ", None), ("all ", "deletion"), ("States", None), (" and bridges", "insertion"),
        (" to meet;", None),
    ]  # fmt: skip


def test_in_the_original_what_was_deleted_is_there_and_what_was_inserted_is_not() -> None:
    resolution = _marked("original")
    text = resolution.paragraphs[-1].text.string
    assert text == "Urges all States to meet;"
    gone, new = resolution.reading.revisions
    assert text[gone.start : gone.end] == "all "
    assert (new.start, new.end, new.text) == (16, 16, " and bridges")


@pytest.mark.parametrize(
    ("view", "notes", "gone"),
    [("final", ["New."], "[Old.]  [Moved.]"), ("original", ["Old.", "Moved."], "[New.]")],
)
def test_a_note_goes_with_its_cue(view: View, notes: list[str], gone: str) -> None:
    by = 'w:author="Ada" w:date="2031-02-03T10:00:00Z"'
    data = docx(
        paragraph(italic("The General Assembly"), run(",")),
        paragraph(
            run("\t1.\t"), italic("Urges"), run(" States"),
            f'<w:del w:id="1" {by}>{cue(1)}</w:del>', f'<w:ins w:id="2" {by}>{cue(2)}</w:ins>',
            f'<w:moveFrom w:id="3" {by}>{cue(3)}</w:moveFrom>', run(" to meet."),
        ),
        notes=note(1, run("Old.")) + note(2, run("New.")) + note(3, run("Moved.")),
    )  # fmt: skip
    resolution = read_bytes(data, "marked.docx", view=view)
    assert [one.text.string for one in resolution.notes] == notes
    (one,) = resolution.reading.revisions
    assert (one.target, one.text.strip()) == (resolution.paragraphs[-1].id, gone)


@pytest.mark.parametrize("number", ["\t1.\t", "\t1."])
def test_a_cue_between_a_number_and_its_words_is_kept(number: str) -> None:
    data = docx(
        paragraph(italic("The General Assembly"), run(",")),
        paragraph(run(number), cue(1), run("\tUrges States to meet;")),
        notes=note(1, run("At the ford.")),
    )
    operative = read_bytes(data, "numbered.docx").paragraphs[-1]
    assert operative.text.string == "Urges States to meet;"
    assert [one.at for one in operative.text.cues] == [0]


def test_a_remark_is_kept_and_the_job_ticket_is_none() -> None:
    (remark,) = _marked().reading.comments
    assert (remark.author, remark.text) == ("Bo", "Which ones?")
    assert _marked().paragraphs[-1].text.string[: remark.at] == "Urges States and bridges"
