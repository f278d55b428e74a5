"""Who noticed: each finding has the witnesses that speak of it, for reports and for the matrix of sabotage."""

from __future__ import annotations

from jxprint.errors import Finding

# The content stream as our own walk has it, the structure tree, the places on paper, pdfium, the outlines of glyphs,
# pdfium's rendering, and what the file declares of itself.
WITNESSES = ("stream", "structure", "geometry", "engine", "ink", "sight", "declared")
_OF_KEY = {
    "structure": (
        "untagged",
        "unowned",
        "owned_twice",
        "element_twice",
        "role",
        "role_map",
        "parent_tree",
        "actual_text_in_tree",
        "figures",
        "mark_tag",
        "table_cell",
        "link_parent",
    ),
    "geometry": ("out_of_frame", "off_page", "artwork_frame", "apart", "raised", "lowered", "on_the_line"),
    "ink": ("ink", "ink_missing", "ink_unknown", "ink_damaged", "ink_two_ways", "ink_encoding", "face", "width"),
    "sight": ("unseen", "touched", "overlapping"),
    "declared": (
        "mended",
        "unmarked",
        "title",
        "statement",
        "page_label",
        "alternative",
        "no_alternative",
        "page_count",
        "language",
        "bookmark",
        "bookmark_elsewhere",
        "transfer",
        "active",
        "attachment",
        "elsewhere",
        "link",
        "link_elsewhere",
        "thread",
        "thread_pages",
        "annotation",
        "rotated",
        "page_size",
        "page_place",
        "cropped",
    ),
}
_BY_KEY = {f"checks.{key}": witness for witness, keys in _OF_KEY.items() for key in keys}


def witnesses_of(finding: Finding) -> tuple[str, ...]:
    """The witnesses of a finding, in the order of WITNESSES: of a difference the readings that show it, of an oddity
    the one that can see such a thing.
    """
    readings = finding.args.get("readings")
    if not isinstance(readings, tuple | list):
        return (_BY_KEY.get(finding.key, "stream"),)
    seen: set[str] = set()
    for reading in map(str, readings):
        reader, _, order = reading.partition(":")
        seen.add(order)
        if reader == "pdfium":
            seen.add("engine")
    return tuple(witness for witness in WITNESSES if witness in seen)
