"""Sentences about joints of a printed page (断栏处) and pages set faithfully to them (忠实复排)."""

from __future__ import annotations

from jxprint.messages import Message


def _words(english: str, chinese: str) -> Message:
    return Message(english, "", chinese, "")


_HOW_ELSE = "correct the joint, or build without --faithful"
_HOW_ELSE_ZH = "请改正断栏处，或不用 --faithful 排"

MESSAGES: dict[str, Message] = {
    "evidence.held": Message(
        "--faithful and --hold both say where legs end",
        "give one of them",
        "--faithful 和 --hold 都决定在哪里断栏",
        "请只用其中一个",
    ),
    "evidence.shown_twice": Message(
        "--evidence and --typography each print something else",
        "give one of them",
        "--evidence 和 --typography 列出的内容不同",
        "请只用其中一个",
    ),
    "evidence.no_file": Message(
        "the page has no {file}, so no joints are known and it is set freely",
        "list its joints there: copy, paragraph, offset, context",
        "版面没有 {file}，不知断栏处，按自由排版",
        "请在该文件中列出断栏处：copy、paragraph、offset、context",
    ),
    "evidence.no_story": Message(
        "a joint is in {copy}, which no story of the page has",
        "name the file of a story as page.toml does",
        "断栏处所在的 {copy} 不是本版稿件",
        "请照 page.toml 的写法填写稿件文件名",
    ),
    "evidence.no_bar": Message(
        "the context “{context}” does not say where the joint is",
        "put | at the joint, as in 秀洲拿出“真|金白银”的具",
        "上下文“{context}”没有标出断栏处",
        "请用 | 标出，例如：秀洲拿出“真|金白银”的具",
    ),
    "evidence.stale": Message(
        "the joint “{context}” of {story} is stale: its words stand nowhere in the story, or more than once",
        "copy its context anew from the story, with | at the joint",
        "{story} 的断栏处“{context}”已失效：稿件中找不到这些字，或不止一处",
        "请按现在的稿件重抄上下文，用 | 标出断栏处",
    ),
    "evidence.past_end": Message(
        "the joint “{context}” of {story} stands at paragraph {paragraph}, offset {offset}, where the story has no "
        "text, and its words stand nowhere else",
        "correct paragraph, offset and context",
        "{story} 的断栏处“{context}”在第 {paragraph} 段第 {offset} 字，那里没有文字，别处也找不到这些字",
        "请改正 paragraph、offset 和 context",
    ),
    "evidence.moved": Message(
        "the words of the joint “{context}” of {story} now stand at paragraph {to_paragraph}, offset {to_offset}",
        "write these numbers down if that is right",
        "{story} 的断栏处“{context}”现在第 {to_paragraph} 段第 {to_offset} 字（按上下文找到）",
        "如果无误，请改写这两个数字",
    ),
    "evidence.out_of_order": Message(
        "the joint “{context}” of {story} comes behind one that is further on in the text; joints are taken in the "
        "order of the text",
        "list joints in that order, or see whether its numbers are right",
        "{story} 的断栏处“{context}”排在更靠后的断栏处之后；一律按正文顺序处理",
        "请按正文顺序列出，或核对数字",
    ),
    "evidence.too_many": Message(
        "{story} has {joints} joints for the ends of {legs} legs; the last leg ends with the text",
        "give the story more legs in page.toml, or take joints out of evidence.toml",
        "{story} 有 {joints} 处断栏，而只有 {legs} 栏（末栏随正文结束）",
        "请在 page.toml 中给它更多的栏，或从 evidence.toml 删去断栏处",
    ),
    "evidence.not_level": Message(
        "{story} cannot have {legs} legs that are anywhere near level and end at its {joints} joints",
        "correct its legs, measure or joints",
        "{story} 排成 {legs} 栏时，不能既在 {joints} 处断栏又各栏大致平齐",
        "请改正栏数、栏宽或断栏处",
    ),
    "evidence.in_subhead": Message(
        "the joint “{context}” of {story} is inside a subhead, which is never parted",
        _HOW_ELSE,
        "{story} 的断栏处“{context}”在小标题之内，小标题不能断开",
        _HOW_ELSE_ZH,
    ),
    "evidence.in_drop_cap": Message(
        "the joint “{context}” of {story} is in a paragraph with a drop cap",
        "set the story without its drop_cap",
        "{story} 的断栏处“{context}”在有首字下沉的段落中",
        "请去掉该稿的 drop_cap",
    ),
    "evidence.forbidden": Message(
        "no line may end at the joint “{context}” of {story}",
        _HOW_ELSE,
        "{story} 的断栏处“{context}”不许断行",
        _HOW_ELSE_ZH,
    ),
    "evidence.not_full": Message(
        "the lines of {story} up to the joint “{context}” cannot be full with gaps of {limit} em at the most",
        "correct the measure or the joint, or let the style's faithful_widest be more",
        "{story} 到断栏处“{context}”为止的各行，字距不超过 {limit} 字时排不满",
        "请改正栏宽或断栏处，或放宽版式规范的 faithful_widest",
    ),
    "evidence.missed": Message(
        "no leg of {story} ends at the joint “{context}”",
        "joints are for stories in legs of one measure, set across; " + _HOW_ELSE,
        "{story} 没有在“{context}”处断栏",
        "只有横排、各栏同宽的稿件可以按断栏处排；" + _HOW_ELSE_ZH,
    ),
    "evidence.page": _words(
        "{name}: {hit} of {joints} joints at the foot of a leg", "{name}：{joints} 处断栏中有 {hit} 处在栏末"
    ),
    "evidence.uneven": _words("{story}: legs of {legs} lines", "{story}：各栏 {legs} 行，不平齐"),
    "evidence.parted": _words(
        "{story}: leg {leg} ends within a paragraph, where no joint is known",
        "{story}：第 {leg} 栏在段落中间结束，那里没有已知的断栏处",
    ),
    "evidence.wide": _words(
        "{story}: leg {leg}, line {line} is opened by {gap} em a gap: {text}",
        "{story}：第 {leg} 栏第 {line} 行字距 {gap} 字：{text}",
    ),
    "evidence.column.story": _words("story", "稿件"),
    "evidence.column.leg": _words("leg", "栏"),
    "evidence.column.lines": _words("lines", "行"),
    "evidence.column.foot": _words("foot", "栏末"),
    "evidence.column.gap": _words("gap em", "字距"),
    "evidence.column.squeeze": _words("squeezed em", "挤进"),
    "evidence.column.squeezed": _words("lines", "行"),
    "evidence.column.worst": _words("worst line", "最松或最紧的一行"),
    "evidence.foot.joint": _words("joint", "断栏处"),
    "evidence.foot.paragraph": _words("paragraph", "段末"),
    "evidence.foot.parted": _words("parted", "段中"),
    "evidence.foot.text": _words("end", "文末"),
    "evidence.free_hit": _words(
        "{story}, paragraph {paragraph}, offset {offset}: {context}  leg {leg} ends here",
        "{story} 第 {paragraph} 段第 {offset} 字：{context}  第 {leg} 栏在此结束",
    ),
    "evidence.free_further": _words(
        "{story}, paragraph {paragraph}, offset {offset}: {context}  missed; the nearest leg ends {off} characters "
        "further on",
        "{story} 第 {paragraph} 段第 {offset} 字：{context}  未中；最近的栏末在其后 {off} 字",
    ),
    "evidence.free_before": _words(
        "{story}, paragraph {paragraph}, offset {offset}: {context}  missed; the nearest leg ends {off} characters "
        "before",
        "{story} 第 {paragraph} 段第 {offset} 字：{context}  未中；最近的栏末在其前 {off} 字",
    ),
    "evidence.free_nowhere": _words(
        "{story}, paragraph {paragraph}, offset {offset}: {context}  missed; no leg ends before the story does",
        "{story} 第 {paragraph} 段第 {offset} 字：{context}  未中；全稿只有一栏",
    ),
    "evidence.free_page": _words(
        "{name}: set freely in its own style, {hit} of {joints} joints are the foot of a leg; {near} within one "
        "character, {around} within three",
        "{name}：按本版规范自由排版时，{joints} 处断栏中有 {hit} 处在栏末；相差不过一字的 {near} 处，"
        "不过三字的 {around} 处",
    ),
    "evidence.manner_opened": _words(
        "{name}: marks full width, lines opened and not squeezed, {hit} of {joints}",
        "{name}：标点占全身，只推出不挤进，{joints} 处中有 {hit} 处",
    ),
    "evidence.manner_evened": _words(
        "{name}: marks full width, lines squeezed where gaps would else be wide, {hit} of {joints}",
        "{name}：标点占全身，字距过大时挤进，{joints} 处中有 {hit} 处",
    ),
    "evidence.manner_best": _words(
        "{name}: each story in the manner that has most of its joints, {hit} of {joints} ({each})",
        "{name}：各稿取最合的一种排法，{joints} 处中有 {hit} 处（{each}）",
    ),
    "evidence.as.own": _words("{story} in its own style {hit}", "{story} 按本版规范 {hit}"),
    "evidence.as.opened": _words("{story} opened {hit}", "{story} 推出 {hit}"),
    "evidence.as.evened": _words("{story} squeezed at need {hit}", "{story} 酌情挤进 {hit}"),
}
