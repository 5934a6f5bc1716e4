"""Last cycle's text beside the draft that is being written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from drafter.model import Change, Comparison, ReplaceText
from ui.compare.sides import CompareView
from ui.editor.editor import DraftEditor
from ui.editor.view import ResolutionView
from ui.session import Session
from ui.theme import Theme

__all__ = ["ComparePane", "CompareView"]


class ComparePane(CompareView):
    """Follows a session: what is typed is seen at once, the comparison when it is worked out."""

    def __init__(
        self,
        session: Session,
        editor: DraftEditor,
        old_view: ResolutionView,
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(old_view, editor, theme, parent)
        self._session, self._editor = session, editor
        self.links.can_copy_back = True
        session.base_changed.connect(self._loaded)
        session.draft_changed.connect(self._edited)
        session.comparison_changed.connect(self._compared)
        session.show_requested.connect(lambda key: self.folding.unfold_paragraph(1, key))
        editor.paragraph_changed.connect(self._caret_went)
        self.problem.connect(session.status)
        self._loaded()

    # Following the session

    def _loaded(self) -> None:
        session = self._session
        if self.views[0].resolution is not session.base:
            self.views[0].set_resolution(session.base)
        found = session.comparison
        self.show_comparison(found or Comparison(session.base, session.draft, ()))

    def _compared(self) -> None:
        if self._session.comparison is not None:
            self.show_comparison(self._session.comparison)

    def _edited(self, change: Change) -> None:
        draft = self._session.draft
        if not self.scene.comparison.rows:
            return
        if isinstance(change, ReplaceText) and change.target in draft.positions:
            self.scene.follow_typing(
                draft, change.target, change.start, len(change.before), len(change.after)
            )
        elif draft.positions.keys() != self.scene.comparison.new.positions.keys() or any(
            a.id != b.id
            for a, b in zip(draft.paragraphs, self.scene.comparison.new.paragraphs, strict=False)
        ):
            self.scene.follow_structure(draft)
            self.folding.apply()

    def _caret_went(self, paragraph_id: str) -> None:
        self.folding.unfold_paragraph(1, paragraph_id)
        if self._editor.window().focusWidget() is self._editor:
            self.scene.choose(self.scene.row_of(1, paragraph_id))

    def _put_caret(self, row: int) -> None:
        """The caret goes to the first changed words of the row, without scrolling."""
        for key in self.scene.row(row).new:
            if key in self._session.draft.positions:
                marks = self.scene.marks(1, key)
                value = self._editor.verticalScrollBar().value()
                self._editor.put_caret(key, marks[0].start if marks else 0)
                if self._editor.verticalScrollBar().value() != value:
                    self.navigation.go(row)
                return

    # Putting the old words back

    def copy_back(self, row: int = -1) -> bool:
        """Put last cycle's words back for a row, or for the one the caret is in."""
        from drafter.edit.restore import restore_row

        comparison = self._settled()
        if row < 0:
            wanted = comparison.by_new.get(self._editor.current_paragraph())
        else:
            shown = self.scene.row(row)
            wanted = next(
                (r for r in comparison.rows if (r.old, r.new) == (shown.old, shown.new)), None
            )
        if wanted is None:
            return False
        return self._do(restore_row(comparison, wanted), self.tr("Put the paragraph back"))

    def copy_back_words(self) -> bool:
        """Put last cycle's words back for the one change at the caret."""
        from drafter.edit.restore import restore_words

        comparison = self._settled()
        key, place = self._editor.selection().start
        change = restore_words(comparison, key, place.offset)
        return self._do(change, self.tr("Put the old words back"))

    def _settled(self) -> Comparison:
        """The comparison of the draft as it is now, worked out at once where it is not known."""
        session = self._session
        found = session.comparison
        if found is None or found.new is not session.draft or found.old is not session.base:
            from drafter.compare import compare_resolutions

            found = compare_resolutions(session.base, session.draft)
        return found

    def _do(self, change: Change | None, name: str) -> bool:
        if change is None:
            self.problem.emit(self.tr("Nothing was changed here."))
            return False
        return self._session.do(change, name)
