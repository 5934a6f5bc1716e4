"""What stands above a text: symbol, session, agenda item, dates, gathered from lines and metadata.

Sources: DOMAIN "Structure"; the mastheads of 353 official Word files.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from drafter.model import Masthead
from drafter.read.submitters import submitters_of
from drafter.un import dates, organs, sessions, symbols

_SYMBOL = re.compile(
    r"(?<![\w/])(?:A|S|E|ST|LC|CAC|CTOC|UNEP|FCCC|HSP|T|TD)/(?:[A-Z0-9.()\-]+/)*"
    r"[A-Z0-9.()\-]+(?:/(?:Rev|Add|Corr)\.\d+)*(?: \([12]\d{3}\))?(?: [A-Z](?:-[A-Z])?(?![\w]))?"
)
_SESSION = re.compile(
    r"^(?:Resumed )?(?P<session>.{3,60}? session|\d{4} session)(?:, (?:resumed|reconvened).*)?$",
    re.I,
)
_AGENDA = re.compile(r"^(?:Provisional )?[Aa]genda items? (?P<item>.+)$", re.DOTALL)
_ITEM = re.compile(
    r"\d{1,3}(?:[\s\xa0]\([a-z]{1,2}\))*(?:(?:,|,? and| to|[–-])[\s\xa0]*(?:\d{1,3}|\([a-z]{1,2}\))"
    r"(?:[\s\xa0]\([a-z]{1,2}\))*)*"
)
_DISTRIBUTION = re.compile(r"Distr\.:\s*(?P<kind>General|Limited|Restricted|Provisional)")
_ORIGINAL = re.compile(
    r"Original:\s*(?P<language>(?:Arabic|Chinese|English|French|Russian|Spanish)(?:(?:/|, | and )"
    r"(?:Arabic|Chinese|English|French|Russian|Spanish))*)"
)
_ADOPTED = re.compile(
    r"\badopted\b.{0,200}?\bon[\s\xa0]+(?P<date>\d{1,2}[\s\xa0]+[A-Z][a-z]+[\s\xa0]+\d{4})",
    re.DOTALL,
)
_ADOPTED_BY = re.compile(r"adopted by the (?P<organ>.{4,80}?) (?:on|at)\b")
_COMMITTEE = re.compile(r"\[?on the (?:report|recommendation) of the (?P<name>[^([]+?)\s*[\[(]")
_BEGINS = re.compile(
    r"(?:United Nations|(?P<organ>General Assembly|Security Council|Economic and Social Council|"
    r"Human Rights Council))\s*(?P<rest>(?:[A-Z]+/|Distr\.).+)"
)


class MastheadBuilder:
    """Takes lines as they come and keeps what they say; what was said first stays."""

    def __init__(self) -> None:
        self.found = Masthead()
        self._printed = False
        """Whether the symbol is one that is printed, not only stated in the file's properties."""

    def _set(self, **values: object) -> bool:
        new = {k: v for k, v in values.items() if v and not getattr(self.found, k)}
        if new:
            self.found = replace(self.found, **new)  # pyright: ignore[reportArgumentType]
        return bool(new)

    def properties(self, stated: dict[str, str]) -> None:
        """What the file states of itself, where its text does not say so."""
        self.session(stated.get("session", ""))
        self.agenda_item(stated.get("agenda_item", ""))
        self.line(stated.get("distribution", ""))
        self.line(stated.get("adoption", ""))
        self._set(organ=organ_name(stated.get("organ", "")), job_number=stated.get("job_number"))
        self._set(original_language=stated.get("original_language"))
        if stated.get("date"):
            self._set(date=dates.parse_date(stated["date"]))

    def symbol(self, string: str) -> bool:
        """A line that is a document symbol."""
        match = _SYMBOL.fullmatch(string.strip(" *\xa0\t").replace("\xa0", " "))
        if match is None:
            return False
        self._printed |= self._set(symbol=match[0])
        return True

    def stated_symbol(self, string: str) -> None:
        """The symbol in the file's properties, which tell the parts of a resolution best; but the
        properties may be left over from another file, and then what is printed is believed."""
        match = _SYMBOL.fullmatch(string.strip(" *\xa0\t").replace("\xa0", " "))
        symbol = self.found.symbol
        if match is not None and (symbol is None or _same_number(symbol, match[0])):
            self.found = replace(self.found, symbol=match[0])

    def session(self, string: str) -> bool:
        """A line that names the session: "Seventieth session", "2018 session"."""
        plain = string.strip(" *\xa0\t,").replace("\xa0", " ")
        match = _SESSION.fullmatch(plain)
        session = sessions.parse_session(match["session"]) if match else None
        self._set(session=session)
        return session is not None

    def agenda_item(self, string: str) -> bool:
        """A line that names the agenda item, with its title where that stands there too."""
        match = _AGENDA.match(string.strip(" *\xa0\t"))
        if match is None:
            return False
        item = _ITEM.match(match["item"])
        if item is None:
            return False
        title = match["item"][item.end() :].strip(" *\xa0\t\n.:")
        self._set(agenda_item=" ".join(item[0].split()), agenda_title=title or None)
        return True

    def agenda_title(self, string: str) -> None:
        """A line under the agenda item: the item's title, or more of it."""
        before = self.found.agenda_title
        title = " ".join(f"{before or ''} {string}".split())
        self.found = replace(self.found, agenda_title=title or None)

    def submitters(self, string: str) -> None:
        """The line of those who submit a draft."""
        self._set(submitters=submitters_of(string))

    def line(self, string: str) -> bool:
        """A line above the text; whether it was understood as part of the masthead."""
        plain = " ".join(string.replace("\xa0", " ").split()).strip("* ")
        if not plain:
            return False
        if plain.lower() in ("united nations", "original: english", "general assembly"):
            self._set(organ="General Assembly" if plain.lower().startswith("general") else None)
            if not plain.lower().startswith("original"):
                return True
        if match := _BEGINS.match(plain):
            # "United Nations A/RES/70/177", "Security Council Distr.: General" in one line
            self._set(organ=organ_name(match["organ"] or ""))
            plain = match["rest"]
        known = self.symbol(plain) or self.session(plain) or self.agenda_item(plain)
        if match := _DISTRIBUTION.search(plain):
            self._set(distribution=match["kind"])
            known = True
        if match := _ORIGINAL.search(plain):
            self._set(original_language=match["language"])
            known = True
        if match := _ADOPTED_BY.search(plain):
            self._set(organ=organ_name(match["organ"]))
        if match := _ADOPTED.search(plain):
            self._set(date=dates.parse_date(match["date"]))
        if match := _COMMITTEE.search(plain):
            self._set(committee=match["name"].strip())
        if " " in plain and (code := organs.code_of(plain)) is not None:
            if self.found.organ and "/" in code and self.found.organ != organs.name_of(code):
                self._set(committee=organs.name_of(code))
            self._set(organ=organs.name_of(code))
            known = True
        if dates.parse_date(plain) is not None:
            self._set(issued=dates.parse_date(plain))
            known = True
        return known

    def closing(self, string: str) -> None:
        """The closing lines: meeting and date of adoption."""
        for line in string.splitlines():
            self._set(date=dates.parse_date(line.strip(" \xa0")))

    def title_number(self, number: str, parts: str) -> None:
        """The number before the title ("70/177", "2015/22") where no symbol was found."""
        symbol = self.found.symbol
        if symbol is None or not (self._printed or re.search(rf"/{re.escape(number)}\b", symbol)):
            organ = organs.code_of(self.found.organ or "")
            if organ is None:
                organ = "E" if re.match(r"(?:19|20)\d\d/", number) else "A"
            stem = "A/HRC/RES" if organ == "A/HRC" else f"{organ.split('/')[0]}/RES"
            printed = f"{stem}/{number}{' ' + parts if parts else ''}"
            self.found = replace(self.found, symbol=printed)
            self._printed = True

    def finished(self) -> Masthead:
        """The masthead; organ and session follow from the symbol where they were not said."""
        found = self.found
        if found.symbol and (code := organs.organ_of_symbol(found.symbol)):
            found = _of_symbol(found, code)
        if found.symbol and found.session is None:
            parsed = symbols.parse_symbol(found.symbol)
            if parsed is not None and parsed.session:
                found = replace(found, session=_session(parsed.organ, parsed.session))
        if found.date is None:
            found = replace(found, date=found.issued)
        return found


