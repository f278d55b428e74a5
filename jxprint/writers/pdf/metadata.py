"""Who made the file, what it is called, when: the information dictionary, and what XMP says as well (`xmp`).

Same inputs and versions give the same bytes, so the clock is never read: a file carries dates when SOURCE_DATE_EPOCH
gives one (seconds since 1970, UTC), and none otherwise, or the first day of 1980 where a profile will not do without.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping

from msgspec import Struct

from jxprint import __version__
from jxprint.errors import Finding, OutputError
from jxprint.profile import USUAL, Profile
from jxprint.writers.pdf.strings import text_string

PRODUCER = f"jxprint {__version__}"
CREATOR = "jxprint"
# 1 January 1980: what archive formats say that have no date to tell.
UNDATED = 315_532_800


class Published(Struct, frozen=True):
    """Where and when an edition appeared: the paper, the day (ISO 8601), the issue's number, the pages' sections and
    their first and last number; empty what nobody said.
    """

    paper: str = ""
    day: str = ""
    number: str = ""
    sections: tuple[str, ...] = ()
    first: str = ""
    last: str = ""


class Metadata(Struct, frozen=True):
    """Title, language (BCP 47) and time of making in seconds since 1970, None for no date. `is_tagged` tells that all
    text of the file is known to be what its tags say: that of other files' pages may not be. `statement` is what else
    there is to say, `identity` a digest of what the pages show, in hexadecimal, `published` where they appeared.
    """

    title: str
    language: str
    epoch: int | None = None
    is_tagged: bool = True
    statement: str = ""
    identity: str = ""
    published: Published = Published()


def epoch_of(environment: Mapping[str, str] = os.environ) -> int | None:
    """SOURCE_DATE_EPOCH as a number. Raises OutputError where it is none that a date can be made of."""
    value = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not value:
        return None
    try:
        epoch = int(value)
        if time.gmtime(epoch).tm_year > 9999:
            raise ValueError(value)
    except (ValueError, OverflowError, OSError):
        raise OutputError(Finding("output.bad_epoch", args={"value": value})) from None
    return epoch


def information(metadata: Metadata, profile: Profile = USUAL) -> dict[str, bytes]:
    """The entries of the information dictionary."""
    entries = {"Title": text_string(metadata.title), "Producer": text_string(PRODUCER)}
    if metadata.statement:
        entries["Subject"] = text_string(metadata.statement)
    if metadata.epoch is not None:
        stamp = time.strftime("(D:%Y%m%d%H%M%SZ)", time.gmtime(metadata.epoch)).encode("ascii")
        entries |= {"CreationDate": stamp, "ModDate": stamp}
    if profile.pdfx:
        entries |= {"Creator": text_string(CREATOR), "Trapped": b"/False"}
    if profile.version < (1, 6) and profile.pdfx:  # later parts say it in XMP alone
        entries["GTS_PDFXVersion"] = text_string(profile.pdfx)
    return entries
