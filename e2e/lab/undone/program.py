"""A program as lines and as a tree, and the names that nothing in it gives."""

import ast
import builtins
import symtable

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.AsyncFor)
WITHS = (ast.With, ast.AsyncWith)
ASSIGNS = (ast.Assign, ast.AnnAssign)
IMPORTS = (ast.Import, ast.ImportFrom)
BLOCKS = (*FUNCTIONS, *LOOPS, *WITHS, ast.ClassDef, ast.If, ast.While, ast.Try)
ALWAYS = {*dir(builtins), "__file__", "__name__"}


class Program:
    """A program, its lines and its tree."""

    def __init__(self, code):
        self.lines = code.split("\n")
        self.tree = ast.parse(code)

    def statements(self):
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.stmt)]

    def innermost(self, line, kinds=ast.stmt):
        """The smallest statement that covers a line."""
        found = [one for one in self.statements() if isinstance(one, kinds) and first(one) <= line <= one.end_lineno]
        return min(found, key=lambda node: node.end_lineno - first(node), default=None)

    def indent(self, line):
        text = self.lines[line - 1]
        return text[: len(text) - len(text.lstrip())]

    def with_lines(self, start, end, new):
        """The lines with others in the place of those from `start` to `end`."""
        return [*self.lines[: start - 1], *new, *self.lines[end:]]

    def with_text(self, node, new):
        """The lines with other text in the place of what stands on one line."""
        text = self.lines[node.lineno - 1].encode()
        line = text[: node.col_offset].decode() + new + text[node.end_col_offset :].decode()
        return self.with_lines(node.lineno, node.lineno, [line])

    def text(self, node):
        return ast.get_source_segment("\n".join(self.lines), node)

    def block(self, nodes, to):
        """The lines of statements, moved to the left so that the first one stands at an indent."""
        start, end = first(nodes[0]), nodes[-1].end_lineno
        by = len(self.indent(start)) - len(to)
        return [text[by:] if text[:by].strip() == "" else text for text in self.lines[start - 1 : end]]


def first(node):
    return min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])


def head_end(node):
    """The last line of a statement's head, which is all of it where it has no block."""
    return max(node.lineno, node.body[0].lineno - 1) if isinstance(node, BLOCKS) else node.end_lineno


def names(tree, kind):
    return {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, kind)}


def given(node):
    """The names that an import or an assignment gives."""
    if isinstance(node, IMPORTS):
        return {(one.asname or one.name).split(".")[0] for one in node.names}
    return names(node, ast.Store) if isinstance(node, ASSIGNS) else set()


def start_of(block):
    """The line of the first statement after a docstring."""
    has_words = isinstance(block[0], ast.Expr) and isinstance(block[0].value, ast.Constant) and len(block) > 1
    return first(block[1 if has_words else 0])


def unknown(lines):
    """The names that nothing in the program gives, scope by scope; None where it is no program."""
    try:
        top = symtable.symtable("\n".join(lines), "program", "exec")
    except SyntaxError:
        return None
    known = {one.get_name() for one in top.get_symbols() if one.is_assigned() or one.is_imported()} | ALWAYS
    tables, used = [top], set()
    while tables:
        table = tables.pop()
        tables += table.get_children()
        used |= {
            one.get_name() for one in table.get_symbols() if one.is_referenced() and (table is top or one.is_global())
        }
    return used - known
