"""`python -m jxprint` is the command `jxprint`."""

from __future__ import annotations

from jxprint.cli import command

command()
