"""`jxprint completion`: what a shell needs to complete commands, options and file names."""

from __future__ import annotations

import click

from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand
from jxprint.cli.streams import say

_SHELLS = ("bash", "zsh", "fish")


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "completion",
        language,
        "command.help.completion",
        run,
        [click.Argument(["shell"], metavar="|".join(_SHELLS), type=click.Choice(_SHELLS))],
    )


def run(session: Session, shell: str) -> None:
    """Print the shell's script; it asks this command again, through an environment variable, at each Tab."""
    from click.shell_completion import ShellComplete, get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # click has all of _SHELLS
    root = click.get_current_context().find_root().command
    # The base class's `source`: bash's own one starts a bash to ask its version, which is no help to another shell.
    say(ShellComplete.source(kind(root, {}, "jxprint", "_JXPRINT_COMPLETE")).rstrip("\n"))
