"""What stands in the JSON files of an archive: a page by article, the edition by article, the manifest of IIIF. Objects
are elements called by their key, whatever else is a value; so all forms are walked alike.
"""

from __future__ import annotations

import json

from jxprint.checker.kept.forms import Form, row
from jxprint.checker.kept.forms.values import (
    ANY,
    ARTICLE,
    BOX,
    COUNT,
    ITEM,
    KINDS,
    LANGUAGE,
    NUMBER,
    REGION,
    TEXT,
    TIME,
    USES,
)
from jxprint.intake.xml_tree import Element

# Texts by language, which are one value.
_SAID = ("label", "value")
_POINTS = r"\[\[.+\]\]"
_NUMBERS = r"\[\d+(?:, \d+)*\]"
_ROLES = "(?!figure$)[a-z_]+"
_FIELDS = "[a-z_]+"
_SOFTWARE = {"software": TEXT, "created": f"?{TIME}"}
_PAGE = {
    "number": COUNT, "label": ANY, "name": ANY, "title": ANY, "language": LANGUAGE, "width": COUNT, "height": COUNT,
    "dpi": NUMBER, "image": f"?{TEXT}", "trim": BOX,
}  # fmt: skip
_FIGURE = {"id": ITEM, "role": "figure", "alt": ANY, "file": ANY}
_BLOCK = {"id": ITEM, "role": _ROLES, "field": _FIELDS, "number": COUNT, "cell": r"?\[\d+, \d+\]", "text": ANY}


def as_element(value: object, name: str) -> Element:
    """What a JSON file says as an element."""
    found = Element(name, {}, 0)
    for key, one in value.items() if isinstance(value, dict) else ():
        inner = one if isinstance(one, list) and one and all(isinstance(each, dict) for each in one) else [one]
        if key not in _SAID and all(isinstance(each, dict) for each in inner):
            found.children += [as_element(each, key) for each in inner]
        else:
            found.attributes[key] = one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)
    return found


ARTICLES_OF_PAGE = Form(
    rows={
        "page file": row("page articles*", format="jxprint articles", version="1", **_SOFTWARE),
        "page": row(**_PAGE, print_space=BOX, statement=f"?{TEXT}"),
        "articles": row(
            "items*", id=ARTICLE, part=ANY, kind=KINDS, label=ANY, heading=ANY, box=BOX, edge=f"?{_POINTS}",
            continued_from=rf"?\d+{ARTICLE}", continues=rf"?\d+{ARTICLE}", items=r"?\[\]",
        ),
        "items": (
            row(**_FIGURE, box=BOX),
            row(
                "regions*", **_BLOCK, align="left|right|center|block", indent=f"?{NUMBER}", leading=f"?{COUNT}",
                regions=r"?\[\]",
            ),
        ),
        "regions": row("lines*", id=REGION, box=BOX, drop_cap="?true", lines=r"?\[\]"),
        "lines": row(
            id=r"%{^id}L\d+", text=TEXT, box=BOX, down="?true", readings=f"?{_NUMBERS}", rotated=f"?{_NUMBERS}",
            across=f"?{_NUMBERS}", shown=f"?{TEXT}", hyphen=f"?{BOX}", characters=_POINTS,
        ),
    },
    name="id",
    unique=False,
)  # fmt: skip

EDITION_BY_ARTICLE = Form(
    rows={
        "edition": row(
            "pages+ articles*", format="jxprint edition", version="1", **_SOFTWARE, name=TEXT, title=ANY,
            language=LANGUAGE, paper=f"?{TEXT}", date=f"?{TEXT}", issue=f"?{TEXT}",
        ),
        "pages": row(**_PAGE | {"number": "%{#}", "trim_mm": BOX}),
        "articles": row("parts+", id=rf"\d+{ARTICLE}", kind=KINDS, heading=ANY),
        "parts": row(
            "items*", page=COUNT, order=COUNT, id=ARTICLE, part=ANY, label=ANY, box=BOX, box_mm=BOX, tiles=_POINTS,
            tiles_mm=_POINTS, edge=f"?{_POINTS}", edge_mm=f"?{_POINTS}", items=r"?\[\]",
        ),
        "items": (
            row(**_FIGURE, boxes=_POINTS, boxes_mm=_POINTS),
            row(**_BLOCK, boxes=r"\[.*\]", boxes_mm=r"\[.*\]"),
        ),
    },
    name="id",
    unique=False,
)  # fmt: skip

