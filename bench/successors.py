"""How many successors of cited resolutions are found, over the whole catalogue, without any texts.

    python bench/successors.py [--verbose]

Each Assembly resolution from the seventy-fourth session on whose very title comes again in a later
session, once in it, is cited by a made-up text of its day; two years on, the newest of that title
is what should take its place (or the one before, where the newest is too fresh). Successors of
another title are counted apart and listed with ``--verbose``: a title may change while the line
goes on, and a person reads them.

Then the predecessor: of three texts of one title in a row, a made-up second one recalls the first;
drafted for the session of the third, it should recall itself.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from drafter.model import Cycle, Kind, Masthead, Paragraph, Resolution, Text  # noqa: E402
from drafter.suggest import accepted, suggest_updates  # noqa: E402
from drafter.suggest.case import Case, settled  # noqa: E402
from drafter.suggest.latest import later  # noqa: E402
from drafter.suggest.library import load_library  # noqa: E402
from drafter.un import catalogue  # noqa: E402
from drafter.un.citations import dated_form, find_citations  # noqa: E402

ON = dt.timedelta(days=2 * 365 + 60)


def found(known: catalogue.Catalogue, entry: catalogue.Entry, by: dt.date) -> str | None:
    """What takes the place of a resolution that a text of its day cites, by a date."""
    cited = dated_form(entry.symbol, entry.date, "Recalling its resolution")
    text = Resolution(
        (
            Paragraph("p1", Kind.TITLE, Text("Harbours")),
            Paragraph("p2", Kind.PREAMBULAR, Text(f"{cited},")),
        ),
        masthead=Masthead(symbol="A/RES/999", date=entry.date),
    )
    cycle = Cycle("A", str(by.year - 1945), by)
    case = Case(text, settled(text, cycle), known, load_library())
    rows = later(case, case.citations["p2"][0])
    return rows[-1] if rows else None


def measure(known: catalogue.Catalogue, verbose: bool = False) -> str:
    """One line: how many come again, how many of them are found, how many are wrong."""
    entries = [e for s in range(74, 81) for e in known.of_session("A", str(s))]
    titles: dict[str, list[catalogue.Entry]] = defaultdict(list)
    for entry in entries:
        if "/RES/" in entry.symbol and entry.title:
            titles[re.sub(r"\W", "", entry.title.lower())].append(entry)
    again = right = wrong = changed = 0
    for same in titles.values():
        sessions = [entry.session for entry in same]
        if len(sessions) != len(set(sessions)):
            continue
        for entry in same:
            by = entry.date + ON
            if known.last_date and by > known.last_date:
                continue
            truth = [e.symbol for e in same if entry.date < e.date <= by]
            got = found(known, entry, by)
            again += bool(truth)
            right += got in truth[-2:]
            if got and got not in truth[-2:]:
                changed += not truth
                wrong += bool(truth)
                if verbose:
                    print(entry.short, entry.title, "→", got, known.get(got).title)  # type: ignore
            elif truth and not got and verbose:
                print("missed", entry.short, entry.title, "→", truth[-1])
    return (
        f"Of {again} resolutions whose title came again within two years, {right} successors are "
        f"found ({right / again:.3f}), {wrong} wrong; {changed} more where the title changed."
    )


_RECITALS = (
    "Recalling {},",
    "Recalling all its previous resolutions on the question, including {},",
)


def measure_own(known: catalogue.Catalogue, verbose: bool = False) -> str:
    """One line: in how many made-up texts the predecessor gives way to the text itself."""
    titles: dict[str, list[catalogue.Entry]] = defaultdict(list)
    for session in range(74, 81):
        for entry in known.of_session("A", str(session)):
            if "/RES/" in entry.symbol and entry.title:
                titles[re.sub(r"\W", "", entry.title.lower())].append(entry)
    rows = right = 0
    for same in titles.values():
        same.sort(key=lambda entry: entry.date)
        if len({entry.session for entry in same}) != len(same):
            continue
        for first, own, third in zip(same, same[1:], same[2:], strict=False):
            for recital in _RECITALS:
                rows += 1
                got = _recalled(known, recital, first, own, third)
                right += got == {own.symbol}
                if got != {own.symbol} and verbose:
                    print("predecessor", first.short, own.short, own.title, "→", *got)
    return (
        f"Of {rows} made-up texts that recall the one before, {right} recall themselves a cycle "
        f"on ({right / rows:.3f})."
    )


def _recalled(
    known: catalogue.Catalogue, recital: str, first: catalogue.Entry, own: catalogue.Entry,
    third: catalogue.Entry,
) -> set[str]:  # fmt: skip
    """What a text recalls when all that is certain and likely was accepted."""
    words = recital.format(dated_form(first.symbol, first.date, "its resolution"))
    text = Resolution(
        (
            Paragraph("p1", Kind.TITLE, Text(own.title)),
            Paragraph("p2", Kind.SPEAKER, Text("The General Assembly,")),
            Paragraph("p3", Kind.PREAMBULAR, Text(words)),
        ),
        masthead=Masthead("General Assembly", own.symbol, date=own.date),
    )
    cycle = Cycle("A", third.session or "", third.date - dt.timedelta(days=3))
    new, _ = accepted(text, suggest_updates(text, cycle, known), "likely")
    return {one.symbol for one in find_citations(new.text_of("p3").string)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    print(measure(catalogue.load(), options.verbose))
    print(measure_own(catalogue.load(), options.verbose))
