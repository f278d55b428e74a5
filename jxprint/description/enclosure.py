"""Files that a page names: they stand in the page's own folder, whatever links and dots say."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jxprint.description.tables import Table


def root_of(folder: Path) -> str:
    """How every path begins that leads into the folder, whatever links and dots say."""
    return os.path.join(os.path.realpath(folder), "")


def enclosed(table: Table, key: str, folder: Path, root: str) -> Path | None:
    """The file that `key` names inside the page's folder, or None with a finding; it may not exist yet. `root` is the
    folder's own (see `root_of`).

    A page that somebody else made must not pull a stranger's file into print.
    """
    name = table.words(key)
    if name is None:
        return None
    if not name.strip() or "\0" in name:
        table.wrong("page.empty_value", key, key=key)
        return None
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        table.wrong("page.name_not_in_locale", key, name=name, encoding=sys.getfilesystemencoding())
        return None
    path = folder / name
    # Not strict: a file that is missing, or links in a circle, are told by whoever opens the file.
    inside = os.path.realpath(path).startswith(root)
    # A Windows path is no path here; it is refused by the same words instead of being looked for.
    if not inside or "\\" in name or Path(name).is_absolute():
        table.wrong("page.outside", key, name=name)
        return None
    return path
