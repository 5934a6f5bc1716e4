"""The saved draft, its recovery copies."""

from drafter.draft.draft import Draft, Version, begin
from drafter.draft.lock import Holder
from drafter.draft.place import ChangedMeanwhile, OpenElsewhere, Place
from drafter.draft.recovery import Recovery, RecoveryCopy, left_behind
from drafter.draft.storage import (
    SUFFIX,
    draft_bytes,
    draft_from_bytes,
    is_draft,
    load_draft,
    save_draft,
)

__all__ = [
    "SUFFIX", "ChangedMeanwhile", "Draft", "Holder", "OpenElsewhere", "Place", "Recovery",
    "RecoveryCopy", "Version", "begin", "draft_bytes", "draft_from_bytes", "is_draft",
    "left_behind", "load_draft", "save_draft",
]  # fmt: skip
