"""Findings as the command line prints them (shared contract, CLI "check")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drafter.check.run import check_resolution
from drafter.model import (
    Change,
    Cycle,
    Finding,
    Group,
    ReplaceText,
    Resolution,
    SetEmphasis,
    SetMasthead,
    labels,
)
from drafter.un.catalogue import Catalogue


def check_json(
    resolution: Resolution,
    path: str,
    cycle: Cycle | None = None,
    catalogue: Catalogue | None = None,
) -> dict[str, Any]:
    """What ``drafter check --json`` prints for one file."""
    return findings_json(resolution, path, check_resolution(resolution, cycle, catalogue))


def findings_json(resolution: Resolution, path: str, findings: Iterable[Finding]) -> dict[str, Any]:
    """The same of findings already made."""
    names = labels(resolution)
    return {
        "schema": 1,
        "path": path,
        "findings": [
            {
                "rule": one.rule,
                "severity": one.severity,
                "paragraph": names.get(one.target, one.target),
                "start": one.start,
                "end": one.end,
                "message": one.message,
                "source": one.source,
                "fix": _fix(resolution, one.fix),
            }
            for one in findings
        ],
    }


def _fix(resolution: Resolution, change: Change | None) -> dict[str, str] | None:
    """Before and after of a fix in words; of several changes the first is shown."""
    if isinstance(change, Group) and change.changes:
        return _fix(resolution, change.changes[0])
    if isinstance(change, ReplaceText):
        return {"before": change.before.string, "after": change.after.string}
    if isinstance(change, SetMasthead):
        return {"before": str(change.before or ""), "after": str(change.after or "")}
    if isinstance(change, SetEmphasis):
        string = resolution.text_of(change.target).string
        return {
            "before": " … ".join(string[a:b] for a, b in change.before),
            "after": " … ".join(string[a:b] for a, b in change.after),
        }
    return None
