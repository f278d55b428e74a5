"""What a page says, in an editor's words; no position and no number that a program decided.

All values are frozen. Lengths are resolved to points by `description` (fields end in `_pt`) or stand in ems of the
body type (`_em`) or in rows of the baseline grid (`rows`). Parts stand in reading order.
"""

from __future__ import annotations

from jxprint.model.page import Dummy, Folio, Grid, Page, Sheet
from jxprint.model.parts import (
    Advertisement,
    Headline,
    Jump,
    Markup,
    MarkupKind,
    Masthead,
    Ornament,
    Paragraph,
    Part,
    Passage,
    Picture,
    Standfirst,
    Story,
    readings,
)
from jxprint.model.printed import Held, PrintedArticle, PrintedBlock, PrintedLine, PrintedPage
from jxprint.model.seen import SeenArticle, SeenBlock, SeenGrid, SeenLine, SeenPage, SeenPicture
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
    "Advertisement",
    "Dummy",
    "Folio",
    "Grid",
    "Headline",
    "Held",
    "HouseStyle",
    "Jump",
    "Justification",
    "Markup",
    "MarkupKind",
    "Masthead",
    "Ornament",
    "Page",
    "Paragraph",
    "ParagraphEnds",
    "Part",
    "Passage",
    "Picture",
    "PrintedArticle",
    "PrintedBlock",
    "PrintedLine",
    "PrintedPage",
    "PunctuationStyle",
    "RuleStyle",
    "SeenArticle",
    "SeenBlock",
    "SeenGrid",
    "SeenLine",
    "SeenPage",
    "SeenPicture",
    "Sheet",
    "Spacing",
    "Standfirst",
    "Story",
    "TypeStyle",
    "readings",
]
