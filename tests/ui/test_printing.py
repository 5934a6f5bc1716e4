"""The draft on paper."""

from __future__ import annotations

from tests.ui.texts import last_cycle
from ui.pictures import printed


def test_the_title_is_printed_in_bold_and_the_text_is_not(qapp) -> None:
    document = printed(last_cycle())
    title, text = document.firstBlock(), document.findBlockByNumber(2)
    assert title.begin().fragment().charFormat().font().bold()
    assert not text.begin().fragment().charFormat().font().bold()
