"""A comparison to a file: PDF, page for a browser, Word table, picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from drafter.model import Comparison

_KINDS = (
    (".pdf", "PDF (*.pdf)"),
    (".docx", "Word table (*.docx)"),
    (".html", "Page for a browser (*.html)"),
    (".png", "Picture (*.png)"),
)


def ask_comparison_file(window: QWidget, folder: str, stem: str) -> Path | None:
    """Ask where to write a comparison; the kind of file chosen gives the extension."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("exporting", text)

    filters = {tr(words): suffix for suffix, words in _KINDS}
    name, chosen = QFileDialog.getSaveFileName(
        window,
        tr("Export the comparison"),
        str(Path(folder) / f"{stem} comparison.pdf"),
        ";;".join(filters),
    )
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in filters.values():
        return path
    return path.with_name(path.name + filters.get(chosen, ".pdf"))


def write_comparison(comparison: Comparison, path: Path) -> None:
    """Write a comparison by the extension of the file: .pdf, .png, .html or .docx.
    UnwritableFile where it cannot be written."""
    from drafter.workflow import export_comparison
    from ui.compare.picture import comparison_pdf, comparison_picture

    write = {".png": comparison_picture, ".pdf": comparison_pdf}.get(path.suffix.lower())
    (write or export_comparison)(comparison, path)
