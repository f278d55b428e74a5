"""What is asked of a stranger's page, and the names of other forms of characters."""

from __future__ import annotations

from msgspec import Struct

KINDS = (
    "radical", "compatibility", "vertical", "width", "ligature", "presentation", "selector", "soft_hyphen",
    "invisible", "normal", "twin", "form",
)  # fmt: skip


class Rules(Struct, frozen=True):
    """What is asked: `ordered` that paragraphs stand in the copy's order, `whole` that nothing else stands there;
    `accepted` are kinds of other forms that are told and let pass.
    """

    ordered: bool = False
    whole: bool = False
    accepted: frozenset[str] = frozenset()
