"""The structure tree: elements that are gone, exchanged, called something else, or that say what nobody shows."""

from __future__ import annotations

from typing import Any

import pikepdf

from faults_of_orders import mcids_of
from spoiling import Opened, frame_of, kids_of, kind, set_frame

_UNHEARD = ("unowned", "missing")


def _leaves(file: Opened, *tags: str) -> list[Any]:
    """Elements that own marked content with text."""
    said = set(file.text_pieces(2))
    return [one for one in file.elements(*tags) if any(isinstance(kid, int) and kid in said for kid in kids_of(one))]


@kind("element removed", *_UNHEARD)
def removed(file: Opened) -> bool:
    """A paragraph is no longer in the tree."""
    places = [(one, at) for one in file.elements("/Art") for at in range(len(kids_of(one))) if len(kids_of(one)) > 1]
    places = [(one, at) for one, at in places if set(_mcids(kids_of(one)[at])) & set(file.text_pieces(1))]
    place = file.choose(places)
    if place is None:
        return False
    parent, at = place
    kids = kids_of(parent)
    parent["/K"] = pikepdf.Array(kids[:at] + kids[at + 1 :])
    return True


def _mcids(kid: Any) -> list[int]:
    return [kid] if isinstance(kid, int) else mcids_of(kid)


@kind("article removed", *_UNHEARD)
def article_removed(file: Opened) -> bool:
    """A story is no longer in the tree."""
    document = file.elements("/Document")[0]
    said = set(file.text_pieces(1))
    at = file.choose(at for at, one in enumerate(document["/K"]) if said & set(mcids_of(one)))
    if at is None:
        return False
    del document["/K"][at]
    return True


@kind("tree removed", "untagged")
def tree_removed(file: Opened) -> bool:
    """No tags at all."""
    del file.document.Root["/StructTreeRoot"]
    return True


@kind("two MCIDs swapped in the tree", "moved", "missing", "extra", "altered", "out_of_frame")
def swapped(file: Opened) -> bool:
    """Two elements own each other's content."""
    leaves = [one for one in _leaves(file) if len(kids_of(one)) == 1]
    if len(leaves) < 2:
        return False
    one, two = file.random.sample(leaves, 2)
    one["/K"], two["/K"] = (
        int(two["/K"] if isinstance(two["/K"], int) else two["/K"][0]),
        int(one["/K"] if isinstance(one["/K"], int) else one["/K"][0]),
    )
    return True


@kind("two MCIDs swapped in the stream", "moved", "missing", "extra", "altered", "out_of_frame")
def swapped_in_stream(file: Opened) -> bool:
    """Two pieces have each other's numbers."""
    pieces = file.pieces()
    said = [mcid for mcid in file.text_pieces(2) if mcid in pieces]
    if len(said) < 2:
        return False
    one, two = file.random.sample(said, 2)
    for here, there in ((one, two), (two, one)):
        at = pieces[here][0]
        file.ops[at].operands = [file.ops[at].operands[0], pikepdf.Dictionary(MCID=there)]
    return True


@kind("MCID that nobody owns", *_UNHEARD)
def unowned(file: Opened) -> bool:
    """A piece has a number of which the tree knows nothing."""
    pieces = file.pieces()
    mcid = file.choose(mcid for mcid in file.text_pieces(2) if mcid in pieces)
    if mcid is None:
        return False
    at = pieces[mcid][0]
    file.ops[at].operands = [file.ops[at].operands[0], pikepdf.Dictionary(MCID=max(pieces) + 7)]
    return True


@kind("piece owned twice", "owned_twice")
def owned_twice(file: Opened) -> bool:
    """Two elements own the same piece."""
    leaves = _leaves(file)
    if len(leaves) < 2:
        return False
    one, two = file.random.sample(leaves, 2)
    one["/K"] = two["/K"]
    return True


@kind("element twice in the tree", "element_twice")
def element_twice(file: Opened) -> bool:
    """One paragraph is a child of two articles."""
    articles = [one for one in file.elements("/Art") if isinstance(one["/K"], pikepdf.Array) and len(one["/K"])]
    if len(articles) < 2:
        return False
    one, two = file.random.sample(articles, 2)
    two["/K"] = pikepdf.Array([*two["/K"], one["/K"][0]])
    return True


