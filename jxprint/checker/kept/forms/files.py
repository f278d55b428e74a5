"""Which form a file has, and what does not fit it."""

from __future__ import annotations

import json
from importlib import import_module

from jxprint.checker.kept.forms import Form
from jxprint.checker.kept.forms.walking import form_findings
from jxprint.errors import Finding
from jxprint.intake.xml_tree import Element

# By the root element, or by what a JSON file says of its format: the module and the name of the form.
_FORMS = {
    "alto": ("alto", "ALTO"),
    "PcGts": ("page_xml", "PAGE"),
    "html": ("hocr", "HOCR"),
    "mets": ("mets", "METS"),
    "premis": ("premis", "PREMIS"),
    "jxprint articles": ("json_files", "ARTICLES_OF_PAGE"),
    "jxprint edition": ("json_files", "EDITION_BY_ARTICLE"),
    "Manifest": ("json_files", "MANIFEST"),
}
_ROOTS = {"jxprint articles": "page file", "jxprint edition": "edition", "Manifest": "manifest"}


def form_of_xml(root: Element, name: str) -> list[Finding]:
    """What in a file of XML has no place there; nothing where its kind is not known."""
    return form_findings(root, name, _form(root.name)) if root.name in _FORMS else []


def form_of_json(data: bytes, name: str, known: str = "") -> list[Finding]:
    """The same of a file of JSON that was read once; `known` is its format where that is not asked."""
    from jxprint.checker.kept.forms.json_files import as_element

    told = json.loads(data.decode("utf-8-sig"))
    kind = known or str(told.get("format", ""))
    if kind not in _ROOTS:
        return []
    base = str(told.get("id", "")).rpartition("/")[0] + "/"
    return form_findings(as_element(told, _ROOTS[kind]), name, _form(kind), {"base": base})


def _form(kind: str) -> Form:
    module, name = _FORMS[kind]
    found: Form = getattr(import_module(f"jxprint.checker.kept.forms.{module}"), name)
    return found
