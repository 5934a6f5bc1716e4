"""Reading: against the bare libraries on the same files (docs/benchmarks.md)."""

from __future__ import annotations

import io

import docx
import pypdfium2
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from drafter.read import read_bytes
from tests.corpus import corpus

WORD = "A_RES_72_194__N1746299.DOC"
PDF = "A_RES_78_226.pdf"


def touched(data: bytes) -> int:
    """python-docx opens a file and touches every paragraph's text."""
    return sum(len(p.text) for p in docx.Document(io.BytesIO(data)).paragraphs)


def extracted(data: bytes) -> int:
    """pypdfium2 extracts the bare text of every page."""
    document = pypdfium2.PdfDocument(data)
    size = sum(len(page.get_textpage().get_text_range()) for page in document)
    document.close()
    return size


@pytest.mark.benchmark(group="read an official Word file (goal: 3x python-docx)")
@pytest.mark.parametrize("reader", ["drafter", "python-docx"])
def test_word(benchmark: BenchmarkFixture, reader: str) -> None:
    data = corpus("word", WORD).read_bytes()
    if reader == "drafter":
        benchmark(read_bytes, data, WORD)
    else:
        benchmark(touched, data)


@pytest.mark.benchmark(group="read a PDF (goal: 2x bare extraction)")
@pytest.mark.parametrize("reader", ["drafter", "pypdfium2"])
def test_pdf(benchmark: BenchmarkFixture, reader: str) -> None:
    data = corpus("pdf", PDF).read_bytes()
    if reader == "drafter":
        benchmark(read_bytes, data, PDF)
    else:
        benchmark(extracted, data)


@pytest.mark.benchmark(group="read a damaged plain text")
def test_text(benchmark: BenchmarkFixture) -> None:
    (path,) = corpus("seeds").glob("004_*.txt")
    benchmark(read_bytes, path.read_bytes(), path.name)
