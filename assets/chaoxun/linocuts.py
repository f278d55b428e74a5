"""The issue's pictures as linocuts: black blocks out of which light was cut, written as paths.

`python assets/chaoxun/linocuts.py` writes them into the pages of layout/chaoxun; it always makes the same files.
"""

from __future__ import annotations

from pathlib import Path

from harbour import harbour
from nets import nets
from night import ferry
from prints import pull
from racks import racks
from slipway import slipway

PAGES = Path(__file__).resolve().parents[2] / "layout" / "chaoxun"


def main() -> None:
    """Writes the files: two stay paths, the three of the group are pulled as pixels."""
    for name, drawn in (("harbour.svg", harbour()), ("ferry.svg", ferry())):
        (PAGES / "front" / name).write_text(drawn, encoding="utf-8", newline="\n")
    for name, drawn in (("racks.png", racks()), ("nets.png", nets()), ("slipway.png", slipway())):
        pull(drawn, PAGES / "inside" / name)


if __name__ == "__main__":
    main()
