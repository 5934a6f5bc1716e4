"""Cross-references to paragraphs of the same text: "paragraph 12 above", "paragraphs 3 and 4 of the
present resolution". Source: Editorial Manual (references)."""

from __future__ import annotations

import re

from drafter.un.dates import SPACE

_S = f"{SPACE}+"
REFERENCE = re.compile(
    rf"\bparagraphs?{_S}(?P<first>\d{{1,4}})(?:(?:{_S}(?:and|to|or){_S}|,{_S}|–)(?P<second>\d{{1,4}}))?"
    rf"(?:{_S}\([a-z]\))?{_S}(?:above|below|(?:of|in){_S}the{_S}present{_S}resolution)\b"
)
"""``first`` and ``second`` are the numbers named."""
