"""A comparison as a Word table."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import docx
from docx.shared import Twips

from drafter.model import Comparison, Piece, Resolution, Row
from drafter.write import comparison_docx_bytes
from tests.corpus import shared


def _comparison(old: Resolution, new: Resolution) -> Comparison:
    rows = (
        Row((), ("p14",), "inserted"),
        Row(("p1",), (), "deleted"),
        Row(
            ("p10",),
            ("p10",),
            "edited",
            moved=True,
            words=(Piece("=", "In "), Piece("-", "spring"), Piece("=", ";")),
        ),
        Row(("p8", "p9"), ("p8",), "merged"),
    )
    return Comparison(old, new, rows)


def test_number_old_and_new_stand_side_by_side(adopted: Resolution, draft: Resolution) -> None:
    data = comparison_docx_bytes(_comparison(adopted, draft))
    table = docx.Document(io.BytesIO(data)).tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0][1].startswith("Last cycle\nA/RES/75/399")
    assert cells[1] == ["submitters\nnew", "", "Chile and Ghana: draft resolution"]
    assert cells[2][1] == "Resolution adopted by the General Assembly on 9 March 2021"
    assert cells[3][0] == "OP2(a)(i)\nmoved"
    assert cells[4][1] == "Requests the Secretary-General:\nTo measure the rivers:"
    struck = [r for r in table.rows[3].cells[1].paragraphs[0].runs if r.font.strike]
    assert [r.text for r in struck] == ["spring"]


def test_the_table_fits_on_both_papers(adopted: Resolution, draft: Resolution) -> None:
    document = docx.Document(io.BytesIO(comparison_docx_bytes(_comparison(adopted, draft))))
    width = sum(column.width for column in document.tables[0].columns)
    section = document.sections[0]
    margins = section.left_margin + section.right_margin
    assert width + margins <= Twips(15840), "11 inches"
    assert section.page_width == Twips(16838), "297 millimetres"


def test_word_would_open_it(adopted: Resolution, draft: Resolution, tmp_path: Path) -> None:
    target = tmp_path / "comparison.docx"
    target.write_bytes(comparison_docx_bytes(_comparison(adopted, draft)))
    tool = shared("tools", "validate_docx.py")
    done = subprocess.run([sys.executable, tool, target], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
