"""Golden images (基准图): pages as they were last looked at and found good, kept as small pictures, and compared with
the pages of now pixel by pixel.

Pixels decide whether a page is the same; what the files say of their own places (tags) names what moved. Everything
here is drawn by pdfium and counted by Pillow; no other library is loaded. The command is `jxprint.cli.golden`, the
fixture of pytest `jxprint.golden.plugin`.
"""
