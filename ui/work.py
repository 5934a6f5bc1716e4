"""The page one works on: header, outline, both texts, panels. Made for the first text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from drafter.edit.insertion import insert_clause
from drafter.model import Finding, Paragraph, Suggestion
from drafter.text.whole_words import whole_words
from ui.centre import Centre
from ui.editor.commands import Step
from ui.editor.mapping import end
from ui.findings import Findings, Found
from ui.header import Header
from ui.note_steps import cite
from ui.panels.checks import ChecksPanel
from ui.panels.clauses import ClausesPanel
from ui.panels.footnotes import FootnotesPanel
from ui.panels.masthead import MastheadPanel
from ui.panels.outline import Outline
from ui.panels.suggestions import SuggestionsPanel
from ui.pointing import Pointing, Where
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
        self._session, self._settings = session, settings
        self.findings = Findings(session, settings, self)
        self.header = Header()
        zoom = settings.number("zoom", 1.0)
        self.centre = Centre(session, self.findings, theme, zoom, settings)
        self.editor = self.centre.editor
        self.outline = Outline(session)
        self.suggestions = SuggestionsPanel(session)
        self.checks = ChecksPanel(session, self.findings)
        self.clauses = ClausesPanel(session)
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
            (self.checks, self.tr("Checks")),
            (self.clauses, self.tr("Clauses")),
            (self.footnotes, self.tr("Notes")),
            (self.masthead, self.tr("Masthead")),
        ):
            self.side.setTabToolTip(self.side.addTab(panel, name), name)
        bar = self.side.tabBar()
        bar.setUsesScrollButtons(False)
        bar.setElideMode(Qt.TextElideMode.ElideRight)
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
        Pointing(self.suggestions.tree, self.editor, self._place_of_suggestion)
        Pointing(self.checks.tree, self.editor, self._place_of_found)
        self.header.cycle_wanted.connect(self.cycle_wanted)
        self.header.export_wanted.connect(self.export_wanted)
        self.outline.chosen.connect(self.go_to_paragraph)
        self.editor.paragraph_changed.connect(self.outline.follow)
        self.suggestions.count_changed.connect(self._show_count)
        self.suggestions.draft_wanted.connect(self.editor.setFocus)
        self.checks.count_changed.connect(self._show_findings)
        self.checks.go_wanted.connect(self.go_to_finding)
        self.checks.rules_wanted.connect(self.show_rules)
        self.findings.chosen.connect(self._show_finding)
        self.side.currentChanged.connect(self._panel_changed)
        self.clauses.insert_wanted.connect(self.insert_clause)
        self.footnotes.go_to_cue.connect(self.go_to_cue)
        self.footnotes.insert_wanted.connect(self.note_wanted)
        self.footnotes.cite_wanted.connect(lambda note: cite(self.editor, note))
        self.centre.find_bar.note_wanted.connect(self.show_note)
        self._show_count(len(session.suggestions))
        self._show_findings(len(self.findings.open))

    def _restore(self, settings: Settings) -> None:
        if not self.splitter.restoreState(settings.bytes("splitter")):
            width = settings.number("width", 1280)
            outer = [int(min(340, max(150, width / 7))), int(min(420, max(290, width * 0.26)))]
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
        text = self.tr("Suggestions") + (f" {count}" if count else "")
        self.side.setTabText(self.side.indexOf(self.suggestions), text)

    def _show_findings(self, count: int) -> None:
        text = self.tr("Checks") + (f" {count}" if count else "")
        self.side.setTabText(self.side.indexOf(self.checks), text)

    def _panel_changed(self, _index: int = 0) -> None:
        """What is looked at in the panel that is in front is marked in the text."""
        panel = self.side.currentWidget()
        if panel is self.suggestions:
            self._show_suggestion(self.suggestions.current())
        elif panel is self.checks:
            one = self.checks.current()
            self._show_finding(one.finding if one else None)
        else:
            self.editor.choose(None)

    def _show_finding(self, finding: object) -> None:
        """Mark the words of a finding while its panel is in front."""
        if self.side.currentWidget() is not self.checks:
            return
        where = self._place_of(finding)
        if where is not None:
            name, start, end = where
            string = self._session.draft.text_of(name).string
            where = name, *whole_words(string, start, end)  # a lone sign would hardly be seen
        self._mark(where, holds_focus(self.checks))

    def _mark(self, where: Where | None, scroll: bool) -> None:
        if where is None:
            self.editor.choose(None)
        else:
            self.editor.choose(*where, scroll=scroll)

    def _place_of(self, finding: object) -> Where | None:
        if not isinstance(finding, Finding):
            return None
        return self._place(finding.target, finding.start, finding.end)

    def _place_of_found(self, found: object) -> Where | None:
        return self._place_of(found.finding) if isinstance(found, Found) else None

    def _place_of_suggestion(self, suggestion: object) -> Where | None:
        if not isinstance(suggestion, Suggestion):
            return None
        edit = edit_of(suggestion.change)
        return self._place(edit.target, edit.start, edit.end)

    def _place(self, target: str, start: int, end: int) -> Where | None:
        """Paragraph and range; what is in a footnote stands at its first cue."""
        draft = self._session.draft
        if target in draft.positions:
            return target, start, end
        where = first_cue(draft, target)
        return (where[0], max(0, where[1] - 1), where[1]) if where else None

    def _show_suggestion(self, suggestion: object) -> None:
        """Mark where a suggestion is; scroll there only for one who works in the list."""
        if self.side.currentWidget() is not self.suggestions:
            return
        if isinstance(suggestion, Suggestion):
            target = edit_of(suggestion.change).target
            if target in self._session.draft.notes_by_id:
                self.footnotes.select(target)
        self._mark(self._place_of_suggestion(suggestion), holds_focus(self.suggestions))

    # What is done

    def accept_suggestion(self) -> None:
        """Accept the suggestion that is looked at and show the next one."""
        self.suggestions.accept_current()
        self._look_at_next()

    def skip_suggestion(self) -> None:
        """Skip the suggestion that is looked at and show the next one."""
        self.suggestions.skip_current()
        self._look_at_next()

    def insert_clause(self, paragraph: Paragraph) -> None:
        """Put a clause in behind the paragraph of the caret, and the caret to its end."""
        draft = self._session.draft
        change, key = insert_clause(draft, self.editor.current_paragraph() or None, paragraph)
        caret = (key, end(paragraph.text))
        if self.editor.do(Step(change, caret), self.tr("Insert clause")):
            self.editor.ensure_paragraph_visible(key)
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rules(self) -> None:
        """Show which rules the checks hold a draft to."""
        from ui.preferences import RulesDialog

        RulesDialog(self.findings, self._settings, self).show()

    def _look_at_next(self) -> None:
        if self._session.suggestions:
            self.suggestions.takes_keys.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_suggestion(self.suggestions.current())

    @property
    def begins_with_suggestions(self) -> bool:
        """Whether the draft was just begun and its suggestions are there to be gone through."""
        session = self._session
        return session.path is None and not session.foreign and self.suggestions.isVisible()

    def take_keys(self) -> None:
        """Put the keys where the work begins: into the suggestions, else into the draft."""
        here = self.suggestions.takes_keys if self.begins_with_suggestions else self.editor
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    # Going about

    def show_panel(self, panel: QWidget, focus: QWidget) -> None:
        """Bring a panel to the front and put the keys into it."""
        self.side_wanted.emit()
        self.side.setCurrentWidget(panel)
        focus.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._panel_changed()

    def next_pane(self) -> None:
        """Put the keys into the next of outline, texts and panels."""
        side: dict[QWidget, QWidget] = {
            self.suggestions: self.suggestions.takes_keys,
            self.checks: self.checks.takes_keys,
            self.clauses: self.clauses.search,
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
        self.editor.setFocus()  # first: what the caret enters is looked at only where the keys are
        self.editor.put_caret(paragraph_id)
        self.editor.scroll_to(paragraph_id, 0.2)

    def go_to_finding(self, finding: Finding) -> None:
        """Put the caret to the words of a finding; a masthead's field is gone to in its form."""
        field = finding.target.removeprefix("masthead.")
        if finding.target.startswith("masthead.") and field in self.masthead.fields:
            self.show_panel(self.masthead, self.masthead.fields[field])  # type: ignore[index]
        elif finding.target in self._session.draft.notes_by_id:
            self.footnotes.select(finding.target)
            self.show_panel(self.footnotes, self.footnotes.edit)
        elif finding.target in self._session.draft.positions:
            self._session.show_requested.emit(finding.target)
            self.editor.setFocus()
            self.editor.put_caret(finding.target, finding.start)

    def step_finding(self, step: int) -> None:
        """Go from the caret to the next finding, or the one before, and show what it says."""
        self.findings.settle()
        one = self.findings.near(self._caret(), step, self.checks.current())
        if one is None:
            self._session.status.emit(self.tr("The checks find nothing."))
            return
        self.side_wanted.emit()
        self.side.setCurrentWidget(self.checks)
        self.checks.select(one.id)
        self.go_to_finding_words(one.finding)

    def settle_finding(self, act: Callable[[], None]) -> None:
        """Fix or dismiss the finding at the caret, else the one that is looked at."""
        one = self.findings.at(self._caret())
        if one is not None:
            self.checks.select(one.id)
        act()

    def go_to_finding_words(self, finding: Finding) -> None:
        """Put the caret to the words of a finding, or to the cue of its footnote."""
        where = self._place_of(finding)
        if where is not None:
            self._session.show_requested.emit(where[0])
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.editor.put_caret(where[0], where[1])

    def _caret(self) -> tuple[int, int]:
        """Position of the caret's paragraph, and the offset in it."""
        key, place = self.editor.selection().end
        return self._session.draft.positions.get(key, 0), place.offset

    def show_note(self, note_id: str, start: int, end: int) -> None:
        """Show a stretch of a footnote in its panel, the keys staying where they are."""
        self.side_wanted.emit()
        self.side.setCurrentWidget(self.footnotes)
        self.footnotes.select_words(note_id, start, end)

    def go_to_cue(self, note_id: str) -> None:
        """Put the caret behind the first cue of a note."""
        where = first_cue(self._session.draft, note_id)
        if where is not None:
            self.editor.setFocus()
            self.editor.put_caret(*where)


def holds_focus(widget: QWidget) -> bool:
    """Whether the keys go to something inside a widget."""
    focus = widget.window().focusWidget()
    return focus is not None and widget.isAncestorOf(focus)
