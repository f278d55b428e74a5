"""Sentences about house styles; they belong to the room `page`, whose reader reads both."""

from __future__ import annotations

from jxprint.messages import Message

STYLE_MESSAGES: dict[str, Message] = {
    "page.step_twice": Message("“{step}” is named twice", "take one of them out", "“{step}”写了两次", "请去掉一个"),
    "page.pitches_cross": Message(
        "the least pitch, {least} pt, is over the most, {most} pt",
        "swap them, or correct one",
        "最小行距 {least} 磅大于最大行距 {most} 磅",
        "请对调或改正其一",
    ),
    "page.unknown_style": Message(
        "no house style “{name}” comes along",
        'known: {known}; a file of your own is named like "../styles/{name}.toml"',
        "没有名为“{name}”的版式规范",
        '可用：{known}；自备的文件写成 "../styles/{name}.toml" 这样',
    ),
    "page.unknown_style_near": Message(
        "no house style “{name}” comes along",
        "did you mean “{near}”?",
        "没有名为“{name}”的版式规范",
        "是否想写“{near}”？",
    ),
    "page.no_style_file": Message(
        "there is no style file “{name}”",
        "the name counts from the page's own folder",
        "没有版式规范文件“{name}”",
        "路径从版面所在文件夹算起",
    ),
    "page.no_body_role": Message(
        "the style does not say how body text is set",
        "add a table [role.body] with face and size",
        "版式规范没有规定正文字体",
        "请加上 [role.body]，写明 face 和 size",
    ),
    "page.bad_tracking": Message(
        "tracking is one number or two, in ems: how far a head may close up, and its usual tracking",
        "as in [-0.02, 0]",
        "字距调整（tracking）是一或两个数（以字宽计）：可收紧到多少，平常是多少",
        "例如 [-0.02, 0]",
    ),
    "page.tracking_out_of_bounds": Message(
        "tracking runs from {least} to {most} em, the tighter number first",
        "as in [-0.02, 0]",
        "字距调整须在 {least} 至 {most} 字之间，较紧的写在前面",
        "例如 [-0.02, 0]",
    ),
    "page.for_heads_alone": Message(
        "“{key}” fits heads to their measure, and {name} is none",
        "take “{key}” out; text is never tracked, and breaks by itself",
        "“{key}”用来让标题排进行长，{name} 不是标题",
        "请删去“{key}”；正文不收紧字距，会自行转行",
    ),
    "page.unknown_role": Message(
        "there is no role “{name}”", "known: {known}", "没有“{name}”这种文字角色", "可用：{known}"
    ),
    "page.unknown_role_near": Message(
        "there is no role “{name}”", "did you mean “{near}”?", "没有“{name}”这种文字角色", "是否想写“{near}”？"
    ),
    "page.unknown_rule": Message(
        "the style has no rule “{name}”", "it has: {known}", "版式规范没有名为“{name}”的线", "可用：{known}"
    ),
    "page.unknown_rule_near": Message(
        "the style has no rule “{name}”", "did you mean “{near}”?", "版式规范没有名为“{name}”的线", "是否想写“{near}”？"
    ),
    "page.unknown_ink": Message(
        "the style has no ink “{name}”", "it has: {known}", "版式规范没有名为“{name}”的油墨", "可用：{known}"
    ),
    "page.unknown_ink_near": Message(
        "the style has no ink “{name}”",
        "did you mean “{near}”?",
        "版式规范没有名为“{name}”的油墨",
        "是否想写“{near}”？",
    ),
    "page.bad_ink": Message(
        "the ink “{name}” is not four amounts from 0 to 100",
        "write cmyk = [0, 100, 100, 0]",
        "油墨“{name}”不是四个 0 至 100 的数",
        "请写成 cmyk = [0, 100, 100, 0]",
    ),
    "page.bad_spot": Message(
        "“spot” of the ink “{name}” is neither true nor the name of a plate",
        'write spot = true, or what the press calls it: spot = "PANTONE 485 C"',
        "油墨“{name}”的 spot 既不是 true，也不是版名",
        '请写 spot = true，或印厂所用的名称：spot = "PANTONE 485 C"',
    ),
    "page.spot_reserved": Message(
        "a spot ink cannot be called “{plate}”: that is the name of a process plate, or of all or none of them",
        "take out “spot”, or write the name that the press has for the ink",
        "专色不能叫“{plate}”：这是四色版、全部版或无版的名称",
        "请删去 spot，或写印厂所用的油墨名称",
    ),
    "page.spot_twice": Message(
        "the inks “{other}” and “{name}” are one spot ink, “{plate}”, with two values or two spellings",
        "give both the same cmyk and the same name, or each a plate of its own",
        "油墨“{other}”与“{name}”是同一专色“{plate}”，却有两种色值或写法",
        "请让两者的 cmyk 与名称一致，或各用各的版名",
    ),
    "page.unknown_face": Message(
        "[fonts] names the face “{name}”, and no role of the style is set in it",
        'known here: {known}; or let a role say face = "{name}"',
        "[fonts] 里的字体“{name}”没有任何文字角色使用",
        '可用：{known}；或让某一角色写 face = "{name}"',
    ),
    "page.unknown_face_near": Message(
        "[fonts] names the face “{name}”, and no role of the style is set in it",
        "did you mean “{near}”?",
        "[fonts] 里的字体“{name}”没有任何文字角色使用",
        "是否想写“{near}”？",
    ),
    "page.unknown_weight": Message(
        "there is no weight “{name}”", "known: {known}", "没有“{name}”这种字重", "可用：{known}"
    ),
    "page.unknown_weight_near": Message(
        "there is no weight “{name}”", "did you mean “{near}”?", "没有“{name}”这种字重", "是否想写“{near}”？"
    ),
    "page.font_twice": Message(
        "the regular face of “{role}” is named twice, as {one} and as {other}",
        "keep one of the two keys, with all the faces in its list",
        "“{role}”的常规体写了两次：{one} 和 {other}",
        "请只留其中一个键，把字体都写进它的列表",
    ),
    "page.contradiction": Message(
        "{one} and {other} = “{value}” contradict each other: nothing is left at the line's end to hang",
        "leave {one} out, or write {other} = “full_width”",
        "{one} 与 {other} = “{value}” 自相矛盾：行尾标点已去半，无可悬挂",
        "请去掉 {one}，或写 {other} = “full_width”",
    ),
    "page.cannot_hang": Message(
        "the style's {one} and {other} = “{value}” contradict each other: marks in the middle of their em hang in "
        "vertical text alone, and no story here is vertical",
        "leave {one} out of the style, or write writing = “vertical” in a story's part",
        "版式的 {one} 与 {other} = “{value}” 自相矛盾：居中的标点只在直排中悬挂，本版没有直排的稿件",
        "请从版式中去掉 {one}，或在一篇稿件的 part 中写 writing = “vertical”",
    ),
    "page.limits_cross": Message(
        "{one} is {one_is} and {other} is {other_is}: the first may not be larger than the second",
        'write {one} = "{most}" or less, or {other} = "{least}" or more',
        "{one} 为 {one_is}，{other} 为 {other_is}：前者不得大于后者",
        '请写 {one} = "{most}" 或更小，或写 {other} = "{least}" 或更大',
    ),
    "page.usual_value": Message(
        "{value} (the usual value, which the style does not set)", "", "{value}（默认值，版式规范未写）", ""
    ),
    "page.bad_span": Message(
        "“{name}” is no number of base columns",
        'write it like {{ 4 = "28pt" }}',
        "“{name}”不是栏数",
        '请写成 {{ 4 = "28pt" }} 这样',
    ),
}
