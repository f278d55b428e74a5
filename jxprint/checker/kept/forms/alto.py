"""What stands in ALTO 4.4 as an archive has it."""

from __future__ import annotations

from jxprint.checker.kept.forms import Form, row
from jxprint.checker.kept.forms.values import (
    ANY,
    ARTICLE,
    COUNT,
    INTEGER,
    ITEM,
    KINDS,
    LANGUAGE,
    NUMBER,
    REGION,
    TEXT,
    TIME,
)

_BOX = {"HPOS": INTEGER, "VPOS": INTEGER, "WIDTH": r"\d+", "HEIGHT": r"\d+"}
_ZONES = ("TopMargin", "LeftMargin", "RightMargin", "BottomMargin", "PrintSpace")
_ROLES = "role-[a-z_]+(?: role-(?:drop_cap|continued))?"
_BLOCK = {"ID": REGION, **_BOX, "STYLEREFS": r"(?:T\d+ )?Q\d+", "TAGREFS": _ROLES, "IDNEXT": rf"?{REGION}"}
_PARTED = {"SUBS_TYPE": "HypPart[12]", "SUBS_CONTENT": TEXT}
_STRING = {
    "CONTENT": TEXT,
    **_BOX,
    "STYLEREFS": r"?T\d+",
    "TAGREFS": r"?(?:inline-\w+)?\s?(?:turn-\w+)?",
    "LANG": f"?{LANGUAGE}",
    "WC": "1",
}
_GROUPS = "OrderedGroup* ElementRef*"

ALTO = Form(
    rows={
        "alto": row("Description Styles? Tags? ReadingOrder? Layout", SCHEMAVERSION=r"4\.4"),
        "Description": row("MeasurementUnit sourceImageInformation? Processing"),
        "MeasurementUnit": row("", "pixel"),
        "sourceImageInformation": row("fileName"),
        "fileName": row("", TEXT),
        "Processing": row(
            "processingCategory processingDateTime? processingStepDescription processingSoftware", ID="made"
        ),
        "processingCategory": row("", "contentGeneration"),
        "processingDateTime": row("", TIME),
        "processingStepDescription": row("", rf"set from copy; boxes are em boxes in pixels, {NUMBER} to the inch"),
        "processingSoftware": row("softwareName softwareVersion"),
        "softwareName": row("", TEXT),
        "softwareVersion": row("", TEXT),
        "Styles": row("TextStyle* ParagraphStyle*"),
        "TextStyle": row(
            ID=r"T%{#}", FONTFAMILY=TEXT, FONTTYPE="?serif|sans-serif", FONTSIZE=NUMBER, FONTCOLOR="[0-9A-F]{6}",
            FONTSTYLE="?bold",
        ),
        "ParagraphStyle": row(
            ID=r"Q%{#}", ALIGN="Left|Right|Center|Block", LINESPACE=f"?{COUNT}", FIRSTLINE=f"?{INTEGER}"
        ),
        "Tags": row("LayoutTag* StructureTag* RoleTag* OtherTag*"),
        "LayoutTag": (
            row(ID="role-%{LABEL}", TYPE="part", LABEL="drop_cap|continued"),
            row(ID="role-%{LABEL}", TYPE="block", LABEL="[a-z_]+"),
            row(ID="turn-%{LABEL}", TYPE="turn", LABEL="rotated|across"),
        ),
        "StructureTag": (
            row(ID="kind-%{LABEL}", TYPE="article", LABEL=KINDS),
            row(ID=f"title-{ARTICLE}", TYPE="title", LABEL=ANY),
        ),
        "RoleTag": row(ID="inline-%{LABEL}", TYPE="inline", LABEL="base|reading|mark"),
        "OtherTag": row(ID=f"alt-{ITEM}", TYPE="description", LABEL=TEXT),
        "ReadingOrder": row("OrderedGroup"),
        "ReadingOrder/OrderedGroup": row("OrderedGroup* UnorderedGroup*", ID="order"),
        "UnorderedGroup": row("OrderedGroup+", ID=f"free-{ARTICLE}"),
        "OrderedGroup": (
            row(_GROUPS, ID="order-%{REF}", REF=ARTICLE),
            row("ElementRef+", ID=f"order-%{{^REF}}{ITEM.removeprefix(ARTICLE)}"),
        ),
        "ElementRef": row(ID="ref-.+", REF=TEXT),
        "Layout": row("Page"),
        "Page": row(
            "TopMargin? LeftMargin? RightMargin? BottomMargin? PrintSpace",
            ID="P1", PHYSICAL_IMG_NR=COUNT, PRINTED_IMG_NR=f"?{TEXT}", WIDTH=COUNT, HEIGHT=COUNT, LANG=LANGUAGE,
        ),
        **{name: row("ComposedBlock* GraphicalElement*", ID=name, **_BOX) for name in _ZONES},
        "ComposedBlock": row(
            "Shape? TextBlock* Illustration*", ID=ARTICLE, **_BOX, TYPE=KINDS, TAGREFS="kind-%{TYPE} title-%{ID}"
        ),
        "Shape": row("Polygon"),
        "Polygon": row(POINTS=r"-?\d+,-?\d+(?: -?\d+,-?\d+){3,}"),
        "Illustration": row(ID=r"%{^ID}B\d+", **_BOX, TAGREFS="?alt-%{ID}"),
        "GraphicalElement": row(ID="G%{#}", **_BOX),
        "TextBlock": (
            row("TextLine*", **_BLOCK),
            row("TextLine*", **_BLOCK, BASEDIRECTION="ttb"),
            row("TextLine*", **_BLOCK, BASEDIRECTION="ltr", ROTATION="-90"),
        ),
        "TextLine": row("String* SP* HYP?", ID=r"%{^ID}L\d+", **_BOX, BASELINE=r"-?\d+,-?\d+ -?\d+,-?\d+"),
        "String": (row("ALTERNATIVE? Glyph+", **_STRING), row("ALTERNATIVE? Glyph+", **_STRING, **_PARTED)),
        "SP": row(**_BOX),
        "HYP": row(**_BOX, CONTENT="-"),
        "ALTERNATIVE": row("", TEXT, PURPOSE="shown"),
        "Glyph": row(CONTENT=".", **_BOX, GC="1"),
    },
    spaces=("http://www.loc.gov/standards/alto/ns-v4#",),
    # Where REF leads nowhere, that is told of the order.
    references=("STYLEREFS", "TAGREFS", "IDNEXT"),
)  # fmt: skip
