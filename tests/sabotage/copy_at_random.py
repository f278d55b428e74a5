"""Copy at random, with what is easily taken for something else in it: look-alikes, marks of two widths, figures."""

from __future__ import annotations

from io import BytesIO
from random import Random

# Common characters; radicals and compatibility ideographs have a twin of some of them.
_HAN = (
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学"
    "么之都好看起发当没成只如事把还用第样道想作种开美总从无情己已巳面最女但现前些所同日手又行意动方期它头经长儿回位分爱"
    "老因很给名法间斯知世什两次使身者被高已未末士土曰干千入八夫水火木金石田目耳山川口工刀力门马鱼鸟龙车见食音风飞鼻龟"
    "嘉兴城市人才党建秀洲南湖桐乡海宁平湖报社记者版面文字标题新闻河岸渡口船票灯光桥梁麦田"
)
_WORDS = ("GDP", "5G", "APP", "River Gauge 2.0", "A+", "2024年11月25日", "12.5%", "1,258", "30℃", "3.6亿元", "365天")
_ALIKE = (
    "自己",
    "已经",
    "巳时",
    "未来",
    "末班",
    "士兵",
    "土地",
    "日子",
    "子曰",
    "干部",
    "千里",
    "入口",
    "八人",
    "天夫",
)
_STOPS = "，，，，、；：。"
_LETTERS = ("Aa", "abc-def", "editor", "Wi-Fi")


def words(random: Random, least: int, most: int) -> str:
    """So many characters, none of them a mark."""
    return "".join(random.choice(_HAN) for _ in range(random.randint(least, most)))


def sentence(random: Random) -> str:
    """A sentence with its full stop."""
    pieces: list[str] = []
    for _ in range(random.randint(1, 4)):
        piece = words(random, 3, 11)
        if random.random() < 0.35:
            piece += random.choice(_WORDS) + words(random, 1, 3)
        if random.random() < 0.3:
            piece += random.choice(_ALIKE)
        if random.random() < 0.15:
            piece = f"“{piece}”"
        if random.random() < 0.1:
            piece += f"（{random.choice(_LETTERS)}）"
        if random.random() < 0.08:
            piece += random.choice(("——", "……")) + words(random, 2, 4)
        pieces.append(piece)
    text = pieces[0]
    for piece in pieces[1:]:
        text += random.choice(_STOPS[:-1]) + piece
    return text + random.choice("。。。！？")


def paragraph(random: Random, marked: bool) -> str:
    """A paragraph; a marked one has readings, links and script sizes in it."""
    text = "".join(sentence(random) for _ in range(random.randint(1, 4)))
    if not marked:
        return text
    marks = (
        "{注音:嘉兴|jiā xīng}的", "{着重:不能忘记}", "{专名:李明远}", "{加粗:全市大会}", "{楷体:第一资源}",
        "H{下标:2}O", "{外文:Ode an die Freude|de}",
        "20m{上标:2}", "{链接:专题页面|https://example.com/news?id=7}", "{注音:粽子|zòng zi}", "{注:（原载本报）}",
    )  # fmt: skip
    return text + "".join(random.choice(marks) + sentence(random) for _ in range(random.randint(1, 3)))


def story(random: Random, paragraphs: int, marked: bool, led: bool = True) -> str:
    """A story's file; `led` says that it may have a dateline."""
    lines = [f"headline: {words(random, 5, 9)}"]
    if random.random() < 0.3:
        lines.append(f"kicker: {words(random, 4, 8)}")
    if random.random() < 0.7:
        lines.append(f"byline: 本报记者 {words(random, 2, 3)}")
    if led and random.random() < 0.4:
        lines.append("dateline: 本报嘉兴电")
    lines.append("")
    for number in range(paragraphs):
        if number and random.random() < 0.2:
            lines.append(f"## {words(random, 4, 7)}")
        lines.append(paragraph(random, marked))
    return "\n".join(lines) + "\n"


def table(random: Random) -> str:
    """A table of three columns."""
    rows = ["名称\t数量\t备注"]
    for _ in range(random.randint(3, 5)):
        rows.append(f"{words(random, 2, 5)}\t{random.randint(1, 999)}.{random.randint(0, 9)}\t{words(random, 2, 6)}")
    return "\n".join(rows) + "\n"


def listed(random: Random) -> str:
    """A list's file."""
    items = [words(random, 8, 22) for _ in range(random.randint(3, 5))]
    return f"headline: {words(random, 4, 7)}\n\n" + "\n".join(items) + "\n"


def picture(random: Random, width: int, height: int) -> bytes:
    """A picture of a few flat colours as a PNG file."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (width, height), (200, 210, 220))
    draw = ImageDraw.Draw(image)
    for _ in range(6):
        x, y = random.randrange(width), random.randrange(height)
        draw.ellipse((x - 30, y - 20, x + 30, y + 20), fill=tuple(random.randrange(60, 240) for _ in range(3)))
    sink = BytesIO()
    image.save(sink, "PNG")
    return sink.getvalue()


def drawing(random: Random) -> str:
    """A drawing of a few curves as an SVG file."""
    arcs = "".join(
        f'<path d="M {40 * at} 60 Q {40 * at + 20} {random.randint(5, 40)} {40 * at + 40} 60" fill="none" '
        f'stroke="#2a5d84" stroke-width="2"/>'
        for at in range(10)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80" viewBox="0 0 400 80">{arcs}</svg>'