_CANVAS = r"%{$base}canvas/\d+"
_XYWH = r"#xywh=-?\d+,-?\d+,\d+,\d+"
_IN_ONE = r'\{"[\w-]+": \[".*"\]\}'
_IN_NONE = r'\{"none": \[".*"\]\}'
_LABELS = {
    "报纸": r'\{"zh": \["报纸"\], "en": \["Newspaper"\]\}',
    "日期": r'\{"zh": \["日期"\], "en": \["Date"\]\}',
    "期号": r'\{"zh": \["期号"\], "en": \["Issue"\]\}',
}
_PLAIN = r'\{"zh": \["纯文本"\], "en": \["Plain text"\]\}'


def _link(use: str) -> dict[str, str]:
    """The values of a link to a file."""
    told = USES[use]
    name = f"{told.name} {told.version}".strip() if use != "PDF" else "PDF"
    is_read = use in ("PDF", "TEXT", "HOCR", "ARTICLES_TEXT")
    values = {
        "id": "%{$base}" + told.path,
        "type": "Text" if is_read else "Dataset",
        "label": _PLAIN if told.media == "text/plain" else rf'\{{"none": \["{name}"\]\}}',
        "format": told.media.replace("+", r"\+"),
    }
    return values | ({"profile": told.address} if told.address else {})


_METS = {
    "id": r"%{$base}mets\.xml",
    "type": "Dataset",
    "label": r'\{"none": \["METS 1.12"\]\}',
    "format": "application/xml",
    "profile": "http://www.loc.gov/METS/",
}

_ANNOTATION = {"id": f"%{{^id}}/{ARTICLE}", "type": "Annotation", "motivation": "supplementing"}

MANIFEST = Form(
    rows={
        "manifest": row(
            "metadata* seeAlso* rendering* items+ structures*", "",
            **{"@context": "http://iiif.io/api/presentation/3/context.json", "id": r"%{$base}manifest\.json",
               "type": "Manifest", "label": r'\{"[\w-]+": \[".*"\]\}', "navDate": r"?\d{4}-\d\d-\d\dT00:00:00Z",
               "behavior": r'\["individuals"\]'},
        ),
        "metadata": tuple(
            row(label=label, value=_IN_ONE if name == "报纸" else _IN_NONE) for name, label in _LABELS.items()
        ),
        "manifest/seeAlso": (row(**_METS), row(**_link("ARTICLES"))),
        "manifest/rendering": (row(**_link("PDF")), row(**_link("ARTICLES_TEXT"))),
        "manifest/items": row(
            "items+ seeAlso* rendering? annotations?",
            id="%{$base}canvas/%{#}", type="Canvas", label=_IN_NONE, height=COUNT, width=COUNT,
        ),
        "manifest/items/items": row("items?", id="%{^id}/painting", type="AnnotationPage", items=r"?\[\]"),
        "manifest/items/items/items": row(
            "body", id="%{^^id}/image", type="Annotation", motivation="painting", target="%{^^id}"
        ),
        "manifest/items/items/items/body": row(
            id="%{$base}" + USES["PNG"].path, type="Image", format="image/png", height=COUNT, width=COUNT,
        ),
        "manifest/items/seeAlso": tuple(row(**_link(use)) for use in ("ALTO", "PAGE", "HOCR", "JSON")),
        "manifest/items/rendering": row(**_link("TEXT")),
        "annotations": row("items*", id="%{^id}/words", type="AnnotationPage"),
        "annotations/items": (
            row("body", **_ANNOTATION, target=f"%{{^^id}}{_XYWH}"),
            row("body target", **_ANNOTATION),
        ),
        "annotations/items/body": row(type="TextualBody", value=TEXT, format="text/plain", language=LANGUAGE),
        "annotations/items/target": row("selector", type="SpecificResource", source="%{^^^id}"),
        "selector": row(
            type="SvgSelector",
            value=r'<svg xmlns="http://www\.w3\.org/2000/svg" width="\d+" height="\d+">'
            r'<path d="(?:M[\d, L-]+Z ?)+"/></svg>',
        ),
        "structures": row("items+", id="%{$base}range/%{#}", type="Range", label=_IN_ONE),
        "structures/items": (
            row(id=_CANVAS, type="Canvas"),
            row("items+", id=rf"%{{^id}}/{ARTICLE}", type="Range", label=_IN_ONE),
        ),
        "structures/items/items": row(id=_CANVAS + _XYWH, type="Canvas"),
    },
    name="id",
    unique=False,
)  # fmt: skip
