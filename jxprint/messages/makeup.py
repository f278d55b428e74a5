"""Sentences of the night desk: what is marked on a finished page, and where."""

from __future__ import annotations

from jxprint.messages import Message

_ACCEPT = ", or accept “{name}”"
_ACCEPT_ZH = "；如可不改，请把“{name}”列入 accepted"

MESSAGES: dict[str, Message] = {
    "makeup.box": Message(
        "{width} by {depth} mm, {left} mm from the left, {top} mm from the head of the sheet",
        "",
        "宽 {width}、高 {depth} 毫米，距纸左 {left}、纸顶 {top} 毫米",
        "",
    ),
    # Heads.
    "makeup.tombstone": Message(
        "{one} and {other}: the heads stand side by side, level over {shared} mm ({box})",
        "move one of the two stories, box it, or run its head downwards" + _ACCEPT,
        "碰题：{one} 与 {other} 的标题并排，重叠 {shared} 毫米（{box}）",
        "请错开两稿，或给一篇加框，或改用竖题" + _ACCEPT_ZH,
    ),
    "makeup.close_heads": Message(
        "{one} and {other}: the heads are neighbours, {rows} rows apart; the least is {least} ({box})",
        "move one of the two stories" + _ACCEPT,
        "{one} 与 {other} 的标题只错开 {rows} 行，相邻稿件的标题至少应错开 {least} 行（{box}）",
        "请上下移动其中一篇" + _ACCEPT_ZH,
    ),
    "makeup.stacked_heads": Message(
        "{one} and {other}: a head stands directly on a head, {apart} mm apart ({box})",
        "put a standfirst or a picture between them" + _ACCEPT,
        "叠题：{one} 与 {other} 的标题上下相叠，相距 {apart} 毫米（{box}）",
        "请在两题之间排提要或图片" + _ACCEPT_ZH,
    ),
    "makeup.stranded_head": Message(
        "{one}: {lines} lines of text under the head; the least is {least} ({box})",
        "give the story more depth, or fewer legs" + _ACCEPT,
        "背题：{one} 的标题下只有 {lines} 行正文，至少要 {least} 行（{box}）",
        "请加深这一篇，或减少栏数" + _ACCEPT_ZH,
    ),
    "makeup.stranded_subhead": Message(
        "{one}: the subhead “{text}” stands at a leg's end, {lines} lines under it; the least is {least} ({box})",
        "move it to another paragraph, or write a line more or less above it" + _ACCEPT,
        "背题：{one} 的小标题“{text}”在栏末，其下只有 {lines} 行，至少要 {least} 行（{box}）",
        "请把小标题移到别段，或在其前增减一行" + _ACCEPT_ZH,
    ),
    "makeup.head_wide": Message(
        "{one}: the head stands over {bare} mm that have none of its text under it ({box})",
        "set the text in as many legs as the head is wide, or the head narrower" + _ACCEPT,
        "题文不符栏：{one} 的标题有 {bare} 毫米下面没有本篇正文（{box}）",
        "请让正文栏数与标题同宽，或缩窄标题" + _ACCEPT_ZH,
    ),
    "makeup.head_narrow": Message(
        "{one}: text that its head does not cover stands under {other} ({box})",
        "set the head over all columns, or redraw the story" + _ACCEPT,
        "题文不符栏：{one} 有正文不在本篇标题之下，而在 {other} 之下（{box}）",
        "请让标题盖住全部栏，或重画版样" + _ACCEPT_ZH,
    ),
    # White and order.
    "makeup.lead_head": Message(
        "{one}: the lead head has stepped down to {size} pt, smaller than the {larger} pt of {other} ({box})",
        "shorten the lead's head, break it into two lines, give it more columns, or make the other head smaller"
        + _ACCEPT,
        "头条题小：{one} 缩到 {size} 点，比 {other} 的 {larger} 点还小（{box}）",
        "请删短头条标题，或分作两行，或加宽栏数，或缩小另一题" + _ACCEPT_ZH,
    ),
    "makeup.long_lines": Message(
        "{one}: vertical lines of {longest} em, in {legs} legs; the longest that reads well is {most} em ({box})",
        "set more legs, or leave out “legs”" + _ACCEPT,
        "直排行过长：{one} 分 {legs} 段，每行 {longest} 字，最多宜 {most} 字（{box}）",
        "请增加 legs，或删去 legs 由程序分段" + _ACCEPT_ZH,
    ),
    "makeup.split_across": Message(
        "a straight line of white runs from edge to edge under {parts}, {y} mm from the head of the sheet ({box})",
        "let one part reach over the line" + _ACCEPT,
        "断版：{parts} 之下有一道通栏直白，距纸顶 {y} 毫米（{box}）",
        "请让一篇跨过这条线" + _ACCEPT_ZH,
    ),
    "makeup.split_down": Message(
        "a straight line of white runs from head to foot beside {parts}, {x} mm from the left of the sheet ({box})",
        "let one part reach over the line" + _ACCEPT,
        "断版：{parts} 之侧有一道上下通直的白，距纸左 {x} 毫米（{box}）",
        "请让一篇跨过这条线" + _ACCEPT_ZH,
    ),
    "makeup.full_column": Message(
        "{one}: the story fills one column from head to foot, {deep} mm ({box})",
        "set it over two columns" + _ACCEPT,
        "顶天立地：{one} 独占一栏、从头到底，高 {deep} 毫米（{box}）",
        "请排成两栏" + _ACCEPT_ZH,
    ),
    "makeup.hole": Message(
        "nothing fills columns {columns}, rows {rows}: a hole of {deep} rows ({box})",
        "add copy, deepen a picture, or redraw the dummy" + _ACCEPT,
        "天窗：第 {columns} 栏第 {rows} 行空白，计 {deep} 行（{box}）",
        "请补稿、放大图片，或重画版样" + _ACCEPT_ZH,
    ),
    "makeup.hole_in_column": Message(
        "nothing fills column {columns}, rows {rows}: a hole of {deep} rows ({box})",
        "add copy, deepen a picture, or redraw the dummy" + _ACCEPT,
        "天窗：第 {columns} 栏第 {rows} 行空白，计 {deep} 行（{box}）",
        "请补稿、放大图片，或重画版样" + _ACCEPT_ZH,
    ),
    "makeup.white_beside": Message(
        "{one}: {left} em beside it stay white, since a line of text needs {least} ({box})",
        "make it as wide as whole legs, move it to a side, or make it narrower" + _ACCEPT,
        "{one}：旁边只余 {left} 字，排不下一行（至少 {least} 字），成了空白（{box}）",
        "请改成整栏宽，或移到一侧，或缩窄" + _ACCEPT_ZH,
    ),
    "makeup.backward_legs": Message(
        "{one}: leg {leg} stands to the left of leg {before} and not below it ({box})",
        "redraw the story so that its legs run from left to right" + _ACCEPT,
        "逆转：{one} 的第 {leg} 栏在第 {before} 栏左侧，又不在其下（{box}）",
        "请重画版样，使各栏自左向右" + _ACCEPT_ZH,
    ),
    "makeup.order_back": Message(
        "from {one} the reader goes back {left} mm to the left and {up} mm up, to {other} ({box})",
        "list the parts of page.toml in the order in which an eye goes" + _ACCEPT,
        "倒走文：读完 {one} 要左退 {left} 毫米、上退 {up} 毫米，才接 {other}（{box}）",
        "请按视线先后排列 page.toml 的各部分" + _ACCEPT_ZH,
    ),
    "makeup.order_up": Message(
        "from {one} the reader goes up {up} mm to {other}, into a stack that was left before ({box})",
        "list the parts of page.toml in the order in which an eye goes" + _ACCEPT,
        "倒走文：读完 {one} 要上退 {up} 毫米，回到已离开的一摞去读 {other}（{box}）",
        "请按视线先后排列 page.toml 的各部分" + _ACCEPT_ZH,
    ),
    # Pictures and body.
    "makeup.caption_away": Message(
        "{one}: the caption stands {away} mm from its picture, more than {rows} rows ({box})",
        "bring the two together" + _ACCEPT,
        "{one}：图片说明距图 {away} 毫米，超过 {rows} 行（{box}）",
        "请让说明靠近图片" + _ACCEPT_ZH,
    ),
    "makeup.caption_askew": Message(
        "{one}: the caption stands neither over nor under its picture, nor beside it ({box})",
        "bring the two together" + _ACCEPT,
        "{one}：图片说明不在图的上下，也不在图侧（{box}）",
        "请让说明靠近图片" + _ACCEPT_ZH,
    ),
    "makeup.low_resolution": Message(
        "{one}: the picture has {ppi} dpi at {width} mm, and {least} are needed ({box})",
        "set it {widest} mm wide at the most, or get a larger file" + _ACCEPT,
        "{one}：图片宽 {width} 毫米时只有 {ppi} dpi，至少要 {least}（{box}）",
        "请缩到 {widest} 毫米以内，或换大图" + _ACCEPT_ZH,
    ),
    "makeup.fine_picture": Message(
        "{one}: the picture has {ppi} dpi at its size, and more than {most} only make the file large ({box})",
        "save it smaller" + _ACCEPT,
        "{one}：图片有 {ppi} dpi，超过 {most} 只会使文件变大（{box}）",
        "请缩小像素后另存" + _ACCEPT_ZH,
    ),
    "makeup.off_grid": Message(
        "{one}: {lines} lines of body text off the grid, by {off} pt at the worst, as in “{text}” ({box})",
        "nothing but whole rows may stand over body text" + _ACCEPT,
        "{one}：有 {lines} 行正文不在行格上，最多偏 {off} 点，如“{text}”（{box}）",
        "正文以上只能占整行" + _ACCEPT_ZH,
    ),
    "makeup.outside": Message(
        "{one}: {lines} lines of body text outside the type area, from “{text}” ({box})",
        "make the story shorter, or the type area larger" + _ACCEPT,
        "{one}：有 {lines} 行正文在版心之外，如“{text}”（{box}）",
        "请删稿，或放大版心" + _ACCEPT_ZH,
    ),
    "makeup.on_the_fold": Message(
        "{one}: leg {leg} goes over the fold with {count} lines, as “{text}” with {left} mm to the left and {right} mm "
        "to the right ({box})",
        "let a leg end at the fold: draw the truck on an even number of columns between equal outer margins, and break "
        "no columns over it" + _ACCEPT,
        "压中缝：{one} 的第 {leg} 栏有 {count} 行跨过中缝，如“{text}”，缝左 {left} 毫米、缝右 {right} 毫米（{box}）",
        "请让栏止于中缝：跨版用双数栏，左右切口同宽，不在中缝上破栏" + _ACCEPT_ZH,
    ),
    "makeup.on_the_fold_character": Message(
        "{one}: the fold goes through “{text}” of “{line}”, with {left} mm of it to the left and {right} mm to the "
        "right; {count} characters in all ({box})",
        "add or take a character, break the line at the fold, or let the part end there" + _ACCEPT,
        "压中缝：{one} 的“{line}”中，中缝穿过“{text}”字，缝左 {left} 毫米、缝右 {right} 毫米；共 {count} 字（{box}）",
        "请增减字数，或在中缝处换行，或让这一部分止于中缝" + _ACCEPT_ZH,
    ),
    "makeup.on_the_fold_in_folio": Message(
        "the fold goes through “{text}” of the folio “{line}”, with {left} mm of it to the left and {right} mm to the "
        "right; {count} characters in all ({box})",
        "give a double truck nothing at the centre of its folio" + _ACCEPT,
        "压中缝：报眉“{line}”中，中缝穿过“{text}”字，缝左 {left} 毫米、缝右 {right} 毫米；共 {count} 字（{box}）",
        "跨版的报眉正中请不排字" + _ACCEPT_ZH,
    ),
    # Words.
    "makeup.unmarked_advertisement": Message(
        "{one}: the advertisement does not say 广告 ({box})",
        "the law wants the word where a reader sees it: leave “label” out, or write it with 广告 in it; where the "
        "artwork itself has the word, write labelled = true instead" + _ACCEPT,
        "{one}：广告没有标明“广告”（{box}）",
        "依《广告法》须在版面上标明：请删去 label，或在其中写明“广告”；画稿上已有此字样的，请改写 labelled = true"
        + _ACCEPT_ZH,
    ),
    "makeup.folio": Message(
        "the folio says “{said}”, and it is {so} ({box})",
        "write what is so" + _ACCEPT,
        "报眉写作“{said}”，应为“{so}”（{box}）",
        "请改正报眉" + _ACCEPT_ZH,
    ),
    "makeup.nameplate_line": Message(
        "{one}: the nameplate says “{said}”, and it is {so} ({box})",
        "write what is so; in an edition, {{date}}, {{weekday}} and {{issue}} are filled in" + _ACCEPT,
        "{one}：报头写作“{said}”，应为“{so}”（{box}）",
        "请改正报头；在一期之中可写 {{date}}、{{weekday}}、{{issue}}，自动填入" + _ACCEPT_ZH,
    ),
    "makeup.twice": Message(
        "{one} and {other} are one story: {share} % of the shorter one stands in both ({box})",
        "take one of them out" + _ACCEPT,
        "{one} 与 {other} 重稿：较短一篇有 {share}% 相同（{box}）",
        "请撤下一篇" + _ACCEPT_ZH,
    ),
    "makeup.other_format": Message(
        "the page is {width} by {height} mm, and most of the edition {most_width} by {most_height} ({box})",
        "leave the sheet to the edition" + _ACCEPT,
        "本版为 {width} × {height} 毫米，而本期多数版为 {most_width} × {most_height} 毫米（{box}）",
        "请由 edition.toml 统一开本" + _ACCEPT_ZH,
    ),
    "makeup.nameplate": Message(
        "{one} is set in {size} pt, larger than the nameplate of {plate} pt ({box})",
        "make it smaller" + _ACCEPT,
        "{one} 用 {size} 点，大过报头的 {plate} 点（{box}）",
        "请缩小字号" + _ACCEPT_ZH,
    ),
    # What a page accepts.
    "makeup.gone": Message(
        "“{name}” is accepted and is no longer found",
        "take it out of the list",
        "已列入 accepted 的“{name}”不再出现",
        "请从列表中删去",
    ),
}
