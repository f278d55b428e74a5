"""Sentences of press sheets: marks that are unknown or have no room, and pages that do not go on one sheet."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {
    # In the slug line.
    "press.page": Message("page {number}", "", "第{number}版", ""),
    "press.unknown_mark": Message(
        "there is no mark {name}",
        "marks are {known}; without a list, --marks stands behind the folders or is written --marks=all",
        "没有名为 {name} 的标记",
        "可用的标记：{known}；不写清单时，请把 --marks 放在文件夹之后，或写作 --marks=all",
    ),
    "press.no_mark": Message(
        "--marks names no mark",
        "marks are {known}; leave --marks out for a page without any",
        "--marks 没有写明任何标记",
        "可用的标记：{known}；不要标记时请去掉 --marks",
    ),
    "press.unknown_mark_near": Message(
        "there is no mark {name}; did you mean {near}?",
        "write {near}",
        "没有名为 {name} 的标记，是否指 {near}？",
        "请写 {near}",
    ),
    "press.needs_pdf": Message(
        "{option} is for the PDF of a page that goes to the press, and neither a proof nor a view is one",
        "leave out {option}, or what makes it a proof or a view",
        "{option} 只用于付印的 PDF，不用于校样或网页",
        "请去掉 {option}，或不要输出校样、网页",
    ),
    "press.one_file": Message(
        "sheets of two pages are one file: neither a file for each page nor a seal goes with {option}",
        "leave {{page}}, --seal, --manifest and --sign away, or {option}",
        "拼版输出为一个文件：{option} 不能与逐版输出或封签同用",
        "请去掉 {{page}}、--seal、--manifest、--sign，或去掉 {option}",
    ),
    "press.sealed_profile": Message(
        "sheets of two pages are one file and carry no seal, and a file of {profile} carries one: {option} does not go "
        "with it",
        "leave {option} out, or choose a profile without a seal: {others}",
        "拼版输出为一个文件，不带封签，而 {profile} 的文件必带封签：不能使用 {option}",
        "请去掉 {option}，或改用不带封签的输出规格：{others}",
    ),
    "press.no_fold": Message(
        "the page {name} has no fold: it is one page wide and lower than a sheet that is folded across",
        "",
        "版面 {name} 没有折页：只有一版宽，且高度不需对折",
        "",
    ),
    "press.too_small": Message(
        "the page is {size} mm at its shorter side; marks need {least} mm, or they stand on each other",
        "leave out --marks",
        "版面短边为 {size} 毫米；标记至少需要 {least} 毫米，否则会互相重叠",
        "请去掉 --marks",
    ),
    "press.too_large": Message(
        "the sheet is {size} mm long with its bleed and marks, and no page of a PDF is longer than {most} mm",
        "leave out --marks or --impose, or make the page smaller",
        "连同出血和标记，印张长 {size} 毫米，而 PDF 页面最长为 {most} 毫米",
        "请去掉 --marks 或 --impose，或缩小版面",
    ),
    "press.negative_bleed": Message(
        "a bleed of {bleed} mm is none: it goes beyond the trim",
        "let bleed be 0 mm or more",
        "出血 {bleed} 毫米不成立：出血应在成品之外",
        "请让 bleed 不小于 0 毫米",
    ),
    "press.bar_too_long": Message(
        "the colour bar is {wanted} mm long, and under this page there are {room} mm for it",
        "leave bars out: --marks crop,register,fold,slug",
        "色标条长 {wanted} 毫米，而本版下方只有 {room} 毫米",
        "请不要 bars：--marks crop,register,fold,slug",
    ),
    "press.no_letter": Message(
        "no face has {text} ({codes}), which the slug line has to say",
        "set the title of page or edition without it, or leave slug out: --marks crop,register,fold,bars",
        "没有字体含有 {text}（{codes}），而版边信息要用到它",
        "请改标题，或不要 slug：--marks crop,register,fold,bars",
    ),
    "press.slug_too_long": Message(
        "the slug line has no room over this page, on two lines of {size} pt on either side of the middle: {text}",
        "shorten the title of page or edition, or leave slug out: --marks crop,register,fold,bars",
        "版边信息以 {size} 磅在中线两侧各排两行仍排不下：{text}",
        "请缩短版面或整期标题，或不要 slug：--marks crop,register,fold,bars",
    ),
    # Imposition.
    "press.page_alone": Message(
        "one page alone makes no sheet of two",
        "name two pages or an edition, or leave out --impose",
        "只有一个版面，无法拼版",
        "请给出两个版面或整期，或去掉 --impose",
    ),
    "press.odd_pages": Message(
        "{pages} pages do not stand two by two: their number is odd",
        "add a page or leave one out; --impose spreads lets a page of an edition stand alone",
        "共 {pages} 个版面，为奇数，无法两两拼版",
        "请增减一版；--impose spreads 允许整期中的一版独占半张",
    ),
    "press.not_fours": Message(
        "{pages} pages are no whole sheets: a sheet of newspaper has four, two on each side",
        "add pages or leave some out, or say --impose spreads",
        "共 {pages} 个版面，不成整张：一张报纸为四版，正反各两版",
        "请增减版面，或使用 --impose spreads",
    ),
    "press.truck_parted": Message(
        "the double truck {numbers} would stand on two sheets: only pages {middle} are on one side of a sheet",
        "move it to the middle of the edition, or say --impose spreads",
        "通版 {numbers} 会落在两张纸上：只有第 {middle} 版同在一张的一面",
        "请把通版移到整期正中，或使用 --impose spreads",
    ),
    "press.unequal_pages": Message(
        "{name} ({left}) and {other} ({right}) are not the same size, so they make no sheet",
        "give both pages the same width, height and bleed",
        "{name}（{left}）与 {other}（{right}）尺寸不同，无法拼成一张",
        "请让两版的宽、高和出血一致",
    ),
    "press.half_sheet": Message(
        "page {number} stands alone on its sheet; the other half stays white",
        "",
        "第 {number} 版独占一张的半面，另一半留白",
        "",
    ),
}
