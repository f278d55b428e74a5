"""Sentences of profiles: what press and archive demand of a page, and what of it a page does not meet."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {
    "profile.unknown": Message(
        "there is no profile {name}",
        "profiles are {known}",
        "没有名为 {name} 的输出规格",
        "输出规格有：{known}",
    ),
    "profile.at_part": Message(
        "in part {part}, at {x_mm}, {y_mm} mm", "", "位于 {part} 部分、{x_mm}、{y_mm} 毫米处", ""
    ),
    "profile.at": Message("at {x_mm}, {y_mm} mm", "", "位于 {x_mm}、{y_mm} 毫米处", ""),
    "profile.at_file": Message("the file as a whole", "", "整个文件", ""),
    "profile.at_page": Message("page {page}", "", "第 {page} 页", ""),
    "profile.at_spot": Message("page {page}, {where}", "", "第 {page} 页，{where}", ""),
    "profile.judged": Message(
        "the finished file would not meet {profile}: {what} (rule {rule}; {where})",
        "have what is placed there exported anew for {profile}, or place it as a picture (PNG, JPEG) or an SVG drawing",
        "成品文件不符合 {profile}：{what}（规则 {rule}；{where}）",
        "请按 {profile} 重新导出置于该处的文件，或改置图片（PNG、JPEG）、SVG 图形",
    ),
    "profile.judged_so": Message(
        "of the finished file for {profile}: {what} (rule {rule}; {where})",
        "have what is placed there exported anew for {profile}, or place it as a picture (PNG, JPEG) or an SVG drawing",
        "{profile} 成品文件：{what}（规则 {rule}；{where}）",
        "请按 {profile} 重新导出置于该处的文件，或改置图片（PNG、JPEG）、SVG 图形",
    ),
    "profile.placeholder": Message("no file yet", "", "尚无文件", ""),
    "profile.no_title": Message(
        "the page {page} has no title, and {profile} asks for one",
        "give the page a title in page.toml, or the edition one in edition.toml",
        "版面 {page} 没有标题，而 {profile} 要求有标题",
        "请在 page.toml 写 title，或在 edition.toml 写整期标题",
    ),
    "profile.no_alt": Message(
        "the picture {file} {where} has no description of its own, and {profile} asks for one",
        'say what it shows: alt = "…" in its part of page.toml; its caption is read aloud beside it',
        "{where}的图片 {file} 没有自己的说明文字（alt），而 {profile} 要求有",
        '请在 page.toml 中该图的部分写明图意：alt = "…"；图注会另行读出',
    ),
    "profile.coarse": Message(
        "the picture {file} {where} prints {ppi} pixels to the inch, and {profile} asks for {wanted}",
        "show it smaller, crop less of it, or ask for a larger file",
        "{where}的图片 {file} 印刷精度为每英寸 {ppi} 像素，而 {profile} 要求 {wanted}",
        "请缩小版面尺寸、少裁一些，或索取更大的原图",
    ),
    "profile.fine": Message(
        "the picture {file} {where} prints {ppi} pixels to the inch; over {wanted} is for nothing",
        "scale the file down to what is printed",
        "{where}的图片 {file} 每英寸有 {ppi} 像素；超过 {wanted} 只会使文件变大",
        "可将原图缩至印刷所需的大小",
    ),
    "profile.line_art": Message(
        "the line art {file} {where} prints {ppi} pixels to the inch, and presses ask for {wanted}",
        "scan it finer, show it smaller, or draw it (SVG)",
        "{where}的线条稿 {file} 印刷精度为每英寸 {ppi} 像素，印厂要求 {wanted}",
        "请提高扫描精度、缩小版面尺寸，或改用矢量图（SVG）",
    ),
    "profile.picture_ink": Message(
        "the picture {file} {where} lays {total} % of ink on areas; the paper takes {limit} % ({profile})",
        "separate it again for this press, or send it in RGB",
        "{where}的图片 {file} 成片总墨量达 {total}%，而纸张至多承受 {limit}%（{profile}）",
        "请按本印刷条件重新分色，或改用 RGB 图片",
    ),
    # What was done with a picture whose file keeps its pixels as no page does.
    "profile.in_inks": Message("inks", "", "油墨数值", ""),
    "profile.in_srgb": Message("sRGB", "", "sRGB 色彩", ""),
    "profile.picture_deep": Message(
        "the picture {file} {where} has {bits} bits a colour, and a page has 8: the upper 8 are kept",
        "nobody sees the others; save it with 8 bits, and nothing is said",
        "{where}的图片 {file} 每色 {bits} 位，而版面用 8 位：已取高 8 位",
        "其余各位肉眼看不出；存为 8 位后不再提示",
    ),
    "profile.picture_palette": Message(
        "the picture {file} {where} has its colours in a palette; each pixel has its own now",
        "nothing is lost by it; save it without a palette, and nothing is said",
        "{where}的图片 {file} 使用调色板（索引色），已逐像素换成本来的颜色",
        "画面不变；存为非索引色后不再提示",
    ),
    "profile.picture_lab": Message(
        "the picture {file} {where} is in Lab; its colours have become {became}",
        "look at it in a proof; to have it otherwise, send it in RGB or CMYK",
        "{where}的图片 {file} 为 Lab 色彩，已转换为 {became}",
        "请在校样上查看；如要另行处理，请改用 RGB 或 CMYK 图片",
    ),
    "profile.picture_turned_over": Message(
        "the picture {file} {where} is a JPEG in CMYK of Adobe's, whose numbers stand turned over; they are read as "
        "meant, as {became}",
        "look at it in a proof: where it looks like a negative, its program has marked it wrongly",
        "{where}的图片 {file} 是带 Adobe 标记的 CMYK JPEG，数值反相存放；已按原意读作 {became}",
        "请在校样上查看：如像底片，则是存图软件标记有误",
    ),
    "profile.picture_turned": Message(
        "the picture {file} {where} is to be turned, says its EXIF (orientation {orientation}); it stands upright",
        "look at it in a proof; where it was turned already, its program has left the mark: save it again",
        "{where}的图片 {file} 按 EXIF 须转正（方向 {orientation}），已转正",
        "请在校样上查看；如原已转正而标记未清，请重新存盘",
    ),
    "profile.picture_icc": Message(
        "the picture {file} {where} carries a colour profile that cannot be used: {why}",
        "it is shown as a picture without one; save it again in its own colours to be sure",
        "{where}的图片 {file} 所带的色彩特性文件不能使用：{why}",
        "已按不带特性文件处理；为保险起见，请按其本来的色彩重新存盘",
    ),
    "profile.transparent": Message(
        "the drawing {file} {where} lets through what is under it, and {profile} knows no transparency",
        "draw it with solid colours, or use press-x4",
        "{where}的图形 {file} 含透明效果，而 {profile} 不允许透明",
        "请改用不透明的颜色，或使用 press-x4",
    ),
    "profile.untagged": Message(
        "the fonts of {file}, placed {where}, do not say which characters they show (ToUnicode), and "
        "{profile} asks for it",
        "have it exported with Unicode or with letters as outlines, or place a picture (PNG, JPEG) or an SVG drawing",
        "置{where}的 {file} 的字体未写明所示字符（ToUnicode），而 {profile} 要求写明",
        "请重新导出并保留 Unicode 信息或将文字转曲，或改置图片（PNG、JPEG）、SVG 图形",
    ),
    "profile.reversed": Message(
        "“{text}” {where} is reversed type of {size:g} pt; on newsprint it fills in under {least:g} pt",
        "set it larger, or black on a light tint",
        "{where}的“{text}”是 {size:g} 磅反白字；新闻纸上小于 {least:g} 磅会糊版",
        "请加大字号，或改为浅底黑字",
    ),
    "profile.many_inks": Message(
        "“{text}” {where} is {size:g} pt type in an ink of several plates ({ink}): they never fit",
        "use black or a single ink for type of this size",
        "{where}的“{text}”以 {size:g} 磅排印多色油墨（{ink}），小字难以套准",
        "这样大小的文字请用单黑或单色",
    ),
    "profile.rich_type": Message(
        "“{text}” {where} is {size:g} pt type in black with other inks under it ({ink}): they never fit",
        "use black alone; up to 24 pt every slip of register shows",
        "{where}的“{text}”以 {size:g} 磅排印四色黑（{ink}），难以套准",
        "请用单黑；24 磅以下套印稍有偏差即可见",
    ),
    "profile.tiny": Message(
        "“{text}” {where} is {size:g} pt type; on newsprint nobody reads it under {least:g} pt",
        "set it larger",
        "{where}的“{text}”为 {size:g} 磅；新闻纸上小于 {least:g} 磅难以辨认",
        "请加大字号",
    ),
    "profile.thin": Message(
        "the line {where} is {width:g} pt wide in an ink of several plates ({ink}): they never fit",
        "make it {least:g} pt or wider, or use a single ink",
        "{where}的线条宽 {width:g} 磅，以多色油墨（{ink}）印刷，难以套准",
        "请改为 {least:g} 磅或更粗，或只用一色",
    ),
    "profile.hairline": Message(
        "the line {where} is {width:g} pt wide; under {least:g} pt a plate loses it",
        "make it {least:g} pt or wider",
        "{where}的线条宽 {width:g} 磅；细于 {least:g} 磅会断线",
        "请改为 {least:g} 磅或更粗",
    ),
    "profile.too_much_ink": Message(
        "the ink {ink} {where} comes to {total} % in one place; the paper takes {limit} % ({profile})",
        "take some of its inks back; black needs no other under it",
        "{where}的油墨 {ink} 总墨量为 {total}%，而纸张至多承受 {limit}%（{profile}）",
        "请减少各色用量；黑色之下不需要垫其他颜色",
    ),
    "profile.together": Message(
        "{what} {where} overprints a tint, and both come to {total} % of ink; {profile} here takes {limit} %",
        "use a lighter tint, or reversed type (ink paper), which knocks out",
        "{where}的{what}叠印在底色上，合计总墨量 {total}%，而此处 {profile} 上限为 {limit}%",
        "请减淡底色，或改用反白（纸色），反白会挖空",
    ),
    "profile.over_type": Message("the type “{text}”", "", "文字“{text}”", ""),
    "profile.over_rule": Message("a rule", "", "线条", ""),
    "profile.over_area": Message("a black area", "", "黑色块", ""),
    "profile.rich_shape": Message(
        "a rule or an area {where} is black with other inks under it ({ink})",
        "use black alone: on newsprint it is black enough, and never out of register",
        "{where}的线条或色块用四色黑（{ink}）",
        "请用单黑：新闻纸上已足够黑，也不会套印不准",
    ),
    "profile.spot_ink": Message(
        "the ink {name} {where} takes a plate of its own",
        "use process inks unless the plant prints it",
        "{where}的专色 {name} 要多占一个色版",
        "除非印厂确实加印，否则请改用四色",
    ),
    "profile.needs_page": Message(
        "the profile {profile} is for pages as PDF, and neither a proof nor a view is one",
        "leave out --profile, or what makes it a proof or a view",
        "输出规格 {profile} 只用于版面 PDF，不用于校样或网页",
        "请去掉 --profile，或不要输出校样、网页",
    ),
    "profile.no_press": Message(
        "the profile {profile} names no press, so an ICC profile has nothing to say in it",
        "leave out --icc, or choose a press or archive profile",
        "输出规格 {profile} 不指定印刷条件，ICC 特性文件无处可用",
        "请去掉 --icc，或改用 press、archive 类规格",
    ),
}
