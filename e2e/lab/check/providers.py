"""Terraform files by the schemas of their providers, as HashiCorp published them for CDK for Terraform.

The packages are read, not imported.
"""

import ast
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import hcl2
from opinion import Opinion


class Field(NamedTuple):
    """A field of a structure: the text of its type, and whether it has to be there."""

    kind: str
    required: bool


Fields = dict[str, Field]
#: What Terraform itself knows in every block.
META = {"count", "depends_on", "for_each", "lifecycle", "provider", "connection", "provisioner"}


@cache
def classes(provider: str, module: str) -> dict[str, Fields]:
    """Of each structure of a module: its fields."""
    found: dict[str, Fields] = {}
    package = Path(find_spec(f"cdktf_cdktf_provider_{provider}").origin).parent
    file = package / module / "__init__.py"
    if not file.exists():
        return found
    tree = ast.parse(file.read_text())
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or not any(
            "data_type" in ast.unparse(decorator) for decorator in node.decorator_list
        ):
            continue
        init = next(
            (part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"),
            None,
        )
        if init is None:
            continue
        fields: Fields = {}
        for argument, default in zip(init.args.kwonlyargs, init.args.kw_defaults, strict=True):
            fields[argument.arg] = Field(ast.unparse(argument.annotation), default is None)
        found[node.name] = fields
    return found


def camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def objections(block: dict, structure: str, known: dict[str, Fields], where: str) -> list[str]:
    """What is unknown, missing or no number in a block."""
    fields = known[structure]
    found = [
        f"{where}: {key} is missing" for key, field in fields.items() if field.required and key not in block
    ]
    for key, value in block.items():
        if key.startswith("__") or key in META:
            continue
        if key not in fields:
            found.append(f"{where}: {key} is not known")
            continue
        kind = fields[key].kind
        inner = next((name for name in sorted(known, key=len, reverse=True) if name in kind), None)
        plain = value.strip('"') if isinstance(value, str) else value
        if "Number" in kind and isinstance(plain, str) and not plain.startswith("${") and not plain.isdigit():
            found.append(f"{where}.{key}: {plain} is no number")
        if inner:
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    found.extend(objections(part, inner, known, f"{where}.{key}"))
    return found


def check(file: Path) -> Opinion:
    """All resources and data sources of a file."""
    with file.open() as text:
        data = hcl2.load(text)
    used: set[str] = set()
    found: list[str] = []
    for kind, prefix in (("resource", ""), ("data", "data_")):
        for entry in data.get(kind, []):
            for quoted, named in entry.items():
                full = quoted.strip('"')
                provider, name = full.split("_", 1)
                used.add(provider)
                module = prefix + (f"{provider}_{name}" if prefix else name)
                known = classes(provider, module)
                structure = f"{camel(module)}Config"
                if structure not in known:
                    found.append(f"{full} is no {kind} of the provider")
                    continue
                for label, block in named.items():
                    if isinstance(block, dict):
                        found.extend(objections(block, structure, known, f"{full}.{label.strip(chr(34))}"))
    if not used:
        found.append("no resource found")
    packages = ", ".join(
        f"cdktf-cdktf-provider-{name} {version(f'cdktf-cdktf-provider-{name}')}" for name in sorted(used)
    )
    return Opinion(f"HashiCorp's published schema of the provider ({packages})", found)
