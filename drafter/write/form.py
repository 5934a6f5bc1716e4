"""What a text is written as: adopted or draft, and the lines above it that follow from that."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from drafter.model import Kind, Masthead, Resolution
from drafter.un import organs
from drafter.un.sessions import session_phrase

Form = Literal["draft", "adopted"]
_ADOPTED = re.compile(r"/RES/(?:S-|ES-)?\d[\d/ A-Z()-]*$")
_JOB = re.compile(r"(\d\d)(\d{5})([A-Z])?")
_NUMBER = re.compile(r"^(?:A|E)/RES/(S-\d+|ES-\d+|\d+)/(\d+)(?: [A-Z](?:-[A-Z])?)?$")


def form_of(resolution: Resolution) -> Form:
    """Adopted where the text says when it was adopted, or its symbol is a resolution's."""
    told = any(p.kind in (Kind.ADOPTION, Kind.CLOSING) for p in resolution.paragraphs)
    symbol = resolution.masthead.symbol or ""
    return "adopted" if told or _ADOPTED.search(symbol) else "draft"


def title_number(masthead: Masthead) -> str | None:
    """The number before an adopted title: "72/194" of A/RES/72/194, "2018/14" of E/RES/2018/14.

    The letter of a part ("72/258 B") stands on a line of its own under the title.
    """
    match = _NUMBER.match(masthead.symbol or "")
    return f"{match[1]}/{match[2]}" if match else None


def part_letter(section: str) -> str | None:
    """The letter that stands above a part ("A", "B"), by its paragraphs' section."""
    head = section.split(".")[0]
    return head if len(head) == 1 and head.isupper() else None


def organs_of(masthead: Masthead, form: Form) -> tuple[str, str]:
    """The principal organ, printed large, and the one under it that meets: ("Economic and Social
    Council", "Commission on Narcotic Drugs"), for drafts also ("General Assembly", "Third
    Committee")."""
    organ = masthead.organ or ""
    tabled = organs.organ_of_symbol(masthead.symbol or "") or ""
    code = organs.code_of(organ) or tabled
    principal = code.split("/")[0]
    if code and principal != code and principal in ("A", "E"):
        return organs.name_of(principal), organs.name_of(code)
    committee = ""
    if form == "draft":
        committee = masthead.committee or ""
        if not committee and tabled.startswith(f"{code}/C."):
            committee = organs.name_of(tabled)
    return organ or (organs.name_of(code) if code else ""), committee


def session_line(masthead: Masthead) -> str:
    """ "Seventy-second session", "2018 session", "Eleventh emergency special session"."""
    session = (masthead.session or "").strip()
    if not session:
        return ""
    try:
        phrase = session_phrase(session)
    except ValueError:
        return session
    return phrase[:1].upper() + phrase[1:]


def agenda_line(masthead: Masthead) -> str:
    """ "Agenda item 107", "Agenda items 20 (b) and 98"."""
    item = (masthead.agenda_item or "").strip()
    if not item:
        return ""
    several = len(re.findall(r"\b\d+\b", item)) > 1
    return f"Agenda item{'s' if several else ''} {item}"


def distribution(masthead: Masthead, form: Form) -> str:
    """ "Distr.: General" for what is adopted, "Distr.: Limited" for a draft, unless it is said."""
    stated = (masthead.distribution or "").removeprefix("Distr.:").strip()
    return f"Distr.: {stated or ('Limited' if form == 'draft' else 'General')}"


def issue_date(masthead: Masthead, form: Form) -> dt.date | None:
    """The date in the masthead: of issue; a draft's date is that of its issue."""
    return masthead.issued or (masthead.date if form == "draft" else None)


def job_number(stated: str) -> str:
    """As footers print it: "17-46299 (E)" for the "1746299E" of a file's properties."""
    match = _JOB.fullmatch(stated)
    if match is None:
        return stated
    language = f" ({match[3]})" if match[3] else ""
    return f"{match[1]}-{match[2]}{language}"


def balanced(title: str, width: int = 73) -> list[str]:
    """A title in lines of about equal length, at most ``width`` characters, for running heads."""
    words = title.split()
    count = max(1, -(-len(" ".join(words)) // width))
    while words:
        target = len(" ".join(words)) / count
        lines = [""]
        for word in words:
            longer = f"{lines[-1]} {word}".strip()
            too_long = len(lines) < count and abs(len(longer) - target) > abs(
                len(lines[-1]) - target
            )
            if lines[-1] and (len(longer) > width or too_long):
                lines.append(word)
            else:
                lines[-1] = longer
        if len(lines) <= count or all(len(line) <= width for line in lines):
            return lines
        count += 1
    return []
