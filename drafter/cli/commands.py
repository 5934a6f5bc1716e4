"""The commands."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any, Literal

import click

from drafter import __version__
from drafter.cli.base import (
    DATE,
    FOUND_ERRORS,
    JSON,
    UNREADABLE,
    asked_cycle,
    cycle_options,
    keep_apart,
    say,
    show_json,
    window,
    writing_options,
)
from drafter.cli.catalogue import catalogue_
from drafter.errors import DrafterError


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="drafter")
@click.pass_context
def cli(context: click.Context) -> None:
    """Turn last cycle's United Nations resolution into this cycle's draft.

    Without a command, opens the window.
    """
    if context.invoked_subcommand is None:
        context.exit(window().open([]))


@cli.command("open")
@click.argument("files", nargs=-1)
@click.pass_context
def open_(context: click.Context, files: tuple[str, ...]) -> None:
    """Open the window, with these files."""
    context.exit(window().open(list(files)))


@cli.command("read")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--view",
    type=click.Choice(["final", "original", "markup"]),
    default="final",
    help="Which state of tracked changes; markup: the final one, with every change shown.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, a line a file.")
@click.pass_context
def read_(context: click.Context, files: tuple[str, ...], view: str, as_json: bool) -> None:
    """What each file was understood to be."""
    from drafter.workflow import read_many

    failed = False
    for report in read_many(files, partial(_read_report, view=view)):
        failed |= "error" in report
        if as_json:
            show_json(report, indent=None)
        elif "error" not in report:
            click.echo(_understood(report, markup=view == "markup"))
        if "error" in report:
            say(report["error"])
    context.exit(UNREADABLE if failed else 0)


@cli.command("compare")
@click.argument("old")
@click.argument("new")
@click.option("--json", "as_json", is_flag=True)
@click.option("-o", "--output", help="OUT.html, .docx, .pdf or .png")
def compare_(old: str, new: str, as_json: bool, output: str | None) -> None:
    """What became what between two texts, and which words changed."""
    from drafter import workflow
    from drafter.compare import comparison_json

    keep_apart(output, old, new)
    comparison = workflow.compare(workflow.open_any(old), workflow.open_any(new))
    if output is not None:
        suffix = Path(output).suffix.lower()
        if suffix in (".png", ".pdf"):
            getattr(window(), f"comparison_{'picture' if suffix == '.png' else 'pdf'}")(
                comparison, output
            )
        else:
            workflow.export_comparison(comparison, output)
        say(f"wrote {output}")
    if as_json:
        show_json(comparison_json(comparison))
    elif output is None:
        counts = comparison.counts()
        click.echo(" · ".join(f"{n} {kind}" for kind, n in counts.items() if n))


@cli.command("suggest")
@click.argument("file")
@cycle_options
@click.option("--json", "as_json", is_flag=True)
def suggest_(file: str, as_json: bool, **options: Any) -> None:
    """What last cycle's text needs for this cycle."""
    from drafter import workflow
    from drafter.suggest import suggestions_json
    from drafter.un import catalogue

    base = workflow.open_any(file)
    cycle = asked_cycle(base, options)
    found = workflow.suggest(base, cycle, catalogue.load())
    report = suggestions_json(base, cycle, found)
    if as_json:
        show_json(report)
        return
    for one in report["suggestions"]:
        click.echo(
            f"{one['paragraph'] or one.get('field', '')}  [{one['confidence']}] {one['rule']}"
        )
        click.echo(f"    {one['before']!r} -> {one['after']!r}")
        click.echo(f"    {one['reason']}")
    click.echo(f"{report['left_to_you']['paragraphs']} paragraphs are yours to write.")


@cli.command("update")
@click.argument("file")
@cycle_options
@click.option("--accept", type=click.Choice(["certain", "likely"]), default="likely")
@click.option("-o", "--output", required=True, help="The clean draft, .docx")
@click.option("--tracked", help="The official file with every change tracked, .docx")
@click.option("--author", default="", help="Author of the tracked changes.")
@writing_options
def update_(
    file: str,
    accept: Literal["certain", "likely"],
    output: str,
    tracked: str | None,
    author: str,
    moves: Literal["move", "delete"],
    numbers: str,
    paper: Literal["letter", "a4"],
    form: Literal["draft", "adopted"] | None,
    **options: Any,
) -> None:
    """The main job: read, suggest, accept, and write the draft clean and tracked."""
    from drafter import workflow
    from drafter.un import catalogue

    keep_apart(output, file, tracked)
    keep_apart(tracked, file)
    base = workflow.open_any(file)
    cycle = asked_cycle(base, options)
    done = workflow.update(base, cycle, catalogue.load(), accept)
    written = workflow.ExportOptions(moves, numbers == "follow", paper, form)
    told = workflow.export(done.draft.text, output, options=written)
    say(f"wrote {output}: {len(done.taken)} of {len(done.suggestions)} suggestions accepted.")
    if tracked is not None:
        told += workflow.export(
            done.draft.text, tracked, against=base, author=author, options=written
        )
        say(f"wrote {tracked}: every change is in Track Changes.")
    for sentence in dict.fromkeys(told):
        say(sentence)


