"""Addresses of the web and of mail: Latin text, whatever stands around them."""

from __future__ import annotations

import re

# A mark at an address's end is the sentence's.
ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]*[0-9A-Za-z/]|(?<![0-9A-Za-z._+-])[0-9A-Za-z._+-]+@[0-9A-Za-z.-]*[0-9A-Za-z]"
)
