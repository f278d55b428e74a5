"""What a drawing has of words: text boxes, which are read as copy, and what describes it or stands in its shapes."""

from __future__ import annotations

from jxprint.exchange.word.elements import all_shown
from jxprint.exchange.word.records import Beside
from jxprint.intake.xml_tree import Element

# VML, as older programs and WPS write it: what describes a shape, and WordArt (textpath).
_DESCRIBED = {"shape": "alt", "rect": "alt", "image": "alt", "imagedata": "title", "textpath": "string"}


def boxes_of(drawing: Element) -> list[Element]:
    """The contents of its text boxes."""
    return [one for one in all_shown(drawing) if one.name == "txbxContent"]


def told_of(drawing: Element, beside: Beside, *, has_boxes: bool) -> str | None:
    """Its words that are in no text box; None where it is nothing but text boxes."""
    named = [one.attributes for one in drawing.all("docPr")]
    described = [one.get("descr") or one.get("title") or "" for one in named]
    told = [one or attributes.get("name", "") for one, attributes in zip(described, named, strict=True)]
    within = list(all_shown(drawing))
    more = [one.attributes.get(_DESCRIBED[one.name], "") for one in within if one.name in _DESCRIBED]
    more += [beside.take(one).strip() for one in within if one.name == "t"]  # DrawingML's own text
    more += [one.attributes.get("ProgID", "") for one in within if one.name == "OLEObject"]
    if has_boxes and not any((*described, *more)):
        return None
    return "；".join(dict.fromkeys(one for one in (*told, *more) if one))
