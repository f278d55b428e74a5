"""What stands in hOCR as an archive has it. An element is called by its class, what a head says by its name; a property
of a title is an attribute by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jxprint.checker.kept.forms import Form, row
from jxprint.checker.kept.forms.values import ANY, ARTICLE, COUNT, ITEM, KINDS, LANGUAGE, NUMBER, REGION, TEXT
from jxprint.intake.xml_tree import Element

_PROPERTY = re.compile(r"\s*([\w-]+)((?:\s+(?:\"[^\"]*\"|[^\s;\"]+))*)\s*(?:;|$)")
_CORNERS = r"-?\d+ -?\d+ -?\d+ -?\d+"
_CAPABLE = "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_photo ocr_separator ocrp_lang ocrp_font"
_FONT = {
    "title:x_font": '"[^"]+"',
    "title:x_type": "?serif|sans-serif",
    "title:x_bold": "?1",
    "title:x_fsize": r"\d+",
    "title:x_points": NUMBER,
    "title:x_color": "[0-9A-F]{6}",
}


def _called(element: Element) -> str:
    name = element.attributes.get("class") or element.attributes.get("name")
    return f"{element.name}.{name}" if name else element.name


def _attributes(element: Element) -> Mapping[str, str]:
    """Attributes without what names the element, a title taken apart; what is no property is one without a name."""
    found = {name: value for name, value in element.attributes.items() if name not in ("class", "title")}
    title = element.attributes.get("title", "")
    at = 0
    while at < len(title):
        one = _PROPERTY.match(title, at)
        if one is None or one.end() == at:
            found["title:"] = title[at:]
            break
        found[f"title:{one[1]}"] = one[2].strip()
        at = one.end()
    return found


_LINE = {"id": r"%{^id}L\d+", "title:bbox": _CORNERS, **_FONT, "title:x_hyphen": f"?{_CORNERS}"}

HOCR = Form(
    rows={
        "html": row("head body", "", **{"lang": LANGUAGE, "xml:lang": "%{lang}"}),
        "head": row(
            "meta title meta.ocr-system meta.ocr-capabilities meta.ocr-number-of-pages meta.ocr-langs"
        ),
        "meta": row("", "", charset="utf-8"),
        "title": row("", ANY),
        "meta.ocr-system": row(name="ocr-system", content=TEXT),
        "meta.ocr-capabilities": row(name="ocr-capabilities", content=_CAPABLE),
        "meta.ocr-number-of-pages": row(name="ocr-number-of-pages", content="1"),
        "meta.ocr-langs": row(name="ocr-langs", content=LANGUAGE),
        "body": row("div.ocr_page"),
        "div.ocr_page": row(
            "div.ocr_carea* div.ocr_separator*", "",
            **{"id": "P1", "title:image": '?"[^"]+"', "title:bbox": r"0 0 \d+ \d+", "title:ppageno": r"\d+",
               "title:lpageno": r'?\d+|"[^"]+"', "title:scan_res": rf"?({COUNT}) \1"},
        ),
        "div.ocr_separator": row("", "", **{"id": "G%{#}", "title:bbox": _CORNERS}),
        "div.ocr_carea": row(
            "p.ocr_par* div.ocr_photo*", "",
            **{"id": ARTICLE, "title:bbox": _CORNERS, "title:x_kind": KINDS, "aria-label": ANY},
        ),
        "div.ocr_photo": row("", "", **{"id": ITEM, "title:bbox": _CORNERS, "aria-label": f"?{TEXT}"}),
        "p.ocr_par": row(
            "span.ocr_line*", "",
            **{"id": REGION, "title:bbox": _CORNERS, "title:x_role": "[a-z_]+", "title:x_drop_cap": "?1",
               "title:x_continues": "?1"},
        ),
        "span.ocr_line": (
            row("span.ocrx_word*", "", **_LINE, **{"title:baseline": rf"0 {NUMBER}"}),
            row("span.ocrx_word*", "", **_LINE, **{"title:textangle": "0|270", "title:x_down": "1"}),
        ),
        "span.ocrx_word": tuple(
            row(
                "", TEXT,
                **{"title:bbox": _CORNERS, "title:x_wconf": "100", "title:x_bboxes": rf"{_CORNERS}(?: {_CORNERS})*",
                   "title:x_inline": "?base|reading|mark", "title:x_turn": "?rotated|across", "data-shown": f"?{TEXT}",
                   **font, **spoken},
            )
            for font in ({}, _FONT)
            for spoken in ({}, {"lang": LANGUAGE, "xml:lang": "%{lang}"})
        ),
    },
    called=_called,
    attributes=_attributes,
    spaces=("http://www.w3.org/1999/xhtml",),
    name="id",
)  # fmt: skip
