"""The lines of a page in the order in which one reads them: column by column below what spans them.

The order is that of Breuel's "High performance document layout analysis" (2003): what stands above
comes first where two share a column; what stands left comes first where nothing between the two
spans both.
"""

from __future__ import annotations

from collections.abc import Sequence

from sources.pdf.pieces import Piece
from sources.pdf.rows import Row, join

Block = list[Piece]

# In heights of the type: lines of one block lie no further apart.
_LEADING = 1.3
# The type of a block is as large in all its lines.
_ALIKE = 0.8
# More blocks than this on a page are a form or a map, and sorting them grows with their cube.
_MOST_BLOCKS = 80


def blocks_of(rows: Sequence[Row]) -> list[Block]:
    """Lines that stand below one another without anything beside them, as blocks in reading order."""
    lines = [piece for row in rows for piece in row]
    below = [_below(lines, at) for at in range(len(lines))]
    above: dict[int, list[int]] = {}
    for at, those in enumerate(below):
        for one in those:
            above.setdefault(one, []).append(at)
    follows = {those[0]: at for at, those in enumerate(below) if _continues(lines, at, those, above)}
    after = {before: later for later, before in follows.items()}
    blocks = [_chain(lines, at, after) for at in range(len(lines)) if at not in follows]
    return _in_order(blocks)


def _below(lines: Sequence[Piece], at: int) -> list[int]:
    """The nearest lines under a line: those that stand side by side on the next level."""
    line = lines[at]
    found: list[int] = []
    for other in range(at + 1, len(lines)):
        one = lines[other]
        if line.middle - one.middle > 4 * line.size + one.size:
            break
        if one.middle >= line.middle or not line.over(one):
            continue
        if found and lines[found[0]].middle - one.middle > 0.5 * min(one.size, lines[found[0]].size):
            break
        found.append(other)
    return found


def _continues(lines: Sequence[Piece], at: int, those: list[int], above: dict[int, list[int]]) -> bool:
    """Is there one line below, which has none above but this, as near and as large?"""
    if len(those) != 1 or above[those[0]] != [at]:
        return False
    line, next_ = lines[at], lines[those[0]]
    alike = min(line.size, next_.size) >= _ALIKE * max(line.size, next_.size)
    return alike and line.bottom - next_.top <= _LEADING * line.size


def _chain(lines: Sequence[Piece], at: int, after: dict[int, int]) -> Block:
    block = [lines[at]]
    while at in after:
        at = after[at]
        block.append(lines[at])
    return block


def _in_order(blocks: list[Block]) -> list[Block]:
    boxes = [_box(block) for block in blocks]
    if len(blocks) > _MOST_BLOCKS:
        return [
            blocks[at] for at in sorted(range(len(blocks)), key=lambda at: (-boxes[at].top, boxes[at].left))
        ]
    waiting = {
        at: {b for b in range(len(blocks)) if b != at and _is_before(boxes, b, at)}
        for at in range(len(blocks))
    }
    ordered: list[int] = []
    while waiting:
        free = [at for at, before in waiting.items() if not before] or list(waiting)
        at = min(free, key=lambda one: (-boxes[one].top, boxes[one].left))
        del waiting[at]
        ordered.append(at)
        for before in waiting.values():
            before.discard(at)
    return [blocks[at] for at in ordered]


def _box(block: Block) -> Piece:
    made = block[0]
    for line in block[1:]:
        made = join(made, line, "")
    return made


def _is_before(boxes: Sequence[Piece], one: int, other: int) -> bool:
    a, b = boxes[one], boxes[other]
    if a.over(b):
        return a.middle > b.middle
    if a.middle_across > b.middle_across:
        return False
    low, high = sorted((a.middle, b.middle))
    return not any(
        low < c.middle < high and c.over(a) and c.over(b)
        for at, c in enumerate(boxes)
        if at not in (one, other)
    )
