"""What a library keeps beside a PDF (馆藏文件), read back against the copy: ALTO, PAGE XML, hOCR, JSON, plain text.

Like all of the checker it starts from the copy and knows no writer. A file says its text in reading order, article by
article, and where every character stands: the first has to be the copy, the second has to hang together.
"""
