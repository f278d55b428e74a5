"""What lines of a source page are taken for, and why: words of notes.md and of the review (复原说明)."""

from __future__ import annotations

from jxprint.messages import Message


def _words(english: str, chinese: str) -> Message:
    return Message(english, "", chinese, "")


MESSAGES: dict[str, Message] = {
    "structure.role.folio": _words("a folio line", "报眉"),
    "structure.role.masthead": _words("a masthead", "版名"),
    "structure.role.page_kicker": _words("the page's kicker", "头版肩题"),
    "structure.role.page_head": _words("the page's headline", "通版主题"),
    "structure.role.page_deck": _words("the page's deck", "通版副题"),
    "structure.role.standfirst": _words("the standfirst", "提要"),
    "structure.role.caption": _words("a caption", "图片说明"),
    "structure.role.credit": _words("a credit", "图片署名"),
    "structure.role.kicker": _words("a kicker", "肩题"),
    "structure.role.head": _words("a headline", "主题"),
    "structure.role.head_line": _words("a further line of a headline", "主题的又一行"),
    "structure.role.deck": _words("a deck", "副题"),
    "structure.role.byline": _words("a byline", "署名"),
    "structure.role.from": _words("a line from another page", "上接"),
    "structure.role.lead": _words("a story's first paragraph", "正文首段"),
    "structure.role.lead_bare": _words("the first paragraph of a story without a byline", "无署名的正文首段"),
    "structure.role.text": _words("running text", "正文"),
    "structure.role.subhead": _words("a subhead", "小标题"),
    "structure.role.item": _words("an item of a list", "条目"),
    "structure.role.verse": _words("a line of verse", "诗行"),
    "structure.role.row": _words("a row of a table", "表格行"),
    "structure.role.note": _words("an editor's note", "编者的话"),
    "structure.role.end_byline": _words("a byline at the end", "文末署名"),
    "structure.role.jump": _words("a line to another page", "下转"),
    "structure.role.dateline": _words("a dateline", "电头"),
    "structure.role.unplaced": _words("text without a place", "未能安排的文字"),
    "structure.role.start": _words("the beginning", "开头"),
    "structure.role.end": _words("the end", "结尾"),
    "structure.because.nothing": _words("nothing much", "别无所据"),
    "structure.because.page": _words("how the rest of the page is made", "全版的做法"),
    "structure.because.shared": _words("words it shares with the text about it", "与上下文字的呼应"),
    "structure.because.run": _words("the short lines about it", "前后短行的排列"),
    "structure.because.place": _words("its place on the page", "在版上的位置"),
    "structure.because.names": _words("names", "人名"),
    "structure.because.dateline": _words("a dateline", "电头"),
    "structure.because.credit": _words("the form of a credit", "图片署名的写法"),
    "structure.because.jump": _words("a jump line's words", "转版用语"),
    "structure.because.furniture": _words("date, page number or a paper's name", "日期、版次或报名"),
    "structure.because.note": _words("an editor's words", "编者用语"),
    "structure.because.caption": _words("a caption's words", "图片说明用语"),
    "structure.because.column": _words("a column's name", "栏目名"),
    "structure.because.lone": _words("its story has no other subhead", "此篇别无小标题"),
    "structure.because.form": _words("how it begins", "开头的样式"),
    "structure.because.indent": _words("its indent", "缩进"),
    "structure.because.size": _words("its size", "字号"),
    "structure.because.width": _words("its length", "长短"),
    "structure.because.ends": _words("how it ends", "收尾"),
    "structure.because.neighbours": _words("what stands before and behind it", "上下文"),
    "structure.because.words": _words("its words and marks", "用词和标点"),
    "structure.because.gap": _words("the blank lines about it", "空行"),
    "structure.because.before": _words("how what stands before it ends", "前文的收尾"),
}
