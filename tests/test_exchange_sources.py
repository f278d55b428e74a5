"""Copy of other programs becomes story files: what is head, what is text, what is told."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from documents import deleted, docx, inserted, paragraph, part, run
from jxprint.exchange.sources import Asked, Read, read_source

BODY = "渡轮中秋加开夜航，末班船改在晚上九点，从明天起实行，为期三天，票价不变。"


def keys(read: Read) -> list[str]:
    """What was told, without the room."""
    return [one.key.removeprefix("exchange.") for one in read.findings]


def told(read: Read, key: str) -> Sequence[object]:
    """The texts that one finding tells."""
    found = next(one for one in read.findings if one.key == f"exchange.{key}")
    texts = found.args.get("texts", ())
    assert isinstance(texts, tuple)
    return texts


def test_a_word_document_of_a_newsroom() -> None:
    """Styles say what is head; names under the head are a byline, an agency's opening is a dateline."""
    styles = part("styles", '<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>')
    body = (
        paragraph("引题：中秋将至")
        + paragraph("渡轮加开夜航", said='<w:pStyle w:val="a3"/>')
        + paragraph("本报记者 卓小舟 通讯员 林海")
        + paragraph(f"　　本报讯（记者 卓小舟）{BODY}")
        + paragraph(run("票价不变", "<w:b/>"))
        + paragraph(run("成人票"), run("五元", "<w:b/>"), run("2", '<w:vertAlign w:val="superscript"/>'), "。")
    )
    read = read_source(docx(body, {"styles.xml": styles}), "渡轮.docx")
    assert read.stories[0].text == (
        "kicker: 中秋将至\nheadline: 渡轮加开夜航\nbyline: 本报记者 卓小舟 通讯员 林海\n"
        f"dateline: 本报讯（记者 卓小舟）\n\n{BODY}\n## 票价不变\n成人票{{strong:五元}}{{sup:2}}。\n"
    )
    assert keys(read) == ["subheads", "label", "indents"]


def test_tracked_changes_and_comments_are_accepted_and_told() -> None:
    """Deleted text is told word for word; so is what was moved away, and a paragraph whose end was deleted goes on."""
    joined = '<w:rPr><w:del w:id="9"/></w:rPr>'
    body = (
        paragraph("标题一行")
        + paragraph(run("末班船"), deleted("改在晚上八点"), inserted("改在晚上九点"), run("，从明天起"), said=joined)
        + paragraph("实行，为期三天，票价不变，老人和孩子照旧免票上船。")
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('删去的行')}</w:tc></w:tr></w:tbl>"
    )
    comments = part("comments", f'<w:comment w:id="0" w:author="主任">{paragraph("时间核实了吗？")}</w:comment>')
    read = read_source(docx(body, {"comments.xml": comments}), "a.docx")
    text = "末班船改在晚上九点，从明天起实行，为期三天，票价不变，老人和孩子照旧免票上船。"
    assert [one.text for one in read.stories[0].paragraphs] == [text]
    assert told(read, "deleted") == ("改在晚上八点", "删去的行")
    assert told(read, "comment") == ("时间核实了吗？",)
    assert "inserted" in keys(read)


def test_debris_of_word_and_wps_is_cleaned_and_counted() -> None:
    """Every kind is told with its number."""
    body = (
        paragraph("标题一行")
        + paragraph()
        + paragraph(f"　　{BODY}")
        + paragraph(run(f"前面{BODY}\u00a0后\u200b面  两个\t空格"), "<w:r><w:br/></w:r>", run("软回车之后"))
        + paragraph("<w:smartTag>" + run(BODY) + "</w:smartTag>")
    )
    read = read_source(docx(body), "a.docx")
    counts = {one.key.removeprefix("exchange."): one.args["count"] for one in read.findings}
    wanted = {"soft_returns": 1, "empty": 1, "indents": 1, "doubled": 1, "tabs": 1, "no_break": 1, "unseen": 1}
    assert counts == {"smart_tags": 1, **wanted}
    assert [one.text for one in read.stories[0].paragraphs] == [
        BODY,
        f"前面{BODY} 后面 两个 空格",
        "软回车之后",
        BODY,
    ]


