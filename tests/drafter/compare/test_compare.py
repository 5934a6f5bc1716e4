"""A comparison: every thing of both texts once, what changed, and what did not."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare import Comparer, compare_resolutions, comparison_json
from drafter.model import (
    Comparison,
    Cue,
    Footnote,
    Kind,
    Masthead,
    Paragraph,
    Resolution,
    Row,
    Source,
    Text,
    apply,
    labels,
)
from tests import strategies
from tests.drafter.compare.synthetic import f1, found, history

SUBJECTS = (
    "coral reefs and the warming of tropical waters",
    "the taxation of sugar beet in mountain regions",
    "libraries for nomadic schools across the steppe",
    "satellites that watch the melting of glaciers",
    "vaccines against river blindness for remote clinics",
    "the teaching of endangered languages by radio",
    "fair wages for divers on offshore platforms",
    "maps of earthquake faults beneath old harbours",
    "night trains between landlocked capitals",
    "the pollination of orchards by wild bees",
    "archives of broadcast music and oral poetry",
    "wheat that stands drought and saline soil",
)


def paragraph(k: int, subject: str, kind: Kind = Kind.OPERATIVE) -> Paragraph:
    words = (
        f"Requests the Office, within its mandate, to continue to provide technical assistance, "
        f"upon request, to Member States with regard to {subject}, in close consultation with "
        f"States, and to report on {subject} at each session of the Commission;"
    )
    return Paragraph(f"p{k}", kind, Text(words))


def resolution(*subjects: str) -> Resolution:
    return Resolution(
        tuple(paragraph(k, subject) for k, subject in enumerate(subjects or SUBJECTS))
    )


def renamed(text: Resolution) -> Resolution:
    return replace(
        text, paragraphs=tuple(replace(p, id=f"q{k}") for k, p in enumerate(text.paragraphs))
    )


def shown(comparison: Comparison) -> list[str]:
    """Rows as "OP1,OP2>OP1 merged moved", without those that are the same."""
    data = comparison_json(comparison)
    return [
        " ".join(
            (
                f"{','.join(row['old'])}>{','.join(row['new'])}",
                row["change"],
                *(name for name in ("moved", "formatting", "notes") if row[name]),
            )
        )
        for row in data["rows"]
        if row["change"] != "same" or row["moved"] or row["formatting"] or row["notes"]
    ]


def things(text: Resolution) -> list[str]:
    masthead = [
        f"masthead.{name}"
        for name in ("symbol", "session", "agenda_item", "date")
        if getattr(text.masthead, name)
    ]
    return sorted([*masthead, *(p.id for p in text.paragraphs), *(n.id for n in text.notes)])


def string(text: Resolution, ids: tuple[str, ...]) -> str:
    parts: list[str] = []
    for key in ids:
        if key.startswith("masthead."):
            value = getattr(text.masthead, key[9:])
            parts.append(value.isoformat() if isinstance(value, dt.date) else value)
        else:
            parts.append(text.text_of(key).string)
    return "\n".join(parts)


PAIRS = st.tuples(
    strategies.resolutions(),
    strategies.resolutions(),
    st.sampled_from([Masthead(), Masthead(symbol="A/RES/70/177", date=dt.date(2015, 12, 17))]),
    st.sampled_from([Masthead(), Masthead(symbol="A/RES/72/194", session="72")]),
).map(lambda x: (replace(x[0], masthead=x[2]), replace(x[1], masthead=x[3])))


@given(PAIRS)
def test_every_thing_of_both_texts_stands_in_exactly_one_row(pair: tuple[Resolution, ...]) -> None:
    old, new = pair
    rows = compare_resolutions(old, new).rows
    assert sorted(key for row in rows for key in row.old) == things(old)
    assert sorted(key for row in rows for key in row.new) == things(new)


@given(PAIRS)
def test_the_words_of_every_row_give_both_sides(pair: tuple[Resolution, ...]) -> None:
    old, new = pair
    for row in compare_resolutions(old, new).rows:
        assert "".join(p.text for p in row.words if p.op != "+") == string(old, row.old)
        assert "".join(p.text for p in row.words if p.op != "-") == string(new, row.new)
        assert 0 <= row.similarity <= 1


@given(strategies.resolutions())
def test_a_text_is_the_same_as_itself(text: Resolution) -> None:
    for row in compare_resolutions(text, text).rows:
        assert row.change == "same" and row.old == row.new
        assert not (row.moved or row.renumbered or row.formatting or row.notes)


MIRROR = {"inserted": "deleted", "deleted": "inserted", "split": "merged", "merged": "split"}


def mirrored(row: Row) -> tuple[object, ...]:
    words = sorted((p.op.translate({43: "-", 45: "+"}), p.text, p.kind) for p in row.words)
    change = MIRROR.get(row.change, row.change)
    return (row.new, row.old, change, row.moved, row.renumbered, row.formatting, row.similarity,
            words)  # fmt: skip


def plain(row: Row) -> tuple[object, ...]:
    words = sorted((p.op, p.text, p.kind) for p in row.words)
    return (row.old, row.new, row.change, row.moved, row.renumbered, row.formatting,
            row.similarity, words)  # fmt: skip


@given(PAIRS)
def test_swapping_the_sides_mirrors_the_result(pair: tuple[Resolution, ...]) -> None:
    old, new = pair
    there, back = compare_resolutions(old, new), compare_resolutions(new, old)
    assert sorted(map(mirrored, there.rows), key=str) == sorted(map(plain, back.rows), key=str)


@given(st.integers(0, 10_000), st.sampled_from([0.1, 0.4]))
@settings(max_examples=25)
def test_swapping_the_sides_mirrors_moves_splits_and_merges(seed: int, share: float) -> None:
    old = resolution()
    new, _ = history(old, share, seed)
    there, back = compare_resolutions(old, new), compare_resolutions(new, old)
    assert sorted(map(mirrored, there.rows), key=str) == sorted(map(plain, back.rows), key=str)


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


@given(st.data())
@settings(max_examples=40)
def test_kept_up_to_date_it_says_what_it_would_say_anew(data: st.DataObject) -> None:
    """Words and flags; which paragraphs belong together may be kept while a person types."""
    old = data.draw(strategies.resolutions())
    comparer = Comparer(old, old)
    now = old
    for _ in range(data.draw(st.integers(1, 5))):
        now = apply(now, data.draw(strategies.changes(now)))
        kept = comparer.update(now)
        assert sorted(k for row in kept.rows for k in row.old) == things(old)
        assert sorted(k for row in kept.rows for k in row.new) == things(now)
        anew = {(row.old, row.new): row for row in compare_resolutions(old, now).rows}
        links = {(row.old, row.new) for row in kept.rows}
        for row in kept.rows:
            other = anew.get((row.old, row.new))
            if other is not None:
                assert (row.words, row.change) == (other.words, other.change)
                assert (row.formatting, row.renumbered) == (other.formatting, other.renumbered)
            if links == set(anew):
                assert other is not None
                assert (row.moved, row.notes) == (other.moved, other.notes)


def test_typing_in_one_paragraph_changes_one_row() -> None:
    old = resolution()
    comparer = Comparer(old, renamed(old))
    before = comparer.comparison
    new = before.new
    p = new.paragraphs[4]
    words = p.text.string.replace("provide", "offer")
    typed = replace(
        new, paragraphs=(*new.paragraphs[:4], replace(p, text=Text(words)), *new.paragraphs[5:])
    )
    after = comparer.update(typed)
    different = [b for a, b in zip(before.rows, after.rows, strict=True) if a is not b]
    assert [(row.new, row.change) for row in different] == [(("q4",), "edited")]
    assert after.rows == compare_resolutions(old, typed).rows or [
        (r.old, r.new, r.change, r.words) for r in after.rows
    ] == [(r.old, r.new, r.change, r.words) for r in compare_resolutions(old, typed).rows]


def test_a_paragraph_split_while_writing_is_a_split() -> None:
    old = resolution()
    now = renamed(old)
    comparer = Comparer(old, now)
    p = now.paragraphs[3]
    cut = p.text.string.index(", in close")
    first, second = p.text.cut(cut)
    halves = (replace(p, text=first), Paragraph("fresh", p.kind, second))
    now = replace(now, paragraphs=(*now.paragraphs[:3], *halves, *now.paragraphs[4:]))
    row = comparer.update(now).by_new["fresh"]
    assert (row.old, row.new, row.change) == (("p3",), ("q3", "fresh"), "split")
    assert [r.renumbered for r in comparer.comparison.rows][4:] == [True] * 8


def test_labels_name_what_rows_join() -> None:
    old, new = resolution(), renamed(resolution())
    comparison = compare_resolutions(old, new)
    for row, (a, b) in zip(comparison.rows, pairwise([*labels(old).values(), ""]), strict=True):
        assert a != b and row.change == "same"


def test_an_operative_paragraph_may_have_no_number() -> None:
    old = resolution(SUBJECTS[0])
    bare = replace(old.paragraphs[0], typed_label="")
    row = compare_resolutions(old, replace(old, paragraphs=(bare,))).rows[0]
    assert row.change == "same"
