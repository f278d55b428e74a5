"""Pairs of tags and of the order of reading."""

from __future__ import annotations

from typing import Any

from pairs import Edit, Pair, both, elements, of, page_of, paint, put, recontent, root, tag, within
from pairs_of_pages import field, link, look, noted
from pikepdf import Array, Dictionary, Name, Pdf, String
from sound_files import artifact, pieces, set_content, words


def _swapped_parents(pdf: Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    first, second = owners[0], owners[2]
    owners[0], owners[2] = second, first


def _backwards(pdf: Pdf) -> None:
    start, *told = pieces(True)
    set_content(pdf, [start, *reversed(told)])


def _mapped(**names: str) -> Edit:
    roles = Dictionary({f"/{name}": Name(f"/{value}") for name, value in names.items()})
    return lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/RoleMap", roles)


def _owned_too(mcid: int, name: str) -> Edit:
    """An element owns a further piece of content."""

    def edit(pdf: Pdf) -> None:
        element = elements(pdf)[name][0]
        element.K = Array([element.K, mcid])

    return edit


def _again(pdf: Pdf) -> None:
    section = elements(pdf)["Sect"][0]
    section.K.append(section.K[2])


def _beside_document(pdf: Pdf) -> None:
    tree = pdf.Root.StructTreeRoot
    more = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=tree, NS=elements(pdf)["Document"][0].NS))
    tree.K = Array([tree.K[0], more])


def bookmarked(target: Any = None) -> Edit:
    """An outline of one item that leads to a target, or to a place on the page."""

    def edit(pdf: Pdf) -> None:
        outline = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=1))
        place = Array([page_of(pdf), Name.Fit]) if target is None else target
        item = pdf.make_indirect(Dictionary(Title=String("One"), Parent=outline, Dest=place))
        outline.First = outline.Last = item
        pdf.Root.Outlines = outline

    return edit


def _caption_in_the_middle(pdf: Pdf) -> None:
    within("Table", "Caption")(pdf)
    table = elements(pdf)["Table"][0]
    first, second, caption = table.K
    table.K = Array([first, caption, second])


def _grouped(*groups: str) -> Edit:
    """The rows of the table stand in the last of some groups; the others are empty."""

    def edit(pdf: Pdf) -> None:
        table = elements(pdf)["Table"][0]
        rows = list(table.K)
        made = [pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{one}"), P=table)) for one in groups]
        for row in rows:
            row.P = made[-1]
        made[-1].K = Array(rows)
        table.K = Array(made)

    return edit


def _of_old(*names: str) -> Edit:
    """Elements are in the namespace of PDF 1.7, which is that of all that name none."""

    def edit(pdf: Pdf) -> None:
        for name in names:
            for one in elements(pdf)[name]:
                del one["/NS"]

    return edit


def _item_of_its_own(pdf: Pdf) -> None:
    """The item owns what its body did."""
    item, body = elements(pdf)["LI"][0], elements(pdf)["LBody"][0]
    pdf.Root.StructTreeRoot.ParentTree.Nums[1][9] = item
    item.Pg, item.K = page_of(pdf), Array([item.K[0], body.K])


def _notes(pdf: Pdf) -> None:
    for name in ("P", "P"):
        holder = elements(pdf)["Sect"][0]
        note = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Note, P=holder, ID=String(name)))
        holder.K.append(note)


def _wrapped(pdf: Pdf) -> None:
    """The paragraph stands within an artifact."""
    told = pieces(True)
    set_content(pdf, [artifact(piece) if "/MCID 2>>" in piece else piece for piece in told])


_P = "/P <</MCID 2>> BDC"

