"""What holds for every input: nothing but UnreadableFile is raised, no word is lost."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import UnreadableFile
from drafter.model import Resolution, Text, labels, numbers
from drafter.read import read_bytes, reading_json
from drafter.read.traced import Traced

FIXTURES = Path(__file__).parents[2] / "fixtures" / "read"

_OPENINGS = ("Recalling", "Noting with concern", "Bearing in mind", "Reaffirming also")
_VERBS = ("Urges", "Calls upon", "Takes note of", "Expresses its appreciation to", "Decides")
_WORDS = ("States", "tea", "counter-terrorism", "the", "kettles", "and", "pots", "Office", "of")

words = st.lists(st.sampled_from(_WORDS), min_size=3, max_size=30).map(" ".join)


@st.composite
def resolutions(draw: st.DrawFn) -> str:
    """A plain text laid out as a resolution, one paragraph a line or hard-wrapped."""
    pre = draw(st.lists(st.tuples(st.sampled_from(_OPENINGS), words), min_size=1, max_size=6))
    ops = draw(st.lists(st.tuples(st.sampled_from(_VERBS), words), min_size=1, max_size=8))
    rows = ["Safe brewing of tea", "The General Assembly,"]
    rows += [f"{opening} {rest}," for opening, rest in pre]
    rows += [
        f"{n}. {verb} {rest}{'.' if n == len(ops) else ';'}"
        for n, (verb, rest) in enumerate(ops, 1)
    ]
    if not draw(st.booleans()):
        return "\n\n".join(rows)
    width = draw(st.integers(50, 90))
    return "\n\n".join(_wrapped(row, width) for row in rows)


def _wrapped(row: str, width: int) -> str:
    lines = [""]
    for word in row.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return "\n".join(lines)


def _words(string: str) -> list[str]:
    return re.findall(r"\w+", string)


@given(resolutions())
def test_no_word_of_a_plain_text_is_lost_or_moved(string: str) -> None:
    resolution = read_bytes(string.encode(), "tea.txt")
    printed = numbers(resolution)
    found = " ".join(f"{printed.get(p.id, '')} {p.text.string}" for p in resolution.paragraphs)
    assert _words(found) == _words(string)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(string: str) -> None:
    _read(string.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read(data)


@given(
    st.sampled_from(["small.xml", "small.html"]),
    st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=12),
)  # fmt: skip
def test_damaged_files_are_read_or_refused(name: str, at: int, cut: int, put: bytes) -> None:
    data = (FIXTURES / name).read_bytes()
    at = min(at, len(data))
    _read(data[:at] + put + data[at + cut :])


def _read(data: bytes) -> None:
    try:
        resolution = read_bytes(data, "x.txt")
    except UnreadableFile as error:
        assert str(error).startswith("x.txt")
        return
    _sound(resolution)


def _sound(resolution: Resolution) -> None:
    """Unique labels, cues that call notes that are there, spans of equal characters' length."""
    named = labels(resolution)
    assert len(set(named.values())) == len(named)
    for paragraph in resolution.paragraphs:
        for cue in paragraph.text.cues:
            assert cue.note is None or cue.note in resolution.notes_by_id
    assert resolution.source is not None
    for target, spans in resolution.source.spans.items():
        size = 10**9 if target.startswith("masthead") else len(resolution.text_of(target))
        assert all(0 <= s.start < s.end <= size for s in spans)
    reading_json(resolution, "x")


@given(st.text("ab \t", max_size=12), st.integers(0, 12), st.integers(0, 12), st.text("xa "))
def test_spans_of_a_traced_text_stay_true(string: str, a: int, b: int, new: str) -> None:
    start, end = sorted((min(a, len(string)), min(b, len(string))))
    traced = Traced.at(Text(string), "b1", 5)
    for changed in (
        traced.splice(start, end, new),
        traced.strip(),
        traced.slice(start, end),
        traced.slice(start, end) + traced,
    ):
        for span in changed.spans:
            there = string[span.at - 5 : span.at - 5 + span.end - span.start]
            assert changed.string[span.start : span.end] == there
