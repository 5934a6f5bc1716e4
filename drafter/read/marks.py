"""Markdown marks taken off, emphasis kept (``domain/repairs.json``: E-09 to E-11, E-17 to E-19)."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model import merge_ranges
from drafter.read.mending import Mended, Mender
from drafter.read.traced import Traced
from drafter.text.plain import ITALIC

_LINK = re.compile(r"!?\[(?P<text>(?:[^\[\]\\]|\\.)*)\]\((?P<target>[^()\s]*)(?: \"[^\"]*\")?\)")
_ESCAPE = re.compile(r"\\(?P<sign>[\\`*_{}\[\]()#+\-.!|])")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<text>.+?)(?<=\S)(?P=mark)", re.DOTALL)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])(?P<text>[^*]+?)(?<=[^\s*\\])\*(?![\w*])"
    r"|(?<![\w_\\])_(?=[^\s_])(?P<text2>[^_]+?)(?<=[^\s_\\])_(?![\w_])",
    re.DOTALL,
)
_TAGGED = re.compile(rf"{ITALIC[0]}(?P<text>[^<>]{{1,2000}}){ITALIC[1]}")
_ORDINAL = re.compile(r"^(?P<number>\d{1,3})\\\.")


def without_marks(traced: Traced) -> Mended:
    """A paragraph without links, escapes and emphasis marks; what they marked is italic.

    A link's address is never believed over its text. Brackets around a whole italic line are
    roman (DOMAIN "Structure").
    """
    mender = Mender(traced)
    while not mender.full and (match := _LINK.search(mender.traced.string)):
        if not match["target"].startswith(("#", "http", "/", "mailto")) and match["target"]:
            break
        text = _ESCAPE.sub(r"\g<sign>", match["text"])
        mender.replace(match.start(), match.end(), text, "md-link")
    while not mender.full and (match := _STRONG.search(mender.traced.string)):
        mender.replace(match.start(), match.end(), match["text"], "md-strong")
    while not mender.full and (match := _EMPHASIS.search(mender.traced.string)):
        text = match["text"] if match["text"] is not None else match["text2"]
        mender.replace(match.start(), match.end(), text, "md-emphasis")
        _italic(mender, match.start(), match.start() + len(text))
    while not mender.full and (match := _TAGGED.search(mender.traced.string)):
        mender.replace(match.start(), match.end(), match["text"], "md-emphasis")
        _italic(mender, match.start(), match.start() + len(match["text"]))
    _half(mender)
    while not mender.full and (match := _ESCAPE.search(mender.traced.string)):
        mender.replace(match.start(), match.end(), match["sign"], "md-escape")
    return mender.done()


def _half(mender: Mender) -> None:
    """Emphasis over several paragraphs has a mark at the first start and at the last end."""
    string = mender.traced.string
    if string.count("*") != 1 or "\\*" in string or len(string) < 3:
        return
    if string.startswith("*") and not string[1].isspace():
        mender.replace(0, 1, "", "md-emphasis")
    elif string.endswith("*") and not string[-2].isspace():
        mender.replace(len(string) - 1, len(string), "", "md-emphasis")
    else:
        return
    _italic(mender, 0, len(mender.traced))


def _italic(mender: Mender, start: int, end: int) -> None:
    text = mender.traced.text
    string = text.string[start:end]
    if string.startswith("[") and string.endswith("]"):
        start, end = start + 1, end - 1
    ranges = merge_ranges((*text.emphasis, (start, end)))
    mender.traced = mender.traced.with_text(replace(text, emphasis=ranges))
