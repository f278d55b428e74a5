"""What a page says, in an editor's words; no position and no number that a program decided.

All values are frozen. Lengths are resolved to points by `description` (fields end in `_pt`) or stand in ems of the
body type (`_em`) or in rows of the baseline grid (`rows`). Parts stand in reading order.
"""

from __future__ import annotations

from jxprint.model.makeup import MAKEUP_RULES, Accepted, MakeupLevel, MakeupStyle, PageMakeup
from jxprint.model.page import Dummy, Folio, Grid, Page, Sheet
from jxprint.model.parts import (
    Headline,
    Jump,
    Markup,
    MarkupKind,
    Masthead,
    Paragraph,
    Part,
    Passage,
    Picture,
    PullQuote,
    Standfirst,
    Story,
    Within,
    readings,
)
from jxprint.model.pictures import CaptionPlace, CaptionSide, Shot
from jxprint.model.printed import Held, PrintedArticle, PrintedBlock, PrintedLine, PrintedPage
from jxprint.model.style import (
    HouseStyle,
    Justification,
    ParagraphEnds,
    PunctuationStyle,
    RuleStyle,
    Spacing,
    TypeStyle,
)

__all__ = [
    "MAKEUP_RULES",
    "Accepted",
    "CaptionPlace",
    "CaptionSide",
    "Dummy",
    "Folio",
    "Grid",
    "Headline",
    "Held",
    "HouseStyle",
    "Jump",
    "Justification",
    "MakeupLevel",
    "MakeupStyle",
    "Markup",
    "MarkupKind",
    "Masthead",
    "Page",
    "PageMakeup",
    "Paragraph",
    "ParagraphEnds",
    "Part",
    "Passage",
    "Picture",
    "PrintedArticle",
    "PrintedBlock",
    "PrintedLine",
    "PrintedPage",
    "PullQuote",
    "PunctuationStyle",
    "RuleStyle",
    "Sheet",
    "Shot",
    "Spacing",
    "Standfirst",
    "Story",
    "TypeStyle",
    "Within",
    "readings",
]
