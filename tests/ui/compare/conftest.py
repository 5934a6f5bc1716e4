"""A pair of texts in which everything happens that can happen to a paragraph."""

from __future__ import annotations

import pytest

from drafter.compare import compare_resolutions
from drafter.model import Comparison, Kind, Paragraph, Resolution, Text
from ui.compare.sides import CompareView
from ui.editor.view import ResolutionView
from ui.theme import LIGHT

SUBJECTS = (
    "fisheries and the lasting health of coastal waters", "road safety in growing cities",
    "the teaching of mathematics to young children", "the protection of migratory birds",
    "early warning of volcanic eruptions", "the exchange of seeds between farmers",
    "clean lamps for households without electricity", "museums that lend to one another",
    "the pensions of sailors", "the mapping of glaciers", "quiet hours at airports",
    "public libraries in remote islands",
)  # fmt: skip


def sentence(subject: str, verb: str = "Encourages") -> str:
    return (
        f"{verb} Member States to continue their work on {subject}, to share what they have learned"
        f" about {subject} with one another, and to report on the progress made;"
    )


def resolution(*lines: str) -> Resolution:
    return Resolution(
        tuple(
            Paragraph(f"p{i}", Kind.OPERATIVE, Text(line, ((0, line.index(" ")),)))
            for i, line in enumerate(lines, 1)
        )
    )


@pytest.fixture
def comparison() -> Comparison:
    """The seventh moves to the front, the second is edited, the fourth deleted, one is new."""
    lines = [sentence(subject) for subject in SUBJECTS]
    after = list(lines)
    moved = after.pop(6)
    del after[3]
    after[1] = after[1].replace("to continue", "to intensify")
    after.insert(6, sentence("night trains across borders", "Requests"))
    after.insert(0, moved)
    return compare_resolutions(resolution(*lines), resolution(*after))


@pytest.fixture
def view(qtbot, comparison) -> CompareView:
    old, new = ResolutionView(), ResolutionView()
    old.set_resolution(comparison.old)
    new.set_resolution(comparison.new)
    found = CompareView(old, new, LIGHT)
    qtbot.addWidget(found)
    found.resize(1000, 420)
    found.show()
    qtbot.waitExposed(found)
    found.show_comparison(comparison)
    return found
