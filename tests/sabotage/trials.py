"""One trial: a good page, one fault, and who noticed it."""

from __future__ import annotations

from functools import lru_cache
from random import Random

from msgspec import Struct

import faults_of_bytes
import faults_of_characters
import faults_of_covering
import faults_of_declarations
import faults_of_drawing
import faults_of_entries
import faults_of_hiding
import faults_of_looks
import faults_of_orders
import faults_of_programs
import faults_of_readings
import faults_of_roles
import faults_of_sheets
import faults_of_tags
import faults_of_unicode
import faults_of_unread
import jxprint
from changed import Views, changes, views_of
from good_pages import FAMILIES, GoodPage, good_page
from jxprint.checker.witnesses import witnesses_of
from jxprint.errors import PdfError
from spoiling import KINDS, Kind, Opened

GROUPS = (
    faults_of_characters, faults_of_orders, faults_of_unicode, faults_of_programs, faults_of_readings,
    faults_of_hiding, faults_of_looks,
    faults_of_roles, faults_of_covering, faults_of_drawing,
    faults_of_unread, faults_of_tags, faults_of_sheets, faults_of_declarations, faults_of_entries, faults_of_bytes,
)  # fmt: skip
# How many pages are looked at for a place for one fault.
_PAGES = 12


class Trial(Struct, frozen=True):
    """A fault of a kind on the page of a family and a seed: in which views it changes the file, what was found, and by
    whom. `is_named` says that one of the findings says what the fault is.
    """

    kind: str
    seed: int
    family: str
    changes: frozenset[str]
    codes: frozenset[str]
    witnesses: frozenset[str]
    is_named: bool

    @property
    def is_found(self) -> bool:
        """Whether the file was refused."""
        return bool(self.codes)


@lru_cache(maxsize=24)
def _good(family: str, seed: int) -> tuple[GoodPage, Views]:
    good = good_page(family, seed)
    # As the program that saves spoiled files saves it: nothing but the fault is to differ.
    views = views_of(Opened(good.pdf, good.page, Random(0)).saved())
    assert views is not None
    return good, views


def try_kind(name: str, seed: int) -> Trial | None:
    """One fault of a kind in a place of its own; None where none of the pages offers one."""
    kind = KINDS[name]
    families = list(FAMILIES)
    for attempt in range(_PAGES):
        family = families[(seed + attempt) % len(families)]
        good, before = _good(family, seed + 1000 * (attempt // len(families)))
        spoiled = spoiled_file(kind, good, f"{name} {seed} {attempt}")
        if spoiled is None:
            continue
        changed = changes(before, views_of(spoiled))
        if changed and (not kind.views or changed & kind.views):
            return _told(kind, seed, good, spoiled, frozenset(changed))
    return None


def spoiled_file(kind: Kind, good: GoodPage, salt: str) -> bytes | None:
    """The file with the fault; None where the page offers no place for it."""
    file = Opened(good.pdf, good.page, Random(salt))
    return file.saved() if kind.spoil(file) else None


def _told(kind: Kind, seed: int, good: GoodPage, spoiled: bytes, changed: frozenset[str]) -> Trial:
    try:
        findings = jxprint.check(spoiled, good.page).findings
    except PdfError as refusal:
        findings = tuple(refusal.findings)
    codes = frozenset(finding.key for finding in findings)
    witnesses = frozenset(witness for finding in findings for witness in witnesses_of(finding))
    return Trial(kind.name, seed, good.family, changed, codes, witnesses, bool(codes & kind.told))
