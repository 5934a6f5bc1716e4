"""PDF files: paragraphs across lines and pages, raised cues, notes at the foot, no furniture."""

from __future__ import annotations

import re

import pytest

from drafter.errors import UnreadableFile
from drafter.model import Kind, Resolution, labels
from drafter.read import read_bytes, read_file
from tests.corpus import corpus

FONTS = {"r": "Times-Roman", "i": "Times-Italic", "b": "Times-Bold"}
Row = tuple[float, float, float, str, str]
"""Left, height above the foot, size in points, font (r, i, b), characters."""


def pdf(*pages: list[Row], sideways: bool = False) -> bytes:
    """A PDF that shows characters where they are wanted, on upright pages or on turned ones."""
    box, turn = ("792 612", "0 -1 1 0 0 612 cm\n") if sideways else ("612 792", "")
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    fonts = " ".join(
        f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} >>" for key, name in FONTS.items()
    )
    kids: list[str] = []
    for rows in pages:
        stream = turn + "\n".join(
            f"BT /{font} {size} Tf {x} {y} Td ({string}) Tj ET" for x, y, size, font, string in rows
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {box}] /Contents {len(objects) + 2} 0 R"
            f" /Resources << /Font << {fonts} >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, offsets = b"%PDF-1.4\n", list[int]()
    for n, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{n} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return out


FIRST: list[Row] = [
    (123, 735, 14, "r", "United Nations"), (480, 735, 14, "r", "A/85/L.9"),
    (123, 705, 18, "b", "General Assembly"), (400, 705, 10, "r", "Distr.: Limited"),
    (400, 693, 10, "r", "14 October 2030"),
    (60, 600, 10, "b", "Eighty-fifth session"), (60, 588, 10, "r", "Agenda item 12"),
    (123, 540, 12, "b", "Safe brewing of tea"),
    (147, 500, 10, "i", "The General Assembly"), (235, 500, 10, "r", ","),
    (147, 482, 10, "i", "Recalling"),
    (187, 482, 10, "r", " its resolution 83/1 on kettles, on pots and on all the"),
    (123, 470, 10, "r", "other vessels that are used,"), (241, 474, 6, "r", "1"),
    (247, 470, 10, "r", "and the need for brewing that is long-"),
    (
        123, 458, 10, "r",
        "lasting and safe for all who are thirsty in the world and who have no kettle at home",
    ),
    (100, 120, 10, "r", "__________________"),
    (117, 108, 6, "r", "1"), (123, 105, 8, "r", "Resolution 82/4,"), (180, 105, 8, "r", "annex."),
    (60, 40, 8, "r", "30-12345 \\(E\\) 151030"),
]  # fmt: skip
SECOND: list[Row] = [
    (60, 740, 8, "b", "A/85/L.9"), (400, 740, 8, "b", "Safe brewing of tea"),
    (123, 700, 10, "r", "and no cup,"),
    (147, 682, 10, "r", "1."), (170, 682, 10, "i", "Urges"),
    (195, 682, 10, "r", " all States to warm the pot."),
    (60, 40, 8, "r", "2/2 30-12345"),
]  # fmt: skip


def _by_label(resolution: Resolution) -> dict[str, str]:
    named = labels(resolution)
    return {named[p.id]: p.text.string for p in resolution.paragraphs}


def test_paragraphs_go_over_lines_and_pages_and_furniture_is_left_out() -> None:
    resolution = read_bytes(pdf(FIRST, SECOND), "tea.pdf")
    found = _by_label(resolution)
    assert found["title"] == "Safe brewing of tea"
    assert found["speaker"] == "The General Assembly,"
    assert found["PP1"] == (
        "Recalling its resolution 83/1 on kettles, on pots and on all the other vessels that are "
        "used, and the need for brewing that is long-lasting and safe for all who are thirsty in "
        "the world and who have no kettle at home and no cup,"
    )
    assert found["OP1"] == "Urges all States to warm the pot."
    assert not any("30-12345" in string or "2/2" in string for string in found.values())
    masthead = resolution.masthead
    assert (masthead.symbol, masthead.organ) == ("A/85/L.9", "General Assembly")
    assert (masthead.session, masthead.agenda_item) == ("85", "12")
    assert (masthead.distribution, masthead.job_number) == ("Limited", "30-12345")


