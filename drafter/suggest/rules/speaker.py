"""An organ that recalls its own resolution says "its resolution". Official texts do both, so it
is asked. Source: DOMAIN rule 5; S3 to S2 ("as reaffirmed in")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.suggest.case import Case
from drafter.un import organs

_BEFORE = re.compile(
    r"(?:as reaffirmed in|(?:Recalling|Reaffirming|Reiterating|Recalls|Reaffirms)"
    r"(?: also| further| in particular)?,?) $"
)


def rule(case: Case) -> Iterable[Suggestion]:
    """ "Recalling General Assembly resolution 70/1" in a text of the Assembly."""
    name = organs.name_of(case.speaker)
    for paragraph in case.body:
        string = paragraph.text.string
        if name not in string:
            continue
        for finder, writer in case.library.finders("citations"):
            if [slot.type for slot in finder.slots] != ["organ", "cited"]:
                continue
            for match in finder.find(string):
                before = string[max(0, match.start - 60) : match.start].removesuffix("the ")
                if match.value("organ") != name or not _BEFORE.search(before):
                    continue
                own = case.library.get(writer.name.replace("of-organ", "own"))
                after = own.render({"cited": match.value("cited")})
                made = case.replace(
                    "speaker", "ask", paragraph.id, match.start, match.end, after,
                    f"The {name} speaking of its own resolution says “its resolution”.",
                )  # fmt: skip
                if made:
                    yield made
