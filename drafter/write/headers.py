"""Masthead, running headers and footers: six parts of a Word file."""

from __future__ import annotations

from drafter.model import Resolution
from drafter.ooxml.fresh_package import XML
from drafter.ooxml.fresh_xml import NAMESPACES, content, field, paragraph, run, spacing, words
from drafter.un.dates import format_date
from drafter.write.form import Form, balanced, distribution, issue_date, organs_of
from drafter.write.layout import (
    FOOTER_GRID,
    HEADER_GRID,
    MASTHEAD_BODY,
    MASTHEAD_GRID,
    MASTHEAD_TOP,
    TEXT_WIDTH,
)

_THIN = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_THICK = (
    '<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/>'
)
_SMALL = '<w:b w:val="0"/><w:sz w:val="14"/>'
_RIGHT = '<w:jc w:val="right"/>'


def masthead(resolution: Resolution, form: Form) -> str:
    """The first page's header: a table with the United Nations' name, symbol, organ and date.

    The place of the emblem, left of the organ, stays empty: it is not ours to ship.
    """
    facts = resolution.masthead
    symbol = facts.symbol or ""
    head, slash, rest = symbol.partition("/")
    lowered = '<w:position w:val="-4"/>'
    letters = words(head, lowered + '<w:sz w:val="40"/>') + words(slash + rest, lowered)
    name = '<w:b w:val="0"/><w:spacing w:val="2"/><w:w w:val="96"/>'
    top = _row(
        MASTHEAD_TOP,
        _cell(MASTHEAD_GRID[0], _THIN, _blank(spacing(after=120)), bottom=True),
        _cell(
            MASTHEAD_GRID[1],
            _THIN,
            paragraph(words("United Nations", name), "HCh", spacing(after=80)),
            bottom=True,
        ),
        _cell(MASTHEAD_GRID[2], _THIN, _blank(spacing(after=120)), bottom=True),
        _cell(
            sum(MASTHEAD_GRID[3:]),
            _THIN,
            paragraph(
                letters, None, spacing(after=80, line='w:line="240" w:lineRule="auto"') + _RIGHT
            ),
            span=4,
            bottom=True,
        ),
    )
    date = issue_date(facts, form)
    original = facts.original_language or ("English" if form == "draft" else None)
    right = paragraph(words(distribution(facts, form)), "Publication", spacing(before=240))
    right += paragraph(words(format_date(date) if date else ""), "Publication")
    right += paragraph("", "Publication")
    if original:
        right += paragraph(words(f"Original: {original}"), "Original")
    organ = paragraph(words(organs_of(facts, form)[0]), "XLarge", spacing(before=109))
    body = _row(
        MASTHEAD_BODY,
        _cell(MASTHEAD_GRID[0], _THICK, _blank(spacing(before=120))),
        _cell(sum(MASTHEAD_GRID[1:4]), _THICK, organ, span=3),
        _cell(MASTHEAD_GRID[4], _THICK, _blank(spacing(before=109))),
        _cell(MASTHEAD_GRID[5], _THICK, right),
        after=MASTHEAD_GRID[6],
    )
    tail = paragraph("", "Header", '<w:rPr><w:sz w:val="2"/></w:rPr>')
    return _part("hdr", _table(MASTHEAD_GRID, top + body) + tail)


def running_header(resolution: Resolution, *, even: bool) -> str:
    """Symbol at the outer edge, title at the inner one, a thin rule under both."""
    bold = "<w:b/>"
    symbol = words(resolution.masthead.symbol or "", bold)
    lines = balanced(" ".join(resolution.title.split()))
    title = run("<w:br/>".join(content(line) for line in lines), bold) if lines else ""
    low = spacing(after=80)
    if even:
        grid = HEADER_GRID
        cells = (
            _cell(grid[0], "", paragraph(symbol, "Header", low), bottom=True),
            _cell(grid[1], "", paragraph(title, "Header", low + _RIGHT), bottom=True),
        )
    else:
        grid = HEADER_GRID[::-1]
        cells = (
            _cell(grid[0], "", paragraph(title, "Header", low), bottom=True),
            _cell(grid[1], "", paragraph(symbol, "Header", low + _RIGHT), bottom=True),
        )
    rule = '<w:bottom w:val="single" w:sz="2" w:space="0" w:color="000000"/>'
    table = _table(grid, _row(MASTHEAD_TOP, *cells), rule)
    return _part("hdr", table + paragraph("", "Header"))


def running_footer(resolution: Resolution, *, even: bool) -> str:
    """Page x of y at the outer edge, the job number at the inner one."""
    page = field("PAGE  \\* Arabic", "2") + words("/") + field("NUMPAGES  \\* Arabic", "2")
    job = words(_job(resolution), _SMALL)
    left, right = (page, job) if even else (job, page)
    cells = (
        _cell(FOOTER_GRID[0], "", paragraph(left, "Footer")),
        _cell(FOOTER_GRID[1], "", paragraph(right, "Footer", _RIGHT)),
    )
    return _part("ftr", _table(FOOTER_GRID, _row(None, *cells)) + paragraph("", "Footer"))


def first_footer(resolution: Resolution) -> str:
    """The job number and its language; bar code and emblem of recycling are the printer's."""
    number = resolution.masthead.job_number or ""
    return _part("ftr", paragraph(words(number), "ReleaseDate0") + paragraph("", "Footer"))


def _job(resolution: Resolution) -> str:
    return (resolution.masthead.job_number or "").split(" (")[0]


def _blank(properties: str) -> str:
    return paragraph("", "Header", properties)


def _cell(width: int, borders: str, inside: str, *, span: int = 1, bottom: bool = False) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    edges = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    align = '<w:vAlign w:val="bottom"/>' if bottom else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{edges}{align}</w:tcPr>'
        f"{inside}</w:tc>"
    )


def _row(height: int | None, *cells: str, after: int = 0) -> str:
    rest = ""
    if after:
        rest = f'<w:gridAfter w:val="1"/><w:wAfter w:w="{after}" w:type="dxa"/>'
    exact = f'<w:trHeight w:hRule="exact" w:val="{height}"/>' if height else ""
    properties = f"<w:trPr>{rest}{exact}</w:trPr>" if rest or exact else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _table(grid: tuple[int, ...], rows: str, borders: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{max(sum(grid), TEXT_WIDTH)}" w:type="dxa"/>{edges}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{rows}</w:tbl>"
    )


def _part(root: str, inside: str) -> str:
    return f"{XML}<w:{root} {NAMESPACES}>{inside}</w:{root}>"
