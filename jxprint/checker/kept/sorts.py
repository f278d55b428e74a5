"""What findings of an archive are about, and which of one sort is the stronger."""

from __future__ import annotations

READ = ("checks.missing", "checks.extra", "checks.altered", "checks.moved")
# What a finding is about, and the strongest first: of one thing in one file and of one sort the strongest is told.
SORTS: dict[str, tuple[str, ...]] = {
    "text": (*READ, "library.article_ends", "library.glyphs_differ", "library.lines_differ"),
    "place": (
        "library.other_shape",
        "library.off_page",
        "library.out_of_place",
        "library.other_ground",
        "library.apart",
        "library.other_baseline",
        "library.other_length",
    ),
    "type": ("library.other_type", "library.dead_link"),
    "language": ("checks.language",),
    "title": ("library.other_title",),
    "alt": ("checks.alternative", "checks.no_alternative"),
    "dpi": ("library.other_dpi",),
    "story": ("library.story_parted",),
    "contradicts": ("library.contradicts",),
}
FACTS: dict[str, tuple[str, ...]] = {
    "text": ("text", "shown"),
    "place": (
        "size", "box", "zone", "edge", "outline", "shape", "characters", "words", "white", "baseline", "tiles",
        "hyphen", "down", "turns",
    ),
    "type": ("face", "type_size", "bold", "serif", "colour", "looks"),
    "language": ("language", "tongue", "tongues", "spoken"),
    "title": ("title",),
    "alt": ("alt",),
    "dpi": ("dpi", "scan_res"),
    "inline": ("readings", "inline"),
    "order": ("articles", "blocks", "items", "lines", "figures", "free", "rules", "worded"),
    "indent": ("indent", "indented"),
    "kind": ("kind", "genre"),
}  # fmt: skip
# What is defined once and said of many: by the element, the sorts of what it says.
DEFINES: dict[str, tuple[str, ...]] = {
    "TextStyle": ("type",),
    "ParagraphStyle": ("align", "leading", "indent"),
    "LayoutTag": ("role", "drop_cap", "continued", "place", "type"),
    "StructureTag": ("kind", "title", "free"),
    "RoleTag": ("inline", "language"),
    "OtherTag": ("alt",),
    "Illustration": ("alt",),
    "html": ("language",),
    "fileName": ("image",),
    "Page": ("image", "label", "number", "language", "place", "dpi", "order"),
    "div.ocr_page": ("image", "label", "number", "place", "dpi", "order"),
    "manifest/label": ("title",),
    "articles/parts": ("text", "order", "story"),
    "items/annotations": ("text", "whole", "order"),
    "body/value": ("text",),
    "metadata": ("paper", "date", "issue", "language"),
    "dateIssued": ("date",),
    "processingDateTime": ("made",),
    "Created": ("made",),
    "LastChange": ("made",),
    "created": ("made",),
    "metsHdr": ("made",),
    "eventDateTime": ("made",),
    "software": ("software",),
    "creatingApplication": ("software",),
    "agent": ("software", "agent"),
    "originalName": ("path",),
    "FLocat": ("page_of",),
}
# What is said of one thing: by the element and its attribute, the sorts of what it says of that.
SAYS: dict[str, tuple[str, ...]] = {
    "GraphicalElement": ("order", "place"),
    "div.ocr_separator": ("order", "place"),
    "SeparatorRegion": ("order", "place"),
    "String/LANG": ("language",),
    "span.ocrx_word/lang": ("language",),
    "span.ocrx_word/xml:lang": ("language",),
    "span.ocrx_word/title:x_bboxes": ("language", "inline", "place"),
    "Word/": ("language", "inline", "place"),
    "TextBlock/": ("place",),
    "TextRegion/": ("place",),
    "Coords": ("place",),
    "OrderedGroup/": ("kind", "order", "title"),
    "String/CONTENT": ("text", "contradicts"),
    "articles/kind": ("kind", "order"),
    "items/alt": ("alt",),
    "items/text": ("text",),
    "items/label": ("label", "title"),
    "items/type": ("story",),
    "items/items": ("story",),
    "items/target": ("place", "story"),
    "items/height": ("place",),
    "items/width": ("place",),
    "body/height": ("place",),
    "body/width": ("place",),
    "body/language": ("language",),
    "selector": ("place", "story"),
    "structures/label": ("title",),
    "genre": ("kind",),
    "languageTerm": ("language",),
    "number": ("label", "issue"),
    "note": ("statement",),
    "list": ("extent",),
    "div/TYPE": ("kind",),
    "div/LABEL": ("title",),
    "area/": ("place",),
}
# What only follows where an article is not the one that it is said to be.
OF_ARTICLES = ("title", "kind", "pages", "extent", "story", "contradicts")
# Attributes that say what a thing is called, or name another.
NAMES = (
    "ID",
    "id",
    "REF",
    "regionRef",
    "index",
    "ORDER",
    "FILEID",
    "DMDID",
    "TAGREFS",
    "STYLEREFS",
    "IDNEXT",
    "from",
    "to",
    "SEQ",
    "BEGIN",
    "target",
    "source",
    "pages/number",
)
# What is named and is not there.
NOWHERE = ("library.no_such_block", "library.no_such_part")
# Facts on which others rest, the first before all.
FIRST = (
    "size", "agent", "articles", "worded", "page_of", "story", "whole",
    "page_count", "pages", "dpi", "trim", "trim_mm", "text", "blocks", "items",
    "box", "label", "readings", "inline", "turns", "down",
)  # fmt: skip
# What one reference to a style, or to a tag, says of a block and of its lines: all of it is other where that is.
REFERRED = (
    ("align", "leading", "indent", "indented", "face", "type_size", "bold", "serif", "colour"),
    ("role", "drop_cap", "continued"),
    ("turns", "inline", "readings"),
)
# Sorts on which the others rest, or that rest on others, by how much their ranks are less or more.
EARLIER = {"text": -50, "type": 150}
# How what names a file in a list ends.
PATHS = (
    "/href", "/id", "originalName", "objectIdentifierValue", "/SIZE", "/CHECKSUM", "/FILEID", "/items", "/rendering",
    "/seeAlso",
)  # fmt: skip
# Sorts that are others where words are missing, or too many.
SHIFTED = ("place", "type")
DISAGREES = "library.disagrees"
# What is told of a file that cannot be read, beside what is told of any such file.
DAMAGED = (
    "checks.damaged",
    "checks.mended",
    "library.bag_undeclared",
    "library.empty_file",
    "library.half_character",
    "library.list_damaged",
    "library.no_page",
    "library.other_root",
    "library.unknown_kind",
)
# What a form does not know: nothing else of the thing can be relied on.
FORMS = (
    "library.form_missing",
    "library.form_strange",
    "library.form_many",
    "library.form_dead",
    "library.form_twice",
    "library.form_value",
)
