"""Names that our own ninjs items have, which whoever writes them and whoever reads them have to agree about."""

from __future__ import annotations

from jxprint.exchange.rough import Role

# An item's profile that says: written from a story file, its text is clean, and its classes are those below.
PROFILE = "jxprint-story-1"
PAGE_PROFILE = "jxprint-page-1"
# Kinds of markup that HTML has no element for, by class.
CLASSES = {"kai": "kai", "note": "note", "dots": "dots", "name": "name"}
# Lines of a head that stand in the body: a paragraph of this class, and a span that a paragraph begins with.
ROLES: dict[str, Role] = {"byline": "byline", "dateline": "dateline"}
SUBHEAD_TAG = "h2"