@kind("ActualText in the stream lies", "actual_text", "actual_text_in_tree")
def actual_text(file: Opened) -> bool:
    """The codes are right, and readers take what ActualText says."""
    one = file.choose(one for one in file.shown(2) if one.mcid is not None and file.said(one).strip())
    if one is None:
        return False
    said = file.said(one)
    told = pikepdf.String(said[::-1] if said != said[::-1] else said + "不")
    file.insert(one.at + 1, "EMC")
    file.insert(one.at, "/Span<</ActualText (x)>>BDC")
    file.ops[one.at].operands = [pikepdf.Name.Span, pikepdf.Dictionary(ActualText=told)]
    return True


@kind("ActualText in the tree lies", "actual_text", "actual_text_in_tree", "actual_text_in_tree")
def actual_text_in_tree(file: Opened) -> bool:
    """An element says another text than its content."""
    one = file.choose(_leaves(file))
    if one is None:
        return False
    one["/ActualText"] = pikepdf.String("另有说法")
    return True


@kind("Alt on text", "actual_text", "actual_text_in_tree", "alternative")
def alt_on_text(file: Opened) -> bool:
    """A paragraph has an alternative, which is read instead of it."""
    one = file.choose(_leaves(file, "/P", "/H1", "/H2", "/Span"))
    if one is None:
        return False
    one[file.random.choice(("/Alt", "/E"))] = pikepdf.String("另有说法")
    return True


@kind("Alt lies", "alternative")
def alt(file: Opened) -> bool:
    """A picture is said to show something else."""
    figure = file.choose(file.elements("/Figure"))
    if figure is None:
        return False
    figure["/Alt"] = pikepdf.String("别的东西")
    return True


@kind("Alt removed", "no_alternative", "alternative")
def no_alt(file: Opened) -> bool:
    """Nobody says what a picture shows."""
    figure = file.choose(one for one in file.elements("/Figure") if str(one.get("/Alt", "")))
    if figure is None:
        return False
    del figure["/Alt"]
    return True


@kind("figure removed from the tree", "alternative", "no_alternative", "figures", *_UNHEARD)
def no_figure(file: Opened) -> bool:
    """Who listens to the page does not know that there is a picture."""
    places = [
        (one, at)
        for one in file.elements("/Art")
        for at, kid in enumerate(kids_of(one))
        if not isinstance(kid, int) and str(kid.get("/S")) == "/Figure"
    ]
    place = file.choose(places)
    if place is None:
        return False
    kids = kids_of(place[0])
    place[0]["/K"] = pikepdf.Array(kids[: place[1]] + kids[place[1] + 1 :])
    return True


@kind("frame in the tree lies", "out_of_frame")
def frame(file: Opened) -> bool:
    """A BBox says that text stands elsewhere."""
    one = file.choose(one for one in _leaves(file) if frame_of(one))
    if one is None:
        return False
    left, low, right, high = frame_of(one) or [0.0] * 4
    set_frame(one, [left + 150, low - 90, right + 150, high - 90])
    return True


@kind("parent tree exchanged", "parent_tree")
def parent_tree(file: Opened) -> bool:
    """From content to element, a reader gets to the wrong one."""
    owners = file.document.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"][1]
    if len(owners) < 2:
        return False
    one, two = file.random.sample(range(len(owners)), 2)
    if owners[one].objgen == owners[two].objgen:
        return False
    kept = list(owners)
    kept[one], kept[two] = kept[two], kept[one]
    file.document.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"][1] = pikepdf.Array(kept)
    return True


@kind("language of an element changed", "language")
def element_language(file: Opened) -> bool:
    """A paragraph is read out in another language."""
    one = file.choose(file.elements("/P", "/H1", "/H2", "/Art"))
    if one is None:
        return False
    one["/Lang"] = pikepdf.String(file.random.choice(("en-US", "ja-JP", "ko")))
    return True
