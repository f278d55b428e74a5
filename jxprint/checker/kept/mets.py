"""METS read back: its articles by blocks of ALTO and places on images, its descriptions (MODS), its links."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

from jxprint.checker.kept.seen import Facts, note
from jxprint.checker.kept.wraps import Ground, Wrap, WrappedStory, box_ground, ground_facts
from jxprint.intake.xml_tree import Element


def mets_wrap(root: Element) -> Wrap:
    """The structures of a METS file, and what it says of them."""
    uses = {file.attributes.get("ID", ""): group.attributes.get("USE", "") for group in root.all("fileGrp")
            for file in group.named("file")}  # fmt: skip
    described = {one.attributes.get("ID", ""): one for one in root.named("dmdSec")}
    wrap = Wrap("mets", [])
    page_of: dict[str, int] = {}
    labels: dict[int, str] = {}
    for one in root.named("structMap"):
        issues = [div for div in one.named("div") if one.attributes.get("TYPE") == "LOGICAL"]
        for issue in issues:
            wrap.facts.append((0, _edition(issue, described)))
            for div in issue.named("div"):
                story = _story(div, uses, page_of)
                wrap.stories.append(story)
                wrap.facts += [*_titles(div, story, described, uses.values()), *ground_facts(story, "outline")]
        for whole in () if issues else one.named("div"):
            for number, page in enumerate((whole, *whole.named("div"))):
                page_of |= {fptr.attributes.get("FILEID", ""): number for fptr in page.named("fptr")}
                page_of[page.attributes.get("ID", "")] = number
                if number:
                    labels[number] = page.attributes.get("ORDERLABEL", "") or str(number)
                    wrap.facts += [(number, facts) for facts in _page(page, described)]
    wrap.facts += [(0, _of_file(root)), *_links(root, wrap, page_of, labels, described), *_listed(root, uses, page_of)]
    wrap.facts.append((0, {("", "page_count"): len(labels)}))
    return wrap


def _of_file(root: Element) -> Facts:
    facts: Facts = {
        ("", "title"): root.attributes.get("LABEL", ""),
        ("", "edition_name"): root.attributes.get("OBJID", ""),
    }
    head = root.first("metsHdr")
    facts["", "made"] = "" if head is None else head.attributes.get("CREATEDATE", "")
    facts["", "software"] = "" if head is None else next((one.text for one in head.all("name")), "")
    return facts


def _listed(root: Element, uses: Mapping[str, str], page_of: Mapping[str, int]) -> Iterator[tuple[int, Facts]]:
    """Of which page each file is (nought: of the edition), by the structure of pages and by the file's own number."""
    physical = [one for one in root.named("structMap") if one.attributes.get("TYPE") == "PHYSICAL"]
    pointed = {fptr.attributes.get("FILEID", "") for one in physical for fptr in one.all("fptr")}
    for file in root.all("file"):
        name = file.attributes.get("ID", "")
        place = file.first("FLocat")
        if name in uses and place is not None:
            path = unquote(place.attributes.get("href", ""))
            yield 0, {(path, "page_of"): int(file.number("SEQ") or 0)}
            yield 0, {(path, "page_of"): page_of.get(name, 0) if name in pointed else None}


def _edition(issue: Element, described: Mapping[str, Element]) -> Facts:
    facts: Facts = {}
    own = described.get(issue.attributes.get("DMDID", ""))
    note(facts, "", "title", issue.attributes.get("LABEL"))
    for what, name in (("date", "dateIssued"), ("issue", "number")):
        facts["", what] = _said(own, name)
    note(facts, "", "language", _said(own, "languageTerm"))
    paper = _said(own, "title")
    if paper != issue.attributes.get("LABEL"):  # of a paper without a name it is the edition's
        facts["", "paper"] = paper
    return facts


