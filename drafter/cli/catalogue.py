"""``drafter catalogue``: the list of known resolutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from drafter.cli.base import UNREADABLE, say, show_json

if TYPE_CHECKING:
    from drafter.un.catalogue import Entry


@click.group("catalogue")
def catalogue_() -> None:
    """The list of known resolutions."""


@catalogue_.command("info")
@click.option("--json", "as_json", is_flag=True)
def catalogue_info(as_json: bool) -> None:
    """How many are known, up to when, from where."""
    from drafter.un import catalogue

    known = catalogue.load()
    info = {"entries": known.size, "last_date": str(known.last_date), "from": known.provenance}
    if as_json:
        show_json(info)
    else:
        click.echo(f"{known.size} entries, adopted up to {known.last_date}. {known.provenance}")


@catalogue_.command("find")
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True)
def catalogue_find(words: tuple[str, ...], as_json: bool) -> None:
    """Resolutions whose titles hold these words."""
    from drafter.un import catalogue

    for entry in catalogue.load().find(" ".join(words)):
        _show_entry(entry, as_json)


@catalogue_.command("show")
@click.argument("symbol")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def catalogue_show(context: click.Context, symbol: str, as_json: bool) -> None:
    """One resolution and the others of its series."""
    from drafter.un import catalogue

    known = catalogue.load()
    entry = known.get(symbol) or known.get(f"A/RES/{symbol}")
    if entry is None:
        say(f"{symbol} is not in the catalogue; `drafter catalogue find` searches titles.")
        context.exit(UNREADABLE)
    _show_entry(entry, as_json)
    if entry.series:
        for other in known.members(entry.series):
            if other.symbol != entry.symbol:
                _show_entry(other, as_json)


@catalogue_.command("import")
@click.argument("files", nargs=-1, required=True)
def catalogue_import(files: tuple[str, ...]) -> None:
    """Add resolutions from the UN's JSON lines or a CSV with named columns."""
    from drafter.un import catalogue

    known = catalogue.load()
    for file in files:
        say(f"{known.import_file(file)} entries from {file}")


def _show_entry(entry: Entry, as_json: bool) -> None:
    if as_json:
        found = {
            name: getattr(entry, name) for name in ("symbol", "organ", "title", "session", "series")
        }
        show_json({**found, "date": str(entry.date)}, indent=None)
    else:
        click.echo(
            f"{entry.symbol}  {entry.date.year if entry.year_only else entry.date}  {entry.title}"
        )
