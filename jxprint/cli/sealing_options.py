"""The options by which a build is sealed, and a file checked by its seal."""

from __future__ import annotations

from pathlib import Path

import click

from jxprint.messages import text

_FILE = click.Path(path_type=Path)


def sealing_options(language: str) -> list[click.Option]:
    """Those of a build."""
    return [
        click.Option(["--seal"], is_flag=True, help=text("command.help.build_seal", language)),
        click.Option(["--manifest"], metavar="JSON", type=_FILE, help=text("command.help.build_manifest", language)),
        click.Option(["--sign"], metavar="FILE", type=_FILE, help=text("command.help.build_sign", language)),
    ]


def proving_options(language: str) -> list[click.Option]:
    """Those of a check."""
    return [
        click.Option(["--manifest"], metavar="JSON", type=_FILE, help=text("command.help.check_manifest", language)),
        click.Option(["--key"], metavar="FILE", type=_FILE, help=text("command.help.check_key", language)),
    ]
