"""Sentences of seals and manifests: what a file carries so that it can be checked alone."""

from __future__ import annotations

from jxprint.messages import Message

_OPENSSL = "make one with openssl genpkey -algorithm ed25519 -out key.pem"
_OPENSSL_ZH = "可用 openssl genpkey -algorithm ed25519 -out key.pem 生成"
_ORIGINAL = "ask whoever made the file for it as it left the build"
_ORIGINAL_ZH = "请向出版方索取未经改动的原件"

MESSAGES: dict[str, Message] = {
    # What is told of a seal that holds.
    "seal.signed_by": Message(
        "sealed by {made_by} with {files} files, and signed with the key {key}: every byte is as its holder signed it",
        "",
        "由 {made_by} 加封，含 {files} 个文件，并以密钥 {key} 签名：每个字节都与签名时相同",
        "",
    ),
    "seal.unsigned": Message(
        "sealed by {made_by} with {files} files and not signed: the seal proves that the page, the copy in it and "
        "every byte belong together, not who made them",
        "",
        "由 {made_by} 加封，含 {files} 个文件，未签名：只能证明版面、所附原稿与每个字节相互一致，不能证明出自谁手",
        "",
    ),
    "seal.signed_unproved": Message(
        "sealed by {made_by} with {files} files and signed, but no key was given: so far the seal proves only that "
        "page, copy and bytes belong together",
        "give the public key of whoever signed with --key",
        "由 {made_by} 加封，含 {files} 个文件，已签名但未给公钥：目前只能证明版面、原稿与字节相互一致",
        "请用 --key 给出签名者的公钥",
    ),
    "seal.other_style": Message(
        "the house style {style} of {made_by} is another one in this jxprint: jump lines may be read otherwise",
        "check with the version that made the file, where this matters",
        "{made_by} 的版式规范 {style} 与本版 jxprint 所带的不同：转版行的读法可能不同",
        "如有影响，请用原版本核对",
    ),
    "seal.word": Message("the seal", "", "封签", ""),
    "seal.word_manifest": Message("the manifest", "", "清单", ""),
    # Files that do not hold.
    "seal.bytes_changed": Message(
        "bytes of this file are not as they were sealed", _ORIGINAL, "文件的字节与加封时不同", _ORIGINAL_ZH
    ),
    "seal.lines_damaged": Message(
        "the digest that seals this file is damaged", _ORIGINAL, "文件的封签摘要已损坏", _ORIGINAL_ZH
    ),
    "seal.lines_gone": Message(
        "the file carries a seal, and the digest of its bytes is gone: another program has written it anew",
        _ORIGINAL,
        "文件带有封签，但其字节摘要已不在：被别的程序重新写过",
        _ORIGINAL_ZH,
    ),
    "seal.gone": Message(
        "the file was sealed, and its seal has been taken out", _ORIGINAL, "文件曾加封，封签已被取走", _ORIGINAL_ZH
    ),
    "seal.not_sealed": Message(
        "the file has no seal that the key could prove",
        "build it with --seal --sign, or give its --manifest",
        "文件没有封签，公钥无可验证",
        "请用 --seal --sign 生成，或给出 --manifest",
    ),
    "seal.not_signed": Message(
        "nobody has signed this: the key proves nothing",
        "build with --sign, or leave --key away",
        "没有签名，公钥无可验证",
        "请用 --sign 生成，或去掉 --key",
    ),
    "seal.other_key": Message(
        "this was signed with the key {other}, and the key given is {key}",
        "give the public key of whoever signed",
        "签名所用密钥是 {other}，给出的是 {key}",
        "请给出签名者的公钥",
    ),
    "seal.bad_signature": Message(
        "the signature is not of what stands here", _ORIGINAL, "签名与内容不符", _ORIGINAL_ZH
    ),
    "seal.other_page": Message(
        "the copy in {carrier} is not that of this page: {errors} of {characters} characters differ",
        _ORIGINAL,
        "{carrier}中的原稿不是本版的：{characters} 字中有 {errors} 字不同",
        _ORIGINAL_ZH,
    ),
    "seal.says_two_things": Message(
        "what {carrier} says the page reads is not what the copy in it says (made by {made_by})",
        "check with the version that made the file, or " + _ORIGINAL,
        "{carrier}所记的版面文字与其所附原稿不一致（由 {made_by} 制作）",
        "请用原版本核对，或" + _ORIGINAL_ZH.removeprefix("请"),
    ),
    "seal.copy_changed": Message(
        "{sealed} in the seal is not what its hash says", _ORIGINAL, "封签中的 {sealed} 与其摘要不符", _ORIGINAL_ZH
    ),
    "seal.copy_unreadable": Message(
        "the copy in the seal cannot be read ({sealed}: {told})",
        _ORIGINAL,
        "封签中的原稿无法读取（{sealed}：{told}）",
        _ORIGINAL_ZH,
    ),
    "seal.outside": Message(
        "the seal names a file outside itself ({sealed}), and is not followed there",
        _ORIGINAL,
        "封签指向自身以外的文件（{sealed}），不予读取",
        _ORIGINAL_ZH,
    ),
    "seal.garbage": Message("this is no seal: {reason}", _ORIGINAL, "这不是封签：{reason}", _ORIGINAL_ZH),
    "seal.newer": Message(
        "the seal is of version {version}, and this jxprint knows {known}",
        "check with a newer jxprint",
        "封签版本为 {version}，本版 jxprint 只识得 {known}",
        "请用更新的 jxprint 核对",
    ),
    "seal.two": Message(
        "the file carries {count} seals, and a page has one",
        _ORIGINAL,
        "文件带有 {count} 个封签，只应有一个",
        _ORIGINAL_ZH,
    ),
    "seal.none": Message(
        "the file has no seal, so nobody knows what it should say",
        "name the folder of its page (jxprint check FILE DIR), or its --manifest",
        "文件没有封签，无从知道应有的内容",
        "请写出版面文件夹（jxprint check FILE DIR），或给出 --manifest",
    ),
    "seal.folder_changed": Message(
        "this is not the file that was sealed as {sealed}",
        "the folder was edited after the build; build again",
        "此文件与加封时的 {sealed} 不同",
        "生成之后文件夹又有改动，请重新生成",
    ),
    # Manifests.
    "seal.not_this_file": Message(
        "the manifest {manifest} is not of this file, or bytes of the file have changed since (it is of {named})",
        _ORIGINAL,
        "清单 {manifest} 不是此文件的，或文件字节已有改动（清单所记为 {named}）",
        _ORIGINAL_ZH,
    ),
    "seal.manifest_garbage": Message("this is no manifest: {reason}", _ORIGINAL, "这不是清单：{reason}", _ORIGINAL_ZH),
    "seal.manifest_changed": Message("the manifest is not as it was written", _ORIGINAL, "清单已被改动", _ORIGINAL_ZH),
    "seal.manifest_unreadable": Message(
        "the manifest cannot be read: {reason}",
        "see that the file is there and may be read",
        "清单无法读取：{reason}",
        "请确认文件存在且可读",
    ),
    # Building.
    "seal.forbidden": Message(
        "files of {profile} may not carry other files ({clause})",
        "write a --manifest beside the file instead",
        "{profile} 文件不得附带其他文件（{clause}）",
        "请改用 --manifest 在旁边写清单",
    ),
    "seal.needs_pdf": Message("{form} is not sealed", "seal the PDF", "{form} 不能加封", "请给 PDF 加封"),
    "seal.one_file": Message(
        "a seal is for all pages in one file: a page apart cannot prove what goes on elsewhere, and a proof is no last "
        "word",
        "leave {{page}} and --proof away",
        "封签针对含全部版面的一个文件：单版文件无法证明转版部分，校样也尚未定稿",
        "请去掉 {{page}} 和 --proof",
    ),
    "seal.nothing_to_sign": Message(
        "--sign signs a seal or a manifest, and neither is asked for",
        "add --seal or --manifest FILE.json",
        "--sign 用于给封签或清单签名，两者都没有要求",
        "请加 --seal 或 --manifest FILE.json",
    ),
    "seal.too_large": Message(
        "the seal would have {size} MiB, and {limit} MiB are read at most; the largest file in it is {largest}",
        "make that artwork smaller",
        "封签将有 {size} MiB，最多读取 {limit} MiB；其中最大的文件是 {largest}",
        "请缩小该画稿",
    ),
    "seal.scattered": Message(
        "files of the pages stand on several drives, and a seal has no names for that",
        "put house style and pages on one drive",
        "版面文件分在几个盘上，封签无法命名",
        "请把版式规范与版面放在同一个盘上",
    ),
    "seal.unreadable": Message(
        "the file cannot be read any more: {reason}",
        "build again",
        "文件已无法读取：{reason}",
        "请重新生成",
    ),
    # Keys.
    "seal.no_extra": Message(
        "signatures need the package cryptography, which is not installed",
        "pip install 'jxprint[seal]'",
        "签名需要 cryptography 包，尚未安装",
        "pip install 'jxprint[seal]'",
    ),
    "seal.key_unreadable": Message("this is no key: {reason}", _OPENSSL, "这不是密钥：{reason}", _OPENSSL_ZH),
    "seal.key_locked": Message(
        "the key is under a password, and nobody is there to be asked",
        "openssl pkey -in KEY -out OTHER writes it without one",
        "密钥有口令保护，此处无法询问",
        "可用 openssl pkey -in KEY -out OTHER 去掉口令",
    ),
    "seal.key_kind": Message(
        "this is a key of another kind ({kind}), not of Ed25519",
        _OPENSSL,
        "这是 {kind} 密钥，不是 Ed25519",
        _OPENSSL_ZH,
    ),
    "seal.key_is_private": Message(
        "this is a private key: it belongs to whoever signs, and to check the public one is wanted",
        "openssl pkey -in KEY -pubout -out PUBLIC",
        "这是私钥，只归签名者保管；核对要用公钥",
        "openssl pkey -in KEY -pubout -out PUBLIC",
    ),
    "seal.key_is_public": Message(
        "this is a public key: to sign the private one is wanted", _OPENSSL, "这是公钥，签名要用私钥", _OPENSSL_ZH
    ),
}
