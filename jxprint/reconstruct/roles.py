"""The small grammar of a page: which role may follow which, and at what price.

A role is what a unit is in its place: the first line of a headline and its further ones are two roles, and so are a
story's first paragraph after a byline, after a headline alone, and any later one. Prices are minus natural logarithms
of how often; what the signs of units and the blank lines between them add is in the table of weights (`weights`).
"""

from __future__ import annotations

from typing import Final

ROLES: Final = (
    "start", "folio", "masthead", "page-kicker", "page-head", "page-deck", "standfirst", "caption", "credit",
    "kicker", "head", "head-line", "deck", "byline", "from", "lead", "lead-bare", "text", "subhead", "item", "verse",
    "row", "note", "end-byline", "jump", "end",
)  # fmt: skip
(
    START, FOLIO, MASTHEAD, PAGE_KICKER, PAGE_HEAD, PAGE_DECK, STANDFIRST, CAPTION, CREDIT,
    KICKER, HEAD, HEAD_LINE, DECK, BYLINE, FROM, LEAD, LEAD_BARE, TEXT, SUBHEAD, ITEM, VERSE,
    ROW, NOTE, END_BYLINE, JUMP, END,
) = range(len(ROLES))  # fmt: skip

# What may be cut in mid-sentence, and what goes on from it.
RUNNING = frozenset((STANDFIRST, LEAD, LEAD_BARE, TEXT))
BODY = frozenset((LEAD, LEAD_BARE, TEXT, SUBHEAD, ITEM, VERSE, ROW, NOTE, END_BYLINE, JUMP))
HEADS = frozenset((KICKER, HEAD, HEAD_LINE, DECK))

_NEXT_STORY = {KICKER: 0.6, HEAD: 0.0, CAPTION: 1.6, FOLIO: 3.2, END: 0.2, FROM: 3.5, NOTE: 3.6}
_OPENING = {BYLINE: 0.0, LEAD_BARE: 0.0, FROM: 3.5, NOTE: 3.4, VERSE: 3.6, ITEM: 5.0, ROW: 4.6, SUBHEAD: 4.5}
_CLOSE = {END_BYLINE: 2.6, JUMP: 2.6}


def _after_body(leaving: float) -> dict[int, float]:
    return {role: price + leaving for role, price in _NEXT_STORY.items()} | _CLOSE