TAGS = [
    Pair("tags.not-marked", "a2", root(MarkInfo=Dictionary(Marked=False))),
    Pair("tags.not-marked", "a4", root(MarkInfo=None)),
    Pair("tags.suspects", "a2", root(MarkInfo=Dictionary(Marked=True, Suspects=True))),
    Pair("tags.no-tree", "a2", root(StructTreeRoot=None)),
    Pair("tags.no-parent-tree", "a2", lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/ParentTree")),
    Pair("tags.no-page-key", "a2", put(StructParents=None)),
    Pair("tags.parent-wrong", "a2", _swapped_parents),
    Pair("tags.no-parent", "a2", of("P", P=None)),
    Pair("tags.other-parent", "a2", lambda pdf: of("P", P=elements(pdf)["H1"][0])(pdf)),
    Pair("tags.title-not-shown", "a2", root(ViewerPreferences=None)),
    Pair("tags.title-not-shown", "a4", root(ViewerPreferences=Dictionary(DisplayDocTitle=False))),
    Pair("tags.no-language", "a2", root(Lang=None)),
    Pair("tags.language-form", "a2", root(Lang=String("中文"))),
    Pair("tags.language-form", "a4", of("P", Lang=String("zh_CN"))),
    Pair("tags.tab-order", "a2", put(Tabs=None)),
    Pair("tags.untagged", "a2", paint(words("新闻", 20, 40), is_tagged=True)),
    Pair("tags.untagged", "a4", paint("20 40 m 40 40 l S", is_tagged=True)),
    Pair("tags.artifact-in-tagged", "a2", recontent(_P, f"{_P} {artifact('')}")),
    Pair("tags.tagged-in-artifact", "a2", _wrapped),
    Pair("tags.artifact-untyped", "a2", recontent("/Artifact <</Type /Layout>> BDC", "/Artifact BMC")),
    Pair("tags.standard-mapped", "a2", _mapped(P="H1")),
    Pair("tags.role-circular", "a2", both(_mapped(Foo="Bar", Bar="Foo"), tag("P", "Foo"))),
    Pair("tags.role-unmapped", "a2", tag("P", "Foo")),
    Pair("tags.role-unmapped", "a4", tag("P", "Foo")),
    Pair("tags.not-in-namespace", "a4", tag("Sect", "Art")),
    Pair("tags.document-alone", "a4", _beside_document),
    Pair("tags.document-namespace", "a4", of("Document", NS=None)),
    Pair("tags.content-in-group", "a4", tag("P", "Sect")),
    Pair("tags.heading-skipped", "a2", tag("H2", "H3")),
    Pair("tags.heading-skipped", "a2", tag("H1", "H2")),
    Pair("tags.heading-unnumbered", "a4", tag("H2", "H")),
    Pair("tags.headings-mixed", "a2", tag("H2", "H")),
    Pair("tags.heading-twice", "a2", both(tag("H1", "H"), tag("H2", "H"))),
    Pair("tags.private-text", "a4", of("P", ActualText=String("\ue000"))),
    Pair("tags.private-description", "a4", of("Figure", Alt=String("\ue000"))),
    Pair("tags.no-alternative", "a2", of("Figure", Alt=None)),
    Pair("tags.no-alternative", "a4", of("Figure", Alt=None)),
    Pair("tags.no-frame", "a2", of("Figure", A=None)),
    Pair("tags.formula", "a2", tag("P", "Formula")),
    Pair("tags.caption-place", "a2", _caption_in_the_middle),
    Pair("tags.table-children", "a2", within("Table", "P")),
    Pair("tags.group-children", "a2", within("Table", "TBody", "P")),
    Pair("tags.group-place", "a2", within("Sect", "TBody")),
    Pair("tags.group-count", "a2", _grouped("THead", "THead", "TBody")),
    Pair("tags.group-count", "a2", _grouped("TFoot")),
    Pair("tags.row-children", "a2", tag("TD", "P")),
    Pair("tags.row-place", "a2", within("Sect", "TR")),
    Pair("tags.cell-place", "a2", within("Sect", "TD")),
    Pair("tags.no-scope", "a2", of("TH", A=None)),
    Pair("tags.no-header", "a2", both(tag("TH", "TD"), tag("TH", "TD"))),
    Pair("tags.table-uneven", "a2", of("TD", A=Dictionary(O=Name.Table, ColSpan=2))),
    Pair("tags.table-uneven", "a4", of("TH", A=Dictionary(O=Name.Table, Scope=Name.Column, RowSpan=2))),
    Pair("tags.list-children", "a2", within("L", "P")),
    Pair("tags.list-numbering", "a4", of("L", A=None)),
    Pair("tags.item-children", "a2", within("LI", "P")),
    Pair("tags.item-content", "a4", _item_of_its_own),
    Pair("tags.item-place", "a2", within("Sect", "LI")),
    Pair("tags.body-place", "a2", within("Sect", "LBody")),
    Pair("tags.contents-children", "a2", within("Sect", "TOC", "P")),
    Pair("tags.contents-target", "a4", both(within("Sect", "TOC", "TOCI"), _of_old("TOC", "TOCI"))),
    Pair("tags.caption-first", "a2", within("L", "Caption")),
    Pair("tags.entry-place", "a2", within("Sect", "TOCI")),
    Pair("tags.ruby", "a4", within("P", "Ruby", "RB")),
    Pair("tags.warichu", "a4", within("P", "Warichu", "WP")),
    Pair("tags.note-kind", "a4", within("Sect", "FENote", A=Dictionary(O=Name.FENote, NoteType=Name.Aside))),
    Pair("tags.containment", "a4", within("P", "P")),
    Pair("tags.containment", "a4", within("Sect", "Span")),
    Pair("tags.containment", "a4", within("H2", "P")),
    Pair("tags.containment", "a4", within("Figure", "Document")),
    Pair("tags.note", "a2", within("Sect", "Note")),
    Pair("tags.note-twice", "a2", _notes),
    Pair("tags.link", "a2", tag("Link", "Span")),
    Pair("tags.link", "a4", tag("Link", "Span")),
    Pair("tags.annotation-key", "a2", link(StructParent=None)),
    Pair("tags.annotation-key", "a4", link(StructParent=None)),
    Pair("tags.link-unsaid", "a2", link(Contents=None)),
    Pair("tags.annotation", "a2", noted("Square", "Span", AP=look)),
    Pair("tags.annotation-unsaid", "a2", noted("Square", AP=look, Contents=None)),
    Pair("tags.mark-tagged", "a2", noted("PrinterMark", AP=look)),
    Pair("tags.popup-tagged", "a4", noted("Popup", Contents=None)),
    Pair("tags.said-twice", "a4", of("Link", Alt=String("Another address"))),
    Pair("tags.field-unsaid", "a2", field()),
    Pair("tags.destination", "a4", bookmarked()),
    Pair("order.backwards", "a2", _backwards),
    Pair("order.backwards", "a4", _backwards),
    Pair("order.text-as-artifact", "a2", paint(" ".join(words("一二三四五六", 20, 40) for _ in range(8)))),
    Pair("order.marked-twice", "a2", paint(f"/P <</MCID 2>> BDC {words('新', 20, 40)} EMC", is_tagged=True)),
    Pair("order.owned-twice", "a2", _owned_too(2, "Figure")),
    Pair("order.owned-by-none", "a2", paint(f"/P <</MCID 77>> BDC {words('新', 20, 40)} EMC", is_tagged=True)),
    Pair("order.not-shown", "a2", _owned_too(78, "P")),
    Pair("order.element-twice", "a2", _again),
]
