"""The rules, one file each; the earlier keep their words where two would change the same."""

from drafter.suggest.case import Rule
from drafter.suggest.rules import (
    most_recent,
    predecessor,
    sessions,
    successors,
)

RULES: tuple[Rule, ...] = (
    sessions.rule,
    most_recent.rule,
    predecessor.rule,
    successors.rule,
)
"""In the order of precedence."""
