"""Takes each decisive line of a program back, alone, so that the program still runs.

Reads {"fixed": code, "broken": code, "marks": [text of a line, …]} from standard input, and prints a list of
{"mark": text, "programs": [code, …]}: first without the statement of the line, then with the broken side's lines in its
place. A list is empty where neither leaves a program that can be compiled.
"""

import ast
import difflib
import json
import sys

WRAPS = (ast.With, ast.AsyncWith)


def innermost(tree, line):
    """The smallest statement that covers a line."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and first(node) <= line <= node.end_lineno]
    return min(found, key=lambda node: node.end_lineno - first(node), default=None)


def first(node):
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])


def keyword_at(node, line):
    """An argument by name that begins on a line of a call which begins before it."""
    calls = [one for one in ast.walk(node) if isinstance(one, ast.Call) and one.lineno < line]
    return next((word.value for call in calls for word in call.keywords if word.value.lineno == line), None)


def shifted(lines, by):
    return [text[by:] if text[:by].strip() == "" else text for text in lines]


def used_elsewhere(tree, node):
    """Whether a name that a statement gives is needed by others."""
    own = {id(one) for one in ast.walk(node)}
    given = {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    return any(isinstance(one, ast.Name) and one.id in given and id(one) not in own for one in ast.walk(tree))


def without(tree, lines, line):
    """The lines without the statement of one of them, or None where it cannot stand alone."""
    node = innermost(tree, line)
    if node is None:
        return None
    argument = keyword_at(node, line)
    if argument is not None:
        return lines[: line - 1] + lines[argument.end_lineno :]
    start, end = first(node), node.end_lineno
    indent = lines[start - 1][: len(lines[start - 1]) - len(lines[start - 1].lstrip())]
    if isinstance(node, WRAPS):
        body = lines[node.body[0].lineno - 1 : end]
        depth = len(body[0]) - len(body[0].lstrip()) - len(indent)
        return lines[: start - 1] + shifted(body, depth) + lines[end:]
    if line < node.lineno:
        return lines[: line - 1] + lines[line:]
    if isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Try)):
        return None
    if used_elsewhere(tree, node):
        return None
    return lines[: start - 1] + [indent + "pass"] + lines[end:]


def as_broken(fixed, broken, line):
    """The lines with the broken side's in the place of the change that one of them belongs to."""
    for kind, a, b, c, d in difflib.SequenceMatcher(None, fixed, broken, autojunk=False).get_opcodes():
        if kind != "equal" and a < line <= b:
            return fixed[:a] + broken[c:d] + fixed[b:]
    return None


def compiles(lines):
    try:
        ast.parse("\n".join(lines))
    except SyntaxError:
        return False
    return True


def main():
    given = json.load(sys.stdin)
    fixed, broken = given["fixed"].split("\n"), given["broken"].split("\n")
    tree = ast.parse(given["fixed"])
    told = []
    for mark in given["marks"]:
        line = next(at for at, text in enumerate(fixed, 1) if mark in text)
        tries = [without(tree, fixed, line), as_broken(fixed, broken, line)]
        programs = ["\n".join(one) for one in tries if one is not None and one != fixed and compiles(one)]
        told.append({"mark": mark, "programs": programs})
    json.dump(told, sys.stdout)


main()
