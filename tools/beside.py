"""Set the fresh Word file beside the official one, both laid out by LibreOffice.

    python tools/beside.py OFFICIAL.DOC [--out docs/screenshots/fresh-beside-official.png]

Says how many lines of the official file stand in the fresh one, written from what was read of it,
at the same place to a point and a half, in the same size; and how many hold the same words between
the same edges in the same size, wherever on whichever page. The picture shows the first page of the
sample that ships, and beside it only *where* the lines of the official file stand: its words never
enter the project.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPen

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SCALE = 1.5
"""Pixels for a point."""
NEAR = 1.5
"""Points by which two lines may stand apart and still be at the same place."""
MARGIN, HEAD = 24, 44
BAR, GUIDE = QColor("#b9c2cc"), QColor("#2a5da8")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; in points from the top left of its page."""

    page: int
    base: float
    left: float
    right: float
    size: float
    words: str

    def at_the_place_of(self, other: Line) -> bool:
        """Whether another line reads the same at the same place in the same size."""
        return (self.page, self.words, self.size) == (other.page, other.words, other.size) and max(
            abs(self.base - other.base), abs(self.left - other.left)
        ) <= NEAR

    def set_like(self, other: Line) -> bool:
        """Whether another line holds the same words between the same edges in the same size."""
        return (self.words, self.size) == (other.words, other.size) and max(
            abs(self.left - other.left), abs(self.right - other.right)
        ) <= NEAR


def lines(pdf: bytes) -> list[Line]:
    """The lines of all pages in their order, without spaces."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[Line] = []
    for number in range(len(document)):
        page = document[number]
        text, height = page.get_textpage(), page.get_height()
        rows: dict[int, list[tuple[float, float, str, float]]] = defaultdict(list)
        for i in range(text.count_chars()):
            sign = text.get_text_range(i, 1)
            x, y = ctypes.c_double(), ctypes.c_double()
            if not sign.strip() or not pdfium.FPDFText_GetCharOrigin(text.raw, i, x, y):
                continue
            left, _, right, _ = text.get_charbox(i, loose=True)
            size = round(pdfium.FPDFText_GetFontSize(text.raw, i), 1)
            rows[round(height - y.value)].append((left, right, sign, size))
        for base, signs in sorted(rows.items()):
            signs.sort()
            words, size = "".join(s for _, _, s, _ in signs), max(s for *_, s in signs)
            found.append(Line(number, base, signs[0][0], signs[-1][1], size, words))
    return found


def page_picture(pdf: bytes) -> QImage:
    """The first page."""
    bitmap = pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE)
    shape = QImage.Format.Format_BGR888
    return QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, shape).copy()


def draw(sample: QImage, official: list[Line], name: str) -> QImage:
    """The sample's page, and where the lines of the official first page stand."""
    width, height = sample.width(), sample.height()
    picture = QImage(2 * width + 3 * MARGIN, height + HEAD + MARGIN, QImage.Format.Format_RGB32)
    picture.fill(QColor("#eceae6"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont("Liberation Sans", 11)
    painter.setFont(font)
    left, right = QPointF(MARGIN, HEAD), QPointF(width + 2 * MARGIN, HEAD)
    painter.drawText(QPointF(left.x(), 28), "The sample, written fresh")
    painter.drawText(QPointF(right.x(), 28), f"Where the lines of {name} stand")
    painter.drawImage(left, sample)
    painter.fillRect(QRectF(right.x(), HEAD, width, height), Qt.GlobalColor.white)
    first = [line for line in official if line.page == 0]
    for line in first:
        top = line.base - 0.7 * line.size
        box = QRectF(line.left, top, line.right - line.left, 0.75 * line.size)
        place = right + box.topLeft() * SCALE
        painter.fillRect(QRectF(place.x(), place.y(), *(box.size() * SCALE).toTuple()), BAR)
    body = [line for line in first if line.size == 10 and line.right - line.left > 250]
    edges = min(line.left for line in body), max(line.right for line in body)
    painter.setPen(QPen(GUIDE, 1, Qt.PenStyle.DashLine))
    for origin in (left, right):
        for x in edges:
            at = origin.x() + x * SCALE
            painter.drawLine(QPointF(at, HEAD), QPointF(at, HEAD + height))
    painter.end()
    return picture


def main() -> None:
    from drafter import workflow
    from drafter.resources import sample_folder
    from drafter.write import docx_bytes, pdf_of_docx

    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("official", type=Path)
    place = ROOT / "docs" / "screenshots" / "fresh-beside-official.png"
    asked.add_argument("--out", type=Path, default=place)
    given = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    text = workflow.open_any(given.official)
    official = lines(pdf_of_docx(given.official.read_bytes()))
    fresh = lines(pdf_of_docx(docx_bytes(text)))
    same = sum(any(line.at_the_place_of(other) for other in fresh) for line in official)
    first = [line for line in official if line.page == 0]
    same_first = sum(any(line.at_the_place_of(other) for other in fresh) for line in first)
    alike = sum(any(line.set_like(other) for other in fresh) for line in official)
    print(
        f"first page: {same_first} of {len(first)} lines at the same place; all: {same} of "
        f"{len(official)}; set alike: {alike}"
    )
    for line in official:
        if not any(line.at_the_place_of(other) for other in fresh):
            print(f"  page {line.page + 1}, {line.base:.0f} pt: {line.words[:60]}")
    sample = pdf_of_docx(docx_bytes(workflow.open_any(sample_folder() / "A_RES_78_391.docx")))
    name = text.masthead.symbol or given.official.name
    draw(page_picture(sample), official, name).save(str(given.out))
    application.quit()


if __name__ == "__main__":
    main()
