"""Likeness: rare words count, formulae and numbers hardly do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.rarity import Rarity
from drafter.text.similarity import containment, features, similarity, stems

FORMULA = "Requests the Office, within its mandate, to continue to provide technical assistance"
A = f"{FORMULA} on the preservation of coral reefs;"
B = f"{FORMULA} on the taxation of sugar beet;"
C = "Encourages States to look after their coral reefs and their preservation;"
TEXTS = (A, B, C, *(f"{FORMULA} on subject {word};" for word in "abcdefgh"))


def rarity() -> Rarity:
    return Rarity(features(text) for text in TEXTS)


def test_a_shared_subject_counts_more_than_a_shared_formula() -> None:
    weights = rarity()
    assert weights.weight(["coral"]) > 2 * weights.weight(["offic"])
    plain = Rarity([])
    gain = similarity(A, C, weights) / similarity(A, B, weights)
    assert gain > 1.4 * similarity(A, C, plain) / similarity(A, B, plain)


def test_also_further_numbers_and_case_are_left_out() -> None:
    assert stems("5.\tAlso requests States") == stems("(a) Requests further States")
    assert similarity("12. Further urges States", "Urges States", rarity()) == 1.0


def test_endings_of_words_count_little() -> None:
    assert stems("preventing and countering attacks") == stems("prevented and countered attack")


def test_a_paragraph_that_grew_contains_the_old_one() -> None:
    grown = A.rstrip(";") + ", and invites donors to fund nurseries, boats and divers;"
    assert containment(A, grown, rarity()) == 1.0
    assert similarity(A, grown, rarity()) < 0.9
    assert containment(grown, A, rarity()) < 0.9


@given(st.text(), st.text())
def test_likeness_is_between_nothing_and_one_and_has_no_side(a: str, b: str) -> None:
    weights = Rarity([features(a), features(b)])
    assert 0 <= similarity(a, b, weights) <= 1
    assert similarity(a, b, weights) == similarity(b, a, weights)
    assert similarity(a, a, weights) == 1


def test_weights_do_not_depend_on_the_order_of_texts() -> None:
    forward = Rarity(features(text) for text in TEXTS)
    backward = Rarity(features(text) for text in reversed(TEXTS))
    assert forward.thousandths == backward.thousandths
