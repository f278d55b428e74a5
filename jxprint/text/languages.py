"""Names of languages as copy and pages write them."""

from __future__ import annotations

# A language, and what it may be said with: script, place, variant (BCP 47, section 2.1).
LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"