def test_links_notes_boxes_tables_and_pictures() -> None:
    """A link stays one, a footnote is a note within the text, the rest is told."""
    relations = (
        '<Relationships><Relationship Id="r1" Type="http://x/hyperlink" Target="https://a.cn/s"/>'
        '<Relationship Id="r2" Type="http://x/hyperlink" Target="C:\\x.doc"/></Relationships>'
    )
    link = f'<w:hyperlink r:id="r1">{run("时刻表")}</w:hyperlink><w:hyperlink r:id="r2">{run("附件")}</w:hyperlink>'
    note = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    drawn = '<w:r><w:drawing><wp:docPr id="1" name="图 1" descr="码头夜景"/></w:drawing></w:r>'
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('框里的字')}</w:txbxContent></w:pict></w:r>"
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("航线", "票价"))
    numbered = paragraph("带编号", said='<w:numPr><w:numId w:val="2"/></w:numPr>')
    body = (
        paragraph("标题一行")
        + paragraph(BODY, link, note, drawn, box)
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + numbered
    )
    footnotes = part("footnotes", f'<w:footnote w:id="3">{paragraph("见昨日二版")}</w:footnote>')
    read = read_source(docx(body, {"_rels/document.xml.rels": relations, "footnotes.xml": footnotes}), "a.docx")
    assert read.stories[0].text.split("\n")[2:] == [
        f"{BODY}{{link:时刻表|https://a.cn/s}}附件{{note:见昨日二版}}",
        "框里的字",
        "航线　票价",
        "带编号",
        "",
    ]
    assert told(read, "picture") == ("码头夜景",)
    assert told(read, "link") == ("C:\\x.doc",)
    assert {"text_boxes", "rows", "numbered", "footnotes"} <= set(keys(read))


def test_hidden_text_symbols_and_field_codes_are_told() -> None:
    """A field's result is text, its code is none."""
    begin, separate, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
    code = f"<w:r>{begin}<w:instrText>DATE</w:instrText>{separate}</w:r>{run('今天')}<w:r>{end}</w:r>"
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    body = paragraph("标题一行") + paragraph(run("藏着", "<w:vanish/>"), code, symbol, run(BODY, "<w:strike/>"))
    read = read_source(docx(body), "a.docx")
    assert [one.text for one in read.stories[0].paragraphs] == [f"今天{BODY}"]
    assert (told(read, "hidden"), told(read, "symbol"), told(read, "code")) == (
        ("藏着",),
        ("Wingdings F0E0",),
        ("DATE",),
    )
    assert "struck" in keys(read)


def test_words_in_drawings_and_documents_within_are_told() -> None:
    """Charts, diagrams and WordArt have words that are in no paragraph; a chunk of HTML is a document of its own."""
    art = '<w:r><w:pict><v:shape xmlns:v="v"><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'
    parts = {
        "charts/chart1.xml": '<c:chart xmlns:c="c" xmlns:a="a"><a:t>客流</a:t><c:v>12</c:v></c:chart>',
        "diagrams/data2.xml": '<d:dataModel xmlns:d="d" xmlns:a="a"><a:t>流程</a:t></d:dataModel>',
        "afchunk.html": "<p>附来的话</p>",
    }
    read = read_source(docx(paragraph("标题一行") + paragraph(BODY, art), parts), "a.docx")
    assert told(read, "picture") == ("艺术字", "客流 12", "流程")
    assert told(read, "other_body") == ("<p>附来的话</p>",)


