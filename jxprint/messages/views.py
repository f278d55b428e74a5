"""Sentences about views of a page: the words on a proof, and what no view can be made of; they belong to the room
`output`.
"""

from __future__ import annotations

from jxprint.messages import Message

VIEW_MESSAGES: dict[str, Message] = {
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
