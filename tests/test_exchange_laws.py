"""Nothing is lost on the way in: every character of a source that anybody can see is in a story file, or told."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from html import escape
from typing import Any
from xml.sax.saxutils import escape as xml_escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents import deleted, docx, inserted, paragraph, part, run
from jxprint.description.stories import read_story
from jxprint.errors import Finding
from jxprint.exchange.sources import Asked, Read, read_source
from jxprint.exchange.stories import Incoming

TEXT = "一二三国人，。：:；、（）()「」“”#＃{}|｜\\/*_~`!—…完题副作者记报讯ab Z09\u3000\u00a0\u200b\u00ad\ufffd😀·"
# What has a meaning in Markdown is written there by the test itself.
PLAIN = "一二三国人，。；、（）“”—…完题副作者记报讯abZ09 \u3000\u200b😀·"
# A paragraph that can be nothing but text, so that there is a story.
BODY = "这一段话足够长，长到谁也不会把它当成标题或者署名，而且它是以句号结束的一句完整的话，一望而知是正文。"

texts = st.text(TEXT, min_size=1, max_size=24)
plains = st.text(PLAIN, min_size=1, max_size=24)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def seen(*found: str) -> Counter[str]:
    """The characters that anybody can see, with how often each is there."""
    return Counter(char for text in found for char in text if char.isprintable() and not char.isspace())


def told(read: Read, skipped: tuple[str, ...] = ()) -> Counter[str]:
    """The characters of all story files, and of what is told to be in none."""
    found: list[str] = []
    for story in read.stories:
        found += words(story)
        found += [one for key, one in story.data.items() if key not in ("embargo", "version", *skipped)]
        found += [one.text for one in story.left_out]
    return seen(*found, *(one.text for one in read.left_out))


def words(story: Incoming) -> list[str]:
    """The text of a story file as the house reads it, with addresses and readings."""
    findings: list[Finding] = []
    copy = read_story(story.text, "story.txt", findings)
    wrong = [one.key for one in findings if one.severity == "error" and one.key != "copy.damaged"]
    assert not wrong, (wrong, story.text)
    passages = [one for key in ("kicker", "headline", "deck", "byline", "dateline") for one in copy.lines(key)]
    if story.is_named:
        passages = passages[1:] if not story.header["kicker"] else [one for one in passages if one.text != story.name]
    passages += [one.passage for one in copy.paragraphs]
    written = [one for key in story.header for one in story.header[key]] + [one.passage for one in story.paragraphs]
    if not story.is_named:
        assert sorted(one.text for one in passages) == sorted(one.text for one in written)
    return [one.text for one in passages] + [mark.value for one in passages for mark in one.markup]


Part = tuple[str, str]  # what is written, and what of it is text


def linked(text: str) -> Part:
    """A link by its field, which has its address in its code."""
    code = 'HYPERLINK "https://a.cn/x"'
    kinds = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end"))
    begin, separate, end = kinds
    written = f"{begin}<w:r><w:instrText>{xml_escape(code)}</w:instrText></w:r>{separate}{run(text)}{end}"
    return written, text + code


RUNS: tuple[Callable[[str], Part], ...] = (
    lambda text: (run(text), text),
    lambda text: (run(text, "<w:b/>"), text),
    lambda text: (run(text, '<w:vertAlign w:val="superscript"/>'), text),
    lambda text: (run(text, "<w:vanish/>"), text),
    lambda text: (run(text, "<w:strike/>"), text),
    lambda text: (deleted(text), text),
    lambda text: (inserted(text), text),
    lambda text: (f"<w:smartTag>{run(text)}</w:smartTag>", text),
    lambda text: (f"<w:sdt><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>", text),
    lambda text: (f"{run(text)}<w:r><w:br/><w:tab/><w:cr/></w:r>{run(text)}", text + text),
    lambda text: (f"<w:fldSimple w:instr='PAGE'>{run(text)}</w:fldSimple>", text + "PAGE"),
    lambda text: (f"<w:moveFrom>{run(text)}</w:moveFrom><w:moveTo>{run(text)}</w:moveTo>", text + text),
    lambda text: (f"<m:oMath xmlns:m='m'><m:r><m:t>{xml_escape(text)}</m:t></m:r></m:oMath>", text),
)
STYLES = ("", "Title", "heading1", "heading2", "引题", "作者")
NAMED = part(
    "styles",
    "".join(
        f'<w:style w:styleId="{one}"><w:name w:val="{one.replace("heading", "heading ")}"/></w:style>'
        for one in STYLES[1:]
    ),
)


@st.composite
def paragraphs(draw: st.DrawFn) -> Part:
    """A paragraph of DOCX, a row of a table, or a text box."""
    made = [draw(st.sampled_from(RUNS))(draw(texts)) for _ in range(draw(st.integers(0, 3)))]
    written, source = "".join(one for one, _ in made), "".join(one for _, one in made)
    kind = draw(st.sampled_from(("p", "p", "p", "row", "box")))
    if kind == "row":
        cell = f"<w:tc>{paragraph(written)}</w:tc>" if written else "<w:tc/>"
        return f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>", source * 2
    if kind == "box":
        box = f"<wps:txbx><w:txbxContent>{paragraph(written) if written else '<w:p/>'}</w:txbxContent></wps:txbx>"
        choice = (
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        )
        return paragraph(f"<w:r><w:drawing>{choice}</w:drawing></w:r>"), source
    style = draw(st.sampled_from(STYLES))
    return paragraph(*((written,) if written else ()), said=f'<w:pStyle w:val="{style}"/>' if style else ""), source


@given(st.lists(paragraphs(), max_size=5), st.lists(paragraphs(), max_size=3), texts, texts)
@quick
def test_nothing_of_a_word_document_is_lost(before: list[Part], behind: list[Part], note: str, comment: str) -> None:
    """Changes, comments, notes, hidden text, codes, boxes and tables are in the story or told, all of them."""
    reference = "<w:r><w:footnoteReference w:id='7'/></w:r>"
    made = [*before, (paragraph(BODY, reference), BODY + note), *behind]
    parts = {
        "styles.xml": NAMED,
        "footnotes.xml": part("footnotes", f"<w:footnote w:id='7'>{paragraph(note)}</w:footnote>"),
        "comments.xml": part("comments", f"<w:comment w:id='1'>{paragraph(comment)}</w:comment>"),
    }
    text = paragraph(BODY)  # whatever begins another story at the end has a paragraph
    read = read_source(docx("".join(one for one, _ in made) + text, parts), "来稿.docx")
    wanted = seen(comment, BODY, *(source for _, source in made))
    found = told(read) - seen(*["https://a.cn/x"] * sum(source.count("HYPERLINK") for _, source in made))
    lost = wanted - found - seen(*["https://a.cn/x"] * sum(source.count("HYPERLINK") for _, source in made))
    assert not lost, read


CODED = ("instrText", "delInstrText")
LEAVES = ("t", "t", "t", "delText", *CODED)
# Whatever may hold text or another of these, in any order: what programs write is a part of it.
HOLDERS = (
    "p", "p", "r", "r", "ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple",
    "tbl", "tr", "tc", "drawing", "pict", "object", "txbxContent", "oMath", "f", "num", "ruby", "rt", "rubyBase", "bdo",
    "AlternateContent", "Choice", "Fallback", "pPr", "rPr", "foo",
)  # fmt: skip
SAID = {
    "r": ("<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:strike/><w:u w:val='single'/></w:rPr>"),
    "p": ("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:pPr><w:framePr w:dropCap='drop'/></w:pPr>"),
    "tr": ("<w:trPr><w:del/></w:trPr>", "<w:trPr><w:hidden/></w:trPr>"),
    "tc": ("<w:tcPr><w:cellDel/></w:tcPr>", "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"),
}
trees = st.recursive(
    st.tuples(st.sampled_from(LEAVES), st.just(0), st.just(())),
    lambda within: st.tuples(st.sampled_from(HOLDERS), st.integers(0, 4), st.lists(within, max_size=3).map(tuple)),
    max_leaves=12,
)


def grown(trees: tuple[Any, ...], words: list[str]) -> str:
    """Trees as XML; every text is another one, which goes into `words`."""
    found: list[str] = []
    for name, how, within in trees:
        if name in LEAVES:
            words.append("".join(chr(0x8000 + len(words) * 2 + at) for at in (0, 1)))
            found.append(f"<w:{name}>{words[-1]}</w:{name}>")
        else:
            said = (*SAID.get(name, ("", "")), "")[min(how, 2)]
            found.append(f"<w:{name}>{said}{grown(within, words)}</w:{name}>")
    return "".join(found)


@given(st.lists(trees, min_size=1, max_size=4), st.lists(trees, max_size=2), st.sampled_from(range(5)))
@quick
def test_every_text_of_whatever_is_in_a_word_document_is_in_a_story_or_told(
    made: list[Any], aside: list[Any], at: int
) -> None:
    """Also where no program would put it, in its text and in the parts beside it."""
    words: list[str] = []
    body, note = grown(tuple(made), words), grown(tuple(aside), words)
    name, root, holder = (
        ("comments.xml", "comments", "comment"),
        ("footnotes.xml", "footnotes", "footnote"),
        ("endnotes.xml", "endnotes", "endnote"),
        ("header1.xml", "hdr", "sdt"),
        ("glossary/document.xml", "glossaryDocument", "docPart"),
    )[at]
    reference = "<w:r><w:footnoteReference w:id='7'/></w:r>"
    parts = {name: part(root, f"<w:{holder} w:id='7'>{note}</w:{holder}>")}
    read = read_source(
        docx(paragraph("题目") + body + paragraph(BODY, reference) + paragraph(BODY), parts), "来稿.docx"
    )
    texts = [one.text for story in read.stories for one in story.left_out] + [one.text for one in read.left_out]
    found = "\n".join([story.text for story in read.stories] + texts)
    assert [word for word in words if word not in found] == [], (body, note, found)
    shown = "\n".join(str(text) for one in read.findings for text in one.args.get("texts", ()))  # type: ignore[attr-defined]
    assert all(text in shown for text in texts if text.strip())


@st.composite
def blocks(draw: st.DrawFn) -> Part:
    """A block of Markdown."""
    text = draw(plains).strip() or "字"
    if not seen(text):
        text = "字"
    again = draw(plains).strip() or "字"
    return draw(
        st.sampled_from(
            (
                (f"{text}", text),
                (f"## {text}", text),
                (f"**{text}**{again}", text + again),
                (f"*一{text}一*", f"一{text}一"),
                (f"[一{text}](https://a.cn/y)", f"一{text}https://a.cn/y"),
                (f"[一{text}](other.md)", f"一{text}other.md"),
                (f"![一{text}](p.png)", f"一{text}p.png"),
                (f"- {text}\n- {again}", text + again),
                (f"3. {text}\n4. {again}", "3." + text + "4." + again),
                (f"> {text}", text),
                (f"|甲|乙|\n|-|-|\n|{text}|{again}|", "甲乙" + text + again),
                (f"`一{text}一`", f"一{text}一"),
                (f"```py\n{text}\n```", "py" + text),
                (f"<div>{text}</div>", text),
                (f"一<!-- {text} -->", "一" + text),
                (f"{text}\\\n{again}", text + again),
                ("---", ""),
            )
        )
    )


@given(st.lists(blocks(), max_size=6))
@quick
def test_nothing_of_a_markdown_text_is_lost(made: list[Part]) -> None:
    """Text, addresses, pictures, code, comments: all are in a story or told."""
    markdown = "# 题目\n\n" + "".join(f"{written}\n\n" for written, _ in made) + BODY + "\n"
    read = read_source(markdown.encode(), "来稿.md")
    lost = seen("题目", BODY, *(source for _, source in made)) - told(read)
    assert not lost, (markdown, read)


@st.composite
def markup(draw: st.DrawFn) -> Part:
    """A paragraph of HTML."""
    text, again = draw(texts), draw(texts)
    here, there = escape(text), escape(again)
    return draw(
        st.sampled_from(
            (
                (f"<p>{here}</p>", text),
                (f"<h2>{here}</h2>", text),
                (f"<p>{here}<br>{there}</p>", text + again),
                (f"<p>一<b>二<i>{here}</i></b>{there}</p>", "一二" + text + again),
                (f"<ul><li>{here}</li><li>{there}</ul>", text + again),
                (f'<p><a href="https://a.cn/z" title="{here}">一{there}</a></p>', f"https://a.cn/z{text}一{again}"),
                (f'<img src="q.png" alt="{here}">', "q.png" + text),
                (f"<p><ruby>汉<rt>hàn</rt>字{here}<rt>zì{there}</rt></ruby></p>", f"汉hàn字{text}zì{again}"),
                (f"<script>var a</script><p>{here}</p><!--注{there.replace('-', '')}-->", f"vara{text}注"),
                (f"<table><tr><td>{here}<td>{there}</table>", text + again),
                (f"{here}<p>{there}", text + again),
            )
        )
    )


values = st.recursive(
    texts, lambda within: st.lists(within, max_size=2) | st.dictionaries(texts, within, max_size=2), max_leaves=4
)


def strings(value: object) -> list[str]:
    """All strings of a JSON value but its keys."""
    if isinstance(value, str):
        return [value]
    pieces = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return [one for piece in pieces for one in strings(piece)]


@given(st.lists(markup(), max_size=4), texts, texts, values, st.sampled_from((1, 2, 3)))
@quick
def test_nothing_of_a_ninjs_item_is_lost(made: list[Part], head: str, by: str, more: object, version: int) -> None:
    """In none of the three versions; what nobody knows is told by its pointer."""
    html = "".join(one for one, _ in made) + f"<p>{BODY}</p>"
    item: dict[str, object] = {"uri": "urn:x:1", "x-more": more, "slugline": head}
    if version == 1:
        item |= {"headline": head, "byline": by, "body_xhtml": html, "description_text": by}
    else:
        kind = "contenttype" if version == 2 else "contentType"
        item |= {"headlines": [{"value": head}], "by": by, "bodies": [{kind: "text/html", "value": html}]}
        item |= {"descriptions": [{"value": by}]}
    read = read_source(json.dumps(item).encode(), "item.json")
    lost = seen("urn:x:1", head, head, by, by, BODY, *strings(more), *(source for _, source in made)) - told(read)
    assert not lost, (html, read)


@given(st.lists(texts, max_size=8))
@quick
def test_nothing_of_a_plain_text_is_lost(lines: list[str]) -> None:
    """Labels, end marks and the rest are told where they are taken out."""
    text = "\n".join([*lines, BODY, BODY])
    read = read_source(text.encode(), "来稿.txt", Asked("text"))
    lost = seen(BODY, BODY, *lines) - told(read)
    assert not lost, read


@pytest.mark.parametrize("width", [18, 25])
def test_wrapped_lines_are_joined_without_a_character_lost(width: int) -> None:
    """Wire copy that was cut where a screen ended has its paragraphs again."""
    rows = [f"　　{BODY}"[at : at + width] for at in range(0, len(BODY) + 2, width)]
    read = read_source("\n".join(["标题一行", *rows, *rows]).encode(), "a.txt")
    assert [one.text for one in read.stories[0].paragraphs] == [BODY, BODY]
