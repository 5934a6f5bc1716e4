"""Where a resolution of the Human Rights Council is printed: the supplement of the Assembly's
records that holds it.

Resolutions of the spring and summer sessions stand in Supplement No. 53 of the Assembly session
that opens that year, those of the autumn session in No. 53A (Add.1). Source: the footnotes of
78/210 and 80/213 (34/8 of March 2017: A/72/53; 51/24 of October 2022: A/77/53/Add.1).
"""

from __future__ import annotations

import re

from drafter.suggest.case import Case
from drafter.suggest.wording import date_of
from drafter.un.sessions import same_style
from drafter.un.symbols import parse_symbol

_RECORDS = re.compile(r"(?:See )?Official Records of the General Assembly|Ibid\., [A-Z]", re.I)


def printed_in(case: Case, symbol: str, before: str) -> str | None:
    """The footnote of a Human Rights Council resolution that stands behind another such note;
    None for what is not printed there. The chapter is left to a person."""
    parsed, date = parse_symbol(symbol), date_of(case, symbol)
    if parsed is None or parsed.organ != "A/HRC" or date is None or not _RECORDS.match(before):
        return None
    session = date.year - 1945
    autumn = date.month >= 9
    values = {
        "session": same_style(str(session), "First"),
        "supplement": "53A" if autumn else "53",
        "symbol": f"A/{session}/53" + ("/Add.1" if autumn else ""),
    }
    return case.library.render("footnotes/ibid-official-records", **values)
