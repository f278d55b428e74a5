"""`--marks` and `--impose`: the press sheet that pages stand on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from jxprint.errors import Finding, UsageError
from jxprint.messages import text
from jxprint.profile import PROFILES

if TYPE_CHECKING:
    from jxprint.checker.imposed import Given
    from jxprint.cli.outputs import Asked
    from jxprint.model import Page
    from jxprint.press.asked import Mark, Press
    from jxprint.press.plan import Side

_WAYS = ("2up", "spreads")


class _Marks(click.ParamType["tuple[Mark, ...]"]):
    """A list of marks; what is none is told before anything else that the line lacks: a folder behind `--marks` is
    taken for its list.
    """

    name = "marks"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Mark, ...]:
        """See click.ParamType. Raises UsageError for a mark that there is none of."""
        from jxprint.press.asked import marks_named

        return marks_named(str(value))


def press_options(language: str) -> list[click.Option]:
    """Those of a build. `--marks` without a list is all of them."""
    marks = click.Option(
        ["--marks"],
        is_flag=False,
        flag_value="all",
        metavar="[LIST]",
        type=_Marks(),
        help=text("command.help.build_marks", language),
    )
    return [marks, impose_option(language, "command.help.build_impose")]


def impose_option(language: str, key: str) -> click.Option:
    """`--impose`, told of by the message `key`."""
    return click.Option(["--impose"], type=click.Choice(_WAYS), help=text(key, language))


def press_of(asked: Asked) -> Press:
    """What is asked of sheets."""
    from jxprint.press.asked import Press

    return Press(asked.marks or (), asked.impose or "")


def refuse_press(asked: Asked, form: str, apart: bool) -> None:
    """Raise UsageError for what cannot be together with a press sheet."""
    press = press_of(asked)
    option = "--marks" if press.marks else "--impose"
    if (press.marks or press.impose) and (form != "pdf" or asked.proof):
        raise UsageError(Finding("press.needs_pdf", args={"option": option}))
    profile = PROFILES[asked.profile]
    if press.impose and profile.sealed:
        others = tuple(row.name for row in PROFILES.values() if not row.sealed)
        args = {"option": "--impose", "profile": profile.name, "others": others}
        raise UsageError(Finding("press.sealed_profile", args=args))
    if press.impose and (apart or asked.sealing):
        raise UsageError(Finding("press.one_file", args={"option": "--impose"}))


def on_sheets(pages: Sequence[Page], sides: Sequence[Side]) -> list[Given]:
    """Pages as the check has them: by the sheets that they stand on, where they stand on any."""
    if not sides:
        return list(pages)
    from jxprint.press.plan import sides_of

    return [*sides_of(pages, sides)]


def labels_of(pages: Sequence[Page], sides: Sequence[Side]) -> list[list[str | None]]:
    """The numbers of the pages on each sheet, or their names, for machines; None for a half that stays white."""
    from jxprint.press.plan import sides_of

    said = ["-".join(map(str, page.numbers)) or page.name for page in pages]
    return [list(halves) for halves in sides_of(said, sides)]
