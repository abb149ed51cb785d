"""A program without one of its lines."""

import ast

from program import ASSIGNS, FUNCTIONS, IMPORTS, WITHS, Program, first, head_end, names, start_of, unknown

LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)
# Stands for what is taken out of a line; no program has it.
MARK = "\0"


def argument_out(program, word):
    """The lines without an argument by name that stands on one line, and without its comma."""
    lines = program.with_text(word, MARK)
    before, _, after = lines[word.lineno - 1].partition(MARK)
    if after.startswith(","):
        after = after[1:].lstrip()
    else:
        before = before.rstrip().removesuffix(",")
    return program.with_lines(word.lineno, word.lineno, [before + after])


def arguments_at(node, line):
    """The arguments by name that begin on a line of a call which begins before it."""
    calls = [one for one in ast.walk(node) if isinstance(one, ast.Call) and one.lineno < line]
    return [word for call in calls for word in call.keywords if word.lineno == line]


def handler_out(program, node, line):
    """A `try` without the exception handler of a line."""
    handler = next((one for one in node.handlers if one.lineno == line), None)
    if handler is None:
        return None
    if len(node.handlers) > 1 or node.finalbody:
        return program.with_lines(handler.lineno, handler.end_lineno, [])
    to = program.indent(node.lineno)
    after = program.block(node.orelse, to) if node.orelse else []
    return program.with_lines(node.lineno, node.end_lineno, program.block(node.body, to) + after)


def condition_out(program, node):
    """A guard, which leaves, is taken out; what another condition holds back always happens."""
    indent = program.indent(node.lineno)
    word = "elif" if program.lines[node.lineno - 1].strip().startswith("elif") else "if"
    if not isinstance(node.body[-1], LEAVES):
        return program.with_lines(node.lineno, head_end(node), [f"{indent}{word} True:"])
    if node.orelse or word == "elif":
        return program.with_lines(node.lineno, head_end(node), [f"{indent}{word} False:"])
    return program.with_lines(node.lineno, node.end_lineno, [f"{indent}pass"])


def with_out(program, node):
    """
    The body of a `with` without what it stands for. A name that the body needs is what the manager stands around, or
    the manager entered and never left; one that only others need is that of a manager that is told nothing.
    """
    indent, body = program.indent(node.lineno), set().union(*(names(one, ast.Load) for one in node.body))
    word, enter = (
        ("async with", "await {}.__aenter__()") if isinstance(node, ast.AsyncWith) else ("with", "{}.__enter__()")
    )
    named = [one for one in node.items if one.optional_vars is not None]
    # Where some give a name, they are what the line is about.
    kept = [ast.unparse(one) for one in node.items if named and one not in named]
    before = []
    for one in named:
        manager, target = one.context_expr, ast.unparse(one.optional_vars)
        single = isinstance(manager, ast.Call) and len(manager.args) == 1 and not manager.keywords
        if names(one.optional_vars, ast.Store) & body:
            value = ast.unparse(manager.args[0]) if single else enter.format(ast.unparse(manager))
            before.append(f"{indent}{target} = {value}")
        elif single:
            kept.append(f"{ast.unparse(manager.func)}(None) as {target}")
    if not kept:
        return program.with_lines(node.lineno, node.end_lineno, [*before, *program.block(node.body, indent)])
    return program.with_lines(node.lineno, head_end(node), [*before, f"{indent}{word} {', '.join(kept)}:"])


def default_given(program, node):
    """A function whose last argument always is its default."""
    defaults, argument = node.args.defaults, node.args.args[-1:]
    if not defaults or defaults[-1].lineno != node.lineno or argument[0].lineno != node.lineno:
        return None
    text, before = program.lines[node.lineno - 1].encode(), start_of(node.body)
    left = text[: argument[0].col_offset].decode().rstrip().removesuffix(",")
    head = left + text[defaults[-1].end_col_offset :].decode()
    value = f"{program.indent(before)}{argument[0].arg} = {ast.unparse(defaults[-1])}"
    kept = program.lines[node.lineno : before - 1]
    return program.with_lines(node.lineno, before - 1, [head, *kept, value])


def statement_out(program, node):
    """The lines without a statement. Arguments that are nothing but a name that it gives go with it."""
    yields = any(isinstance(one, (ast.Yield, ast.YieldFrom)) for one in ast.walk(node))
    new = "if False: yield" if yields else "pass"  # a generator stays one
    lines = program.with_lines(first(node), node.end_lineno, [f"{program.indent(node.lineno)}{new}"])
    while lost := unknown(lines) or set():
        rest = Program("\n".join(lines))
        words = [
            word
            for call in ast.walk(rest.tree)
            if isinstance(call, ast.Call)
            for word in call.keywords
            if isinstance(word.value, ast.Name) and word.value.id in lost and word.lineno == word.end_lineno
        ]
        if not words:
            return None
        lines = argument_out(rest, words[0])
    return lines


def unwrapped(program, node):
    """The lines with what the statement's outermost call is called with, or with all of what it takes a slice of."""
    for one in ast.walk(node):
        if isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Slice):
            outer, inner = one, one.value
        elif isinstance(one, ast.Call):
            outer, inner = one, one.args[0] if one.args else None
        else:
            continue
        if inner is None or isinstance(inner, ast.Constant) or outer.lineno != outer.end_lineno:
            return None
        return program.with_text(outer, program.text(inner))
    return None


def made_once(program, node):
    """The lines with a value that a function makes for itself made once, before the function, for all."""
    inside = program.innermost(node.lineno, FUNCTIONS)
    if inside is None or inside not in program.tree.body:
        return None
    lines = program.with_lines(node.lineno, node.end_lineno, [f"{program.indent(node.lineno)}pass"])
    return [*lines[: first(inside) - 1], *program.block([node], ""), *lines[first(inside) - 1 :]]


def without(program, node, line):
    """The ways to do without a line of a statement."""
    words = arguments_at(node, line)
    if words:
        end = max(word.end_lineno for word in words)
        return [program.with_lines(line, end, [])]
    if line < node.lineno:
        return [program.with_lines(line, line, [])]
    if isinstance(node, WITHS):
        return [with_out(program, node)]
    if isinstance(node, ast.If):
        return [condition_out(program, node)]
    if isinstance(node, ast.Try):
        return [handler_out(program, node, line)]
    if isinstance(node, FUNCTIONS):
        return [default_given(program, node)]
    if isinstance(node, (*IMPORTS, ast.ClassDef)):
        return []
    if isinstance(node, ast.Return):
        return [unwrapped(program, node)]
    out = statement_out(program, node)
    needed = out is None and isinstance(node, ASSIGNS)
    return [unwrapped(program, node), made_once(program, node)] if needed else [out]
