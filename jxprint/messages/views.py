"""Sentences about views of a page: the words on a proof, and what no view can be made of; they belong to the room
`output`.
"""

from __future__ import annotations

from jxprint.messages import Message

VIEW_MESSAGES: dict[str, Message] = {
    # What a form cannot have.
    "output.svg_pages": Message(
        "an SVG holds one page, and these are {pages} pages",
        "write {{page}} into the file's name, which makes an SVG of each page, or take HTML or PDF",
        "一个 SVG 只能放一版，而这次有 {pages} 版",
        "请在文件名中写上 {{page}}，每版一个 SVG，或改出 HTML、PDF",
    ),
    "output.check_needs_pdf": Message(
        "--check reads a PDF back, and {form} is asked for",
        "build the PDF with --check, and the view without it",
        "--check 核对的是 PDF，而这次输出的是 {form}",
        "请用 --check 输出 PDF，浏览用文件另行输出",
    ),
    # On the proof itself.
    "output.proof.part": Message(
        "{letter}  {name}  {width} × {height} mm  {columns} col × {rows} rows",
        "",
        "{letter}  {name}  {width} × {height} 毫米  {columns} 栏 × {rows} 行",
        "",
    ),
    "output.proof.slug": Message(
        "{name}  |  {title}  |  trim {sheet}  |  type area {area}  |  {columns} base columns × {rows} rows  |  "
        "body {body} pt on {pitch} pt  |  {characters} characters",
        "",
        "{name}  |  {title}  |  成品 {sheet}  |  版心 {area}  |  {columns} 基本栏 × {rows} 行  |  "
        "正文 {body} 点，行距 {pitch} 点  |  共 {characters} 字",
        "",
    ),
}
