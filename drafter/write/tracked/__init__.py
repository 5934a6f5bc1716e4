"""Track Changes in last cycle's own Word file.

How the rooms of this package follow each other: ``units`` decides which paragraphs stay, move,
come or go; ``script`` says what to do to the words of each (on the model alone); ``site`` and
``places`` find old paragraphs and their words in the file; ``planning`` turns a script into what
happens to each piece of the file and ``editing`` does it; ``arranging`` puts in, moves and takes
away whole paragraphs (``paragraphs``, in the form that ``forms`` finds) and ``tables``; ``labels``
are the typed numbers, ``letters`` those of parts, ``cues`` the footnotes, ``links`` the addresses
behind cited symbols; ``export`` calls them in order.
"""

from __future__ import annotations

from drafter.write.tracked.export import build_tracked, tracked_bytes, write_tracked

__all__ = ["build_tracked", "tracked_bytes", "write_tracked"]
