"""Pages of copy told in many manners, each line with its role: what the weights of roles are fitted on (`teaching`).

A manner says what stands between lines, how bylines are written, what a page leaves out, whether paragraphs are cut or
kept as printed lines. Names are made up by lot, so that none is learned.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from msgspec import Struct

from form import Copy, Paragraph, Section
from jxprint.reconstruct.evidence import Line

_FOLD = str.maketrans("，：；（）！？", ",:;()!?")
_SURNAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹金魏姜谢邹苏潘葛范彭鲁马方袁柳唐薛雷汤罗郝安"
_GIVEN = "明华丽国建文志伟晓小红军平海燕玲芳强静敏雪梅春秋雨云飞鹏英俊辉波洁琳瑶宇浩欣怡诗嘉慧颖青松林山川石远宁和"
_PLACES = ("北京", "上海", "广州", "成都", "岚州", "朔川", "海安", "通州")
_SHOWN = ("图为", "上图：", "▲", "右图为", "资料图：")
_JUMPS = ("（下转第{}版）", "（下转{}版）", "▶▶下转{}版", "（紧转第{}版）")
_STYLES = ("groups", "groups", "apart", "apart", "all", "none", "stories", "heads", "two", "body")
_HEADS = frozenset(("kicker", "head", "head-line", "deck", "from"))
_PAGE = frozenset(("page-kicker", "page-head", "page-deck"))
_PROSE = frozenset(("standfirst", "text", "lead", "lead-bare", "item", "caption", "note"))
_TOGETHER = frozenset(("head-line", "page-head", "byline", "verse", "row", "item"))

Unit = tuple[str, str]


class Manner(Struct, frozen=True):
    """A manner of telling a page; shares are of stories or paragraphs."""

    style: str
    folded: bool
    cut: float
    measure: float
    indent: str
    no_kicker: float
    no_deck: float
    other_names: float
    form: int
    cells: str
    bullet: str
    mixed: bool
    bare: bool
    larger: float


def manner_of(chance: random.Random, *, plain: bool) -> Manner:
    """A manner by lot; a plain one leaves the copy as it is."""
    measure = chance.choice((13.5, 15.5, 18.0, 22.0)) if chance.random() < 0.15 and not plain else 0.0
    return Manner(
        chance.choice(_STYLES),
        chance.random() < 0.6,
        chance.choice((0.0, 0.1, 0.25, 0.4)),
        measure,
        chance.choice(("", "", "", "　　", "    ")),
        0.0 if plain else chance.choice((0.0, 0.3, 1.0)),
        0.0 if plain else chance.choice((0.0, 0.3, 1.0)),
        0.0 if plain else chance.choice((0.0, 0.5, 1.0)),
        chance.choice((0, 0, 0, 1, 1, 2, 3)),
        chance.choice((" ", " ", "  ", "\t", "　")),
        chance.choice(("", "", "●", "- ", "■", "· ")),
        not plain and chance.random() < 0.6,
        not plain and chance.random() < 0.3,
        chance.uniform(1.5, 2.6) if not plain and chance.random() < 0.12 else 0.0,
    )


def lesson(copy: Copy, others: Sequence[Copy], manner: Manner, chance: random.Random) -> list[tuple[Line, str]]:
    """The page in a manner: its lines with their roles."""
    return list(_laid(list(_page(copy, others, manner, chance)), manner, chance))


def _page(copy: Copy, others: Sequence[Copy], manner: Manner, chance: random.Random) -> Iterator[Unit]:
    stories = list(copy.stories)
    if manner.mixed and others:
        stories = stories[: chance.randint(1, len(stories))]
        stories += [story for other in others if (story := chance.choice(other.stories)).many("headline")]
    head = copy.head
    top = [("masthead", one) for one in head.many("masthead") if chance.random() < 0.85]
    folios = [("folio", one) for one in head.many("folio") if chance.random() < 0.75]
    yield from (*folios, *top) if chance.random() < 0.3 else (*top, *folios)
    headless = not stories[0].many("headline")
    if headless:  # the page's headline is its first story's
        stories[0] = Section("story", {**head.values, **stories[0].values}, stories[0].paragraphs)
    elif not manner.bare:
        for key in ("kicker", "headline", "deck"):
            yield from ((f"page-{'head' if key == 'headline' else key}", one) for one in head.many(key))
        for one in head.paragraphs:
            yield from (("standfirst", piece) for piece in _cut(one.text, manner.cut * 0.7, chance))
    places = [0 if headless or chance.random() < 0.5 else chance.randint(0, len(stories)) for _ in copy.pictures]
    for at in range(len(stories) + 1):
        for picture, place in zip(copy.pictures, places, strict=True):
            if place == at:
                yield from _picture(picture, chance)
        if at < len(stories):
            yield from _story(stories[at], manner, chance)


def _picture(picture: Section, chance: random.Random) -> Iterator[Unit]:
    shown = chance.choice(_SHOWN) if chance.random() < 0.2 else ""
    yield from (("caption", shown + one) for one in picture.many("caption"))
    yield from (("credit", one) for one in picture.many("credit"))


def _story(story: Section, manner: Manner, chance: random.Random) -> Iterator[Unit]:
    bylines, dateline = story.many("byline"), story.one("dateline") or ""
    at_end = story.one("byline_at") == "end"
    if story.many("headline") and chance.random() < manner.other_names:
        bylines, dateline, at_end = _names(manner.form, chance)
    if chance.random() >= manner.no_kicker:
        yield from (("kicker", one) for one in story.many("kicker"))
    for k, one in enumerate(story.many("headline")):
        yield ("head-line" if k else "head"), one
    if chance.random() >= manner.no_deck:
        yield from (("deck", one) for one in story.many("deck"))
    yield from (("from", one) for one in story.many("from"))
    if not at_end:
        yield from (("byline", one) for one in bylines)
    yield from _body(story, dateline, (bool(bylines) and not at_end, bylines[:1] if at_end else []), (manner, chance))
    jumps = story.many("jump") or ([chance.choice(_JUMPS)] if chance.random() < 0.04 else [])
    yield from (("jump", one.format(chance.choice("二三四五六"))) for one in jumps)


def _body(
    story: Section, dateline: str, names: tuple[bool, list[str]], given: tuple[Manner, random.Random]
) -> Iterator[Unit]:
    (named, closing), (manner, chance) = names, given
    first = "lead" if named else "lead-bare"
    opened = False
    last = max((k for k, one in enumerate(story.paragraphs) if one.role != "note"), default=-1)
    for k, paragraph in enumerate(story.paragraphs):
        role, text = _told(paragraph, manner)
        if not opened and dateline and role != "note":
            text = dateline + ("" if dateline[-1] in "）】：" else "　") + text
        glued = k == last and closing and role == "text" and chance.random() < 0.5
        text += closing[0] if glued else ""
        for piece in _cut(text, manner.cut, chance) if role in ("text", "item") else [text]:
            yield (first if role == "text" and not opened else role), piece
            opened = opened or role != "note"
        if k == last and closing and not glued:
            yield "end-byline", closing[0]


def _told(paragraph: Paragraph, manner: Manner) -> Unit:
    if paragraph.role == "table":
        return "row", manner.cells.join(paragraph.text.split())
    return paragraph.role, (manner.bullet if paragraph.role == "item" else "") + paragraph.text


def _name(chance: random.Random) -> str:
    return chance.choice(_SURNAMES) + "".join(chance.choice(_GIVEN) for _ in range(chance.choice((1, 2, 2))))


def _names(form: int, chance: random.Random) -> tuple[list[str], str, bool]:
    """Bylines, a dateline, and whether the byline stands at the end."""
    one = " ".join(_name(chance) for _ in range(chance.choice((1, 1, 2, 2, 3))))
    other, day = _name(chance), f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
    place = chance.choice(_PLACES)
    if form == 1:
        wire = f"{place}{day}"
        forms = [f"本报讯（记者 {one}）", f"新华社{wire}电（记者 {one}）", f"本报{wire}讯（记者 {other}）"]
        forms += ["本报讯", f"据新华社{wire}电", "【本报讯】", f"本报讯（通讯员 {other}）"]
        return [], chance.choice(forms), False
    if form == 2:
        return [f"（{chance.choice(('记者 ', '', '通讯员 ', '本报记者 '))}{one}）"], "", True
    if form == 3:
        return [], "", False
    if chance.random() < 0.1:
        return [f"本报记者 {one}", f"通讯员 {other}"], "", False
    forms = [one, one, one, f"本报记者 {one}", f"记者 {one}", f"□{other}", f"{other} 文/图", f"文/{other}"]
    forms += [f"（记者 {one}）", f"本报记者 {one} 通讯员 {other}", f"晚报记者 {one}", f"特约评论员 {other}"]
    return [chance.choice([*forms, f"{other[0]}  {other[1]}", f"■本报记者 {one}"])], "", False


def _cut(text: str, share: float, chance: random.Random) -> list[str]:
    """Pieces of a paragraph that columns cut; none begins with what nothing begins with."""
    if len(text) <= 50 or chance.random() >= share:
        return [text]
    at = chance.randrange(8, len(text) - 4)
    while at < len(text) - 1 and not _may_part(text[at - 1], text[at]):
        at += 1
    return [text[:at], text[at:]]


def _may_part(before: str, after: str) -> bool:
    return after not in "，。：；！？）”》、…—" and before not in "（“《" and not (before + after).isascii()


def _laid(units: Sequence[Unit], manner: Manner, chance: random.Random) -> Iterator[tuple[Line, str]]:
    number, before = 0, ""
    for role, text in units:
        shown = text.translate(_FOLD) if manner.folded else text
        own = manner.indent if role in _PROSE and role != "caption" else ""
        size = round(10 * (manner.larger if role in _HEADS | _PAGE else 1) * chance.uniform(0.97, 1.03), 1)
        gap = _gap(before, role, manner.style)
        for k, line in enumerate(_printed(own + shown, manner.measure) if role in _PROSE else [own + shown]):
            number += 1 + (gap if not k else 0)
            yield Line(line, number, gap if not k else 0, None, size if manner.larger else None), role
        before = role


def _printed(text: str, measure: float) -> list[str]:
    """Lines as printed at a measure (ems); one where it is 0."""
    lines, width = [""], 0.0
    for char in text:
        own = 0.5 if char.isascii() else 1.0
        if measure and width + own > measure and char not in "，。：；！？）”》、,:;!?)":
            lines.append("")
            width = 0.0
        lines[-1] += char
        width += own
    return lines


def _gap(before: str, here: str, style: str) -> int:
    """Blank lines between two roles in a style."""
    together = (before == here and here in _TOGETHER) or here == "credit" or (before, here) == ("head", "head-line")
    opens = (here in _HEADS or here == "caption") and before not in _HEADS | {"caption"}
    if not before or style == "none":
        return 0
    if style == "all":
        return 1
    if style == "groups":
        return int(not (together or {before, here} <= _HEADS or {before, here} <= _PAGE))
    if style == "two":
        return 2 if opens else int(not together)
    if style == "stories":
        return int(opens)
    if style == "heads":
        return int(opens or (before in _HEADS and here not in _HEADS) or before == "byline")
    if style == "body":
        return int(
            not (here in _PROSE | {"verse", "row", "subhead"} and before in _PROSE | {"verse", "row", "subhead"})
        )
    return int(not together)
