"""CNML, 中文新闻信息置标语言 (GB/T 20092): items with their titles, creators and contents.

The standard itself was not read: it is not public. What is read here is what programs that are public write and read
of it (namespace http://www.cnml.org.cn/2005/CNMLSchema): CNML/Items/Item, MetaInfo with DescriptionMetaGroup
(Titles/HeadLine and SubHeadLine, Creators/Creator/Name/FullName), Contents/ContentItem by xsi:type with DataContent,
whose text is plain or HTML. All of that is unverified against the standard; whatever else an item has is told as data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.markup.blocks import Blocks
from jxprint.exchange.markup.html import feed_html
from jxprint.exchange.rough import LeftOut, Piece, Role, Rough
from jxprint.exchange.sources import Gathered
from jxprint.exchange.stories import Origin, stories_of
from jxprint.exchange.xml_leaves import beside, feed, leaves, words
from jxprint.intake.xml_tree import Aside, Element, parsed

_TITLES: dict[str, Role] = {"HeadLine": "headline", "SubHeadLine": "deck"}
_HTML = re.compile(r"<(?:p|br|div|span|a|b|strong|img|table|h[1-6])\b[^>]*>", re.IGNORECASE)
_DATA = {
    "PublicId": "uri",
    "Status": "status",
    "CurrentRevisionTime": "versioncreated",
    "FirstCreateTime": "firstcreated",
    "VersionId": "version",
}


def read(data: bytes, file: str, name: str) -> Gathered:
    """The stories of a CNML file, an item each. Raises DescriptionError where it has none."""
    asides: list[Aside] = []
    root = parsed(data, file, mixed=True, named_type=True, asides=asides)
    gathered = Gathered()
    used: set[int] = set()
    items = [one for one in root.all("Item") if one.first("Contents") is not None]
    for item in items:
        roughs, content = list(_head(item, used)), list(_content(item, gathered, used))
        if not content:
            continue
        own = name if not gathered.stories else f"{name}-{len(gathered.stories) + 1}"
        gathered.stories += stories_of([*roughs, *content], Origin(own, file, _data(item)), gathered.debris, one=True)
    if not gathered.stories:
        key = "exchange.no_text" if items else "exchange.not_cnml"
        raise DescriptionError(Finding(key, Place(file, root.line), {"story": name, "root": root.name}))
    gathered.left_out += [*leaves(root, "", used), *beside(asides)]
    return gathered


def _head(item: Element, used: set[int]) -> Iterator[Rough]:
    for titles in item.all("Titles"):
        for line in titles.named(*_TITLES):
            used.add(id(line))
            yield from (Rough(one.pieces, _TITLES[line.name], line=line.line) for one in _blocks(line).roughs)
    for creators in item.all("Creators"):
        names = list(creators.all("FullName")) or list(creators.all("Name"))
        for one in names:
            used.add(id(one))
            text = " ".join(rough.text for rough in _blocks(one).roughs)
            yield Rough((Piece(text),), "byline", line=one.line)


def _content(item: Element, gathered: Gathered, used: set[int]) -> Iterator[Rough]:
    for one in (one for contents in item.named("Contents") for one in contents.named("ContentItem")):
        if "Image" in one.attributes.get("type", "") or one.first("DataContent") is None:
            used.add(id(one))
            told = " ".join(part for part in (one.attributes.get("href", ""), words(one)) if part)
            gathered.left_out.append(LeftOut("picture", told, one.attributes.get("id", ""), one.line))
            continue
        for data in one.named("DataContent"):
            used.add(id(data))
            if "base64" in (value.lower() for value in data.attributes.values()):  # a file of another kind
                gathered.left_out.append(LeftOut("code", data.text.strip(), "DataContent", data.line))
                continue
            blocks = _blocks(data)
            gathered.left_out += blocks.left_out
            gathered.counts.update(blocks.counts)
            for rough in blocks.roughs:
                role: Role = "subhead" if rough.level else rough.role
                yield Rough(rough.pieces, role, 0, rough.line)


def _blocks(element: Element) -> Blocks:
    """The paragraphs of an element: its text is HTML (in CDATA), or lines, or has elements of its own."""
    blocks = Blocks()
    if element.children:
        for _ in feed(blocks, element):
            pass
    elif _HTML.search(element.text):
        feed_html(blocks, element.text, line=element.line)
    else:
        for line in element.text.split("\n"):
            blocks.data(line)
            blocks.flush()
    blocks.finish()
    return blocks


def _data(item: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in item.all(*_DATA):
        if one.text.strip():
            found.setdefault(_DATA[one.name], one.text.strip())
    return found
