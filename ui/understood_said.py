"""What is said of one paragraph: questions, repairs, tracked changes, comments."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from drafter.edit.corrections import open_cue, undo_repair
from drafter.model import Question, Resolution, labels
from ui.marked_up import said_by
from ui.words import shortened, target_words

ID = Qt.ItemDataRole.UserRole


class Said(QListWidget):
    """A list of it; an item's data is the question or repair."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What was mended or is asked here"))
        self.setToolTip(
            self.tr("U puts back what stood in the file; A accepts what is asked, L leaves it")
        )
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMaximumHeight(104)

    def fill(self, base: Resolution, draft: Resolution, target: str, left: Set[Question]) -> None:
        """Show what is said of a paragraph or footnote; ``left`` are questions left open."""
        self.clear()
        reading = base.reading
        for question in (one for one in reading.questions if one.target == target):
            done = question.rule == "stale-cue" and open_cue(base, question) is None
            sign = "✓" if done else "–" if question in left else "?"
            more = (
                self.tr("  Left as it stands.")
                if question in left
                else self._proposed(base, question)
            )
            item = QListWidgetItem(f"{sign} {question.message}{more}", self)
            item.setData(ID, question)
        for repair in (one for one in reading.repairs if one.target == target):
            may = undo_repair(base, draft, repair) is not None
            rule = repair.rule.replace("-", " ")
            words = f"{shortened(repair.before, 90)} → {shortened(repair.after, 90) or '∅'}"
            item = QListWidgetItem(f"{'↺' if may else '·'} {rule}:  {words}", self)
            item.setData(ID, repair)
        for one in (one for one in reading.revisions if one.target == target):
            did = self.tr("Inserted") if one.did == "insertion" else self.tr("Deleted")
            words = shortened(one.text.replace("\n", "¶"), 200)
            QListWidgetItem(f"± {did}: “{words}”  ({said_by(one)})", self)
        for remark in (one for one in reading.comments if one.target == target):
            QListWidgetItem(f"✎ {said_by(remark)}: {shortened(remark.text, 300)}", self)

    def _proposed(self, base: Resolution, question: Question) -> str:
        note = base.notes_by_id.get(question.proposal or "")
        if note is not None:
            label = target_words(note.id, labels(base))
            words = shortened(note.text.string, 90)
            return self.tr("  Proposed: %s, “%s”") % (label, words)
        return self.tr("  Proposed: “%s”") % question.proposal if question.proposal else ""