def test_headings_begin_stories_unless_one_is_asked_for() -> None:
    """A document of several stories becomes several files."""
    styles = part("styles", '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>')
    body = "".join(paragraph(f"第{n}篇", said='<w:pStyle w:val="1"/>') + paragraph(BODY) for n in "一二")
    data = docx(body, {"styles.xml": styles})
    read = read_source(data, "两篇.docx")
    assert [(one.name, one.header["headline"][0].text) for one in read.stories] == [
        ("两篇", "第一篇"),
        ("两篇-2", "第二篇"),
    ]
    one = read_source(data, "两篇.docx", Asked(one=True))
    assert [(part.kind, part.text) for part in one.stories[0].paragraphs][1] == ("subhead", "第二篇")


def test_wire_copy_has_its_lines_told() -> None:
    """Slug, topic, embargo, version and end mark are about the copy, and no part of it; the dateline is part of it."""
    text = (
        "BC-CHINA-FERRY\n（禁发至2026年1月3日6时）\n（社会）渡轮加开夜航\n第二次发稿：第二段已改\n"
        f"　　新华社杭州1月2日电（记者 卓小舟）{BODY}\n　　{BODY}（完）\n"
    )
    read = read_source(text.encode("gb18030"), "wire.txt")
    story = read.stories[0]
    assert story.text == (f"headline: 渡轮加开夜航\ndateline: 新华社杭州1月2日电（记者 卓小舟）\n\n{BODY}\n{BODY}\n")
    assert story.data["embargoed_until"] == "2026-01-03T06:00"
    assert told(read, "embargo") == ("（禁发至2026年1月3日6时）",)
    assert told(read, "version") == ("第二次发稿：第二段已改",)
    assert told(read, "slug") == ("BC-CHINA-FERRY", "（社会）")
    assert told(read, "end_mark") == ("（完）",)
    severe = [one.key for one in read.findings if one.severity == "warning"]
    assert severe == ["exchange.embargo", "exchange.version"]


@pytest.mark.parametrize(
    "line",
    [
        f"本市将于明日起公开招标，{BODY}",
        "此前有关方面要求不得提前发表，但消息还是传开了。",
        "更正错误并不丢人。",
        "他把第二次发稿的时间记在本子上，一记就是三十年。",
    ],
)
def test_sentences_of_a_story_are_no_wire_lines(line: str) -> None:
    """A reporter may write about embargoes and corrections."""
    read = read_source(f"标题一行\n{line}\n{BODY}\n".encode(), "a.txt")
    assert [one.text for one in read.stories[0].paragraphs] == [line, BODY]


def test_a_story_that_was_taken_back_says_so() -> None:
    """So that nobody prints it."""
    read = read_source(f"撤稿：渡轮加开夜航\n渡轮加开夜航\n{BODY}\n{BODY}\n".encode(), "a.txt")
    assert "killed" in keys(read)


def test_an_end_mark_ends_a_story() -> None:
    """What follows is another one."""
    read = read_source(f"第一篇\n{BODY}（完）\n第二篇\n{BODY}\n（完）\n".encode(), "a.txt")
    assert [one.header["headline"][0].text for one in read.stories] == ["第一篇", "第二篇"]


def test_a_text_without_a_headline_has_the_name_of_its_file() -> None:
    """A headline is wanted, and none is made up from the text."""
    read = read_source(f"{BODY}\n{BODY}\n".encode(), "渡轮夜航.txt")
    assert read.stories[0].text.startswith("headline: 渡轮夜航\n")
    assert keys(read) == ["no_headline"]


def test_labels_of_every_kind() -> None:
    """On the line, in brackets, or on a line before."""
    text = f"【引题】中秋将至\n主题：渡轮加开夜航\n副题：\n末班船晚九点\n作者：卓小舟\n电头：本报讯\n正文：{BODY}\n"
    read = read_source(text.encode(), "a.txt")
    assert read.stories[0].text == (
        f"kicker: 中秋将至\nheadline: 渡轮加开夜航\ndeck: 末班船晚九点\nbyline: 卓小舟\ndateline: 本报讯\n\n{BODY}\n"
    )


