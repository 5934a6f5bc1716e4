"""The form of a list of resolutions in a footnote: ascending, and each item in the same manner.

"2178 (2014) adopted on 24 September 2014, 2133 (2014) of 27 January 2014" is put in order, as a
question. Source: DOMAIN (S3 to S2: ascending, no "adopted on").
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.suggest.case import Case
from drafter.suggest.dating import dated_list
from drafter.suggest.pointers import pointer_lists
from drafter.suggest.wording import cited, date_of, listed, number_and_date, order


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
        dates = {one.symbol: one.date or date_of(case, one.symbol) for one in cites}
        words = [cited(case, s, dates[s] if dated_list(group) else None) for s in ascending]
        start, end = cites[0].number[0], number_and_date(cites[-1])[1]
        made = case.replace(
            "list-form", "ask", group.target, start, end, listed(case, words),
            "Lists of resolutions stand in ascending order, each in the same manner.",
        )  # fmt: skip
        if made:
            yield made
