"""The ways to take one line of a program back, the smallest change first.

1. What the two sides differ in inside of its statement, as the broken side has it.
2. The broken side's statement of the same kind in its place, where they differ in more.
3. The line out: an argument, a decorator, an exception handler, a condition, what a `with` stands for, a statement.
   Where others need the name that a statement gives, its outermost call gives way to what it is called with, or is
   made once for all.
4. The broken side's lines in the place of a small change that the line belongs to.

What only the broken side imports or gives a name comes along where its lines need it.
"""

from broken_side import as_broken, completed, counterpart, hunk
from line_out import without

# The lines of a change that is still small.
SMALL = 6


def changes(fixed, broken, line):
    """The programs that lack one line, the smallest change first."""
    node, change = fixed.innermost(line), hunk(fixed, broken, line)
    if node is None:
        return []
    tries = without(fixed, node, line)
    if line >= node.lineno:
        tries = [as_broken(fixed, broken, node, line), *tries]
    if change is not None:
        a, b, c, d = change
        if line >= node.lineno:
            tries = [tries[0], counterpart(fixed, broken, node, change), *tries[1:]]
        if b - a <= SMALL:
            tries = [*tries, fixed.with_lines(a + 1, b, broken.lines[c:d])]
    known = [completed(one, broken, line) for one in tries if one is not None and one != fixed.lines]
    return list(dict.fromkeys("\n".join(one) for one in known if one is not None))
