"""Names made up by lot for the pages that weights are fitted on, in the forms that papers print: none is learned."""

from __future__ import annotations

import random

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方袁柳唐费岑薛雷贺倪汤罗毕郝安傅齐康伍余顾孟黄萧尹姚"
    "邵汪毛戴宋熊纪舒项祝董梁杜蓝贾江童郭梅林钟徐高夏蔡田胡凌霍万柯管卢莫房丁邓洪石崔龚程邢裴陆荣翁段侯"
)
_GIVEN = (
    "明华丽国建文志伟晓小红军平海燕玲芳强磊静敏雪梅春秋冬夏雨云霞飞鹏龙凤英俊杰超勇辉波涛洁琳琪瑶宇轩浩然子涵欣怡诗梦思佳嘉慧颖薇婷莹倩雅丹"
    "青松柏森山川江河湖泉石岩远近宁乐福寿德仁义礼智信忠孝和顺永长光亮清正方圆天地心一三四大中南北东西玉珠宝琴棋书画兰竹菊荷桂立成功兴旺达通道"
)
_PAPERS = ("本报", "晚报", "日报", "早报", "全媒体", "本刊", "商报", "都市报")
_PLACES = ("北京", "上海", "广州", "成都", "岚州", "朔川", "海安", "通州", "伊宁")
_JUMPS = ("（下转第二版）", "（下转第{}版）", "（下转{}版）", "▶▶下转{}版", "下转A{}版", "（紧转第{}版）")
_CREDITS = (
    "本报记者 {} 摄",
    "{} 摄",
    "（{} 摄）",
    "{}供图",
    "受访者供图",
    "资料图片",
    "新华社发（{}摄）",
    "本报记者 {}/摄",
    "{}/图",
)


def name(chance: random.Random) -> str:
    """A person's name of two or three characters."""
    return chance.choice(_SURNAMES) + "".join(chance.choice(_GIVEN) for _ in range(1 if chance.random() < 0.3 else 2))


def names(chance: random.Random, between: str = " ") -> str:
    """One to three names."""
    return between.join(name(chance) for _ in range(chance.choice((1, 1, 1, 2, 2, 3))))


def bylines(chance: random.Random) -> list[str]:
    """The lines of a byline."""
    one, some, other = name(chance), names(chance), name(chance)
    kind = chance.randrange(22)
    if kind < 6:
        return [some]
    if kind < 9:
        return [chance.choice(("本报记者 ", "本报记者　", "记者 ", "■本报记者 ", "□本报记者 ")) + some]
    if kind < 11:
        return [f"本报记者 {some} 通讯员 {other}"]
    spaced = f"{one[0]}  {one[1]}" + (f" {other}" if chance.random() < 0.5 else "")
    forms: list[list[str]] = [
        [f"□{some}"],
        [f"本报记者 {one}", f"通讯员 {other}"],
        [one + chance.choice((" 文/图", " 文", " 整理", " 摄影报道"))],
        [f"文/{one}" + chance.choice(("", f" 图/{other}"))],
        [f"（{chance.choice(('记者 ', '通讯员 ', '本报记者 ', ''))}{some}）"],
        [f"{chance.choice(_PAPERS)}记者 {some}"],
        [chance.choice(("新华社记者 ", "特约评论员 ", "本报评论员 ", "见习记者 ", "特约记者 ", "实习生 ")) + one],
        [f"通讯员 {some} 记者 {other}"],
        [spaced],
        [names(chance, "、")],
        [f"本报记者 {some}/文 {other}/图"],
    ]
    return forms[kind - 11]


def closing(chance: random.Random) -> str:
    """A byline at a story's end."""
    return f"（{chance.choice(('记者 ', '', '通讯员 ', '本报记者 ', '作者 '))}{names(chance)}）"


def dateline(chance: random.Random) -> str:
    """What a wire or a report opens with."""
    place, day = chance.choice(_PLACES), f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
    some, one, other = names(chance), name(chance), name(chance)
    reported = f"本报讯（{chance.choice(('记者 ', '通讯员 ', '本报记者 '))}{some}）"
    wire = f"新华社{place}{day}电（记者 {some}）"
    short = chance.choice(("【本报讯】", "〔本报讯〕", "【本报专讯】", f"中新社{place}{day}电 "))
    own = f"本报{place}{day}讯（记者 {one} 通讯员 {other}）"
    forms = [reported] * 3 + [wire] * 2 + ["本报讯", f"据新华社{place}{day}电", short, own, f"本报讯 记者{one}报道："]
    return chance.choice(forms)


def jump(chance: random.Random) -> str:
    """A jump line to another page."""
    return chance.choice(_JUMPS).format(chance.choice("二三四五678"))


def credit(chance: random.Random) -> str:
    """Who took a picture."""
    return chance.choice(_CREDITS).format(name(chance))
