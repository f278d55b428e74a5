"""Files that a page names: they stand in the page's own folder, whatever links and dots say."""

from __future__ import annotations

import os
import stat
import sys
import unicodedata
from pathlib import Path, PureWindowsPath

from jxprint.description.tables import Table
from jxprint.errors import Finding
from jxprint.intake.kinds import settled

# Linux opens a file by its very name alone; macOS and Windows by another with the same letters as well.
_TELLS_APART = sys.platform == "linux"
# What parts a path into names, on any system.
_PARTING = frozenset("\\/:")


def root_of(folder: Path) -> str:
    """How every path begins that leads into the folder, whatever links and dots say."""
    return os.path.join(settled(folder), "")


def enclosed(table: Table, key: str, folder: Path, root: str) -> Path | None:
    """The file that `key` names inside the page's folder, or None with a finding; it may not exist yet. `root` is the
    folder's own (see `root_of`).

    A page that somebody else made must not pull a stranger's file into print.
    """
    name = table.words(key)
    if name is None:
        return None
    if not name.strip():
        table.wrong("page.empty_value", key, key=key)
    if not name.strip() or "\0" in name:  # that one has been told among the characters that nobody sees
        return None
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        table.wrong("page.name_not_in_locale", key, name=name, encoding=sys.getfilesystemencoding())
        return None
    path = folder / name
    if _TELLS_APART and _is_own(name, path):
        return path
    if os.path.join(settled(path), "") == root:
        table.wrong("page.folder_itself", key, name=name)
        return None
    if "\\" in name and not PureWindowsPath(name).anchor and ".." not in name:
        table.wrong("page.backslash", key, name=name, put=name.replace("\\", "/"))
        return None
    # A Windows path is no path here, nor is one with a drive that Windows would find: a page moves between systems.
    if "\\" in name or PureWindowsPath(name).drive or Path(name).is_absolute() or not _inside(path, root):
        table.wrong("page.outside", key, name=name)
        return None
    if not (_TELLS_APART and os.path.lexists(path)):
        _tell_spelling(table, key, folder, name)
    return path


def _is_own(name: str, path: Path) -> bool:
    """Whether a name is that of a file in the folder itself, and no link: nearly all are, and no more is asked then."""
    if not _PARTING.isdisjoint(name):
        return False
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def _inside(path: Path, root: str) -> bool:
    try:
        # Not strict: a file that is missing, or links in a circle, are told by whoever opens the file.
        return os.path.realpath(path).startswith(root)
    except OSError:
        return False  # Windows cannot say it of a device: CON is one in every folder


def _tell_spelling(table: Table, key: str, folder: Path, name: str) -> None:
    """A note where the folder spells the name otherwise: one system opens the file then, another does not find it."""
    spelled: list[str] = []
    pieces = Path(name).parts
    for piece in pieces:
        try:
            there = os.listdir(folder.joinpath(*spelled))
        except OSError:
            return  # told by whoever opens the file
        like = piece if piece in there else next((one for one in there if _letters(one) == _letters(piece)), None)
        if like is None:
            return
        spelled.append(like)
    if tuple(spelled) != pieces:
        args = {"name": name, "spelled": "/".join(spelled)}
        table.findings.append(Finding("page.spelled_otherwise", table.place(key), args, "note"))


def _letters(name: str) -> str:
    """What macOS and Windows go by: not capitals, nor how accents are composed, nor dots and blanks at the end."""
    return unicodedata.normalize("NFC", name.rstrip(". ")).casefold()