FOLLOWS: Final[dict[int, dict[int, float]]] = {
    START: {FOLIO: 1.0, MASTHEAD: 0.8, PAGE_KICKER: 3.0, PAGE_HEAD: 1.6, KICKER: 2.6, HEAD: 1.4, CAPTION: 4.0,
            FROM: 5.0, LEAD_BARE: 5.5, BYLINE: 6.5, NOTE: 4.5, STANDFIRST: 6.0, VERSE: 7.0, ITEM: 8.0, ROW: 7.0},
    FOLIO: {FOLIO: 1.2, MASTHEAD: 1.0, PAGE_KICKER: 3.0, PAGE_HEAD: 1.6, KICKER: 2.0, HEAD: 1.0, CAPTION: 2.6,
            NOTE: 4.0, TEXT: 3.0, LEAD_BARE: 5.5, END: 0.5},
    MASTHEAD: {FOLIO: 1.0, MASTHEAD: 4.0, PAGE_KICKER: 2.6, PAGE_HEAD: 0.8, KICKER: 2.4, HEAD: 1.0, CAPTION: 3.2,
               NOTE: 3.5, STANDFIRST: 5.0, LEAD_BARE: 5.5, FROM: 5.0},
    PAGE_KICKER: {PAGE_KICKER: 2.5, PAGE_HEAD: 0.1},
    PAGE_HEAD: {PAGE_HEAD: 1.1, PAGE_DECK: 1.8, STANDFIRST: 0.9, CAPTION: 1.9, HEAD: 2.0, KICKER: 2.8, FOLIO: 3.5,
                BYLINE: 5.5, NOTE: 3.5, LEAD_BARE: 5.0},
    PAGE_DECK: {PAGE_DECK: 1.6, STANDFIRST: 0.6, CAPTION: 1.9, HEAD: 1.6, KICKER: 2.6, BYLINE: 4.5, NOTE: 3.0,
                LEAD_BARE: 4.5},
    STANDFIRST: {STANDFIRST: 0.9, HEAD: 0.5, KICKER: 1.4, CAPTION: 1.2, BYLINE: 4.2, LEAD_BARE: 5.5, NOTE: 4.0,
                 FOLIO: 4.0, END_BYLINE: 3.5},
    CAPTION: {CREDIT: 0.6, CAPTION: 2.4, HEAD: 1.2, KICKER: 2.0, FOLIO: 4.0, TEXT: 4.5, PAGE_HEAD: 4.0, STANDFIRST: 3.5,
              END: 1.0, LEAD_BARE: 5.5, BYLINE: 5.5},
    CREDIT: {CAPTION: 1.0, HEAD: 0.5, KICKER: 1.4, FOLIO: 3.0, TEXT: 3.6, PAGE_HEAD: 3.5, STANDFIRST: 2.8, CREDIT: 4.5,
             END: 0.5, LEAD_BARE: 5.0, BYLINE: 5.0},
    KICKER: {KICKER: 2.2, HEAD: 0.1},
    HEAD: {HEAD_LINE: 0.0, DECK: 0.0} | _OPENING,
    HEAD_LINE: {HEAD_LINE: 1.6, DECK: 0.0} | _OPENING,
    DECK: {DECK: 1.4} | _OPENING,
    BYLINE: {BYLINE: 2.0, LEAD: 0.1, FROM: 3.5, NOTE: 3.0, VERSE: 2.4, ITEM: 4.0, ROW: 4.5, SUBHEAD: 3.6, DECK: 6.5,
             CAPTION: 5.5},
    FROM: {LEAD_BARE: 0.3, BYLINE: 1.5, TEXT: 1.0, HEAD: 2.5},
    LEAD: {TEXT: 0.15, SUBHEAD: 3.0, ITEM: 3.2, VERSE: 4.0, ROW: 4.2, NOTE: 4.6} | _after_body(2.2),
    LEAD_BARE: {TEXT: 0.2, SUBHEAD: 3.0, ITEM: 3.2, VERSE: 4.0, ROW: 4.2, NOTE: 4.6} | _after_body(2.2),
    TEXT: {TEXT: 0.2, SUBHEAD: 3.0, ITEM: 3.4, VERSE: 4.2, ROW: 4.4, NOTE: 4.6} | _after_body(1.6),
    SUBHEAD: {TEXT: 0.1, ITEM: 2.6, VERSE: 2.6, ROW: 3.0, SUBHEAD: 5.0},
    ITEM: {ITEM: 0.5, TEXT: 1.2, SUBHEAD: 2.6, NOTE: 4.6, ROW: 5.0} | _after_body(1.8),
    VERSE: {VERSE: 0.3, TEXT: 2.6, SUBHEAD: 3.2, NOTE: 3.6} | _after_body(2.0),
    ROW: {ROW: 0.3, TEXT: 1.8, SUBHEAD: 2.6, NOTE: 2.6} | _after_body(1.8),
    NOTE: {NOTE: 3.0, HEAD: 1.2, KICKER: 2.2, TEXT: 2.0, LEAD: 2.2, LEAD_BARE: 2.2, BYLINE: 2.6, CAPTION: 2.6,
           FOLIO: 3.0, STANDFIRST: 2.6, END: 0.6, END_BYLINE: 3.0, VERSE: 4.0},
    END_BYLINE: {KICKER: 0.9, HEAD: 0.2, CAPTION: 1.6, FOLIO: 2.5, NOTE: 2.6, JUMP: 2.5, END: 0.3, FROM: 4.0},
    JUMP: {KICKER: 0.9, HEAD: 0.2, CAPTION: 1.6, FOLIO: 2.5, NOTE: 3.6, END_BYLINE: 3.0, END: 0.3, FROM: 4.0},
    END: {},
}  # fmt: skip