def _same_number(one: str, other: str) -> bool:
    """Whether two symbols are of one resolution, or of it and a part: "…/258" and "…/258 B"."""
    return one.split(" ")[0] == other.split(" ")[0]


def _of_symbol(found: Masthead, code: str) -> Masthead:
    """The organ by the symbol: a Main Committee drafts for the Assembly, another body for itself,
    though its documents bear the parent organ's name ("A/HRC/…" under "General Assembly")."""
    stated = organs.code_of(found.organ or "")
    if code.startswith("A/C.") or code == "A/SPC":
        found = replace(found, committee=found.committee or organs.name_of(code))
        code = "A"
    related = stated is not None and stated in (organs.parent_of(code), *_committees(code))
    if stated is None or (stated != code and related):
        found = replace(found, organ=organs.name_of(code))
    return found


def _committees(code: str) -> list[str]:
    """The Main Committees of an organ, whose names stand in its drafts."""
    return [other for other in organs.ORGANS if other.startswith(f"{code}/C.")]


def _session(organ: str, stated: str) -> str | None:
    """A session by a symbol: the year in a commission's symbol stands for its numbered session."""
    if organ == "S":
        return None
    if len(stated) == 4 and organ not in ("E", "A"):
        return sessions.session_at(organ, dt.date(int(stated), 6, 1)) or stated
    return stated


def organ_name(name: str) -> str | None:
    """The full name of an organ, or None where it is none that is known."""
    code = organs.code_of(name)
    return organs.name_of(code) if code else None
