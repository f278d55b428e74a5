"""What a library keeps beside a page's PDF (馆藏文件): words with their places, in the formats that libraries read, and
what wraps them.

Everything is written from one value, a page as boxes of pixels (`leaf`), so that the formats cannot disagree. A module
here writes one format and decides nothing.
"""
