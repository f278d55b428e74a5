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
    "profile.placeholder": Message("no file yet", "", "尚无文件", ""),
    "profile.no_title": Message(
        "the page {page} has no title, and {profile} asks for one",
        "give the page a title in page.toml, or the edition one in edition.toml",
        "版面 {page} 没有标题，而 {profile} 要求有标题",
        "请在 page.toml 写 title，或在 edition.toml 写整期标题",
    ),
    "profile.no_alt": Message(
        "the picture {file} at {x_mm}, {y_mm} mm has no description, and {profile} asks for one",
        'say what it shows: alt = "…" in its part of page.toml',
        "位于 {x_mm}、{y_mm} 毫米处的图片 {file} 没有说明文字（alt），而 {profile} 要求有",
        '请在 page.toml 中该图的部分写明图意：alt = "…"',
    ),
    "profile.coarse": Message(
        "the picture {file} at {x_mm}, {y_mm} mm prints {ppi} pixels to the inch, and {profile} asks for {wanted}",
        "show it smaller, crop less of it, or ask for a larger file",
        "位于 {x_mm}、{y_mm} 毫米处的图片 {file} 印刷精度为每英寸 {ppi} 像素，而 {profile} 要求 {wanted}",
        "请缩小版面尺寸、少裁一些，或索取更大的原图",
    ),
    "profile.fine": Message(
        "the picture {file} at {x_mm}, {y_mm} mm prints {ppi} pixels to the inch; over {wanted} is for nothing",
        "scale the file down to what is printed",
        "位于 {x_mm}、{y_mm} 毫米处的图片 {file} 每英寸有 {ppi} 像素；超过 {wanted} 只会使文件变大",
        "可将原图缩至印刷所需的大小",
    ),
    "profile.line_art": Message(
        "the line art {file} at {x_mm}, {y_mm} mm prints {ppi} pixels to the inch, and presses ask for {wanted}",
        "scan it finer, show it smaller, or draw it (SVG)",
        "位于 {x_mm}、{y_mm} 毫米处的线条稿 {file} 印刷精度为每英寸 {ppi} 像素，印厂要求 {wanted}",
        "请提高扫描精度、缩小版面尺寸，或改用矢量图（SVG）",
    ),
    "profile.picture_ink": Message(
        "the picture {file} at {x_mm}, {y_mm} mm lays {total} % of ink on areas, and {profile} here takes {limit} %",
        "separate it again for this press, or send it in RGB",
        "位于 {x_mm}、{y_mm} 毫米处的图片 {file} 成片总墨量达 {total}%，而此处 {profile} 上限为 {limit}%",
        "请按本印刷条件重新分色，或改用 RGB 图片",
    ),
    "profile.transparent": Message(
        "the drawing {file} at {x_mm}, {y_mm} mm lets through what is under it, and {profile} knows no transparency",
        "draw it with solid colours, or use press-x4",
        "位于 {x_mm}、{y_mm} 毫米处的图形 {file} 含透明效果，而 {profile} 不允许透明",
        "请改用不透明的颜色，或使用 press-x4",
    ),
    "profile.untagged": Message(
        "the page {file} placed at {x_mm}, {y_mm} mm has text without tags, and {profile} asks for tags on all text",
        "place it as a picture (PNG, JPEG), or as an SVG drawing",
        "置于 {x_mm}、{y_mm} 毫米处的 PDF 页 {file} 含未加标签的文字，而 {profile} 要求所有文字都有标签",
        "请改置图片（PNG、JPEG）或 SVG 图形",
    ),
    "profile.reversed": Message(
        "“{text}” at {x_mm}, {y_mm} mm is reversed type of {size:g} pt; on newsprint it fills in under {least:g} pt",
        "set it larger, or black on a light tint",
        "位于 {x_mm}、{y_mm} 毫米处的“{text}”是 {size:g} 磅反白字；新闻纸上小于 {least:g} 磅会糊版",
        "请加大字号，或改为浅底黑字",
    ),
    "profile.many_inks": Message(
        "“{text}” at {x_mm}, {y_mm} mm is {size:g} pt type in an ink of several plates ({ink}): they never fit",
        "use black or a single ink for type of this size",
        "位于 {x_mm}、{y_mm} 毫米处的“{text}”以 {size:g} 磅排印多色油墨（{ink}），小字难以套准",
        "这样大小的文字请用单黑或单色",
    ),
    "profile.rich_type": Message(
        "“{text}” at {x_mm}, {y_mm} mm is {size:g} pt type in black with other inks under it ({ink}): they never fit",
        "use black alone; up to 24 pt every slip of register shows",
        "位于 {x_mm}、{y_mm} 毫米处的“{text}”以 {size:g} 磅排印四色黑（{ink}），难以套准",
        "请用单黑；24 磅以下套印稍有偏差即可见",
    ),
    "profile.tiny": Message(
        "“{text}” at {x_mm}, {y_mm} mm is {size:g} pt type; on newsprint nobody reads it under {least:g} pt",
        "set it larger",
        "位于 {x_mm}、{y_mm} 毫米处的“{text}”为 {size:g} 磅；新闻纸上小于 {least:g} 磅难以辨认",
        "请加大字号",
    ),
    "profile.thin": Message(
        "the line at {x_mm}, {y_mm} mm is {width:g} pt wide in an ink of several plates ({ink}): they never fit",
        "make it {least:g} pt or wider, or use a single ink",
        "位于 {x_mm}、{y_mm} 毫米处的线条宽 {width:g} 磅，以多色油墨（{ink}）印刷，难以套准",
        "请改为 {least:g} 磅或更粗，或只用一色",
    ),
    "profile.hairline": Message(
        "the line at {x_mm}, {y_mm} mm is {width:g} pt wide; under {least:g} pt a plate loses it",
        "make it {least:g} pt or wider",
        "位于 {x_mm}、{y_mm} 毫米处的线条宽 {width:g} 磅；细于 {least:g} 磅会断线",
        "请改为 {least:g} 磅或更粗",
    ),
    "profile.too_much_ink": Message(
        "the ink {ink} at {x_mm}, {y_mm} mm comes to {total} % in one place, and {profile} here takes {limit} %",
        "take some of its inks back; black needs no other under it",
        "位于 {x_mm}、{y_mm} 毫米处的油墨 {ink} 总墨量为 {total}%，而此处 {profile} 上限为 {limit}%",
        "请减少各色用量；黑色之下不需要垫其他颜色",
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
