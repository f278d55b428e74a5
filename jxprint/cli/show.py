"""`jxprint show`: the placed page as text, or the figures of its typography."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jxprint.cli.answers import Progress, answer, answer_json, tell
from jxprint.cli.composed import composed
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.cli.streams import say
from jxprint.errors import Finding, UsageError
from jxprint.messages import one_line, text

if TYPE_CHECKING:
    from jxprint.placed import PlacedPage

# A number is no longer than this.
_NUMBER = 6
# Names of the figures in the catalogue, in the order in which they are told.
_NAMES = (
    "figures.lines",
    "figures.justified_lines",
    "figures.forbidden_starts",
    "figures.forbidden_ends",
    "figures.split_numbers",
    "figures.split_words",
    "figures.hyphenated_lines",
    "figures.rescued_lines",
    "figures.rescued_starts",
    "figures.rescued_ends",
    "figures.rescued_cuts",
    "figures.rescued_loose",
    "figures.rescued_short",
    "figures.rescued_unfilled",
    "figures.rescued_alone",
    "figures.uneven_lines",
    "figures.uneven_worst",
    "figures.pairs",
    "figures.pairs_squeezed",
    "figures.han_gap_p50",
    "figures.han_gap_p95",
    "figures.han_gap_p99",
    "figures.han_gap_max",
    "figures.widest_line",
    "figures.tightest_line",
    "figures.after_stop_max",
    "figures.grid_error_pt",
    "figures.legs",
    "figures.runts",
    "figures.lone_last_lines",
    "figures.widow_lines",
    "figures.orphan_lines",
)


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "show",
        language,
        "command.help.show",
        run,
        [
            click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path)),
            click.Option(["--typography"], is_flag=True, help=text("command.help.show_typography", language)),
            click.Option(["--evidence"], is_flag=True, help=text("command.help.show_evidence", language)),
            json_option(language),
        ],
    )


def run(session: Session, folder: Path, typography: bool, evidence: bool) -> None:
    """Compose the page and print what was decided."""
    if evidence:
        if typography:
            raise UsageError(Finding("evidence.shown_twice"))
        from jxprint.cli.joints import show_joints  # few pages have any

        show_joints(session, folder)
        return
    from jxprint.description.editions import orders_of

    with Progress() as progress:
        orders = orders_of([folder])

        def told(key: str, number: int, of: int) -> None:
            progress.step(text(key, session.language, number=number, of=of))

        placed, notes = composed(orders, told)
    tell(session, notes)
    if orders.numbers is None:
        _show(session, placed[0], typography)
        return
    if session.json:
        answer_json({"pages": [_as_dict(page, typography) for page in placed]})
        return
    for page in placed:
        answer(f"# {page.label} {page.title}")
        _show(session, page, typography)


def _as_dict(placed: PlacedPage, typography: bool) -> dict[str, Any]:
    if typography:
        from jxprint.placed.figures import typography as measure

        return measure(placed).as_dict()
    from msgspec import to_builtins

    found: dict[str, Any] = to_builtins(placed, enc_hook=str)
    return found


def _show(session: Session, placed: PlacedPage, typography: bool) -> None:
    if session.json:
        answer_json(_as_dict(placed, typography))
    elif typography:
        from jxprint.placed.figures import typography as measure

        figures = measure(placed).as_dict()
        for key in _NAMES:
            value = figures[key.partition(".")[2]]
            if value == "":
                continue  # no line to name
            told = f"{value:.3f}" if isinstance(value, float) else str(value)
            name = text(key, session.language)
            # A line of the page stands behind its name, a number before it.
            answer(f"{told:>6}  {name}" if len(told) <= _NUMBER else f"{'':>6}  {name}: {told}")
    else:
        from jxprint.writers.dump import dump

        say("\n".join(map(one_line, dump(placed).rstrip("\n").split("\n"))))
