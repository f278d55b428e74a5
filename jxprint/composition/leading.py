"""Where text of an edition leads within it: a jump line (转版) to the part at its other end, an item of a table of
contents (导读) to its page. Words and places stay as they are; their runs come to know where they lead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec.structs import replace

from jxprint.model import ItemList, Jump, Page, Story
from jxprint.placed import Article, Block, PlacedPage, TextBlock


def leading(placed: PlacedPage, page: Page, numbers: Collection[int]) -> PlacedPage:
    """The page with what leads to others; `numbers` are those of the pages that are in the file with it."""
    letters = {part.letter: part for part in page.parts if _leads(part)}
    if not letters:
        return placed
    articles: list[Article] = []
    for article in placed.articles:
        part = letters.get(article.part)
        if isinstance(part, Story):
            article = replace(article, blocks=tuple(_jumping(article, part, numbers)))
        elif isinstance(part, ItemList):
            article = replace(article, blocks=tuple(_listing(article, part, numbers)))
        articles.append(article)
    return replace(placed, articles=tuple(articles))


def _leads(part: object) -> bool:
    if isinstance(part, Story):
        return part.jump_to is not None or part.jump_from is not None
    return isinstance(part, ItemList) and bool(part.pages)


def _jumping(article: Article, part: Story, numbers: Collection[int]) -> Iterator[Block]:
    """Blocks of a story: its last jump line says where it goes on, those before where it comes from."""
    lines = [at for at, block in enumerate(article.blocks) if isinstance(block, TextBlock) and block.role == "jump"]
    on = lines[-1] if lines and part.jump_to is not None else -1
    for at, block in enumerate(article.blocks):
        jump = part.jump_to if at == on else part.jump_from if at in lines else None
        yield block if jump is None else _led(block, _address(jump, numbers))


def _address(jump: Jump, numbers: Collection[int]) -> str:
    """Empty where the other page is not in the file."""
    if jump.page is None:
        return f"#:{jump.letter}"
    return f"#{jump.page}:{jump.letter}" if jump.page in numbers else ""


def _listing(article: Article, part: ItemList, numbers: Collection[int]) -> Iterator[Block]:
    for block in article.blocks:
        item = isinstance(block, TextBlock) and block.field == "item"
        number = part.pages[block.index] if isinstance(block, TextBlock) and item else None
        yield _led(block, f"#{number}") if number in numbers else block


def _led(block: Block, address: str) -> Block:
    """A block whose words lead to an address; those that lead elsewhere by their own markup, and marks, do not."""
    if not isinstance(block, TextBlock) or not address:
        return block
    lines = [
        replace(
            line,
            runs=tuple(run if run.link or run.inline == "mark" else replace(run, link=address) for run in line.runs),
        )
        for line in block.lines
    ]
    return replace(block, lines=tuple(lines))
