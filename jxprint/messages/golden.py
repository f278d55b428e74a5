"""Sentences about golden images: what differs from a baseline, where, and what cannot be compared."""

from __future__ import annotations

from jxprint.messages import Message


def _words(en: str, zh: str) -> Message:
    """A sentence without a hint."""
    return Message(en, "", zh, "")


_LOOK = "look at the page; if it is as it should be, --update-golden writes the baseline"
_LOOK_ZH = "请先看版面，无误后用 --update-golden 写入"
_PNG = "save it again as PNG with 8 bits a channel"
_PNG_ZH = "请重新存为每通道 8 位的 PNG"

MESSAGES: dict[str, Message] = {
    # What differs.
    "golden.differs": _words(
        "page {page}: differs in {pixels} pixels ({share} %), by up to {most} of 255",
        "第 {page} 版：{pixels} 个像素有差异（{share}%），最大差值 {most}（满值 255）",
    ),
    "golden.differs_more": _words(
        "page {page}: differs in {pixels} pixels ({share} %), by up to {most} of 255; allowed is {allowed}",
        "第 {page} 版：{pixels} 个像素有差异（{share}%），最大差值 {most}（满值 255）；允许范围为 {allowed}",
    ),
    "golden.moved_only": _words(
        "page {page}: no pixel differs at {dpi} dpi, and by its own places it changed: {count}",
        "第 {page} 版：{dpi} dpi 下像素无差异，但按其自身位置有 {count} 处变动",
    ),
    "golden.too_equal": Message(
        "page {page}: no pixel differs, and {allowed} expects some to",
        "let the ranges begin with 0",
        "第 {page} 版：没有像素差异，而 {allowed} 要求有差异",
        "请让范围从 0 开始",
    ),
    "golden.size": _words(
        "page {page}: the size is {new}, where {old} was expected", "第 {page} 版：大小为 {new}，应为 {old}"
    ),
    "golden.pixels": _words("{width} × {height} pixels", "{width} × {height} 像素"),
    "golden.mm_and_pixels": _words(
        "{across} × {down} mm ({width} × {height} pixels)", "{across} × {down} 毫米（{width} × {height} 像素）"
    ),
    "golden.page_count": _words("pages: {new}, where {old} were expected", "共 {new} 版，应为 {old} 版"),
    # Where.
    "golden.region_moved": _words(
        "{number}. {what} of {part}, {way}: “{text}” ({at})", "{number}. {part}{what}{way}：“{text}”（{at}）"
    ),
    "golden.region_still": _words(
        "{number}. {what} of {part}, drawn otherwise in its place: “{text}” ({at})",
        "{number}. {part}{what}位置未变而印相有变：“{text}”（{at}）",
    ),
    "golden.region_of": _words(
        "{number}. {what} of {part}, set otherwise: “{text}” ({at})", "{number}. {part}{what}排法有变：“{text}”（{at}）"
    ),
    "golden.region_in": _words("{number}. in {part}, beside its text ({at})", "{number}. {part}之内、文字之外（{at}）"),
    "golden.region_text": _words("{number}. about “{text}” ({at})", "{number}. “{text}”处（{at}）"),
    "golden.region": _words("{number}. {at}, {pixels} pixels", "{number}. {at}，{pixels} 像素"),
    "golden.more_regions": _words("and {count} smaller places", "另有 {count} 处较小"),
    "golden.at_mm": _words(
        "{width} × {height} mm, {x} mm from the left, {y} mm from the head",
        "{width} × {height} 毫米，距左 {x} 毫米、距顶 {y} 毫米",
    ),
    "golden.at_pixels": _words("{width} × {height} pixels at {x}, {y}", "{width} × {height} 像素，位于 {x}, {y}"),
    "golden.to_left": _words("+{count} mm to the left", "左移 {count} 毫米"),
    "golden.to_right": _words("+{count} mm to the right", "右移 {count} 毫米"),
    "golden.to_up": _words("+{count} mm up", "上移 {count} 毫米"),
    "golden.to_down": _words("+{count} mm down", "下移 {count} 毫米"),
    "golden.nothing_moved": _words(
        "by its places, nothing moved since that baseline was written", "就位置而言，与写入该基准图时相比没有移动"
    ),
    # Baselines.
    "golden.missing": Message("page {page} has no baseline", _LOOK, "第 {page} 版没有基准图", _LOOK_ZH),
    "golden.places_missing": Message(
        "page {page} has places, and none were kept beside its baseline: what moved by less than a pixel would pass",
        _LOOK,
        "第 {page} 版有位置记录，而基准图旁没有：不足一个像素的移动会漏过",
        _LOOK_ZH,
    ),
    "golden.places_broken": Message(
        "the places kept beside the baseline of page {page} cannot be read: {reason}",
        _LOOK,
        "第 {page} 版基准图旁的位置记录无法读取：{reason}",
        _LOOK_ZH,
    ),
    "golden.places_gone": Message(
        "places were kept beside the baseline of page {page}, and the page has none now: its tags are gone",
        _LOOK,
        "第 {page} 版基准图旁有位置记录，而现在的版面没有：标签已失",
        _LOOK_ZH,
    ),
    "golden.other_renderer": Message(
        "page {page} has a baseline of pdfium {old} ({other}), and this is pdfium {new}: they were not compared",
        f"draw with pdfium {{old}}, or {_LOOK}",
        "第 {page} 版的基准图由 pdfium {old} 画出（{other}），而现用 pdfium {new}：未作比较",
        f"请改用 pdfium {{old}}；或{_LOOK_ZH.removeprefix('请')}",
    ),
    "golden.other_dpi": Message(
        "page {page} has a baseline at {old} dpi ({other}), and {new} dpi are asked for: they were not compared",
        f"ask for {{old}} dpi, or {_LOOK}",
        "第 {page} 版的基准图为 {old} dpi（{other}），而要求 {new} dpi：未作比较",
        f"请改用 {{old}} dpi；或{_LOOK_ZH.removeprefix('请')}",
    ),
    "golden.other_origin": _words(
        "the baseline was drawn by {old}, the page by {new}: one number, another build",
        "基准图由 {old} 画出，版面由 {new} 画出：版本号相同，构建不同",
    ),
    "golden.over_limit": Message(
        "page {page}: the baseline would take {size} KiB, more than {limit}",
        "take fewer dpi, or allow more: --limit KIB, in a test @pytest.mark.golden_limit(KIB); nothing was written",
        "第 {page} 版：基准图需 {size} KiB，超过 {limit} KiB",
        "请降低 dpi，或放宽上限：--limit KIB，测试中用 @pytest.mark.golden_limit(KIB)；未写入任何文件",
    ),
    "golden.written": _words("{name}, page {page}: baseline written", "{name} 第 {page} 版：已写入基准图"),
    "golden.unchanged": _words("{name}, page {page}: baseline unchanged", "{name} 第 {page} 版：基准图未变"),
    "golden.removed": _words(
        "{name}, page {page}: baseline removed, the page is gone", "{name} 第 {page} 版：版面已无，已删除基准图"
    ),
    # What cannot be compared.
    "golden.bad_range": Message(
        "{name} is “{value}”, which is no range of 0 to {most}",
        "write a number, the most that may be, or a range: 0-2; or both as in WPT: maxDifference=0-2;totalPixels=0-300",
        "{name} 的值“{value}”不是 0 至 {most} 之间的范围",
        "请写一个数（上限）或范围，如 0-2；也可照 WPT 一并写：maxDifference=0-2;totalPixels=0-300",
    ),
    "golden.two_kinds": Message(
        "{old} and {new} are a PDF and a picture, which are not compared",
        "draw the PDF at the picture's resolution first: jxprint render FILE.pdf -o FILE.png --dpi N",
        "{old} 与 {new} 一为 PDF，一为图片，不能比较",
        "请先按图片的分辨率画出 PDF：jxprint render 文件.pdf -o 文件.png --dpi N",
    ),
    "golden.bad_name": Message(
        "“{name}” cannot be the name of a baseline",
        "take letters, digits, - and _, at most 100 bytes, and no folder",
        "“{name}”不能作基准图的名称",
        "请用文字、数字、- 和 _，不超过 100 字节，不含文件夹",
    ),
    "golden.same_name": Message(
        "its baselines would be called “{name}”, as those of {other}",
        "give one of them another name, or check them with baselines in two folders",
        "其基准图名称“{name}”与 {other} 的相同",
        "请将其一改名，或分别放在两个基准文件夹",
    ),
    "golden.nothing_here": Message(
        "the folder is no page and has no PDF and no PNG in it",
        "name files, a folder of them, or the folder of a page",
        "此文件夹不是版面，其中也没有 PDF 或 PNG",
        "请写文件、装有文件的文件夹，或版面文件夹",
    ),
    "golden.no_page": Message(
        "the folder is no page and no edition: it has no page.toml and no edition.toml",
        "name the folder of a page, or a file",
        "此文件夹不是版面或整期：没有 page.toml 或 edition.toml",
        "请写版面文件夹或文件",
    ),
    "golden.neither": Message(
        "this is neither a PDF nor a PNG", "name a PDF or a PNG", "这既不是 PDF 也不是 PNG", "请写 PDF 或 PNG 文件"
    ),
    "golden.unreadable": Message(
        "the file cannot be read: {reason}", "check its name", "无法读取：{reason}", "请核对文件名"
    ),
    "golden.no_png": Message("this is no PNG", _PNG, "这不是 PNG", _PNG_ZH),
    "golden.broken_png": Message(
        "the PNG cannot be decoded: {reason}",
        "take it from where it came once more",
        "PNG 无法解码：{reason}",
        "请重新取得该文件",
    ),
    "golden.too_many_pixels": Message(
        "{width} × {height} pixels are more than {limit} million",
        "compare at a lower resolution",
        "{width} × {height} 像素，超过 {limit} 百万",
        "请用较低的分辨率比较",
    ),
    "golden.too_deep": Message(
        "the PNG has {bits} bits a channel, of which only 8 would be compared",
        _PNG,
        "该 PNG 每通道 {bits} 位，只能比较 8 位",
        _PNG_ZH,
    ),
    "golden.animated": Message(
        "the PNG has several frames, of which only the first would be compared",
        _PNG,
        "该 PNG 有多帧，只能比较首帧",
        _PNG_ZH,
    ),
    # Answers of the command and of a test.
    "golden.same": _words("same: {pages} pages", "相同：{pages} 版"),
    "golden.tolerated": _words(
        "{name}, page {page}: differs in {pixels} pixels, by up to {most}: allowed",
        "{name} 第 {page} 版：{pixels} 个像素有差异，最大 {most}，在允许范围内",
    ),
    "golden.summary": _words("pages: {pages}; of these fail: {failed}", "共 {pages} 版，{failed} 版不符"),
    "golden.see": _words("side by side: {file}", "对照：{file}"),
    # The report.
    "golden.title": _words("Golden images", "基准图比对"),
    "golden.expected": _words("expected", "应为"),
    "golden.actual": _words("actual", "实为"),
    "golden.difference": _words("difference", "差异"),
    "golden.legend_came": _words("ink that came", "新增的墨"),
    "golden.legend_went": _words("ink that went", "消失的墨"),
    "golden.legend_other": _words("another colour", "颜色不同"),
    "golden.side": _words("side by side", "并排"),
    "golden.blink": _words("in turns (blink)", "交替闪现"),
    "golden.enlarged": _words("Place by place, enlarged", "逐处放大"),
    "golden.passed": _words("Pages that pass", "相符的版面"),
    "golden.state_same": _words("same", "相同"),
    "golden.state_tolerated": _words("allowed", "在允许范围内"),
    "golden.state_differs": _words("differs", "不符"),
    "golden.state_missing": _words("no baseline", "无基准图"),
    "golden.state_written": _words("written", "已写入"),
    "golden.state_unchanged": _words("unchanged", "未变"),
    "golden.state_removed": _words("removed", "已删除"),
    "golden.page": _words("{name}, page {page}", "{name} 第 {page} 版"),
    "golden.where": _words("Where pixels differ", "像素差异所在"),
    "golden.moved": _words("What moved, by the pages' own places", "按版面自身位置的变动"),
    "golden.left_out": Message(
        "its pictures are left out: the report has {limit} MiB of others",
        "compare fewer pages at a time, or take fewer dpi",
        "图片从略：报告中的图片已达 {limit} MiB",
        "请分批比较，或降低 dpi",
    ),
    "golden.none": _words("Nothing was compared.", "没有比较任何版面。"),
    "golden.drawn_with": _words("drawn by {renderer}; allowed: {allowed}", "由 {renderer} 画出；允许范围：{allowed}"),
}
