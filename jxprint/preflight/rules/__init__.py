"""The table of rules: what is asked, of whose files, how gravely, and on whose word."""

from __future__ import annotations

from jxprint.preflight.rules import file, fonts, identity, ink, sheet, tagging

# In the order in which a page's faults are told.
RULES = {row.key: row for row in (*file.ROWS, *identity.ROWS, *sheet.ROWS, *fonts.ROWS, *ink.ROWS, *tagging.ROWS)}
