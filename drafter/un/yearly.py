"""Bodies that meet once a year and report on each session, by the names texts give them.

Their sessions count on with the years (drafter.un.sessions); which body a short name ("the
Commission") stands for is told by its full name in the same text and by the session's number.
Source: the reports named in the catalogue's titles; for those not named there, general knowledge.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from drafter.un.dates import SPACE
from drafter.un.sessions import session_at

YEARLY = {
    "International Law Commission": "A/CN.4",
    "United Nations Commission on International Trade Law": "A/CN.9",
    "Committee on the Peaceful Uses of Outer Space": "A/AC.105",
    "Scientific and Technical Subcommittee": "A/AC.105/C.1",
    "Legal Subcommittee": "A/AC.105/C.2",
    "Committee for Programme and Coordination": "E/AC.51",
    "United Nations Scientific Committee on the Effects of Atomic Radiation": "A/AC.82",
    "Scientific Committee": "A/AC.82",
    "Executive Committee of the Programme of the United Nations High Commissioner for Refugees":
        "A/AC.96",
    "Executive Committee of the High Commissioner’s Programme": "A/AC.96",
    "Commission on the Status of Women": "E/CN.6",
    "Commission on Narcotic Drugs": "E/CN.7",
    "Commission on Population and Development": "E/CN.9",
    "Commission for Social Development": "E/CN.5",
    "Statistical Commission": "E/CN.3",
    "Commission on Science and Technology for Development": "E/CN.16",
    "United Nations Forum on Forests": "E/CN.18",
    "Permanent Forum on Indigenous Issues": "E/C.19",
    "Commission on Crime Prevention and Criminal Justice": "E/CN.15",
    "Committee of Experts on Public Administration": "E/C.16",
    "Committee for Development Policy": "E/CDP",
    "Committee on Information": "A/AC.198",
    "Committee on World Food Security": "CFS",
    "World Health Assembly": "WHA",
}  # fmt: skip
"""Codes of the bodies, by name."""
NAMES_PATTERN = "|".join(
    re.escape(name).replace(r"\ ", rf"{SPACE}+") for name in sorted(YEARLY, key=len, reverse=True)
)
"""Alternatives of a regular expression that match any of the names, the longest first."""


def session_in(code: str, year: int) -> int:
    """The session a yearly body holds in a year."""
    return int(session_at(code, dt.date(year, 6, 1)) or 0)


def stands_for(word: str, texts: Iterable[str], number: int, year: int, ahead: int) -> str | None:
    """Code of the yearly body that a short name stands for: the only one that ``texts`` name in
    full and whose session of ``year``, or up to ``ahead`` later, has this number.

    ("Commission", a text on crime prevention, 34, 2023, 3) -> "E/CN.15".
    """
    told = tuple(texts)
    found = {
        code
        for name, code in YEARLY.items()
        if word in name.split()
        and 0 <= number - session_in(code, year) <= ahead
        and any(name in text for text in told)
    }
    return found.pop() if len(found) == 1 else None
