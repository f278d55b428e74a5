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
    "alt": ("checks.alternative",),
    "dpi": ("library.other_dpi",),
}
FACTS: dict[str, tuple[str, ...]] = {
    "text": ("text", "shown"),
    "place": (
        "size", "box", "zone", "characters", "words", "white", "baseline", "edge", "outline", "tiles", "hyphen", "down",
        "turns",
    ),
    "type": ("face", "type_size", "bold", "serif", "colour", "looks"),
    "language": ("language", "tongue", "tongues", "spoken"),
    "title": ("title",),
    "alt": ("alt",),
    "dpi": ("dpi", "scan_res"),
    "inline": ("readings", "inline"),
    "order": ("articles", "blocks", "items", "lines", "figures", "free", "rules"),
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
    "Page": ("image", "label", "number", "language", "place", "dpi"),
    "processingDateTime": ("made",),
    "Created": ("made",),
    "LastChange": ("made",),
    "created": ("made",),
    "metsHdr": ("made",),
    "eventDateTime": ("made",),
    "software": ("software",),
    "creatingApplication": ("software",),
    "agent": ("software", "agent"),
}
# Attributes that say what a thing is called, or name another.
NAMES = (
    "ID",
    "id",
    "REF",
    "regionRef",
    "index",
    "FILEID",
    "DMDID",
    "TAGREFS",
    "STYLEREFS",
    "IDNEXT",
    "from",
    "to",
    "SEQ",
)
# Sorts that are others where words are missing, or too many.
SHIFTED = ("place", "type")
DISAGREES = "library.disagrees"
# What a form does not know: nothing else of the thing can be relied on.
FORMS = (
    "library.form_missing",
    "library.form_strange",
    "library.form_dead",
    "library.form_twice",
    "library.form_value",
)
