"""The broken side's lines in a place of the fixed side, with what only the broken side imports or gives a name."""

import ast
import difflib

from program import FUNCTIONS, IMPORTS, LOOPS, WITHS, Program, first, given, head_end, start_of, unknown

# How alike two statements are that stand for each other.
ALIKE = 0.4


def hunks(fixed, broken):
    """The changes between the sides, each as lines of both: from, to, from, to."""
    matcher = difflib.SequenceMatcher(None, fixed.lines, broken.lines, autojunk=False)
    return [places for kind, *places in matcher.get_opcodes() if kind != "equal"]


def hunk(fixed, broken, line):
    """The change that a line belongs to, or None."""
    return next((one for one in hunks(fixed, broken) if one[0] < line <= one[1]), None)


def as_broken(fixed, broken, node, line):
    """The lines with what the sides differ in inside of a statement, or of one line in it, as on the broken side."""
    start, end = (first(node) - 1, head_end(node)) if line == node.lineno else (line - 1, line)
    lines = fixed.lines
    for a, b, c, d in reversed(hunks(fixed, broken)):
        if start <= a and b <= end and (a < b or start < a < end):
            lines = [*lines[:a], *broken.lines[c:d], *lines[b:]]
    return None if lines == fixed.lines else lines


def called(node):
    """The function of the outermost call."""
    call = next((one for one in ast.walk(node) if isinstance(one, ast.Call)), None)
    return call and ast.unparse(call.func)


def same_kind(one, other):
    """Whether two statements can stand for each other."""
    if isinstance(one, ast.Expr):
        return isinstance(other, ast.Expr) and called(one) == called(other)
    if isinstance(one, (ast.If, ast.Try)):
        return False
    return type(one) is type(other) or any(
        isinstance(one, kinds) and isinstance(other, kinds) for kinds in (LOOPS, WITHS)
    )


def own_name(node):
    """The one name that an assignment or a `with` gives, or None."""
    if isinstance(node, WITHS):
        found = [one.optional_vars for one in node.items if one.optional_vars is not None]
    else:
        found = node.targets if isinstance(node, ast.Assign) else []
    return found[0] if len(found) == 1 and isinstance(found[0], ast.Name) else None


def counterpart(fixed, broken, node, change):
    """The lines with the broken side's most similar statement of the same kind in this one's place."""
    _, _, c, d = change
    head = "\n".join(fixed.lines[node.lineno - 1 : head_end(node)]).strip()
    found = []
    for other in broken.statements():
        if same_kind(node, other) and c < other.lineno <= d:
            text = "\n".join(broken.lines[other.lineno - 1 : head_end(other)]).strip()
            found.append((difflib.SequenceMatcher(None, head, text).ratio(), other))
    alike, best = max(found, key=lambda one: one[0], default=(0, None))
    if best is None or (alike < ALIKE and not isinstance(node, ast.Return)):
        return None
    mine, theirs = own_name(node), own_name(best)
    lines = broken.lines
    if mine is not None and theirs is not None and theirs.lineno == theirs.end_lineno:
        lines = broken.with_text(theirs, mine.id)  # others know it by this name
    by = len(broken.indent(best.lineno))
    new = [fixed.indent(node.lineno) + text[by:] for text in lines[best.lineno - 1 : head_end(best)]]
    return fixed.with_lines(node.lineno, head_end(node), new)


def completed(lines, broken, line):
    """The lines with what only the broken side imports or gives a name, where they need it; or None."""
    for _ in range(5):
        missing = unknown(lines)
        if not missing:
            return None if missing is None else lines
        source = next((one for one in broken.statements() if given(one) & missing), None)
        if source is None:
            return None
        program = Program("\n".join(lines))
        if isinstance(source, IMPORTS):
            before = start_of(program.tree.body)
        elif source in broken.tree.body:
            before = max((first(one) for one in program.tree.body if first(one) <= line), default=1)
        else:
            inside = program.innermost(min(line, len(lines)), FUNCTIONS)
            if inside is None:
                return None
            before = start_of(inside.body)
        new = broken.block([source], program.indent(before))
        lines = [*lines[: before - 1], *new, *lines[before - 1 :]]
        line += len(new)
    return None
