"""What stands in PAGE XML 2019-07-15 as an archive has it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jxprint.checker.kept.forms import Form, row
from jxprint.checker.kept.forms.values import ANY, ARTICLE, COUNT, INTEGER, ITEM, KINDS, NUMBER, REGION, TEXT, TIME
from jxprint.intake.xml_tree import Element

_POINTS = r"-?\d+,-?\d+"
# The format's words for our roles; what has none is a paragraph.
_TYPES = {
    "heading": "masthead|nameplate|kicker|headline|deck|subhead",
    "caption": "caption",
    "credit": "credit|byline",
    "header": "folio",
    "other": "table_header|table_cell|label|jump",
}
_OTHERS = "(?!(?:" + "|".join(_TYPES.values()) + ");)[a-z_]+"
# How lines run: across, down the page, or across and turned with all of the block.
_RUNS: tuple[dict[str, str], ...] = (
    {},
    {"readingDirection": "top-to-bottom", "textLineOrder": "right-to-left"},
    {"readingOrientation": "-90", "readingDirection": "left-to-right", "textLineOrder": "top-to-bottom"},
)
_REGION = {
    "id": REGION,
    "leading": f"?{COUNT}",
    "indented": "?true",
    "align": "left|right|centre|justify",
    "continuation": "?true",
}
_KINDS = {**_TYPES, "paragraph": _OTHERS, "drop-capital": "[a-z_]+"}
_ARTICLE = {"type": "article", "caption": ANY, "custom": rf"structure \{{type:(?:{KINDS});\}}"}
_PARAGRAPH = {"type": "paragraph", "id": f"order-{ITEM}"}
_INNER = "OrderedGroupIndexed* RegionRefIndexed*"
# From nought, in the order in which they stand.
_WORD = {
    "id": r"%{^id}W\d+",
    "language": "?[A-Z][a-z]+",
    "custom": r"?(?:inline \{type:\w+;\})?\s?(?:turn \{type:rotated;\})?",
}

# What four corners are called, from the left upper one with the clock, that are those of a box.
_BOX = "box"


def _attributes(element: Element) -> Mapping[str, str]:
    if element.name != "Coords":
        return element.attributes
    points = element.attributes.get("points", "")
    found = re.fullmatch(r"(-?\d+),(-?\d+) (-?\d+),\2 \3,(-?\d+) \1,\4", points)
    is_box = found is not None and int(found[1]) <= int(found[3]) and int(found[2]) <= int(found[4])
    return element.attributes | ({"points": _BOX} if is_box else {})


PAGE = Form(
    rows={
        "PcGts": row("Metadata Page"),
        "Metadata": row("Creator Created LastChange"),
        "Creator": row("", TEXT),
        "Created": row("", TIME),
        "LastChange": row("", TIME),
        "Page": row(
            "PrintSpace ReadingOrder? ImageRegion* TextRegion* SeparatorRegion*",
            imageFilename=ANY, imageWidth=COUNT, imageHeight=COUNT, imageXResolution=NUMBER,
            imageYResolution="%{imageXResolution}", imageResolutionUnit="PPI", custom=r"number \{value:\d+;\}",
            primaryLanguage="?[A-Z][a-z]+",
        ),
        "PrintSpace": row("Coords"),
        "Coords": row(points=_BOX),
        "ReadingOrder": row("OrderedGroup"),
        "ReadingOrder/OrderedGroup": row("OrderedGroupIndexed* UnorderedGroupIndexed*", id="order"),
        "UnorderedGroupIndexed": row("OrderedGroup+", id=f"free-{ARTICLE}", index=r"\d+"),
        "UnorderedGroupIndexed/OrderedGroup": row(_INNER, id=f"order-{ARTICLE}", **_ARTICLE),
        "OrderedGroupIndexed": (
            row(_INNER, id=f"order-{ARTICLE}", index=r"\d+", **_ARTICLE),
            row("RegionRefIndexed+", index=r"\d+", **_PARAGRAPH),
        ),
        "RegionRefIndexed": row(regionRef=TEXT, index=r"\d+"),
        "ImageRegion": row("Coords", id=ITEM, comments=f"?{TEXT}"),
        "SeparatorRegion": row("Coords", id="G%{#}"),
        "TextRegion": tuple(
            row("Coords TextLine*", **_REGION, **runs, type=kind, custom=rf"structure \{{type:(?:{roles});\}}")
            for kind, roles in _KINDS.items()
            for runs in _RUNS
        ),
        "TextLine": row("Coords Baseline Word* TextEquiv TextStyle", id=r"%{^id}L\d+"),
        "Baseline": row(points=rf"{_POINTS} {_POINTS}"),
        "Word": (
            row("Coords Glyph+ TextEquiv+", **_WORD),
            row(
                "Coords Glyph+ TextEquiv+",
                **{**_WORD, "custom": r"(?:inline \{type:\w+;\} )?turn \{type:across;\}"},
                readingDirection="left-to-right",
            ),
        ),
        "Glyph": row("Coords TextEquiv", id="%{^id}C%{#}"),
        "TextEquiv": row("Unicode"),
        "Word/TextEquiv": (row("Unicode"), row("Unicode", index="1", comments="as shown")),
        "Unicode": row("", ANY),
        "TextStyle": row(
            fontFamily=TEXT, serif="?true|false", fontSize=NUMBER, textColourRgb=INTEGER, bold="?true",
        ),
    },
    spaces=("http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15",),
    attributes=_attributes,
    name="id",
)  # fmt: skip
