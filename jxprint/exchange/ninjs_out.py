"""A page's stories as ninjs 3.1 (IPTC): an item of the page, with an item in it for each story and each picture.

Its bytes follow from the page alone. An item's identifier follows from what the page is called, its day and its place
in the edition, and the name of the story, and not from what it says: a later version is a version of the same item.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.markup.writing import html_of
from jxprint.exchange.ninjs_names import PAGE_PROFILE, PROFILE, SUBHEAD_TAG
from jxprint.model import Headline, Page, Passage, Picture, Standfirst, Story
from jxprint.text.datelines import located

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
# What our identifiers are made in; a name, and no address of anything.
_SPACE = uuid5(NAMESPACE_URL, "https://jxprint.invalid/ninjs")
_PLAIN, _HTML = "text/plain", "text/html"


class Issued(Struct, frozen=True):
    """What the items of one export have in common: when they were made (ISO 8601, None where nobody says), the title
    and the day of their edition.
    """

    created: str | None = None
    title: str = ""
    day: str = ""


def ninjs_of(pages: Sequence[Page], issued: Issued) -> bytes:
    """The item of a page; of several pages an item of their edition with those of the pages in it. Raises
    DescriptionError where there is no story on them.
    """
    if not any(_stories(page) for page in pages):
        raise DescriptionError(*(Finding("exchange.no_stories", Place(page.file)) for page in pages))
    items = [_page_item(page, issued) for page in pages]
    if len(items) == 1:
        item = {key: value for key, value in items[0].items() if key != "name"}
    else:
        told = {"uri": _uri(issued.title, issued.day), "type": "composite", "title": issued.title}
        item = {**told, **_common(pages[0], issued), "associations": items}
    return (json.dumps({"standard": _STANDARD, **item}, ensure_ascii=False, indent=2) + "\n").encode()


def _uri(*names: str) -> str:
    return f"urn:uuid:{uuid5(_SPACE, chr(10).join(names))}"


def _common(page: Page, issued: Issued) -> dict[str, Any]:
    made = {"versionCreated": issued.created} if issued.created is not None else {}
    return {"language": page.language, "pubStatus": "usable", **made}


def _stories(page: Page) -> list[Story]:
    """Its stories; one that comes from another page is that page's."""
    return [part for part in page.parts if isinstance(part, Story) and part.jump_from is None]


def _page_item(page: Page, issued: Issued) -> dict[str, Any]:
    numbers = "-".join(map(str, page.numbers))
    known = (issued.title, issued.day, numbers, page.title)
    heads = [part for part in page.parts if isinstance(part, Headline)]
    headlines = [one for part in heads for one in _headlines(part.kicker, part.lines, part.deck)]
    standfirsts = [part for part in page.parts if isinstance(part, Standfirst)]
    summaries = ["\n".join(one.text for one in part.paragraphs) for part in standfirsts]
    described = [{"role": "standfirst", "contentType": _PLAIN, "value": one} for one in summaries]
    stories = [_story_item(story, page, known, issued) for story in _stories(page)]
    pictures = [part for part in page.parts if isinstance(part, Picture)]
    return {
        "name": page.name,
        "uri": _uri(*known),
        "type": "composite",
        "profile": PAGE_PROFILE,
        "title": page.title,
        **_common(page, issued),
        **({"headlines": headlines} if headlines else {}),
        **({"descriptions": described} if described else {}),
        "associations": [*stories, *(_picture_item(part, page, known, issued) for part in pictures)],
    }


def _headlines(kicker: Sequence[Passage], lines: Sequence[Passage], deck: Sequence[Passage]) -> list[dict[str, str]]:
    """Lines of a head, each with its role."""
    roles = (("kicker", kicker), ("main", lines), ("deck", deck))
    return [
        {
            "role": role,
            "contentType": _HTML if one.markup else _PLAIN,
            "value": html_of(one) if one.markup else one.text,
        }
        for role, passages in roles
        for one in passages
    ]


def _story_item(story: Story, page: Page, known: tuple[str, ...], issued: Issued) -> dict[str, Any]:
    dateline = "" if story.dateline is None else story.dateline.text
    place = located(dateline)
    plain = _plain(story)
    bodies = [
        {"role": "main", "contentType": _HTML, "value": _html(story)},
        {"role": "plain", "contentType": _PLAIN, "charCount": len(plain), "value": plain},
    ]
    return {
        "name": story.name,
        "uri": _uri(*known, story.name),
        "type": "text",
        "profile": PROFILE,
        **_common(page, issued),
        "headlines": _headlines(story.kicker, story.headline, story.deck),
        **({"by": " ".join(one.text for one in story.byline)} if story.byline else {}),
        **({"located": place} if place else {}),
        "bodies": bodies,
    }


def _html(story: Story) -> str:
    """Names and paragraphs; the dateline runs into the first paragraph, as it does in print."""
    out = [f'<p class="byline">{html_of(one)}</p>' for one in story.byline]
    for at, one in enumerate(story.paragraphs):
        tag = SUBHEAD_TAG if one.kind == "subhead" else "p"
        leads = story.dateline is not None and at == story.dateline_leads
        before = f'<span class="dateline">{html_of(story.dateline)}</span>' if leads and story.dateline else ""
        out.append(f"<{tag}>{before}{html_of(one.passage)}</{tag}>")
    return "\n".join(out)


def _plain(story: Story) -> str:
    lines = [one.text for one in story.paragraphs]
    if story.dateline is not None:
        lines[story.dateline_leads] = story.dateline.text + lines[story.dateline_leads]
    return "\n".join(lines)


def _picture_item(part: Picture, page: Page, known: tuple[str, ...], issued: Issued) -> dict[str, Any]:
    """A picture or a group of them: what is said under it, and what it shows."""
    texts = [("caption", part.caption.text if part.caption is not None else "")]
    texts += [("alt", shot.alt or "") for shot in part.shots]
    described = [{"role": role, "contentType": _PLAIN, "value": text} for role, text in texts if text]
    by = part.byline or ("" if part.credit is None else part.credit.text)
    files = [{"role": "file", "value": Path(shot.file).name} for shot in part.shots if shot.file is not None]
    return {
        "name": part.letter,
        "uri": _uri(*known, part.letter, *(one["value"] for one in files)),
        "type": "picture",
        **_common(page, issued),
        **({"descriptions": described} if described else {}),
        **({"by": by} if by else {}),
        **({"located": part.location} if part.location else {}),
        **({"altIds": files} if files else {}),
    }
