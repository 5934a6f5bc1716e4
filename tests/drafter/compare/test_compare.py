"""A comparison: what changed between two texts, and what did not."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from drafter.compare import compare_resolutions, comparison_json
from drafter.model import (
    Cue,
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Resolution,
    Source,
    Text,
)
from tests.drafter.compare.synthetic import f1, found, history
from tests.drafter.compare.texts import SUBJECTS, paragraph, renamed, resolution, shown


def test_rows_stand_in_the_order_of_the_new_text_and_deletions_where_they_stood() -> None:
    old = resolution(*SUBJECTS[:6])
    new = renamed(resolution(SUBJECTS[0], SUBJECTS[2], SUBJECTS[8], SUBJECTS[4], SUBJECTS[5]))
    rows = comparison_json(compare_resolutions(old, new))["rows"]
    assert [(row["old"], row["new"], row["change"]) for row in rows] == [
        (["OP1"], ["OP1"], "same"),
        (["OP2"], [], "deleted"),
        (["OP3"], ["OP2"], "same"),
        (["OP4"], [], "deleted"),
        ([], ["OP3"], "inserted"),
        (["OP5"], ["OP4"], "same"),
        (["OP6"], ["OP5"], "same"),
    ]
    assert [row["renumbered"] for row in rows] == [False, False, True, False, False, True, True]


def test_what_shares_only_formulae_is_gone_and_new_not_edited() -> None:
    old, new = resolution(*SUBJECTS[:6]), renamed(resolution(*SUBJECTS[:5], SUBJECTS[8]))
    assert shown(compare_resolutions(old, new)) == ["OP6> deleted", ">OP6 inserted"]


def test_the_smallest_set_out_of_order_has_moved_though_edited() -> None:
    order = [*SUBJECTS[:2], *SUBJECTS[3:], SUBJECTS[2]]
    new = renamed(resolution(*order))
    last = new.paragraphs[-1]
    words = last.text.string.replace("technical assistance", "advice, training and equipment")
    new = replace(new, paragraphs=(*new.paragraphs[:-1], replace(last, text=Text(words))))
    assert shown(compare_resolutions(resolution(), new)) == ["OP3>OP12 edited moved"]


def test_a_split_and_a_merge_of_paragraphs_that_are_no_neighbours() -> None:
    a, b = (p.text.string for p in resolution(*SUBJECTS[:2]).paragraphs)
    joined = Paragraph("p0", Kind.OPERATIVE, Text(f"{a[:-1]}, and {b[0].lower()}{b[1:]}"))
    rest = [paragraph(k, SUBJECTS[k]) for k in range(2, 6)]
    halves = [
        Paragraph("q0", Kind.OPERATIVE, Text(a)),
        *rest,
        Paragraph("q1", Kind.OPERATIVE, Text(b)),
    ]
    one, two = Resolution((joined, *rest)), Resolution(tuple(halves))
    assert shown(compare_resolutions(one, two)) == ["OP1>OP1,OP6 split"]
    assert shown(compare_resolutions(two, one)) == ["OP1,OP6>OP1 merged"]


def test_a_preambular_paragraph_that_became_operative_is_found() -> None:
    old = replace(resolution(*SUBJECTS[:5]))
    first = replace(old.paragraphs[0], kind=Kind.PREAMBULAR)
    old = replace(old, paragraphs=(first, *old.paragraphs[1:]))
    new = renamed(resolution(*SUBJECTS[:5]))
    rows = compare_resolutions(old, new).rows
    assert rows[0].change == "same" and rows[0].renumbered
    assert len(rows) == 5


def test_title_speaker_and_closing_pair_whatever_they_say() -> None:
    def text(*strings: str) -> Resolution:
        kinds = (Kind.TITLE, Kind.SPEAKER, Kind.CLOSING)
        return Resolution(
            tuple(
                Paragraph(f"p{k}", kind, Text(s))
                for k, (kind, s) in enumerate(zip(kinds, strings, strict=True))
            )
        )

    old = text("Reefs", "The General Assembly,", "80th plenary meeting\n17 December 2015")
    new = text("Forests", "The Council,", "9th meeting\n4 May 2017")
    assert [row.change for row in compare_resolutions(old, new).rows] == ["edited"] * 3


def test_masthead_fields_are_rows_of_their_own() -> None:
    old = Resolution(
        masthead=Masthead(symbol="A/RES/70/177", session="70", date=dt.date(2015, 12, 17))
    )
    new = Resolution(masthead=Masthead(session="70", agenda_item="106", date=dt.date(2017, 12, 19)))
    assert [
        (row.old, row.new, row.change, [(p.op, p.text) for p in row.words])
        for row in compare_resolutions(old, new).rows
    ] == [
        (("masthead.symbol",), (), "deleted", [("-", "A/RES/70/177")]),
        (("masthead.session",), ("masthead.session",), "same", [("=", "70")]),
        ((), ("masthead.agenda_item",), "inserted", [("+", "106")]),
        (("masthead.date",), ("masthead.date",), "edited",
         [("-", "2015-12-17"), ("+", "2017-12-19")]),
    ]  # fmt: skip


def noted(*notes: str, at: int = 8, order: tuple[int, ...] = ()) -> Resolution:
    """Paragraph k calls note ``order[k]``."""
    base = resolution(*SUBJECTS[: max(4, len(notes))])
    ids = tuple(Footnote(f"n{k}", Text(s)) for k, s in enumerate(notes))
    places = order or tuple(range(len(notes)))
    paragraphs = tuple(
        replace(p, text=replace(p.text, cues=(Cue(at, f"n{places[k]}"),))) if k < len(places) else p
        for k, p in enumerate(base.paragraphs)
    )
    return Resolution(paragraphs, ids)


def test_footnotes_pair_by_their_cue_when_the_document_is_a_new_one() -> None:
    old = noted("Resolution 60/288.", "E/CN.15/2015/4.")
    new = noted("Resolution 60/288.", "A/72/99.")
    assert shown(compare_resolutions(old, new)) == ["FN2>FN2 edited"]


def test_footnotes_pair_by_what_they_say_when_their_cue_went_elsewhere() -> None:
    old = noted("Resolution 60/288.", "Treaty Series, vol. 1577, No. 27531.", "A/70/1.")
    new = noted("Treaty Series, vol. 1577, No. 27531.", "A/70/1.", "Resolution 60/288.")
    pairs = {
        row.old + row.new for row in compare_resolutions(old, new).rows if row.old[0][0] == "n"
    }
    assert pairs == {("n0", "n2"), ("n1", "n0"), ("n2", "n1")}


def test_a_cue_that_calls_another_note_is_a_change_of_notes_only() -> None:
    old = noted("Resolution 60/288.", "A/70/1.", order=(0, 1, 0))
    new = noted("Resolution 60/288.", "A/70/1.", order=(0, 1, 1))
    assert shown(compare_resolutions(old, new)) == ["OP3>OP3 same notes"]
    later = noted("Resolution 60/288.", "A/70/1.", order=(0, 1, 0), at=13)
    assert shown(compare_resolutions(old, later)) == [f"OP{k}>OP{k} same notes" for k in (1, 2, 3)]


def test_emphasis_alone_is_a_change_of_formatting_only() -> None:
    old = resolution(*SUBJECTS[:3])
    first = old.paragraphs[0]
    italic = replace(first, text=replace(first.text, emphasis=((0, 8),)))
    new = replace(old, paragraphs=(italic, *old.paragraphs[1:]))
    assert shown(compare_resolutions(old, new)) == ["OP1>OP1 same formatting"]
    wider = replace(first, text=replace(first.text, emphasis=((0, 9),)))
    wide = replace(old, paragraphs=(wider, *old.paragraphs[1:]))
    assert shown(compare_resolutions(new, wide)) == []


def test_a_plain_text_file_says_nothing_about_italics() -> None:
    old = replace(resolution(*SUBJECTS[:3]), source=Source("a.txt", "text"))
    p = old.paragraphs[0]
    new = replace(
        old, paragraphs=(replace(p, text=replace(p.text, emphasis=((0, 8),))), *old.paragraphs[1:]),
        source=Source("b.docx", "docx"),
    )  # fmt: skip
    assert shown(compare_resolutions(old, new)) == []


def test_a_number_in_the_text_that_follows_from_renumbering_is_a_class() -> None:
    def text(*subjects: str, refer: str) -> Resolution:
        base = resolution(*subjects)
        last = Paragraph(
            "last", Kind.OPERATIVE, Text(f"Decides to review paragraphs 1 and {refer}.")
        )
        return Resolution((*base.paragraphs, last))

    old = text(*SUBJECTS[:4], refer="3 above")
    new = renamed(text(SUBJECTS[0], SUBJECTS[7], *SUBJECTS[1:4], refer="4 above"))
    row = compare_resolutions(old, new).by_new["q5"]
    assert [(p.op, p.text, p.kind) for p in row.words[1:3]] == [
        ("-", "3", "number"),
        ("+", "4", "number"),
    ]
    old = text(*SUBJECTS[:4], refer="3 of resolution 70/1")
    new = renamed(text(SUBJECTS[0], SUBJECTS[7], *SUBJECTS[1:4], refer="4 of resolution 70/1"))
    assert not any(p.kind for p in compare_resolutions(old, new).by_new["q5"].words)


def test_repeated_lines_keep_their_order_and_their_company() -> None:
    line = Paragraph("x", Kind.OPERATIVE, Text("We commit, by 2030, to:"))
    rows: list[Paragraph] = []
    for k, subject in enumerate(SUBJECTS[:6]):
        rows += [replace(line, id=f"x{k}"), paragraph(k, subject)]
    old = Resolution(tuple(rows))
    new = Resolution((*rows[2:], rows[0], rows[1]))
    comparison = compare_resolutions(old, new)
    assert all(row.old == row.new for row in comparison.rows)
    assert {row.old[0] for row in comparison.rows if row.moved} == {"x0", "p0"}


def test_where_a_draft_was_made_here_its_origins_are_evidence() -> None:
    old = resolution(SUBJECTS[0], SUBJECTS[1], SUBJECTS[2])
    rewritten = "Requests the Office to help with whatever it may, upon request, in this regard;"
    new = Resolution(
        tuple(
            replace(p, id=f"q{k}", origin=p.id, text=Text(rewritten) if k == 1 else p.text)
            for k, p in enumerate(old.paragraphs)
        )
    )
    assert shown(compare_resolutions(old, new)) == ["OP2>OP2 edited"]


def test_texts_of_known_history_are_understood() -> None:
    old = resolution()
    scores = [
        f1(truth, found(compare_resolutions(old, new)))
        for seed in range(30)
        for new, truth in [history(old, 0.3, seed)]
    ]
    assert sum(scores) / len(scores) >= 0.98


def test_the_json_has_the_shape_of_the_contract_and_counts_paragraphs() -> None:
    data = comparison_json(compare_resolutions(noted("A/70/1."), noted("A/72/9.")))
    assert json.loads(json.dumps(data)) == data
    assert data["schema"] == 1
    assert list(data["rows"][0]) == [
        "old", "new", "change", "moved", "renumbered", "formatting", "notes", "similarity", "words",
    ]  # fmt: skip
    assert data["counts"]["same"] == 4 and data["counts"]["edited"] == 0
    assert data["rows"][-1]["words"] == [["-", "A/70/1", ""], ["+", "A/72/9", ""], ["=", ".", ""]]


def test_an_operative_paragraph_may_have_no_number() -> None:
    old = resolution(SUBJECTS[0])
    bare = replace(old.paragraphs[0], typed_label="")
    row = compare_resolutions(old, replace(old, paragraphs=(bare,))).rows[0]
    assert row.change == "same"


def test_one_that_says_of_two_things_what_two_neighbours_said_is_a_merge() -> None:
    def text(*strings: str) -> Resolution:
        return Resolution(
            tuple(
                Paragraph(f"p{k}", Kind.PREAMBULAR, Text(words)) for k, words in enumerate(strings)
            )
            + resolution(*SUBJECTS[:5]).paragraphs[3:]
        )

    two = text(
        "Recalling all parliament statutes on the keeping of bees, and especially the newest ones,",
        "Taking note of council ordinances on the keeping of bees, and especially the newest ones,",
    )
    one = text("Recalling all statutes and council ordinances on the keeping of bees,")
    assert shown(compare_resolutions(two, one)) == ["PP1,PP2>PP1 merged"]
    assert shown(compare_resolutions(one, two)) == ["PP1>PP1,PP2 split"]
