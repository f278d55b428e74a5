"""A rule, and which rules a profile asks."""

from __future__ import annotations

from msgspec import Struct

from jxprint.errors import Severity
from jxprint.profile import Profile

# Where nobody's published text says it in our hands.
UNVERIFIED = "unverified"


class Rule(Struct, frozen=True):
    """One thing that is asked of a file. `key` is that of its sentence, `standards` say who asks it (see
    `standards_of`), `source` is the public text that it rests on, or begins with "unverified".
    """

    key: str
    standards: tuple[str, ...]
    source: str
    severity: Severity = "error"

    @property
    def id(self) -> str:
        """The rule's name, which stays: `boxes.trim-or-art`."""
        return self.key.removeprefix("preflight.").replace("_", "-")

    @property
    def verified(self) -> bool:
        """Whether a public source was read."""
        return not self.source.startswith(UNVERIFIED)


def standards_of(profile: Profile) -> frozenset[str]:
    """Who asks something of a profile's file: `all`; `x`, `x1a`, `x4`; `a`, `a2`, `a3`, `a4`, `a4f`; `ua`, `ua1`,
    `ua2`, `wtpdf`; `tagged` (any standard that demands tags); `files` where files may be carried, `bare` where none
    may; `press`, a newspaper's sheet of demands; `screen`, where
    everything is RGB and grey.
    """
    found = {"all", "bare" if profile.forbids_files else "files"}
    if profile.pdfx:
        found |= {"x", "x1a" if profile.pdfx.startswith("PDF/X-1") else "x4"}
    if profile.pdfa:
        part, level = profile.pdfa[0], profile.pdfa[1:].lower()
        found |= {"a", f"a{part}"} | ({"tagged"} if level == "a" else {f"a{part}{level}"} if level else set())
    if profile.pdfua:
        found |= {"ua", f"ua{profile.pdfua}", "tagged"}
    if profile.wtpdf:
        found.add("wtpdf")
    if profile.colour == "screen":
        found.add("screen")
    if profile.ink_limit:
        found.add("press")
    return frozenset(found)
