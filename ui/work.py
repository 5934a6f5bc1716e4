"""The page one works on: header, outline, both texts, panels. Made for the first text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from drafter.model import Suggestion
from ui.centre import Centre
from ui.header import Header
from ui.panels.footnotes import FootnotesPanel
from ui.panels.masthead import MastheadPanel
from ui.panels.outline import Outline
from ui.panels.suggestions import SuggestionsPanel
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme
from ui.words import edit_of, first_cue


class Work(QWidget):
    """Puts the parts around a draft together and goes between them."""

    cycle_wanted = Signal()
    export_wanted = Signal()
    note_wanted = Signal()
    side_wanted = Signal()
    """A panel is to be seen that may be folded away."""

    def __init__(
        self, session: Session, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.header = Header()
        self.centre = Centre(session, theme, settings.number("zoom", 1.0))
        self.editor = self.centre.editor
        self.outline = Outline(session)
        self.suggestions = SuggestionsPanel(session)
        self.footnotes = FootnotesPanel(session)
        self.masthead = MastheadPanel(session)
        self._lay_out()
        self._connect()
        self._restore(settings)
        self._show_cycle()

    def _lay_out(self) -> None:
        self.side = QTabWidget()
        self.side.setDocumentMode(True)
        self.side.setObjectName("side")
        for panel, name in (
            (self.suggestions, self.tr("Suggestions")),
            (self.footnotes, self.tr("Footnotes")),
            (self.masthead, self.tr("Masthead")),
        ):
            self.side.addTab(panel, name)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget, stretch in ((self.outline, 0), (self.centre, 1), (self.side, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setCollapsible(1, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        session = self._session
        session.base_changed.connect(self._show_cycle)
        session.cycle_changed.connect(self._show_cycle)
        session.suggestion_chosen.connect(self._show_suggestion)
        self.header.cycle_wanted.connect(self.cycle_wanted)
        self.header.export_wanted.connect(self.export_wanted)
        self.outline.chosen.connect(self.go_to_paragraph)
        self.editor.paragraph_changed.connect(self.outline.follow)
        self.suggestions.count_changed.connect(self._show_count)
        self.footnotes.go_to_cue.connect(self.go_to_cue)
        self.footnotes.insert_wanted.connect(self.note_wanted)
        self._show_count(len(session.suggestions))

    def _restore(self, settings: Settings) -> None:
        if not self.splitter.restoreState(settings.bytes("splitter")):
            width = settings.number("width", 1280)
            outer = [int(min(280, max(150, width / 9))), int(min(400, max(280, width / 6)))]
            self.splitter.setSizes([outer[0], int(width) - sum(outer), outer[1]])

    def remember(self, settings: Settings) -> None:
        """Keep sizes for the next start."""
        settings.set("splitter", self.splitter.saveState())

    # What is said

    def _show_cycle(self) -> None:
        session = self._session
        draft = session.draft if session.foreign else None
        self.header.show_cycle(session.base, session.cycle, draft)

    def _show_count(self, count: int) -> None:
        text = self.tr("Suggestions") + (f"  {count}" if count else "")
        self.side.setTabText(self.side.indexOf(self.suggestions), text)

    def _show_suggestion(self, suggestion: object) -> None:
        """Mark where a suggestion is; scroll there only for one who works in the list."""
        edit = edit_of(suggestion.change) if isinstance(suggestion, Suggestion) else None
        scroll = holds_focus(self.suggestions)
        draft = self._session.draft
        if edit is not None and edit.target in draft.positions:
            self.editor.choose(edit.target, edit.start, edit.end, scroll=scroll)
        elif edit is not None and edit.target in draft.notes_by_id:
            self.footnotes.select(edit.target)
            where = first_cue(draft, edit.target)
            if where is not None:
                self.editor.choose(where[0], max(0, where[1] - 1), where[1], scroll=scroll)
        else:
            self.editor.choose(None)

    # What is done

    def accept_suggestion(self) -> None:
        """Accept the suggestion that is looked at and show the next one."""
        self.suggestions.accept_current()
        self._look_at_next()

    def skip_suggestion(self) -> None:
        """Skip the suggestion that is looked at and show the next one."""
        self.suggestions.skip_current()
        self._look_at_next()

    def _look_at_next(self) -> None:
        self.suggestions.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_suggestion(self.suggestions.current())

    # Going about

    def show_panel(self, panel: QWidget, focus: QWidget) -> None:
        """Bring a panel to the front and put the keys into it."""
        self.side_wanted.emit()
        self.side.setCurrentWidget(panel)
        focus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_pane(self) -> None:
        """Put the keys into the next of outline, texts and panels."""
        side: dict[QWidget, QWidget] = {
            self.suggestions: self.suggestions.tree,
            self.footnotes: self.footnotes.list,
            self.masthead: self.masthead.fields["organ"],
        }
        panel = self.side.currentWidget()
        panes = [self.outline, self.centre.old, self.editor, panel]
        shown: list[QWidget] = [p for p in panes if p is not None and p.isVisible()]
        here = next((i for i, p in enumerate(shown) if p.hasFocus() or holds_focus(p)), -1)
        target = shown[(here + 1) % len(shown)]
        side.get(target, target).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_paragraph(self, paragraph_id: str) -> None:
        """Put the caret into a paragraph."""
        self.editor.put_caret(paragraph_id)
        self.editor.scroll_to(paragraph_id, 0.2)
        self.editor.setFocus()

    def go_to_cue(self, note_id: str) -> None:
        """Put the caret behind the first cue of a note."""
        where = first_cue(self._session.draft, note_id)
        if where is not None:
            self.editor.put_caret(*where)
            self.editor.setFocus()


def holds_focus(widget: QWidget) -> bool:
    """Whether the keys go to something inside a widget."""
    focus = widget.window().focusWidget()
    return focus is not None and widget.isAncestorOf(focus)