def test_a_raised_digit_calls_the_note_at_the_foot() -> None:
    resolution = read_bytes(pdf(FIRST, SECOND), "tea.pdf")
    (first,) = resolution.of_kind(Kind.PREAMBULAR)
    (cue,) = first.text.cues
    assert first.text.string[: cue.at].endswith("vessels that are used,")
    assert cue.note is not None
    assert resolution.notes_by_id[cue.note].text.string == "Resolution 82/4, annex."
    assert first.text.emphasis == ((0, 9),)


def test_pages_that_lie_on_their_side_read_as_upright_ones() -> None:
    upright = read_bytes(pdf(FIRST, SECOND), "tea.pdf")
    lying = read_bytes(pdf(FIRST, SECOND, sideways=True), "tea.pdf")
    assert lying.paragraphs == upright.paragraphs
    assert lying.notes == upright.notes
    assert lying.masthead == upright.masthead


def test_two_columns_are_read_one_after_the_other() -> None:
    row = "and its kettles and its pots and its cups"
    first = [
        (60.0, 700.0 - 12 * n, 10.0, "r", f"Recalling pot {n} {row}" if n % 3 == 0 else row)
        for n in range(12)
    ]
    texts = [
        f"{n // 3 + 1}. Urges all {row}" if n % 3 == 0 else f"{row}{';' if n % 3 == 2 else ''}"
        for n in range(12)
    ]
    second = [(320.0, 700.0 - 12 * n, 10.0, "r", text) for n, text in enumerate(texts)]
    across = [(60.0, 740.0, 14.0, "b", "Safe brewing of tea for all who are thirsty in the world")]
    rows = [row for pair in zip(first, second, strict=True) for row in pair]
    resolution = read_bytes(pdf(across + rows), "columns.pdf")
    found = _by_label(resolution)
    assert [found[f"OP{n}"] for n in (1, 2, 3, 4)] == [f"Urges all {row} {row} {row};"] * 4
    before = " ".join(p.text.string for p in resolution.paragraphs if p.kind is not Kind.OPERATIVE)
    assert [before.count(f"pot {n} {row} {row} {row}") for n in (0, 3, 6, 9)] == [1, 1, 1, 1]


def test_pictures_of_pages_are_said() -> None:
    with pytest.raises(UnreadableFile, match="pictures of pages"):
        read_bytes(pdf([]), "scan.pdf")


def test_one_page_without_text_is_a_warning() -> None:
    resolution = read_bytes(pdf(FIRST, [], SECOND), "tea.pdf")
    assert [w.code for w in resolution.reading.warnings] == ["scanned-page"]


def test_a_damaged_pdf_is_one_sentence() -> None:
    with pytest.raises(UnreadableFile, match=r"^bad\.pdf.*damaged"):
        read_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 9, "bad.pdf")


def _folded(string: str) -> str:
    return re.sub(r"\s+", " ", string.replace("\u2011", "-")).strip()


@pytest.mark.parametrize(
    ("pdf", "xml"),
    [
        ("A_RES_78_226.pdf", "A_RES_78_226-2325984E.xml"),
        ("A_RES_80_228.pdf", "A_RES_80_228-2520946E.xml"),
    ],
)
def test_official_pdf_reads_as_its_xml(pdf: str, xml: str) -> None:
    one, other = read_file(corpus("pdf", pdf)), read_file(corpus("akn", xml))
    found, wanted = _by_label(one), _by_label(other)
    same = sum(_folded(found.get(k, "")) == _folded(v) for k, v in wanted.items())
    assert same >= 0.98 * len(wanted)

    def called(resolution: Resolution) -> list[tuple[str, str]]:
        return [
            (_folded(p.text.string[: cue.at])[-30:], _folded(resolution.text_of(cue.note).string))
            for p in resolution.paragraphs
            for cue in p.text.cues
            if cue.note
        ]

    assert called(one) == called(other)


def test_a_word_that_the_page_parts_is_made_whole_and_said() -> None:
    draft = read_file(corpus("pdf", "A_C.3_80_L.4.pdf"))
    mended = [(r.before, r.after) for r in draft.reading.repairs if r.rule == "split-word"]
    assert mended == [("an d", "and"), ("principle s", "principles")]
