"""The errors a person can do something about.

Each message is one sentence for a delegate: which file, what is wrong, what to do.
"""

from __future__ import annotations


class DrafterError(Exception):
    """A failure that is told to the person as it stands."""


class UnreadableFile(DrafterError):
    """An input cannot be read (exit status 3)."""


class UnwritableFile(DrafterError):
    """An output cannot be written; nothing at the destination was touched (exit status 4)."""


class Cancelled(DrafterError):
    """The person stopped the work; nothing was changed."""
