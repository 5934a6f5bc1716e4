"""Every action of the window in one table: menu, words, keys, what it does.

Help ▸ Keyboard shortcuts shows this table; nothing else gives a key to anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True)
class Spec:
    """One action."""

    name: str
    menu: str
    text: str
    keys: str = ""
    """Keys as Qt writes them, several parted by "; "."""
    tip: str = ""
    needs_draft: bool = True
    checkable: bool = False
    apart: bool = False
    """Whether a line stands above it in the menu."""


TABLE: tuple[Spec, ...] = (
    Spec("open", "File", "&Open…", "Ctrl+O", "Open an earlier resolution or a saved draft", False),
    Spec("open_pair", "File", "Open another text as the &draft…", "",
         "Compare last cycle's text with a draft that was written elsewhere"),
    Spec("sample", "File", "Open the sa&mple", "", "A made-up resolution to look around", False),
    Spec("new_window", "File", "&New window", "Ctrl+N", "Another window for another draft", False),
    Spec("save", "File", "&Save", "Ctrl+S", "Save the draft", apart=True),
    Spec("save_as", "File", "Save &as…", "Ctrl+Shift+S", "Save the draft under another name"),
    Spec("versions", "File", "&Versions…", "Ctrl+Alt+V",
         "Keep the draft as a named version, compare versions, go back to one"),
    Spec("export", "File", "&Export…", "Ctrl+E", "Write the clean and the tracked Word file",
         apart=True),
    Spec("picture", "File", "Export the com&parison…", "",
         "Write both texts side by side as a PDF, a Word table, a page for a browser or a picture"),
    Spec("print", "File", "P&rint the draft…", "Ctrl+P", "Print the draft, its notes at the end",
         apart=True),
    Spec("print_comparison", "File", "Print the comparison…", "Ctrl+Shift+P",
         "Print both texts side by side"),
    Spec("preferences", "File", "Pre&ferences…", "Ctrl+,",
         "Name for Track Changes, colours, text, checks, templates", False, apart=True),
    Spec("close", "File", "&Close window", "Ctrl+W", "Close this window", False, apart=True),
    Spec("quit", "File", "&Quit", "Ctrl+Q", "Close every window", False),

    Spec("undo", "Edit", "&Undo", "Ctrl+Z", "Take the last step back"),
    Spec("redo", "Edit", "&Redo", "Ctrl+Shift+Z; Ctrl+Y", "Do it again"),
    Spec("cut", "Edit", "Cu&t", "Ctrl+X", "Cut what is selected", apart=True),
    Spec("copy", "Edit", "&Copy", "Ctrl+C", "Copy what is selected"),
    Spec("paste", "Edit", "&Paste", "Ctrl+V", "Paste words, italics and notes"),
    Spec("paste_plain", "Edit", "Paste &words only", "Ctrl+Shift+V", "Paste without italics"),
    Spec("select_all", "Edit", "Select &all", "Ctrl+A", "Select the whole draft"),
    Spec("italic", "Edit", "&Italic", "Ctrl+I", "Italic or upright", apart=True),
    Spec("find", "Edit", "&Find…", "Ctrl+F", "Look for words in the draft", apart=True),
    Spec("find_next", "Edit", "Find &next", "Ctrl+F3", "Go to the next match"),
    Spec("find_previous", "Edit", "Find pre&vious", "Ctrl+Shift+F3", "Go to the match before"),
    Spec("replace", "Edit", "R&eplace…", "Ctrl+H", "Look for words and put others in their place"),
    Spec("next_mistake", "Edit", "Next doubtful &word", "Alt+F7",
         "Go to the next word that may be misspelt; the menu key says what may be meant"),
    Spec("go_to", "Edit", "&Go to paragraph…", "Ctrl+G", "Go to a paragraph such as OP 12"),

    Spec("cycle", "Draft", "&Cycle…", "Ctrl+Shift+Y", "Organ, session and date of the new text"),
    Spec("catalogue", "Draft", "Ca&talogue…", "Ctrl+Shift+L",
         "Look up resolutions and series, add your own", False),
    Spec("accept_safe", "Draft", "&Accept all certain and likely", "Ctrl+Shift+A",
         "Accept every suggestion nobody needs to look at", apart=True),
    Spec("accept", "Draft", "A&ccept suggestion", "Ctrl+Return",
         "Accept the suggestion that is looked at"),
    Spec("skip", "Draft", "&Skip suggestion", "Ctrl+Shift+Return",
         "Skip the suggestion that is looked at"),
    Spec("offer_again", "Draft", "&Offer skipped suggestions again", "",
         "Put what was skipped back on the list"),
    Spec("next_finding", "Draft", "Ne&xt finding", "Ctrl+F8", "Go to what the checks find next",
         apart=True),
    Spec("previous_finding", "Draft", "Pre&vious finding", "Ctrl+Shift+F8",
         "Go to what the checks find before this"),
    Spec("fix_finding", "Draft", "Fix fi&nding", "Ctrl+.",
         "Do what the checks propose for the words at the caret"),
    Spec("dismiss_finding", "Draft", "Dismiss f&inding", "Ctrl+Shift+.",
         "Leave the words at the caret as they are"),
    Spec("move_up", "Draft", "Move paragraph &up", "Alt+Up", "Move the paragraph up", apart=True),
    Spec("move_down", "Draft", "Move paragraph &down", "Alt+Down", "Move the paragraph down"),
    Spec("demote", "Draft", "&Make sub-paragraph", "Ctrl+]", "One level deeper (Tab)"),
    Spec("promote", "Draft", "&Raise a level", "Ctrl+[", "One level up (Shift+Tab)"),
    Spec("as_preambular", "Draft", "Make &preambular", "Ctrl+1", "Turn into a preambular one"),
    Spec("as_operative", "Draft", "Make &operative", "Ctrl+2", "Turn into an operative one"),
    Spec("duplicate", "Draft", "Dup&licate paragraph", "Ctrl+D", "Insert a copy below"),
    Spec("delete_paragraph", "Draft", "Delete para&graph", "Ctrl+Shift+K",
         "Delete the whole paragraph"),
    Spec("insert_bis", "Draft", "Insert &bis paragraph", "Ctrl+Alt+B",
         "A paragraph behind this one that moves no other number: 5 bis, 5 ter", apart=True),
    Spec("insert_alt", "Draft", "Insert alternati&ve", "Ctrl+Alt+A",
         "An alternative to this paragraph: 5 alt"),
    Spec("renumber", "Draft", "Re&number for good", "",
         "Count all paragraphs anew: what was bis, ter and alt gets a number of its own"),
    Spec("settle_endings", "Draft", "Set &endings", "",
         "Commas, semicolons and the last full stop follow from the order of paragraphs"),
    Spec("settle_chains", "Draft", "Set also and furt&her", "",
         "Also and further follow from the order of equal openings"),
    Spec("insert_note", "Draft", "Insert &footnote", "Ctrl+Alt+F",
         "Insert a footnote at the caret", apart=True),
    Spec("cite_note", "Draft", "Cite a footnote a&gain…", "Ctrl+Alt+C",
         "Call a footnote that is there already at the caret"),
    Spec("note_jump", "Draft", "To the foo&tnote and back", "Ctrl+Alt+N",
         "From a cue to the footnote's words, and from there to the cue"),

    Spec("next_change", "Compare", "&Next change", "F8", "Go to the next change"),
    Spec("previous_change", "Compare", "&Previous change", "Shift+F8", "Go to the one before"),
    Spec("copy_back_words", "Compare", "Put the old &words back", "F7",
         "Put last cycle's words back for the change at the caret", apart=True),
    Spec("copy_back", "Compare", "Put the old p&aragraph back", "Shift+F7",
         "Put last cycle's words back for the whole paragraph"),
    Spec("hide_same", "Compare", "&Hide or show what is unchanged", "F9",
         "Show only what changed, or everything", apart=True),
    Spec("as_one", "Compare", "&Read both as one text", "F10",
         "One text with what went struck out and what came underlined; again for two"),
    Spec("refresh", "Compare", "&Compare again", "F5", "Work the comparison out anew", apart=True),
    Spec("two_files", "Compare", "&Two files…", "",
         "Compare any two files in a window of their own", False, apart=True),

    Spec("show_outline", "View", "&Outline", "Ctrl+Shift+1", "Show or fold the outline",
         checkable=True),
    Spec("show_side", "View", "S&ide panel", "Ctrl+Shift+2",
         "Show or fold suggestions, checks, clauses, footnotes, masthead", checkable=True),
    Spec("show_notes", "View", "Footnotes &below the texts", "Ctrl+Shift+3",
         "Show or fold the footnotes of both texts side by side", checkable=True),
    Spec("panel_suggestions", "View", "&Suggestions", "F2", "Go to the suggestions", apart=True),
    Spec("panel_checks", "View", "&Checks", "F12", "Go to what the checks find"),
    Spec("panel_clauses", "View", "Cla&uses", "F11", "Find a clause and insert it"),
    Spec("panel_footnotes", "View", "&Footnotes", "F3", "Go to the footnotes"),
    Spec("panel_masthead", "View", "&Masthead", "F4", "Go to the masthead"),
    Spec("rules", "View", "&Rules of the checks…", "", "Choose which rules drafts are held to"),
    Spec("next_pane", "View", "Next p&ane", "F6", "Go from outline to texts to panels",
         apart=True),
    Spec("theme_system", "View", "As the s&ystem", "", "Light or dark as the desktop is", False,
         checkable=True, apart=True),
    Spec("theme_light", "View", "&Light", "", "Dark letters on light paper", False, checkable=True),
    Spec("theme_dark", "View", "&Dark", "", "Light letters on dark paper", False, checkable=True),
    Spec("safe_colours", "View", "Colours for the colour-&blind", "",
         "Orange and blue in place of red and green", False, checkable=True),
    Spec("spelling", "View", "Sp&elling", "", "Mark words that may be misspelt", checkable=True,
         apart=True),
    Spec("zoom_in", "View", "Zoom &in", "Ctrl++; Ctrl+=", "Larger text", False, apart=True),
    Spec("zoom_out", "View", "Zoom &out", "Ctrl+-", "Smaller text", False),
    Spec("zoom_reset", "View", "&Normal size", "Ctrl+0", "Text at its normal size", False),

    Spec("guide", "Help", "User’s &guide", "F1", "How the work is done", False),
    Spec("shortcuts", "Help", "&Keyboard shortcuts", "Ctrl+F1", "Every key in one table", False),
    Spec("reading", "Help", "What was &understood", "", "How the file was read; correct it"),
    Spec("length", "Help", "Words and pa&ges", "Ctrl+Shift+G",
         "How many words and about how many pages the draft has"),
    Spec("log", "Help", "Show the &log", "", "The folder of the program's own notes on faults; "
         "they stay on this computer", False, apart=True),
    Spec("about", "Help", "&About Drafter", "", "Version and licence", False),
)  # fmt: skip

MENUS = ("File", "Edit", "Draft", "Compare", "View", "Help")


def tr(text: str) -> str:
    """Translate a string of this table."""
    return QCoreApplication.translate("actions", text)


class Actions:
    """The table as QActions in the menus of a window."""

    def __init__(self, window: QMainWindow, does: Mapping[str, Callable[[], object]]) -> None:
        self.by_name: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        for menu in MENUS:
            self.menus[menu] = window.menuBar().addMenu(tr(f"&{menu}"))
            self.menus[menu].setToolTipsVisible(True)
        for spec in TABLE:
            action = QAction(tr(spec.text), window)
            action.setObjectName(spec.name)
            action.setCheckable(spec.checkable)
            if spec.keys:
                action.setShortcuts([QKeySequence(key) for key in spec.keys.split("; ")])
            keys = f" ({spec.keys.split('; ')[0]})" if spec.keys else ""
            action.setToolTip(tr(spec.tip) + keys)
            action.setStatusTip(tr(spec.tip))
            if spec.name in does:
                act = does[spec.name]
                action.triggered.connect(lambda _=False, act=act: act())
            if spec.apart:
                self.menus[spec.menu].addSeparator()
            self.menus[spec.menu].addAction(action)
            self.by_name[spec.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def enable(self, has_draft: bool) -> None:
        """Grey out what needs a draft while there is none."""
        for spec in TABLE:
            if spec.needs_draft:
                self.by_name[spec.name].setEnabled(has_draft)


def shortcut_rows() -> list[tuple[str, str, str]]:
    """Menu, words and keys of every action that has keys."""
    return [
        (tr(s.menu), tr(s.text).replace("&", "").rstrip("…"), s.keys.replace("; ", "  or  "))
        for s in TABLE
        if s.keys
    ]
