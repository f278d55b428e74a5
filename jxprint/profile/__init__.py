"""What press and archive demand, as rows of a table.

A profile (输出规格) is a kind of PDF that somebody asks for by name. Whoever writes, refuses or judges a file asks the
row; nobody knows a profile by its name. What a standard demands is said with its source; what has no public one is told
as unverified (jxprint.preflight).
"""

from __future__ import annotations

from jxprint.profile.table import PROFILES, USUAL, Colour, Profile, profile_named

__all__ = ["PROFILES", "USUAL", "Colour", "Profile", "profile_named"]