@cli.command("check")
@click.argument("files", nargs=-1, required=True)
@cycle_options
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, a line a file.")
@click.pass_context
def check_(context: click.Context, files: tuple[str, ...], as_json: bool, **options: Any) -> None:
    """What an editor at the Secretariat would mark."""
    from drafter.workflow import read_many

    status = 0
    asked = options if any(options.values()) else None
    for report in read_many(files, partial(_check_report, options=asked)):
        if "error" in report:
            status = UNREADABLE
        elif status == 0 and any(f["severity"] == "error" for f in report["findings"]):
            status = FOUND_ERRORS
        if as_json:
            show_json(report, indent=None)
        elif "error" not in report:
            for f in report["findings"]:
                click.echo(f"{report['path']}: {f['paragraph']}: {f['severity']}: {f['message']}")
        if "error" in report:
            say(report["error"])
    context.exit(status)


@cli.command("export")
@click.argument("file")
@click.option("-o", "--output", required=True, help=".docx, .pdf, .html, .txt or .resolution")
@click.option("--against", help="Last cycle's text.")
@click.option("--tracked", is_flag=True, help="Every change from it in Track Changes, on its file.")
@click.option("--author", default="", help="Author of the tracked changes.")
@click.option("--date", type=DATE, help="Date of the tracked changes.")
@writing_options
def export_(
    file: str,
    output: str,
    against: str | None,
    tracked: bool,
    author: str,
    date: dt.date | None,
    moves: Literal["move", "delete"],
    numbers: str,
    paper: Literal["letter", "a4"],
    form: Literal["draft", "adopted"] | None,
) -> None:
    """Write a text; with --against and --tracked, on the old text's official file."""
    from drafter import workflow
    from drafter.write import libreoffice

    suffix = Path(output).suffix.lower()
    if tracked and against is None:
        raise click.UsageError("--tracked needs --against OLD")
    if against is not None and not tracked and suffix != ".resolution":
        raise click.UsageError("--against needs --tracked, or a .resolution to keep OLD in")
    keep_apart(output, file, against)
    text = workflow.open_any(file)
    old = workflow.open_any(against) if against is not None else None
    when = dt.datetime.combine(date, dt.time(), dt.UTC) if date else None
    if suffix == ".pdf" and not tracked and libreoffice() is None:
        window().resolution_pdf(text, output)
        told = ("The footnotes stand behind the text, since LibreOffice is not installed.",)
    else:
        told = workflow.export(
            text, output, against=old if tracked or suffix == ".resolution" else None,
            author=author, date=when,
            options=workflow.ExportOptions(moves, numbers == "follow", paper, form),
        )  # fmt: skip
    say(f"wrote {output}")
    for sentence in told:
        say(sentence)


cli.add_command(catalogue_)


def _read_report(path: str, view: str) -> JSON:
    from drafter.read.report import reading_json
    from drafter.workflow import open_any

    try:
        text = open_any(path, view="original" if view == "original" else "final")
    except DrafterError as error:
        return {"path": path, "error": str(error)}
    return reading_json(text, path)


def _check_report(path: str, options: JSON | None) -> JSON:
    from drafter.check import check_json
    from drafter.un import catalogue
    from drafter.workflow import open_any, work_out_cycle

    try:
        text = open_any(path)
        cycle = work_out_cycle(text, **options)[0] if options else None
        return check_json(text, path, cycle, catalogue.load())
    except DrafterError as error:
        return {"path": path, "error": str(error)}


def _understood(report: JSON, *, markup: bool) -> str:
    kinds = [p["kind"] for p in report["paragraphs"]]
    head = report["masthead"]
    parts = [
        f"{kinds.count('preambular')} preambular",
        f"{kinds.count('operative')} operative",
        f"{len(report['footnotes'])} footnotes",
    ]
    for name in ("repairs", "questions", "warnings"):
        if report[name]:
            parts.append(f"{len(report[name])} {name}")
    lines = [f"{report['path']}: {head['symbol'] or report['format']}: {report['title']}"]
    lines.append("    " + ", ".join(parts))
    lines += [f"    {w['message']}" for w in (*report["questions"], *report["warnings"])]
    for one in (*report["revisions"], *report["comments"]) if markup else ():
        who = " ".join(filter(None, (one["author"] or "somebody", one["date"])))
        did = {"insertion": "inserted", "deletion": "deleted"}.get(one.get("change"), "remarks")
        words = one["text"].replace("\n", "¶")
        lines.append(f"    {one['label']}: {who} {did} “{words}”")
    return "\n".join(lines)
