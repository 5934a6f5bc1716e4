"""The Word package: parts, run atoms, notes, revisions; maps text offsets to runs and back."""
