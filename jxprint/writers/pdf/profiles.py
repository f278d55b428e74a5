"""What kinds of PDF the writer makes, as rows of a table: what each forbids is said here and asked by whoever would."""

from __future__ import annotations

from msgspec import Struct


class Profile(Struct, frozen=True):
    """A kind of PDF: its name for people, and the clause that forbids it to carry files; empty where none does.

    PDF/A-1 forbids them (ISO 19005-1, 6.1.11), PDF/A-2 all but PDF/A (ISO 19005-2, 6.8), PDF/A-4 without f all of them
    (ISO 19005-4, 6.9), PDF/X-1a and X-4 do not speak of associated files of this kind; PDF/A-3 and A-4f permit any.
    """

    name: str
    forbids_files: str = ""


PROFILES = {"pdf": Profile("PDF 1.7, PDF/UA-1")}
USUAL = PROFILES["pdf"]