def test_markdown_has_its_counterparts() -> None:
    """Front matter is head, headings are subheads, numbers stay, code and HTML are read as far as they are text."""
    text = (
        f"---\ntitle: 渡轮加开夜航\nauthor: 卓小舟\ntags: 交通\n---\n\n{BODY}\n\n## 票价\n\n"
        '2. 成人**五元**\n7. H<sub>2</sub>O\n\n- [时刻表](https://a.cn/s "三天")\n\n![码头](p.png)\n'
    )
    read = read_source(text.encode(), "a.md")
    assert read.stories[0].text == (
        f"headline: 渡轮加开夜航\nbyline: 卓小舟\n\n{BODY}\n## 票价\n2. 成人{{strong:五元}}\n7. H{{sub:2}}O\n"
        "{link:时刻表|https://a.cn/s}\n"
    )
    assert told(read, "picture") == ("码头 p.png",)
    assert set(told(read, "data")) == {"交通", "三天"}


@pytest.mark.parametrize("version", [1, 2, 3])
def test_ninjs_of_all_versions(version: int) -> None:
    """Names are spelled in three ways; embargo, note and status are told."""
    html = f"<section><p>{BODY}</p><h2>票价</h2><p>一<em>二</em>三</p></section>"
    item: dict[str, object] = {"uri": "urn:x", "language": "zh-CN", "located": "杭州"}
    if version == 1:
        item |= {"headline": "渡轮", "byline": "卓小舟", "body_xhtml": html, "embargoed": "2026-01-03T06:00:00+08:00"}
        item |= {"ednote": "请核", "pubstatus": "withheld", "person": [{"name": "林海"}]}
    else:
        content, until, note, status = (
            ("contenttype", "embargoed", "ednote", "pubstatus")
            if version == 2
            else ("contentType", "embargoedUntil", "edNote", "pubStatus")
        )
        item |= {"headlines": [{"role": "main", "value": "渡轮"}], "by": "卓小舟", "people": [{"name": "林海"}]}
        item |= {"bodies": [{content: "text/html", "value": html}, {"value": f"{BODY}票价一二三"}]}
        item |= {until: "2026-01-03T06:00:00+08:00", note: "请核", status: "withheld"}
    read = read_source(json.dumps(item).encode(), "a.json")
    story = read.stories[0]
    assert story.text == f"headline: 渡轮\nbyline: 卓小舟\n\n{BODY}\n## 票价\n一二三\n"
    assert (story.data["language"], story.data["located"]) == ("zh-CN", "杭州")
    assert told(read, "embargo") == ("2026-01-03T06:00:00+08:00",)
    assert told(read, "comment") == ("请核",)
    assert told(read, "data") == ("林海",)
    assert keys(read) == ["not_usable", "embargo", "comment", "data"]


def test_nitf_has_its_head_and_its_media_told() -> None:
    """Line numbers are those of the file."""
    text = f"""<?xml version="1.0"?>
<nitf><head><title>T</title><docdata><ed-msg info="核实"/><doc-id id-string="n1"/></docdata></head>
<body><body.head><hedline><hl1>渡轮加开夜航</hl1><hl2>末班船九点</hl2></hedline>
<byline>By <person>Zhuo</person><byttl>Staff Writer</byttl></byline>
<dateline><location>HANGZHOU</location> <story.date>Jan 2</story.date></dateline></body.head>
<body.content><p>{BODY}</p><hl2>票价</hl2><p>一<em>二</em><a href="https://a.cn/s">三</a></p>
<media media-type="image"><media-caption>码头夜景</media-caption></media></body.content>
<body.end><tagline>end</tagline></body.end></body></nitf>"""
    read = read_source(text.encode(), "a.xml")
    assert read.stories[0].text == (
        "headline: 渡轮加开夜航\ndeck: 末班船九点\nbyline: By Zhuo Staff Writer\ndateline: HANGZHOU Jan 2\n\n"
        f"{BODY}\n## 票价\n一二{{link:三|https://a.cn/s}}\n"
    )
    assert (told(read, "picture"), told(read, "comment")) == (("码头夜景",), ("核实",))
    assert read.stories[0].data["uri"] == "n1"
    assert {"T", "n1", "end"} <= set(told(read, "data"))
    assert next(one.place.line for one in read.findings if one.key == "exchange.picture") == 7


