"""Export by extension."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import UnwritableFile
from drafter.model import Kind, Paragraph, Resolution, Text
from drafter.write import EXTENSIONS, write_any


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_every_extension_is_written(extension: str, adopted: Resolution, tmp_path: Path) -> None:
    target = tmp_path / f"out{extension.upper()}"
    write_any(adopted, target)
    assert target.stat().st_size > 500


def test_an_unknown_extension_is_said_plainly(adopted: Resolution, tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match=r"“\.odt” is not a format .* \.pdf or"):
        write_any(adopted, tmp_path / "out.odt")
    assert list(tmp_path.iterdir()) == []


def test_what_a_page_does_not_hold_is_said(adopted: Resolution, tmp_path: Path) -> None:
    table = Paragraph("t", Kind.OPAQUE, Text("Section\tAmount"))
    picture = Paragraph("u", Kind.OPAQUE, Text("[picture]"))
    told: list[tuple[str, ...]] = []
    for parts in ((), (table,), (picture,), (table, picture)):
        text = replace(adopted, paragraphs=(*adopted.paragraphs, *parts))
        told.append(write_any(text, tmp_path / "out.html").sentences)
    assert [len(sentences) for sentences in told] == [0, 1, 1, 2]
    assert "Tables" in told[1][0] and "Pictures" in told[2][0]
