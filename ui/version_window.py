"""Two texts side by side, to be read only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from drafter.model import Resolution
from ui.compare.sides import CompareView
from ui.editor.view import ResolutionView
from ui.theme import Theme, text_style


class VersionWindow(QMainWindow):
    """Shows what became of one text in another."""

    def __init__(
        self,
        texts: tuple[Resolution, Resolution],
        names: tuple[str, str],
        theme: Theme,
        zoom: float,
        parent: QWidget | None = None,
    ) -> None:
        from drafter.compare import compare_resolutions

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{names[0]}  →  {names[1]}")
        style = text_style(theme, zoom)
        views = ResolutionView(style=style), ResolutionView(style=style)
        for view, text, name in zip(views, texts, names, strict=True):
            view.set_resolution(text)
            view.setAccessibleName(name)
        self.compare = CompareView(*views, theme)
        for caption, name in zip(self.compare.captions, names, strict=True):
            caption.setText(name)
        self.compare.show_comparison(compare_resolutions(*texts))
        self.compare.dress(theme, zoom)
        self.setCentralWidget(self.compare)
        self.statusBar().addWidget(self.compare.status, 1)
        self.resize(1100, 760)