def test_cnml_as_public_programs_write_it() -> None:
    """An item is a story; its contents are HTML in CDATA, or plain text."""
    text = f"""<CNML xmlns="http://www.cnml.org.cn/2005/CNMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<Envelop><TransferTime>2026-01-02T10:00:00+08:00</TransferTime></Envelop><Items>
<Item><MetaInfo><AdministrationMetaGroup><Id><PublicId>urn:CNML:a</PublicId></Id><Status>Usable</Status>
</AdministrationMetaGroup><DescriptionMetaGroup><Titles><HeadLine><![CDATA[渡轮加开夜航]]></HeadLine>
<SubHeadLine>末班船九点</SubHeadLine></Titles><Creators><Creator><Name><FullName>卓小舟</FullName></Name></Creator>
</Creators></DescriptionMetaGroup></MetaInfo><Contents><ContentItem xsi:type="TextCIType"><DataContent>
<![CDATA[<p>　　{BODY}</p><p><strong>一</strong>二</p>]]></DataContent></ContentItem>
<ContentItem xsi:type="ImageCIType" href="a.jpg"><DataContent/></ContentItem></Contents></Item>
<Item><Contents><ContentItem><DataContent>第二篇\n{BODY}</DataContent></ContentItem></Contents></Item></Items></CNML>"""
    read = read_source(text.encode(), "a.xml")
    assert read.kind == "cnml"
    assert [one.text for one in read.stories] == [
        f"headline: 渡轮加开夜航\ndeck: 末班船九点\nbyline: 卓小舟\n\n{BODY}\n{{strong:一}}二\n",
        f"headline: 第二篇\n\n{BODY}\n",
    ]
    assert told(read, "picture") == ("a.jpg",)
    assert read.stories[0].data["uri"] == "urn:CNML:a"


def test_fractions_of_nitf_and_pictures_of_cnml() -> None:
    """A half was twelve; a picture's name was lost; a file in base64 stood in the copy."""
    half = "<frac><frac-num>1</frac-num><frac-sep/><frac-den>2</frac-den></frac>"
    nitf = f"<nitf><body><body.head><hedline><hl1>题</hl1></hedline></body.head><body.content><p>{half}{BODY}</p>"
    read = read_source(f"{nitf}</body.content></body></nitf>".encode(), "a.xml")
    assert read.stories[0].paragraphs[0].text == f"1/2{BODY}"
    content = f'<DataContent><p>标题</p><p>{BODY}</p><img src="p.jpg" alt="码头"/></DataContent>'
    content += '<DataContent encoding="base64">5rih6L2u</DataContent>'
    cnml = f"<CNML><Items><Item><Contents><ContentItem>{content}</ContentItem></Contents></Item></Items></CNML>"
    read = read_source(cnml.encode(), "a.xml")
    assert [one.text for one in read.stories[0].paragraphs] == [BODY]
    assert (told(read, "picture"), told(read, "code")) == (("码头 p.jpg",), ("5rih6L2u",))


def test_a_short_line_was_not_cut_by_a_screen() -> None:
    """Copy of one width is joined; a title and names in it are lines of their own."""
    cut = "　　渡轮中秋加开夜航，末班船改在\n晚上九点，从明天起实行，为期三天\n票价不变。\n"
    read = read_source(f"　　大潮之前话渔家\n本报记者 卓小舟\n{cut}{cut}".encode(), "a.txt")
    assert read.stories[0].header["byline"][0].text == "本报记者 卓小舟"
    joined = "渡轮中秋加开夜航，末班船改在晚上九点，从明天起实行，为期三天票价不变。"
    assert [one.text for one in read.stories[0].paragraphs] == [joined, joined]
