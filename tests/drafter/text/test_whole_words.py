"""A sign is shown with its word."""

from drafter.text.whole_words import whole_words


def test_a_place_a_sign_and_a_letter_take_their_word_along() -> None:
    assert whole_words("one two, three", 7, 8) == (4, 8)
    assert whole_words("one two, three", 6, 7) == (4, 8)
    assert whole_words("one two, three", 14, 14) == (9, 14)


def test_words_stay_as_they_are_and_nothing_lies_outside() -> None:
    assert whole_words("one two, three", 4, 14) == (4, 14)
    assert whole_words("", 3, 4) == (0, 0)


def test_signs_are_shown_with_the_words_between_which_they_stand() -> None:
    assert whole_words("one two, and three", 7, 9) == (4, 12)
    assert whole_words("one two; and three", 8, 9) == (4, 12)
    assert whole_words(", ", 0, 2) == (0, 2)
