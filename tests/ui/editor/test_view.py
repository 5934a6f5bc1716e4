"""What is looked at is brought into view."""

from __future__ import annotations

import pytest

from drafter.model import Kind, Paragraph, Resolution
from tests.ui.texts import text
from ui.editor.view import ResolutionView

LONG = "the Office, " * 400


@pytest.fixture
def view(qtbot) -> ResolutionView:
    view = ResolutionView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    rows = [("p1", "Recalling its resolutions,"), ("p2", LONG + "and the Fund,")]
    view.set_resolution(
        Resolution(
            paragraphs=tuple(Paragraph(key, Kind.PREAMBULAR, text(words)) for key, words in rows)
        )
    )
    return view


def test_words_deep_in_a_long_paragraph_come_into_view(view: ResolutionView) -> None:
    start = len(LONG)
    view.choose("p2", start, start + 12)
    first, last = view.resolution_document.range_of("p2", start, start + 12)
    rect = view.range_rects(view.block_for("p2"), first, last)[0]
    top = view.verticalScrollBar().value()
    assert top <= rect.top() and rect.bottom() <= top + view.viewport().height()
    view.choose("p2", start - 12, start)
    assert view.verticalScrollBar().value() == top, "what is in view stays where it is"


def test_the_caret_put_deep_into_a_long_paragraph_comes_into_view(view: ResolutionView) -> None:
    view.put_caret("p2", len(LONG))
    assert view.viewport().rect().contains(view.cursorRect())