def _page(page: Element, described: Mapping[str, Element]) -> tuple[Facts, Facts]:
    """What is said of a page by its division, and by its description."""
    facts: Facts = {}
    own = described.get(page.attributes.get("DMDID", ""))
    facts["", "label"] = page.attributes.get("ORDERLABEL", "")
    for what, name in (("title", "title"), ("language", "languageTerm"), ("statement", "note")):
        facts["", what] = _said(own, name)
    return facts, {("", "label"): _said(own, "number")}


def _said(described: Element | None, name: str) -> str:
    """The first text of a description's elements of some name."""
    return "" if described is None else next((one.text for one in described.all(name)), "")


def _titles(
    div: Element, story: WrappedStory, described: Mapping[str, Element], uses: Collection[str]
) -> Iterator[tuple[int, Facts]]:
    """What an article is called, by its division and by its description."""
    own = described.get(div.attributes.get("DMDID", ""))
    story.others = [_said(one, "title") for one in own.all("titleInfo") if "type" in one.attributes] if own else []
    for page, name in story.parts:
        if page not in story.grounds and "PNG" in uses:
            yield page, {(name, "outline"): ()}
    for page, name in story.parts[:1]:
        for title in (story.title, _said(own, "title")):
            yield page, {(name, "title"): title}
        for genre in (div.attributes.get("TYPE", ""), _said(own, "genre")):
            yield page, {(name, "genre"): genre}
        for whole in (f"LOG{page}{name}", f"LOG{div.attributes.get('DMDID', '').removeprefix('DMD')}"):
            yield 0, {(div.attributes.get("ID", ""), "whole"): whole}
        yield 0, {(div.attributes.get("ID", ""), "whole"): div.attributes.get("ID", "")}
        if own is not None:
            yield page, {("", "language"): _said(own, "languageTerm")}


def _links(
    root: Element, wrap: Wrap, page_of: Mapping[str, int], labels: Mapping[int, str], described: Mapping[str, Element]
) -> Iterator[tuple[int, Facts]]:
    """To which pages an article is linked, and on which it stands, each under the name of its division; and the list of
    these by the numbers that readers see.
    """
    linked: dict[str, list[int]] = {}
    for link in root.all("smLink"):
        to = page_of.get(link.attributes.get("to", ""), 0)
        linked.setdefault(link.attributes.get("from", ""), []).append(to)
    divisions = [div for one in root.named("structMap") if one.attributes.get("TYPE") == "LOGICAL"
                 for issue in one.named("div") for div in issue.named("div")]  # fmt: skip
    for div, story in zip(divisions, wrap.stories, strict=True):
        name = div.attributes.get("ID", "")
        stands = tuple(dict.fromkeys([page for page, _ in story.parts] or story.grounds))
        if stands:
            yield 0, {(name, "pages"): stands}
            yield 0, {(name, "pages"): tuple(linked.get(name, ()))}
            pages = ", ".join(labels.get(page, str(page)) for page in stands) if len(stands) > 1 else ""
            yield 0, {(name, "extent"): pages}
            yield 0, {(name, "extent"): _said(described.get(div.attributes.get("DMDID", "")), "list")}


def _story(div: Element, uses: Mapping[str, str], page_of: Mapping[str, int]) -> WrappedStory:
    story = WrappedStory(div.attributes.get("LABEL", ""))
    for area in div.all("area"):
        file = area.attributes.get("FILEID", "")
        page = page_of.get(file, 0)
        if uses.get(file) == "ALTO":
            story.parts.append((page, area.attributes.get("BEGIN", "")))
        else:
            story.grounds.setdefault(page, []).extend(_grounds(area))
    return story


def _grounds(area: Element) -> Iterator[Ground]:
    try:
        numbers = [float(one) for one in area.attributes.get("COORDS", "").split(",")]
    except ValueError:
        return
    if area.attributes.get("SHAPE") == "POLY" and len(numbers) % 2 == 0:
        yield [list(zip(numbers[::2], numbers[1::2], strict=True))]
    elif len(numbers) == 4:
        left, top, right, foot = numbers
        yield box_ground(left, top, right - left, foot - top)
