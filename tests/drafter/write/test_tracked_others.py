"""Files that somebody else has worked on: tracked changes, content controls, fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from drafter import workflow
from drafter.model import (
    Cue,
    Footnote,
    InsertParagraph,
    Kind,
    Paragraph,
    ReplaceText,
    Resolution,
    Text,
    apply,
)
from drafter.ooxml.package import Package
from drafter.read import read_bytes
from drafter.write import build_tracked
from tests.drafter.write.judge import judged
from tests.drafter.write.test_tracked_judged import held
from tests.fixtures.ooxml.official import again, cue, docx, italic, note, paragraph, run

OTHER = 'w:author="An editor" w:date="2020-01-01T00:00:00Z"'
TOP = (
    paragraph(run("\t70/900.\tSafe crossing of mountain rivers"), style="TitleH1"),
    paragraph(run("\t"), italic("The General Assembly"), run(",")),
)


def inserted(number: int, *runs: str) -> str:
    return f'<w:ins w:id="{number}" {OTHER}>{"".join(runs)}</w:ins>'


def deleted(number: int, string: str) -> str:
    gone = f'<w:r><w:delText xml:space="preserve">{string}</w:delText></w:r>'
    return f'<w:del w:id="{number}" {OTHER}>{gone}</w:del>'


def control(*inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"


def field(*inside: str) -> str:
    return f'<w:fldSimple w:instr=" DOCPROPERTY Rivers ">{"".join(inside)}</w:fldSimple>'


def mark(name: str, number: int) -> str:
    return f'<w:rPr><w:{name} w:id="{number}" {OTHER}/></w:rPr>'


def old_of(*body: str, notes: str = "") -> Resolution:
    return read_bytes(docx(*TOP, *body, notes=notes), "old.docx")


def reworded(text: Resolution, before: str, after: str) -> Resolution:
    target = next(p for p in text.paragraphs if before in p.text.string)
    at = target.text.string.index(before)
    old = target.text.slice(at, at + len(before))
    return apply(text, ReplaceText(target.id, at, old, Text(after)))


def beginning(text: Resolution, words: str) -> Paragraph:
    return next(p for p in text.paragraphs if p.text.string.startswith(words))


def without(text: Resolution, *words: str) -> Resolution:
    """Paragraphs that begin with these words taken away, and the notes that only they called."""
    row = tuple(p for p in text.paragraphs if not p.text.string.startswith(words))
    called = {cue.note for p in row for cue in p.text.cues}
    return replace(text, paragraphs=row, notes=tuple(n for n in text.notes if n.id in called))


def split(text: Resolution, words: str, at: int) -> Resolution:
    """A paragraph parted at a space."""
    whole = beginning(text, words)
    first = replace(whole, text=whole.text.slice(0, at))
    second = whole.text.slice(at + 1, len(whole.text))
    parts = (first, replace(whole, id="p99", text=second, origin=None))
    k = text.paragraphs.index(whole)
    return replace(text, paragraphs=(*text.paragraphs[:k], *parts, *text.paragraphs[k + 1 :]))


def moved(text: Resolution, words: str, behind: str) -> Resolution:
    """A paragraph put behind another one."""
    row = [p for p in text.paragraphs if p is not beginning(text, words)]
    row.insert(row.index(beginning(text, behind)) + 1, beginning(text, words))
    return replace(text, paragraphs=tuple(row))


def body_of(data: bytes) -> str:
    return Package(data).read("word/document.xml").decode()


@pytest.mark.parametrize("around", [control, field])
def test_words_change_inside_a_control_or_field(
    around: Callable[[str], str],
) -> None:
    old = old_of(
        paragraph(run("\t"), italic("Recalling"), run(" the "), around(run("wooden bridges")),
                  run(" of the north,"))
    )  # fmt: skip
    held(old, reworded(old, "wooden", "hanging"))
    held(old, reworded(old, "bridges", "piers"))
    held(old, split(old, "Recalling", 20))


def test_a_control_of_which_nothing_is_left_leaves_no_empty_paragraph() -> None:
    old = old_of(
        control(
            paragraph(run("\t1.\t"), italic("Urges"), run(" all to count their bridges;")),
            paragraph(run("\t2.\t"), italic("Invites"), run(" the towns to help;")),
        ),
        paragraph(run("\t3.\t"), italic("Decides"), run(" to come back to it.")),
    )
    body = body_of(held(old, without(old, "Urges", "Invites")))
    inside = body[body.index("<w:sdtContent>") : body.index("</w:sdtContent>")]
    assert len(re.findall(r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr>", inside)) == 2


def test_a_paragraph_comes_behind_one_that_somebody_put_in_at_the_end_of_a_control() -> None:
    old = old_of(
        control(
            paragraph(
                run("\t1.\t"), inserted(8, run("Urges all to count;")), properties=mark("ins", 7)
            )
        ),
        paragraph(run("\t2.\t"), italic("Decides"), run(" to come back to it.")),
    )
    behind = beginning(old, "Urges").id
    added = Paragraph("p99", Kind.OPERATIVE, Text("Invites the towns to help;", ((0, 7),)))
    held(old, apply(old, InsertParagraph(behind, added)))


def test_a_paragraph_that_somebody_put_in_is_split_by_a_mark_of_ours() -> None:
    words = "Noting the floods of the north, and the fall of bridges,"
    old = old_of(
        paragraph(run("\t"), inserted(8, run(words)), properties=mark("ins", 7)),
        paragraph(run("\t1.\t"), italic("Decides"), run(" to come back to it.")),
    )
    held(old, split(old, "Noting", 31))


def test_a_run_of_tracked_formatting_is_cut_and_made_italic() -> None:
    bold = f'<w:b/><w:rPrChange w:id="7" {OTHER}><w:rPr/></w:rPrChange>'
    old = old_of(paragraph(run("\t"), run("Noting the floods of the north,", bold)))
    held(old, reworded(old, "floods", "ice"))
    floods = beginning(old, "Noting")
    slanted = replace(floods, text=Text(floods.text.string, ((0, 6), (11, 17))))
    held(old, replace(old, paragraphs=(*old.paragraphs[:-1], slanted)))


def notes_of_others() -> Resolution:
    return old_of(
        paragraph(run("\t"), italic("Recalling"), run(" the census of bridges,"), cue(1, "_Ref1")),
        paragraph(run("\t"), italic("Noting"), run(" the fords of the north,"), cue(2)),
        paragraph(run("\t1.\t"), italic("Urges"), run(" all to count;"), again("_Ref1", "1")),
        paragraph(run("\t2.\t"), italic("Decides"), run(" to come back to it.")),
        notes=note(1, run("See A/68/900, "), deleted(9, "part"), inserted(10, run("annex")))
        + note(2, run("In the calendar.")),
    )


def test_a_note_with_changes_of_others_is_called_from_another_place() -> None:
    old = notes_of_others()
    held(old, moved(old, "Recalling", "Urges"))


def test_a_bookmark_goes_on_marking_its_note_where_a_moved_paragraph_comes_behind() -> None:
    old = notes_of_others()
    first, second = beginning(old, "Recalling"), beginning(old, "Noting")
    cues = (replace(first.text.cues[0], note=second.text.cues[0].note),)
    changed = replace(first, text=replace(first.text, cues=cues))
    new = replace(old, paragraphs=tuple(changed if p is first else p for p in old.paragraphs))
    held(old, moved(new, "Decides", "Recalling"))


def test_a_bookmark_over_many_words_is_not_that_of_the_note_in_it() -> None:
    old = old_of(
        '<w:bookmarkStart w:id="80" w:name="OLE_LINK1"/>',
        paragraph(run("\t"), italic("Recalling"), run(" the census of all bridges,"), cue(1)),
        paragraph(run("\t"), italic("Noting"), run(" the fords of the north,")),
        '<w:bookmarkEnd w:id="80"/>',
        paragraph(run("\t1.\t"), italic("Urges"), run(" all to count."), again("OLE_LINK1", "1")),
        notes=note(1, run("See A/68/900.")),
    )
    first, second = beginning(old, "Recalling"), beginning(old, "Noting")
    called = (Cue(13, "n9"), *first.text.cues)
    row = (
        *old.paragraphs[:2],
        replace(first, text=replace(first.text, cues=called)),
        replace(second, text=replace(second.text, cues=(Cue(20, first.text.cues[0].note),))),
        replace(old.paragraphs[-1], text=replace(old.paragraphs[-1].text, cues=())),
    )
    notes = (Footnote("n9", Text("See A/70/1.")), *old.notes)
    held(old, replace(old, paragraphs=row, notes=notes))


def test_a_note_is_added_where_somebody_took_the_first_one_away() -> None:
    gone = (
        note(1, run("See A/68/900.")).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    )
    gone = gone.replace("<w:r>", f'<w:del w:id="30" {OTHER}><w:r>', 1)
    gone = gone.replace("</w:p>", "</w:del></w:p>")
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    old = old_of(
        paragraph(
            run("\t"), italic("Recalling"), run(" the census,"),
            f'<w:del w:id="31" {OTHER}>{reference}</w:del>',
        ),
        notes=gone,
    )  # fmt: skip
    whole = beginning(old, "Recalling")
    called = replace(whole, text=replace(whole.text, cues=(Cue(len(whole.text), "n9"),)))
    new = replace(
        old,
        paragraphs=(*old.paragraphs[:-1], called),
        notes=(Footnote("n9", Text("See A/70/1.")),),
    )
    assert judged(held(old, new), "accept").notes[-1] == "See A/70/1."


@pytest.mark.parametrize("edit", range(3))
def test_a_second_round_on_a_file_of_the_first(edit: int) -> None:
    first = notes_of_others()
    second = moved(first, "Urges", "Recalling")
    data, _ = build_tracked(workflow.compare(first, second), author="Round one")
    old = read_bytes(data, "round-one.docx")
    new = [
        moved(old, "Noting", "The General"),
        without(old, "Noting"),
        split(old, "Recalling", 13),
    ][edit]
    held(old, new)


def test_the_number_of_a_repeated_cue_that_somebody_put_in_follows() -> None:
    old = old_of(
        paragraph(run("\t"), italic("Recalling"), run(" the fords of the north,"), cue(1)),
        paragraph(run("\t"), italic("Noting"), run(" the census,"), cue(2, "_Ref1")),
        paragraph(
            run("\t1.\t"), italic("Urges"), run(" all to count."), inserted(9, again("_Ref1", "2"))
        ),
        notes=note(1, run("See A/68/900.")) + note(2, run("In the calendar.")),
    )
    row = tuple(replace(p, text=replace(p.text, cues=())) if p is beginning(old, "Recalling") else p
                for p in old.paragraphs)  # fmt: skip
    held(old, replace(old, paragraphs=row, notes=old.notes[1:]))


def test_repeated_cues_follow_their_notes_where_no_paragraph_is_renumbered() -> None:
    """Word counts the notes in any case."""
    old = notes_of_others()
    whole = beginning(old, "Recalling")
    called = replace(whole, text=replace(whole.text, cues=(Cue(13, "n9"), *whole.text.cues)))
    row = tuple(called if p is whole else p for p in old.paragraphs)
    new = replace(old, paragraphs=row, notes=(Footnote("n9", Text("See A/70/1.")), *old.notes))
    data, _ = build_tracked(workflow.compare(old, new), author="A", renumber=False)
    assert judged(data, "accept").faults == []


def test_a_field_in_one_element_goes_with_its_words() -> None:
    old = old_of(
        paragraph(run("\t"), italic("Recalling"), run(" the "), field(run("wooden bridges")),
                  run(" of the north,")),
        paragraph(run("\t"), italic("Noting"), run(" the census of all fords,")),
        paragraph(run("\t1.\t"), italic("Decides"), run(" to come back to it.")),
    )  # fmt: skip
    for new in (
        reworded(old, "wooden bridges", "fords"),
        without(old, "Recalling"),
        moved(old, "Noting", "Decides"),
        moved(old, "Recalling", "Noting"),
        moved(reworded(old, "wooden", "old"), "Recalling", "Decides"),
    ):
        accepted = judged(held(old, new), "accept").paragraphs
        kept = [p for p in accepted if ("field", " DOCPROPERTY Rivers ") in p.signature]
        assert all(" bridges" in p.text for p in kept)


def test_a_field_over_two_paragraphs_stays_whole_where_one_goes() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    old = old_of(
        paragraph(run("\t1.\t"), italic("Urges"), run(" all to "), begin, run("count;")),
        paragraph(run("\t2.\t"), italic("Invites"), run(" the towns"), end, run(" to help;")),
        paragraph(run("\t3.\t"), italic("Decides"), run(" to come back to it.")),
    )
    held(old, without(old, "Urges"))
    held(old, without(old, "Invites"))
    held(old, moved(old, "Urges", "Invites"))


def test_a_formula_that_changes_goes_and_comes_whole() -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {math}><m:r><m:t>x+y</m:t></m:r></m:oMath>"
    old = old_of(
        paragraph(run("\t1.\t"), italic("Decides"), run(" that the sum "), formula, run(" holds."))
    )
    held(old, reworded(old, "x+y", "x"))


def test_the_last_paragraph_goes_and_the_section_before_it_stays() -> None:
    section = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    old = old_of(
        paragraph(run("\t1.\t"), italic("Urges"), run(" all to count."), properties=section),
        paragraph(run("\t"), run("Words on a page of their own.")),
    )
    body = body_of(held(old, without(old, "Words")))
    assert not re.search(r"<w:del [^>]*/></w:rPr><w:sectPr>", body)


def test_a_call_of_a_note_that_a_damaged_file_lacks_takes_no_other_note() -> None:
    old = old_of(
        paragraph(run("\t"), italic("Recalling"), run(" the census,"), cue(1)),
        paragraph(run("\t"), italic("Noting"), run(" the fords of the north,"), cue(2)),
        notes=note(2, run("In the calendar.")),
    )
    whole = beginning(old, "Noting")
    called = replace(whole, text=replace(whole.text, cues=(Cue(6, "n9"), *whole.text.cues)))
    row = (*old.paragraphs[:-1], called)
    new = replace(old, paragraphs=row, notes=(Footnote("n9", Text("See A/70/1.")), *old.notes))
    data, _ = build_tracked(workflow.compare(old, new), author="A")
    first = body_of(data).split("<w:footnoteReference ")[1]
    notes = Package(data).read("word/footnotes.xml").decode()
    lost = re.match(r'w:id="(\d+)"', first)
    assert lost and f'w:id="{lost[1]}"' not in re.sub(r"<w:(?:ins|del)[^>]*>", "", notes)


def test_a_footnote_is_called_before_or_behind_a_typed_number() -> None:
    old = old_of(
        paragraph(cue(1), run("\t1.\t"), italic("Urges"), run(" all to count their bridges;")),
        paragraph(run("\t2.\t"), cue(2), italic("Invites"), run(" the towns to help;")),
        paragraph(run("\t3.\t"), italic("Decides"), run(" to come back to it.")),
        notes=note(1, run("See A/68/900.")) + note(2, run("In the calendar.")),
    )
    called = [[(c.at, c.note) for c in p.text.cues] for p in old.paragraphs[2:]]
    assert called == [[(0, old.notes[0].id)], [(0, old.notes[1].id)], []]
    held(old, without(old, "Urges"))
    held(old, reworded(old, "nvites", "mplores"))
    row = tuple(replace(p, text=replace(p.text, cues=())) for p in old.paragraphs)
    held(old, replace(old, paragraphs=row, notes=()))
