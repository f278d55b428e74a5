"""What kind of kept file it is, told by its name or else its first byte, and its pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath

from jxprint.checker.kept.forms.files import form_of_json, form_of_xml
from jxprint.checker.kept.seen import KeptPage
from jxprint.errors import DescriptionError, Finding, Place
from jxprint.intake.xml_tree import Element, parsed

# Root elements, and the module and function that reads what is under each.
_ROOTS = {
    "alto": ("jxprint.checker.kept.alto", "alto_pages"),
    "PcGts": ("jxprint.checker.kept.page_xml", "page_xml_pages"),
    "html": ("jxprint.checker.kept.hocr", "hocr_pages"),
}


_OURS = "jxprint"
# What a file is by its name, however it begins: copy may begin with any mark, and what is left of a file is no text.
_HEADS = {".txt": b"", ".xml": b"<", ".html": b"<", ".json": b"{"}
# A text by article, which is of no page.
BY_ARTICLE = "articles.txt"
# How a file begins that has an edition by article.
_EDITION = re.compile(rb'\s*\{\s*"format"\s*:\s*"jxprint edition"')


def read_kept(data: bytes, name: str) -> list[KeptPage]:
    """The pages of a file. Raises DescriptionError where it cannot be read, or is of no kind that is kept."""
    return read_with_form(data, name)[0]


def read_with_form(data: bytes, name: str, *, ours: bool = False) -> tuple[list[KeptPage], list[Finding]]:
    """The pages of a file, and what stands in it that has no place there. A file that says it was made by another
    program may have what it likes, unless it is to be `ours`. Raises as read_kept.
    """
    if PurePath(name).name == BY_ARTICLE:
        raise DescriptionError(Finding("library.of_a_folder", Place(name)))
    head = _HEADS.get(PurePath(name).suffix.lower())
    if head is None:
        head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    odd: list[Finding] = []
    if head == b"<":
        root = parsed(data, name, mixed=True, named_type=True, qualified=True)
        if root.name not in _ROOTS:
            raise DescriptionError(Finding("library.unknown_kind", Place(name), {"what": f"<{root.name}>"}))
        module, function = _ROOTS[root.name]
        reader: Callable[[Element], Iterator[KeptPage]] = getattr(import_module(module), function)
        pages = list(reader(root))
        made_by = {str(page.facts.get(("", "software"), "")).partition(" ")[0] for page in pages}
        if ours or made_by == {_OURS}:
            odd = form_of_xml(root, name)
    else:
        pages = _said(data, name, is_json=head == b"{")
        odd = form_of_json(data, name) if head == b"{" else []
    if not pages:
        raise DescriptionError(Finding("library.no_page", Place(name)))
    return pages, odd


def _said(data: bytes, name: str, *, is_json: bool) -> list[KeptPage]:
    """The pages of a file that is no XML."""
    if is_json and _EDITION.match(data):
        from jxprint.checker.kept.articles import articles_wrap

        return articles_wrap(data, name).pages
    from jxprint.checker.kept.words import json_page, text_page

    return [json_page(data, name) if is_json else text_page(data, name)]
