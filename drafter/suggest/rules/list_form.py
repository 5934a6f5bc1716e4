"""The form of a list of resolutions in a footnote: ascending, and each item in the same manner.

"2178 (2014) adopted on 24 September 2014, 2133 (2014) of 27 January 2014" is put in order. A list
that says more of an item than its number and date is left as it is. Source: DOMAIN (S3 to S2:
ascending, no "adopted on"); M: of 24 lists of three or more in the corpus's official texts none in
a note is out of order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from drafter.model import Suggestion
from drafter.suggest.case import Case
from drafter.suggest.dating import dated_list
from drafter.suggest.pointers import pointer_lists
from drafter.suggest.wording import cited, date_of, listed, number_and_date, order
from drafter.un.citations import Citation

_JOINS = re.compile(r"[\s,]*(?:as well as|and)?\s*(?:adopted on|of)?\s*")
"""What may stand between the numbers and dates of a plain list."""


def rule(case: Case) -> Iterable[Suggestion]:
    """Lists of three or more in a footnote that do not ascend."""
    for group in case.once(pointer_lists):
        cites = [item.citation for item in group.items]
        if not group.in_note or len(cites) < 3 or any(one.descriptor for one in cites):
            continue
        symbols = [one.symbol for one in cites]
        ascending = sorted(symbols, key=order)
        if symbols == ascending or len({one.organ for one in cites}) > 1:
            continue
        if not _plain(case.text(group.target), cites):
            continue
        dates = {one.symbol: one.date or date_of(case, one.symbol) for one in cites}
        words = [cited(case, s, dates[s] if dated_list(group) else None) for s in ascending]
        start, end = cites[0].number[0], number_and_date(cites[-1])[1]
        made = case.replace(
            "list-form", "likely", group.target, start, end, listed(case, words),
            "Lists of resolutions stand in ascending order, each in the same manner.",
        )  # fmt: skip
        if made:
            yield made


def _plain(string: str, cites: list[Citation]) -> bool:
    """Whether a list holds nothing but numbers, dates and the words that join them."""
    taken = sorted(r for one in cites for r in (one.number, one.date_range) if r)
    return all(_JOINS.fullmatch(string, before[1], after[0]) for before, after in pairwise(taken))
