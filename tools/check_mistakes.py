"""Put one mistake of each rule's kind at a time into official texts, and see which checks find it.

    python tools/check_mistakes.py FILE…

Of every rule up to twenty places are taken at random (always the same ones) wherever adopted texts
hold what the rule is about, few of one text, and spoiled there. "Found" are the mistakes that give
a new finding of the rule; what other rules then say anew is told beside it.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from drafter.check import check_resolution, finding_id, rule_names  # noqa: E402
from drafter.check.case import EDITED_ALIKE, Case, in_ranges, quoted  # noqa: E402
from drafter.check.tables import table  # noqa: E402
from drafter.errors import DrafterError  # noqa: E402
from drafter.model import Cue, Footnote, Kind, Paragraph, Resolution, Text, apply, reword  # noqa: E402  # noqa: E402
from drafter.read import read_file  # noqa: E402
from drafter.un import catalogue  # noqa: E402
from drafter.un.citations import find_citations  # noqa: E402
from drafter.un.dates import DATE_PATTERN, MONTHS  # noqa: E402
from drafter.un.sessions import ordinal_words  # noqa: E402

TIMES = 20
"""Mistakes put in for every rule, where there are so many places."""
EACH = 3
"""Of these in one text, where others have places too: long declarations have hundreds."""
Where = Callable[[Case, Paragraph | Footnote], bool]
Spoiled = Iterator[Callable[[], Resolution]]
Way = tuple[Case, Callable[[], Resolution]]
_MONTH = "|".join(MONTHS)
_WORD = r"[a-z]+"
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_LARGE = {"10": "ten", "12": "twelve", "15": "fifteen", "20": "twenty", "30": "thirty"}


@dataclass(frozen=True)
class Edit:
    """Words of official texts, and what somebody might have written."""

    rule: str
    where: str
    """"pp", "op", "sub", "body" (all three), "note", "last" (the last operative), "speaker"."""
    right: str
    wrong: str | Callable[[re.Match[str]], str]
    quotes: bool = False
    """Whether places within quotation marks count."""


_EDITS = (
    Edit("opening-form", "pp", r"^Recalling\b", "Recalls"),
    Edit("opening-form", "op", r"^Requests\b", "Requesting"),
    Edit("preambular-ending", "pp", r",$", ";"),
    Edit("operative-ending", "op", r";$", ","),
    Edit("last-ending", "last", r"\.$", ";"),
    Edit("lead-in-ending", "op", r":$", ";"),
    Edit("subparagraph-ending", "sub", r";$", ""),
    Edit("also-further", "pp", r"^([A-Z]\w+) (?:also|further)\b", r"\1"),
    Edit("also-further", "op", r"^(?:Also|Further) (\w)", lambda m: m[1].upper()),
    Edit(
        "also-order", "body", r"\balso taking into (account|consideration)", r"taking also into \1"
    ),
    Edit(
        "also-order",
        "pp",
        r"\band (recognizing|recalling|noting|stressing|reaffirming) also\b",
        r"and also \1",
    ),
    Edit("note-ending", "note", r"\.$", ""),
    Edit("ibid", "note", r"^Ibid\.(?=, vol)", "United Nations, Treaty Series"),
    Edit("first-mention-undated", "pp", rf"(?<=\d) of {DATE_PATTERN}(?=,)", ""),
    Edit(
        "own-resolution", "pp", r"(?<=^Recalling )its (resolutions?)(?= \d)", r"General Assembly \1"
    ),
    Edit(
        "footnote-style",
        "note",
        r"^Resolution(s?)(?= \d)",
        lambda m: f"General Assembly resolution{m[1]}",
    ),
    Edit("speaker-line", "speaker", r",$", ""),
    Edit("unexplained-abbreviation", "body", r"\bthe Office\b(?! of)", "GLOWNET"),
    Edit("unexplained-abbreviation", "body", r"\bMember States\b(?=,)", "members of GLOWNET"),
    Edit("dead-reference", "body", r"(?<=paragraph )\d+(?= (?:above|below|of the present))", "99"),
    Edit(
        "dead-reference",
        "op",
        r"the present resolution(?=[,;.])",
        "paragraph 99 of the present resolution",
    ),
    Edit("citation-form", "body", r"(?<=resolution )(\d\d/\d+)(?= of)", r"A/RES/\1"),
    Edit("citation-form", "body", r"(?<=\d) (?=\((?:19|20)\d\d\))", ""),
    Edit("citation-form", "body", r"(?<=its )resolution(?= \d)", "Resolution"),
    Edit("citation-form", "body", r"(?<= resolution)s(?= \d)", ""),
    Edit(
        "wrong-date",
        "body",
        rf"(?<=\d of )(\d\d?)(?= (?:{_MONTH}) \d{{4}})",
        lambda m: str(int(m[1]) % 28 + 1),
    ),
    Edit("unknown-symbol", "body", r"(?<=resolution )(\d\d)/(\d+)(?= of)", r"\1-\2"),
    Edit("unknown-symbol", "body", r"(?<=resolution )([67]\d)/(\d+)(?= of)", r"\1/\g<2>99"),
    Edit("not-yet-adopted", "body", r"(?<=resolution )\d\d/\d+(?=,)", "80/228"),
    Edit("not-yet-adopted", "note", r"(?<=Resolution )\d\d/\d+(?=[.,])", "80/228"),
    Edit("list-order", "note", r"(\d\d/\d+), (\d\d/\d+)(?=,| and)", r"\2, \1"),
    Edit(
        "list-order",
        "body",
        rf"(\d\d/\d+ of {DATE_PATTERN}), (\d\d/\d+ of {DATE_PATTERN})",
        r"\2, \1",
    ),
    Edit("doubled-citation", "note", r"(\d\d/\d+), (\d\d/\d+)(?=,| and)", r"\1, \1"),
    Edit(
        "doubled-citation",
        "body",
        rf"(\d\d/\d+ of {DATE_PATTERN}), (\d\d/\d+ of {DATE_PATTERN})",
        r"\1, \1",
    ),
    Edit("list-comma", "note", r"(\d\d/\d+|\(\d{4}\)) and(?= \d)", r"\1, and"),
    Edit("list-comma", "body", rf"({DATE_PATTERN}) and(?= \d\d/)", r"\1, and"),
    Edit("list-and", "note", r"(\d\d/\d+|\(\d{4}\)) and(?= \d)", r"\1,"),
    Edit("list-and", "body", rf"({DATE_PATTERN}) and(?= \d\d/)", r"\1,"),
    Edit("take-note", "pp", r"^Noting that\b", "Taking note that"),
    Edit("take-note", "body", r"\bnotes(?= (?:that|the importance|the need))", "takes note of"),
    Edit("take-note", "op", r"^Notes that\b", "Takes note that"),
    Edit("upon-request", "body", r"\bupon request(?=,)", "upon their request"),
    Edit("doubled-word", "body", r"\b(the|of|to|and|in) ", r"\1 \1 "),
    Edit("date-form", "body", rf"\b(\d\d?) ({_MONTH}) (\d{{4}})", r"\2 \1, \3"),
    Edit("date-form", "body", rf"\b(\d\d?) (?=(?:{_MONTH}) \d{{4}})", r"\1th "),
    Edit("range-dash", "body", r"((?:19|20)\d\d)–(?=(?:19|20)\d\d)", r"\1-"),
    Edit(
        "small-number",
        "body",
        rf"\b({'|'.join(_SMALL)})(?= )",
        lambda m: str(_SMALL.index(m[1]) + 2),
    ),
    Edit(
        "large-number",
        "body",
        rf"(?<![\w/.,(–-])({'|'.join(_LARGE)})(?= [a-z])",
        lambda m: _LARGE[m[1]],
    ),
    Edit("per-cent", "body", r" per cent\b", "%"),
    Edit("straight-quotes", "body", r"“([^“”]+)”", r'"\1"', True),
    Edit("unclosed-quotes", "body", r"(“[^“”]+)”", r"\1", True),
    Edit("quote-stop", "body", r"”([.,])", r"\1”", True),
    Edit("inner-quotes", "body", r"(“[^“”]*? )(\w+)( [^“”]*”)", r"\1“\2”\3", True),
    Edit("serial-comma", "body", rf"\b({_WORD}, {_WORD}) and(?= {_WORD}\b)", r"\1, and"),
    Edit("including-comma", "body", r", including\b", " including"),
    Edit(
        "further-verb-comma",
        "op",
        r",( and (?:also |further )?(?:requests|invites|urges|encourages|welcomes|calls upon) )",
        r"\1",
    ),
    Edit(
        "set-off-comma",
        "body",
        r",( inter alia| as appropriate| where appropriate| within its mandate| upon request),",
        r"\1,",
    ),
    Edit(
        "set-off-comma",
        "body",
        r",( inter alia| as appropriate| where appropriate| within its mandate| upon request),",
        r",\1",
    ),
    Edit(
        "set-off-comma",
        "body",
        r",( inter alia| as appropriate| where appropriate| within its mandate| upon request),",
        r"\1",
    ),
    Edit("in-particular-comma", "body", r",( in particular| especially)(?=\b)", r"\1"),
    Edit("doubled-and", "op", rf",(?= to {_WORD} [^,;]+, and to {_WORD})", ", and"),
    Edit("present-resolution", "body", r"\bthe present(?= resolution\b)", "this"),
    Edit("adverb-hyphen", "body", r"(?<=[a-z]ly) (?=(?:\w+ed|based|binding|led|owned) [a-z])", "-"),
    Edit(
        "title-quotes",
        "body",
        r"\b((?:Handbook|Toolkit|Guide|Manual) (?:on|for) )([A-Z][^,;.]+)",
        r"\1“\2”",
    ),
    Edit(
        "title-quotes",
        "body",
        r"(?<=the )((?:[A-Z]\w+ ){1,3}(?:Programme|Initiative))(?=[,;.])",
        r"“\1”",
    ),
    Edit("entitled-quotes", "body", r"(?<=entitled )“([^“”]+)”", r"\1", True),
    Edit("leftover-bracket", "body", rf" ({_WORD} {_WORD}) ", r" [\1] "),
    Edit("leftover-attribution", "op", r";$", " (agreed ad ref);"),
    Edit(
        "opening-capitals",
        "pp",
        r"^([A-Z]\w+) (with|in) ([a-z])(?=\w+)",
        lambda m: f"{m[1]} {m[2]} {m[3].upper()}",
    ),
    Edit(
        "opening-capitals",
        "body",
        r"^(Calls|Takes|Taking|Bearing|Also) ([a-z])(?=\w+)",
        lambda m: f"{m[1]} {m[2].upper()}",
    ),
)
EDITS = (
    *_EDITS,
    *(Edit("spelling", "body", rf"(?<![\w-]){re.escape(row[1])}(?![\w-])", row[0])
      for row in table("spelling") if row[0].islower() and row[1] != row[0]),
    *(Edit("spelling", "body", rf"\b{stem}iz(?=(?:e|es|ed|ing|ation|ations)\b)", f"{stem}is")
      for (stem,) in table("ize")),
    *(Edit("abbreviation", "body", rf"(?:\bthe )?\b{re.escape(row[1])}(?![\w(]| \()", row[0])
      for row in table("abbreviations") if row[2] == "the" and len(row[1].split()) > 1),
    Edit("abbreviation", "body", r"\bUnited Nations(?= (?:system|entit|resolution))", "UN"),
    Edit("body-name", "body", r"\bOffice on Drugs", "Office of Drugs"),
    Edit("body-name", "body", r"\bConvention against (?=Trans|Corr)", "Convention Against "),
    Edit("body-name", "body", r"\bUnited Nations (?=Global Counter-Terrorism (?:Strat|Coord))", ""),
    Edit("body-name", "body", r"\b(General Assembly|Security Council|Secretary-General)(?! of)",
         r"United Nations \1"),
    Edit("body-name", "body", r"\b(2030 Agenda) for\b", r"\1 on"),
    Edit("body-name", "body", r"\bUniversal Declaration of\b", "Universal Declaration on"),
)  # fmt: skip


def places(case: Case, edit: Edit) -> Spoiled:
    """Each place of a text where the mistake can be made, as a way to make it."""
    text = case.resolution
    for one in (*text.paragraphs, *text.notes):
        if not _here(case, one, edit.where):
            continue
        string = one.text.string
        plain = string.replace("\xa0", " ").replace("‑", "-")
        for match in re.finditer(edit.right, plain):
            if not edit.quotes and in_ranges(match.start(), quoted(string)):
                continue
            wrong = edit.wrong(match) if callable(edit.wrong) else match.expand(edit.wrong)
            change = reword(text, one.id, *match.span(), wrong)
            yield lambda change=change: apply(text, change)


def _here(case: Case, one: Paragraph | Footnote, where: str) -> bool:
    if isinstance(one, Footnote):
        return where == "note"
    if "ANNEX" in one.section:
        return False
    if where == "last":
        return bool(case.body) and one is case.body[-1] and one.kind is Kind.OPERATIVE
    kinds = {"pp": (Kind.PREAMBULAR,), "op": (Kind.OPERATIVE,), "sub": (Kind.SUBPARAGRAPH,),
             "speaker": (Kind.SPEAKER,), "note": ()}  # fmt: skip
    return one.kind in kinds.get(where, (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH))


def _with(text: Resolution, one: Paragraph) -> Resolution:
    rows = tuple(one if p.id == one.id else p for p in text.paragraphs)
    return replace(text, paragraphs=rows)


def _text(text: Resolution, one: Paragraph, **parts: object) -> Callable[[], Resolution]:
    return lambda: _with(text, replace(one, text=replace(one.text, **parts)))  # type: ignore[arg-type]


def structure(case: Case, rule: str) -> Spoiled:
    """Mistakes that are none of words: of italics, marks, numbers, notes, the masthead."""
    text = case.resolution
    operatives = [p for p in case.body if p.kind is Kind.OPERATIVE]
    for one in case.body:
        words = one.text
        if rule == "opening-italics" and words.emphasis and words.emphasis[0][0] == 0:
            (start, end), *rest = words.emphasis
            longer = re.match(r"\W*\w+ \w+", words.string[end:])
            if longer:
                yield _text(text, one, emphasis=((start, end + longer.end()), *rest))
        for i, cue in enumerate(words.cues):
            others = (*words.cues[:i], *words.cues[i + 1 :])
            if rule == "cue-without-note":
                lost = Cue(cue.at, None, "99")
                yield _text(text, one, cues=(*words.cues[:i], lost, *words.cues[i + 1 :]))
            if rule == "cue-before-punctuation" and words.string[cue.at - 1] in ",;.":
                moved = replace(cue, at=cue.at - 1)
                yield _text(text, one, cues=(*words.cues[:i], moved, *words.cues[i + 1 :]))
            if rule == "note-without-cue" and cue.note not in {c.note for c in others}:
                yield _text(text, one, cues=others)
    if rule in ("number-out-of-order", "negotiation-number"):
        for i, one in enumerate(operatives[1:-1], 2):
            label = f"{i + 7}" if rule == "number-out-of-order" else f"{i} bis"
            yield lambda one=one, label=label: _with(text, replace(one, typed_label=label))
    if rule == "report-back" and case.session and case.organ == "A":
        for one in operatives:
            for match in re.finditer(r"(?<=Assembly at its )[a-z]+(?:-[a-z]+)?(?=\W+session)",
                                     one.text.string):  # fmt: skip
                past = ordinal_words(case.session - 1)
                change = reword(text, one.id, *match.span(), past)
                yield lambda change=change: apply(text, change)
    if rule == "empty-note":
        for note in text.notes:
            rows = tuple(Footnote(n.id, Text()) if n is note else n for n in text.notes)
            yield lambda rows=rows: replace(text, notes=rows)
    if rule == "later-mention-dated":
        seen: dict[str, str] = {}
        for one in case.body:
            for cited in find_citations(one.text.string, case.organ):
                if cited.date_range and cited.symbol not in seen:
                    seen[cited.symbol] = one.text.string[slice(*cited.date_range)]
                elif cited.symbol in seen and cited.date_range is None:
                    at = cited.number[1]
                    change = reword(text, one.id, at, at, f" of {seen[cited.symbol]}")
                    yield lambda change=change: apply(text, change)
    head = text.masthead
    if rule == "masthead-session" and head.session and head.session.isdigit():
        for step in (-2, -1, 1, 2):
            other = replace(head, session=str(int(head.session) + step))
            yield lambda other=other: replace(text, masthead=other)
    if rule == "masthead-symbol" and head.symbol:
        for wrong in (head.symbol.replace("/", " "), head.symbol.replace("RES", "REZ")):
            yield lambda wrong=wrong: replace(text, masthead=replace(head, symbol=wrong))


def main() -> int:
    """Print the table."""
    known = catalogue.load()
    cases: list[Case] = []
    for name in sys.argv[1:]:
        try:
            cases.append(Case(read_file(Path(name)), None, known))
        except DrafterError as fault:
            print(fault, file=sys.stderr)
    cases = [one for one in cases if one.adopted and one.organ in EDITED_ALIKE]
    before = {id(c): _found(c.resolution, known) for c in cases}
    print(f"Official texts: {len(cases)}\n\n| rule | mistakes | found | said beside |")
    print("|---|---|---|---|")
    total = [0, 0]
    for rule in rule_names():
        edits = [one for one in EDITS if one.rule == rule]
        ways = [
            (case, spoil)
            for case in cases
            for spoil in (
                *(s for edit in edits for s in places(case, edit)), *structure(case, rule),
            )
        ]  # fmt: skip
        random.Random(rule).shuffle(ways)
        ways = _spread(ways)
        beside: Counter[str] = Counter()
        hit = 0
        for case, spoil in ways:
            new = _found(spoil(), known) - before[id(case)]
            hit += any(name == rule for name, _ in new)
            beside.update({name for name, _ in new if name != rule})
        put = len(ways)
        total = [total[0] + put, total[1] + hit]
        also = ", ".join(f"{name} {n}" for name, n in beside.most_common())
        print(f"| {rule} | {put} | {hit} | {also} |")
    print(f"\nFound {total[1]} of {total[0]}.")
    return 0


def _spread(ways: list[Way]) -> list[Way]:
    """``TIMES`` of them, of one text no more than ``EACH`` while others have any."""
    taken: Counter[int] = Counter()
    first: list[Way] = []
    rest: list[Way] = []
    for way in ways:
        (first if taken[id(way[0])] < EACH else rest).append(way)
        taken[id(way[0])] += 1
    return (first + rest)[:TIMES]


def _found(text: Resolution, known: catalogue.Catalogue) -> set[tuple[str, str]]:
    """Rule and id of every finding; ids stay while the words they are about stay."""
    return {(one.rule, finding_id(text, one)) for one in check_resolution(text, catalogue=known)}


if __name__ == "__main__":
    raise SystemExit(main())
