"""What a page says, in an editor's words; no position and no number that a program decided.

All values are frozen. Lengths are resolved to points by `description` (fields end in `_pt`) or stand in ems of the
body type (`_em`) or in rows of the baseline grid (`rows`). Parts stand in reading order.
"""

from __future__ import annotations

from jxprint.model.advertisements import Advertisement, Ornament
from jxprint.model.copy import Markup, MarkupKind, Paragraph, Passage, readings
from jxprint.model.furniture import DataTable, Ear, ItemList, Mark, Nameplate
from jxprint.model.makeup import MAKEUP_RULES, Accepted, MakeupLevel, MakeupStyle, PageMakeup
from jxprint.model.page import Dummy, Folio, Grid, Page, Sheet
from jxprint.model.parts import (
    Boxing,
    Headline,
    Jump,
    Masthead,
    Part,
    Picture,
    PullQuote,
    Standfirst,
    Story,
    Within,
)
from jxprint.model.pictures import CaptionPlace, CaptionSide, Shot
from jxprint.model.printed import Held, PrintedArticle, PrintedBlock, PrintedLine, PrintedPage
from jxprint.model.seen import SeenArticle, SeenBlock, SeenGrid, SeenLine, SeenOrnament, SeenPage, SeenPicture
from jxprint.model.style import (
    HouseStyle,
    JumpWords,
    Justification,
    ParagraphEnds,
    PunctuationStyle,
    RuleStyle,
    Spacing,
    TableRules,
    TypeStyle,
)

__all__ = [
    "MAKEUP_RULES",
    "Accepted",
    "Advertisement",
    "Boxing",
    "CaptionPlace",
    "CaptionSide",
    "DataTable",
    "Dummy",
    "Ear",
    "Folio",
    "Grid",
    "Headline",
    "Held",
    "HouseStyle",
    "ItemList",
    "Jump",
    "JumpWords",
    "Justification",
    "MakeupLevel",
    "MakeupStyle",
    "Mark",
    "Markup",
    "MarkupKind",
    "Masthead",
    "Nameplate",
    "Ornament",
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
    "SeenArticle",
    "SeenBlock",
    "SeenGrid",
    "SeenLine",
    "SeenOrnament",
    "SeenPage",
    "SeenPicture",
    "Sheet",
    "Shot",
    "Spacing",
    "Standfirst",
    "Story",
    "TableRules",
    "TypeStyle",
    "Within",
    "readings",
]
