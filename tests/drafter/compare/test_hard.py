"""Texts made to mislead: formulae everywhere, parents exchanged, parts that went elsewhere."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from drafter.compare import compare_resolutions
from drafter.model import Kind, Paragraph, Resolution, Text
from tests.drafter.compare.synthetic import f1, found, scattered
from tests.drafter.compare.texts import SUBJECTS, paragraph, renamed, resolution, shown

TOPICS = (
    "border guards", "prison libraries", "river patrols", "court clerks", "forensic photographs",
    "stolen icons", "night ferries", "customs ledgers", "bank seals", "radio licences",
    "school meals", "harbour pilots", "seed banks", "bridge tolls", "ice roads", "desert wells",
)  # fmt: skip


def operatives(*strings: str, prefix: str = "p") -> Resolution:
    return Resolution(
        tuple(Paragraph(f"{prefix}{k}", Kind.OPERATIVE, Text(s)) for k, s in enumerate(strings))
    )


def formulaic(topic: str, verb: str = "Requests") -> str:
    """A paragraph of which two words in fifty are its own."""
    return (
        f"{verb} the United Nations Office on Drugs and Crime, within its mandate and in close "
        "coordination with the relevant entities of the United Nations Global Counter-Terrorism "
        "Coordination Compact, to continue to provide technical assistance, upon request, to "
        f"Member States in the area of {topic}, in accordance with international law;"
    )


def test_two_own_words_in_fifty_are_enough() -> None:
    order = list(TOPICS)
    random.Random(4).shuffle(order)
    old, new = map(formulaic, TOPICS), map(formulaic, order)
    comparison = compare_resolutions(operatives(*old), operatives(*new, prefix="q"))
    assert all(row.change == "same" for row in comparison.rows)


def test_of_formulae_only_what_has_no_fellow_is_gone_and_new() -> None:
    old = operatives(*map(formulaic, TOPICS[:8]))
    new = operatives(*map(formulaic, (*TOPICS[:3], *TOPICS[4:8], TOPICS[9])), prefix="q")
    assert shown(compare_resolutions(old, new)) in (
        ["OP4> deleted", ">OP8 inserted"],
        [">OP8 inserted", "OP4> deleted"],
    )


def lists(*parents: tuple[str, tuple[str, ...]], prefix: str = "p") -> Resolution:
    found: list[Paragraph] = []
    for head, items in parents:
        found.append(Paragraph("", Kind.OPERATIVE, Text(f"Calls upon States {head}:")))
        found += [Paragraph("", Kind.SUBPARAGRAPH, Text(s), level=1) for s in items]
    return Resolution(tuple(replace(p, id=f"{prefix}{k}") for k, p in enumerate(found)))


def test_short_subparagraphs_keep_their_places() -> None:
    items = ("To train judges;", "To train guards;", "To fund schools;", "To fund courts;",
             "To open archives;", "To report;")  # fmt: skip
    old = lists(("in the capital", items), ("in the provinces", items))
    fewer = (*items[:2], *items[3:])
    new = lists(("in the capital", items), ("in the provinces", fewer), prefix="q")
    assert shown(compare_resolutions(old, new)) == ["OP2(c)> deleted"]


def test_subparagraphs_that_exchanged_their_parents_are_followed() -> None:
    items = tuple(f"To provide help with regard to {s};" for s in SUBJECTS[:6])
    old = lists(("at home", items[:3]), ("abroad", items[3:]))
    new = lists(
        ("at home", (items[0], items[4], items[2])), ("abroad", (items[3], items[1], items[5])),
        prefix="q",
    )  # fmt: skip
    assert found(compare_resolutions(old, new)) == {
        (f"p{i}", f"q{j}") for i, j in enumerate((0, 1, 6, 3, 4, 5, 2, 7))
    }


def test_two_paragraphs_that_exchanged_their_numbers_have_one_move() -> None:
    order = [*SUBJECTS]
    order[3], order[4] = order[4], order[3]
    changes = shown(compare_resolutions(resolution(), renamed(resolution(*order))))
    assert changes in (["OP4>OP5 same moved"], ["OP5>OP4 same moved"])


def test_a_second_half_that_went_into_another_paragraph_leaves_both_their_pairs() -> None:
    extra = "and calls upon divers to keep a ledger of every amphora they raise from the seabed"
    base = resolution(*SUBJECTS[:6])
    strings = [p.text.string for p in base.paragraphs]
    longer = strings[1][:-1] + ", " + extra + ";"
    old = operatives(strings[0], longer, *strings[2:])
    new = operatives(*strings[:4], strings[4][:-1] + ", " + extra + ";", strings[5], prefix="q")
    pairs = found(compare_resolutions(old, new))
    assert {(f"p{k}", f"q{k}") for k in range(6)} <= pairs


def test_only_numbers_changed() -> None:
    old = resolution(*SUBJECTS[:5])
    new = renamed(replace(old, paragraphs=old.paragraphs[1:]))
    rows = compare_resolutions(old, new).rows
    assert [row.change for row in rows] == ["deleted", *["same"] * 4]
    assert all(row.renumbered and not row.moved for row in rows[1:])


def test_whole_sections_in_another_order_are_moves_and_nothing_else() -> None:
    def section(name: str, *subjects: str) -> list[Paragraph]:
        return [Paragraph("", Kind.HEADING, Text(name)), *(paragraph(0, s) for s in subjects)]

    parts = [
        section("Reefs and harbours", *SUBJECTS[:3]),
        section("Glaciers", *SUBJECTS[3:8]),
        section("Orchards", *SUBJECTS[8:]),
    ]

    def text(*order: int) -> Resolution:
        rows = [p for k in order for p in parts[k]]
        return Resolution(tuple(replace(p, id=f"p{k}") for k, p in enumerate(rows)))

    rows = compare_resolutions(text(0, 1, 2), text(2, 0, 1)).rows
    assert {row.change for row in rows} == {"same"}
    assert sum(row.moved for row in rows) == 5


def test_an_annex_that_came_takes_nothing_from_the_text() -> None:
    old = resolution(*SUBJECTS[:5])
    annex = tuple(
        replace(paragraph(20 + k, s), kind=Kind.PLAIN, section="ANNEX")
        for k, s in enumerate(SUBJECTS[3:8])
    )
    new = renamed(replace(old, paragraphs=(*old.paragraphs, *annex)))
    changes = shown(compare_resolutions(old, new))
    assert len(changes) == 5 and all(change.endswith("inserted") for change in changes)


def test_texts_on_other_matters_have_nothing_in_common() -> None:
    old = operatives(*map(formulaic, TOPICS[:8]))
    new = resolution()
    assert not found(compare_resolutions(old, new))


@pytest.mark.parametrize(("share", "goal"), [(0.3, 0.98), (0.5, 0.95)])
def test_words_changed_one_by_one_everywhere(share: float, goal: float) -> None:
    """Few phrases are left then; the rare words that stayed in their order tell."""
    old = resolution()
    scores: list[float] = []
    for seed in range(20):
        rng = random.Random(seed)
        words = [word for p in old.paragraphs for word in p.text.string.split(" ")]
        new = renamed(
            replace(
                old,
                paragraphs=tuple(
                    replace(p, text=Text(scattered(p.text.string, share, words, rng)))
                    for p in old.paragraphs
                ),
            )
        )
        truth = {(f"p{k}", f"q{k}") for k in range(len(SUBJECTS))}
        scores.append(f1(truth, found(compare_resolutions(old, new))))
    assert sum(scores) / len(scores) >= goal


@pytest.mark.parametrize("parts", [2, 3])
def test_a_merge_and_a_split_are_known_though_words_were_changed_one_by_one(parts: int) -> None:
    rng = random.Random(7)
    words = ["every", "other", "new", "better", "shared", "common", "national", "annual", "joint"]
    halves = [
        f"to support {s} by means of lectures, lanterns and letters sent to {t} before winter"
        for s, t in zip(SUBJECTS[:parts], TOPICS, strict=False)
    ]
    one = "Encourages States " + ", and ".join(halves) + ";"
    rest = [paragraph(20 + k, s).text.string for k, s in enumerate(SUBJECTS[5:10])]
    apart = [f"Encourages States {scattered(half, 0.4, words, rng)};" for half in halves]
    old, new = operatives(one, *rest), operatives(*apart, *rest, prefix="q")
    labels = ",".join(f"OP{k + 1}" for k in range(parts))
    assert shown(compare_resolutions(old, new)) == [f"OP1>{labels} split"]
    assert shown(compare_resolutions(new, old)) == [f"{labels}>OP1 merged"]
