"""Words that elements and annotations carry beside what is shown (ISO 32000-1, 14.9; ISO 14289-2, 8.4.3)."""

from __future__ import annotations

import re

from jxprint.preflight.structure import Element
from jxprint.preflight.subject import Subject

# Unicode's areas for private use: nobody else knows what stands there.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_SAID = {"/ActualText": "preflight.tags.private_text", "/Alt": "preflight.tags.private_description"}


def is_private(text: str) -> bool:
    """Whether a text has characters of private use."""
    return _PRIVATE.search(text) is not None


def ask_private(subject: Subject, element: Element, page: int) -> None:
    """What stands for what is shown is in characters that everybody knows."""
    for key, message in _SAID.items():
        if is_private(str(element.source.get(key, ""))):
            subject.told.tell(message, page, name=element.raw)
