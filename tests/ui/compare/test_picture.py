"""Pictures and PDFs of a comparison, drawn without a window."""

from __future__ import annotations

import itertools

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from drafter.compare import compare_resolutions
from drafter.errors import UnwritableFile
from tests.ui.compare.conftest import SUBJECTS, resolution, sentence
from ui.compare.picture import comparison_pdf, comparison_picture
from ui.compare.sheet import Sheet


def test_the_picture_is_as_wide_as_asked_and_not_empty(qapp, comparison, tmp_path) -> None:
    path = tmp_path / "out.png"
    comparison_picture(comparison, path, 1000, scale=1.0)
    image = QImage(str(path))
    assert image.width() == 1000
    assert image.height() > 600
    colours = {image.pixel(x, y) for x in range(0, 1000, 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 20


def test_rows_stand_level_and_nothing_overlaps(qapp, comparison) -> None:
    sheet = Sheet(comparison, 1000)
    for line, following in zip(sheet.lines, sheet.lines[1:], strict=False):
        assert following.top == pytest.approx(line.top + line.height)
    for line in sheet.lines:
        for side in (0, 1):
            top, bottom = sheet._extent(side, line)
            assert line.top <= top <= bottom <= line.top + line.height


def test_the_pdf_holds_every_word_of_both_texts(qapp, comparison, tmp_path) -> None:
    path = tmp_path / "out.pdf"
    comparison_pdf(comparison, path)
    document = pypdfium2.PdfDocument(path)
    try:
        words = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    assert words.count("migratory") == 2 and words.count("intensify") == 1
    assert words.count("glaciers") == 4


def test_pages_cover_the_sheet_without_gaps(qapp) -> None:
    long = resolution(*(sentence(s) * 12 for s in SUBJECTS))
    sheet = Sheet(compare_resolutions(long, long), 900)
    pages = sheet.pages(500)
    assert pages[0][0] == 0 and pages[-1][1] == sheet.height
    assert all(a[1] == b[0] for a, b in itertools.pairwise(pages))
    assert all(0 < bottom - top <= 500.01 for top, bottom in pages)


def test_where_it_cannot_be_written_a_sentence_says_so(qapp, comparison, tmp_path) -> None:
    with pytest.raises(UnwritableFile):
        comparison_picture(comparison, tmp_path / "none" / "out.png", 600, scale=0.5)
