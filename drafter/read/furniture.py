"""Page furniture: what is printed on a page and is no text; harvested for the masthead.

Source: ``domain/repairs.json`` of the shared material (E-05, E-21, E-22, E-26, E-27, E-42, E-44).
"""

from __future__ import annotations

import re

_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("rule-line", re.compile(r"^[_\-–—=─*~]{5,}$")),
    ("url-list", re.compile(r"^(?:https?://|www\.)\S+$")),
    ("ods-marker", re.compile(r"<<ODS [A-Z0-9 ]+>>")),
    ("comment-anchor", re.compile(r"^\[[A-Z]{1,4}\d{1,3}\]$")),
    ("page-number", re.compile(r"^(?:page )?\d{1,3}(?: ?(?:/|of) ?\d{1,3})?$", re.I)),
    (
        "job-number",
        re.compile(
            r"^(?:\d{1,3}/\d{1,3}\s+)?(?:V\.|GE\.|LC\.)?\d\d-\d{5}(?:\s+\([A-Z]\))?"
            r"(?:\s+\d{6})?(?:\s+\d{1,3}/\d{1,3})?$"
        ),
    ),
    ("barcode", re.compile(r"^\*\d{7}\*(?:\s*Please recycle.*)?$")),
    (
        "running-symbol",
        re.compile(
            r"^(?:[ASE]|UNEP|CAC|CTOC|FCCC)/[A-Z0-9.]+(?:/[A-Za-z0-9.()-]+)+(?: \(\d{4}\))?\*{0,2}$"
        ),
    ),
    ("please-recycle", re.compile(r"^Please recycle\W*$")),
)
_ODS = re.compile(r"<<ODS (?P<name>[A-Z0-9 ]+)>>(?P<value>[^<]*)<<ODS (?P=name)>>")
_JOB = re.compile(r"(?:V\.|GE\.)?\d\d-\d{5}")
_BEFORE_LABEL = re.compile(
    r"(?<=[a-z0-9)\]])(?=United Nations|General Assembly|Security Council|Economic and Social|"
    r"Human Rights Council|Distr\.:|Original:|Agenda item|Please recycle|"
    r"[A-Z][a-z]+(?:-[a-z]+)? session)|(?<=[a-z])(?=[AES]/(?:RES|C\.|CN\.|HRC|\d))"
)
ANCHOR = re.compile(r"\[[A-Z]{1,4}\d{1,3}\]")
"""A Word comment's mark as plain text: "[DU1]"."""


def furniture(string: str) -> str | None:
    """The rule by which a line is page furniture, or None."""
    plain = string.strip(" \t\xa0")
    return next((name for name, pattern in _RULES if pattern.search(plain)), None)


def harvest(string: str) -> dict[str, str]:
    """What a line of furniture states: "symbol", "job_number"."""
    found: dict[str, str] = {}
    for match in _ODS.finditer(string):
        value = match["value"].strip()
        if value and match["name"] == "JOB NO":
            found["job_number"] = value
        elif value and match["name"] == "DOC SYMBOL1":
            found["symbol"] = value
    if not found and furniture(string) == "running-symbol":
        found["symbol"] = string.strip(" *")
    elif not found and (job := _JOB.search(string)):
        found["job_number"] = job[0]
    return found


def parted(string: str) -> list[str]:
    """A run-on masthead in its parts: "United NationsA/RES/70/177General Assembly…" (E-26)."""
    return [part.strip() for part in _BEFORE_LABEL.split(string) if part.strip()]
