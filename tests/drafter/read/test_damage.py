"""Our own sample in every state a delegate may have it in, read back as what it is."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from drafter.model import Kind, Paragraph, Resolution, Source, note_numbers, numbers
from drafter.read import read_file
from drafter.read.text import read_string
from drafter.resources import sample_folder

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
RULE = "__________________"


@pytest.fixture(scope="module")
def sample() -> Resolution:
    text = read_file(next(sample_folder().glob("*.docx")))
    kinds = (Kind.TITLE, Kind.SPEAKER, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
    return Resolution(text.of_kind(*kinds), text.notes)


def _cued(text: Resolution, paragraph: Paragraph, mark: Callable[[int], str]) -> str:
    """The string of a paragraph with its number and its cues as ``mark`` prints them."""
    order = note_numbers(text)
    string = paragraph.text.string.replace("\xa0", " ")
    for cue in reversed(paragraph.text.cues):
        string = string[: cue.at] + mark(order[cue.note or ""]) + string[cue.at :]
    number = numbers(text).get(paragraph.id)
    if number:
        string = f"{number}{'.' if number.isdigit() else ''} {string}"
    return string


def _notes(text: Resolution) -> list[str]:
    order = note_numbers(text)
    return [
        n.text.string.replace("\xa0", " ") for n in sorted(text.notes, key=lambda n: order[n.id])
    ]


def long_lines(text: Resolution) -> str:
    """A paragraph a line, cues glued, notes behind the closing."""
    rows = ["\t" + _cued(text, p, str) for p in text.paragraphs]
    rows += ["", "50th plenary meeting", "19 December 2023", ""]
    return "\n".join(rows + [f"{i} {note}" for i, note in enumerate(_notes(text), 1)])


def markdown(text: Resolution) -> str:
    """Markdown as a converter gives it, the notes in blocks among the paragraphs."""
    rows: list[str] = []
    notes = _notes(text)
    given = 0
    for paragraph in text.paragraphs:
        row = _cued(text, paragraph, lambda n: str(n).translate(RAISED))
        if paragraph.text.emphasis and paragraph.kind is Kind.OPERATIVE:
            italic = paragraph.text.string[: paragraph.text.emphasis[0][1]]
            row = row.replace(italic, f"*{italic}*", 1)
        rows.append(row)
        newest = max((note_numbers(text)[c.note or ""] for c in paragraph.text.cues), default=0)
        while given < newest:
            given += 1
            rows.append(f"{str(given).translate(RAISED)} {notes[given - 1]}")
    return "\n\n".join(rows)


def wrapped(text: Resolution) -> str:
    """Lines of a printed page, a page break in the middle of a paragraph."""
    blocks = [" " + "\n".join(textwrap.wrap(_cued(text, p, str), 80)) for p in text.paragraphs]
    rows = "\n\n".join(blocks).split("\n")
    middle = next(i for i in range(len(rows) // 2, len(rows)) if rows[i] and rows[i - 1] and
                  rows[i][0].islower())  # fmt: skip
    page = ["", "2/5\t23-24567", "", "A/C.2/78/L.9", ""]
    notes = [RULE] + [f" {i} {note}" for i, note in enumerate(_notes(text), 1)]
    return "\n".join(rows[:middle] + notes + page + rows[middle:])


def double_spaced(text: Resolution) -> str:
    """Every line spaced, paragraphs two spaces in."""
    rows: list[str] = []
    for paragraph in text.paragraphs:
        lines = textwrap.wrap(_cued(text, paragraph, str), 84, break_on_hyphens=False)
        rows += ["  " + lines[0], *lines[1:]]
    rows += [RULE] + [f" {i} {note}" for i, note in enumerate(_notes(text), 1)]
    return " \n\n".join(rows)


@pytest.mark.parametrize("damage", [long_lines, markdown, wrapped, double_spaced])
def test_the_text_is_what_it_was(sample: Resolution, damage: Callable[[Resolution], str]) -> None:
    read = read_string(damage(sample), Source("sample.txt", "text"))
    got = [p for p in read.paragraphs if p.kind is not Kind.CLOSING]
    plain = [(p.kind, p.text.string.replace("\xa0", " "), p.level) for p in sample.paragraphs]
    assert [(p.kind, p.text.string, p.level) for p in got] == plain
    assert [note.text.string for note in read.notes] == _notes(sample)
    assert [p.text.emphasis[:1] for p in got if p.kind is Kind.OPERATIVE] == [
        p.text.emphasis[:1] for p in sample.paragraphs if p.kind is Kind.OPERATIVE
    ]
    old, new = note_numbers(sample), note_numbers(read)
    assert [[(c.at, new[c.note or ""]) for c in p.text.cues] for p in got] == [
        [(c.at, old[c.note or ""]) for c in p.text.cues] for p in sample.paragraphs
    ]


@pytest.mark.parametrize(
    ("line", "string"),
    [
        (
            "Taking note of the draft (A/72/L.1) before it,¹",
            "Taking note of the draft (A/72/L.1) before it,",
        ),
        ("Noting gender- and age-responsive gauges,¹", "Noting gender- and age-responsive gauges,"),
        ("Noting paragraph 1 of the plan,¹", "Noting paragraph 1 of the plan,"),
        ("Noting gauge -keepers of deltas,¹", "Noting gauge-keepers of deltas,"),
    ],
)
def test_what_is_no_damage_stays(line: str, string: str) -> None:
    text = f"The General Assembly,\n\n{line}\n\n¹ A/72/1.\n\n80th plenary meeting\n1 July 2016\n"
    read = read_string(text, Source("a.txt", "text"))
    assert [p.text.string for p in read.of_kind(Kind.PREAMBULAR)] == [string]
    assert [len(p.text.cues) for p in read.of_kind(Kind.PREAMBULAR)] == [1]
    assert [n.text.string for n in read.notes] == ["A/72/1."]
    (closing,) = read.of_kind(Kind.CLOSING)
    assert closing.text.string == "80th plenary meeting\n1 July 2016"


def test_a_heading_of_markdown_is_a_heading() -> None:
    text = (
        "# River deltas\n\nThe General Assembly,\n\n1. Urges care;\n\n## Measurement\n\n"
        "2. Requests gauges.\n"
    )
    read = read_string(text, Source("a.md", "text"))
    assert [p.kind for p in read.paragraphs] == [
        Kind.TITLE, Kind.SPEAKER, Kind.OPERATIVE, Kind.HEADING, Kind.OPERATIVE,
    ]  # fmt: skip


def test_a_text_that_is_no_resolution_is_read_and_said_to_be_none() -> None:
    read = read_string("Dear colleague,\n\nplease find the gauges attached.\n", Source("a", "text"))
    assert {p.kind for p in read.paragraphs} == {Kind.PLAIN}
    assert [w.code for w in read.reading.warnings] == ["no-resolution"]
