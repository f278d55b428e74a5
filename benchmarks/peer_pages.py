"""The same page as sources of other programs: HTML for browsers, and a flat OpenDocument.

Places, sizes and copy come from `pages.json`, which `peer.py` writes for Typst; faces are ours, by file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

Part = Mapping[str, object]
Sheet = Mapping[str, object]


def html_of(sheet: Sheet, faces: Mapping[tuple[str, int], Path]) -> str:
    """A page whose parts stand where they are told; legs are CSS columns. Faces are files, by family and weight."""
    width, height = sheet["width"], sheet["height"]
    fonts = "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{path.resolve().as_uri()}") }}'
        for (family, weight), path in faces.items()
    )
    style = (
        f"@page {{ size: {width}pt {height}pt; margin: 0 }} html, body {{ margin: 0 }}"
        f" .sheet {{ position: relative; width: {width}pt; height: {height}pt; overflow: hidden }}"
        " .sheet > * { position: absolute; margin: 0; font-weight: inherit } p { margin: 0; text-indent: 2em }"
        " .legs { column-fill: balance; text-align: justify; orphans: 1; widows: 1 }"
    )
    body = "\n".join(_html_part(part) for part in _parts(sheet))
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(str(sheet["title"]))}</title>'
        f'<style>{fonts}\n{style}</style></head><body><div class="sheet">{body}</div></body></html>'
    )


def _parts(sheet: Sheet) -> Sequence[Part]:
    parts = sheet["parts"]
    assert isinstance(parts, Sequence)
    return parts


def _html_part(part: Part) -> str:
    if part["kind"] == "picture":
        return f'<div style="{_box(part)};background:#ebebeb" role="img" aria-label="{escape(str(part["alt"]))}"></div>'
    type_ = f"font-family:'{part['family']}';font-weight:{part['weight']};font-size:{part['size']}pt"
    if part["kind"] == "line":
        tag = f"h{part['level']}" if part["level"] else "div"
        align = {"centre": "center", "end": "right"}.get(str(part["align"]), "left")
        told = f"{_box(part)};{type_};line-height:{part['height']}pt;text-align:{align};white-space:pre"
        return f'<{tag} style="{told}">{escape(str(part["text"]))}</{tag}>'
    copy = "".join(f"<p>{escape(words)}</p>" for words in paragraphs_of(part))
    told = f"{_box(part)};{type_};line-height:{part['pitch']}pt;column-count:{part['legs']};column-gap:{part['gap']}pt"
    return f'<div class="legs" style="{told};height:auto">{copy}</div>'


def _box(part: Part) -> str:
    return f"left:{part['x']}pt;top:{part['y']}pt;width:{part['width']}pt;height:{part['height']}pt"


def paragraphs_of(part: Part) -> Sequence[str]:
    """The paragraphs of legs."""
    told = part["paragraphs"]
    assert isinstance(told, Sequence)
    return [str(one) for one in told]


_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def fodt_of(sheet: Sheet) -> str:
    """A flat OpenDocument text: heads over legs in sections of columns, one below the other."""
    parts = [(number, part) for number, part in enumerate(_parts(sheet)) if part["kind"] != "picture"]
    styles = "".join(_fodt_style(number, part) for number, part in parts)
    body = "".join(_fodt_part(number, part) for number, part in parts)
    families = sorted({str(part["family"]) for _, part in parts})
    faces = "".join(f'<style:font-face style:name="{one}" svg:font-family="{one}"/>' for one in families)
    page = (
        f'<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="{sheet["width"]}pt" '
        f'fo:page-height="{sheet["height"]}pt" fo:margin="40pt"/></style:page-layout>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls>{faces}</office:font-face-decls>"
        f"<office:automatic-styles>{page}{styles}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1"/>'
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _fodt_style(number: int, part: Part) -> str:
    family, size, legs = part["family"], part["size"], part.get("legs")
    paragraph = (
        f'<style:style style:name="P{number}" style:family="paragraph"><style:paragraph-properties '
        f'fo:text-indent="{20 if legs else 0}pt" fo:text-align="justify"/><style:text-properties '
        f'style:font-name-asian="{family}" style:font-name="{family}" fo:font-size="{size}pt" '
        f'style:font-size-asian="{size}pt" style:language-asian="zh" style:country-asian="CN"/></style:style>'
    )
    if not legs:
        return paragraph
    return (
        f'{paragraph}<style:style style:name="S{number}" style:family="section"><style:section-properties>'
        f'<style:columns fo:column-count="{legs}" fo:column-gap="12pt"/></style:section-properties></style:style>'
    )


def _fodt_part(number: int, part: Part) -> str:
    if part["kind"] == "line":
        return f'<text:p text:style-name="P{number}">{escape(str(part["text"]))}</text:p>'
    copy = "".join(f'<text:p text:style-name="P{number}">{escape(one)}</text:p>' for one in paragraphs_of(part))
    return f'<text:section text:style-name="S{number}" text:name="S{number}">{copy}</text:section>'


def copy_of(sheet: Sheet) -> str:
    """The copy as a text file: a paragraph a line, a blank line before each head."""
    return "\n".join(_copy_lines(_parts(sheet))).strip() + "\n"


def _copy_lines(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if part["kind"] == "line":
            if part["level"]:
                yield ""
            yield str(part["text"])
        elif part["kind"] == "legs":
            yield from paragraphs_of(part)
