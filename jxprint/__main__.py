"""`python -m jxprint` is the command `jxprint`."""

from __future__ import annotations

import os


def begin() -> None:
    """The process; who interrupts it while the command line is still being loaded gets its exit code as well."""
    try:
        from jxprint.cli import command

        command()
    except KeyboardInterrupt:
        os._exit(130)  # jxprint.interrupts.exit_code, which may not be there yet


if __name__ == "__main__":
    begin()
