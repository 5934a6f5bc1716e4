"""Checks: what an editor at the Secretariat would mark.

One rule a file in ``rules/``; each is a function from a ``Case`` to findings, names its source,
and gives a fix as a Change where one follows.
"""

from drafter.check.fixes import SAFE, fix_together
from drafter.check.identity import finding_id
from drafter.check.report import check_json
from drafter.check.run import RULES, Checked, check_again, check_resolution, rule_names

__all__ = [
    "RULES",
    "SAFE",
    "Checked",
    "check_again",
    "check_json",
    "check_resolution",
    "finding_id",
    "fix_together",
    "rule_names",
]
