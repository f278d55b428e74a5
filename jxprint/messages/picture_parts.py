"""Sentences about parts with pictures: crops, groups, captions; they belong to the room `page`."""

from __future__ import annotations

from jxprint.messages import Message

PICTURE_MESSAGES: dict[str, Message] = {
    "page.picture_empty": Message(
        "the picture “{name}” is {width} by {height} pixels: there is nothing to print",
        "fetch it anew, or save it again in a picture program",
        "图片“{name}”为 {width}×{height} 像素，没有可印的内容",
        "请重新获取，或用图片软件另存",
    ),
    "page.words_from_picture": Message(
        "{keys} not said here, and taken from the file “{name}”",
        'write them yourself, or "" for none',
        "此处未写 {keys}，取自图片文件“{name}”",
        '可自行填写；写 "" 表示不用',
    ),
    "page.picture_words_damaged": Message(
        "what the file “{name}” says of itself cannot be read in part ({what})",
        "the picture is whole; write caption and credit yourself",
        "图片文件“{name}”自带的说明有一部分无法读取（{what}）",
        "图片完好；请自行填写说明和署名",
    ),
    "page.bad_shares": Message(
        "“{key}” has to be {count} numbers: shares of the picture's width and height from 0 to 1, or pixels",
        'write it like {example}; pixels in quotes, as in "320px"',
        "“{key}”应为 {count} 个数：占图片宽、高的比例（0 至 1），或像素",
        '请写成 {example} 这样；像素加引号，如 "320px"',
    ),
    "page.crop_outside": Message(
        "the crop box {crop} (left, top, width, height) reaches outside the picture of {width} by {height} pixels",
        'left and width together are 1 at the most, and so are top and height; for pixels write "320px"',
        "裁切框 {crop}（左、上、宽、高）超出图片（{width}×{height} 像素）",
        '左加宽、上加高均不得大于 1；用像素请写 "320px"',
    ),
    "page.crop_outside_pixels": Message(
        "the crop box {crop} (left, top, width, height) reaches outside the picture of {width} by {height} pixels",
        "left and width together are {width}px at the most, top and height {height}px",
        "裁切框 {crop}（左、上、宽、高）超出图片（{width}×{height} 像素）",
        "左加宽不得大于 {width}px，上加高不得大于 {height}px",
    ),
    "page.crop_outside_shares": Message(
        "the crop box {crop} (left, top, width, height) reaches outside the picture",
        "left and width together are 1 at the most, and so are top and height",
        "裁切框 {crop}（左、上、宽、高）超出图片",
        "左加宽、上加高均不得大于 1",
    ),
    "page.crop_empty": Message(
        "the crop box {crop} (left, top, width, height) holds less than a pixel",
        "give it width and height",
        "裁切框 {crop}（左、上、宽、高）不足一个像素",
        "请写明宽和高",
    ),
    "page.focus_outside": Message(
        "the focal point {focus} stands outside the picture",
        "write how far from the left and from the top it is, each from 0 to 1",
        "焦点 {focus} 在图片之外",
        "请写离左边、上边的比例，均为 0 至 1",
    ),
    "page.focus_cropped": Message(
        "the focal point {focus} stands outside the crop box and would never be seen",
        "move the point, or make the box larger",
        "焦点 {focus} 在裁切框之外，印不出来",
        "请移动焦点，或放大裁切框",
    ),
    "page.of_one_picture": Message(
        "“{key}” is said of one picture, and this part is a group",
        "write it in the [[part.picture]] that it is about",
        "“{key}”只说一张图片，而这一部分是组图",
        "请写在相应的 [[part.picture]] 里",
    ),
    "page.empty_group": Message(
        "the group has no pictures",
        "add a [[part.picture]] for each, or take “picture” out",
        "组图里没有图片",
        "请为每张图片加上 [[part.picture]]，或删去 picture",
    ),
    "page.too_many_pictures": Message(
        "the group has more than {most} pictures", "split it", "组图超过 {most} 张图片", "请拆成几组"
    ),
    "page.bad_across": Message(
        "“across” has to say how many pictures stand in each row, and all rows together have the group's {pictures}",
        "write 2 for rows of two, or [1, 2] for one above two",
        "“across”应写每行的图片张数，各行相加等于组图的 {pictures} 张",
        "每行两张写 2，上一张下两张写 [1, 2]",
    ),
    "page.one_of_two": Message(
        "“{one}” and “{other}” say the same thing twice",
        "take one of them out",
        "“{one}”与“{other}”只能写一个",
        "请删去其中一个",
    ),
    "page.caption_takes_all": Message(
        "the caption takes {columns} columns, and the part stands on {span}: nothing is left for the picture",
        "leave the picture a column at least, or draw the part wider",
        "图片说明占 {columns} 栏，而本部分只有 {span} 栏，图片没有栏位",
        "请至少给图片留一栏，或在版样中画宽些",
    ),
}
