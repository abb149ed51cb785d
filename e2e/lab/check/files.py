"""Checkers that are programs: each gives its name with version, and its objections."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from opinion import Opinion

PLAIN = """
apiVersion: apps/v1
kind: Deployment
metadata: { name: chat-app }
spec:
  selector: { matchLabels: { app: chat-app } }
  template:
    metadata: { labels: { app: chat-app } }
    spec: { containers: [{ name: app, image: "example.com/app:1" }] }
"""


def asked(*command: str) -> list[str]:
    """Objections of a program: what it prints when it ends with another code than 0."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    return [line for line in (done.stdout + done.stderr).splitlines() if line.strip()] or ["refused"]


def kubernetes(file: Path, _: str) -> Opinion:
    """Kubernetes' own schemas, strictly: an unknown key is refused."""
    name = f"kubernetes-validate {version('kubernetes-validate')}, strict, schemas of Kubernetes {newest()}"
    return Opinion(name, asked("kubernetes-validate", "--strict", "-k", newest(), str(file)))


def patch(file: Path, _: str) -> Opinion:
    """A patch for a Deployment, laid over a plain one."""
    import yaml

    plain = yaml.safe_load(PLAIN)
    wanted = yaml.safe_load(file.read_text())

    def laid(under: dict, over: dict) -> dict:
        whole = dict(under)
        for key, value in over.items():
            both = isinstance(value, dict) and isinstance(under.get(key), dict)
            whole[key] = laid(under[key], value) if both else value
        return whole

    whole = file.with_name("patched.yaml")
    whole.write_text(yaml.safe_dump(laid(plain, wanted)))
    name, found = kubernetes(whole, "")
    return Opinion(f"{name}, laid over a plain Deployment", found)


def newest() -> str:
    """The newest Kubernetes whose schemas it has."""
    return ".".join(version("kubernetes-validate").split(".")[:2])


def compose(file: Path, _: str) -> Opinion:
    """The schema of the Compose specification."""
    name = f"the Compose specification's schema in check-jsonschema {version('check-jsonschema')}"
    return Opinion(name, asked("check-jsonschema", "--builtin-schema", "vendor.compose-spec", str(file)))


def cfn(file: Path, _: str) -> Opinion:
    """AWS's linter for CloudFormation and SAM."""
    found = asked("cfn-lint", "--non-zero-exit-code", "error", "--", str(file))
    return Opinion(f"cfn-lint {version('cfn-lint')}", found)


def systemd(file: Path, program: str) -> Opinion:
    """systemd's own check, with a program that is there in place of the user's."""
    unit = file.with_name("checked.service")
    unit.write_text(file.read_text().replace(program, "/bin/true"))
    said = subprocess.run(["systemd-analyze", "--version"], capture_output=True, text=True, check=True)
    verify = ["systemd-analyze", "verify", "--man=no", str(unit)]
    done = subprocess.run(verify, capture_output=True, text=True, check=False)
    found = [line for line in done.stderr.splitlines() if "checked.service" in line]
    return Opinion(f"systemd-analyze verify {said.stdout.split()[1]}", found)


def shell(file: Path, _: str) -> Opinion:
    """Whether a shell can read it."""
    return Opinion("the shell's own reader (sh -n)", asked("sh", "-n", str(file)))


def uvicorn(file: Path, _: str) -> Opinion:
    """Uvicorn's own reader of its command line, for the command in a file."""
    import click
    from uvicorn.main import main

    text = file.read_text()
    listed = re.search(r'\["uvicorn"[^\]]*\]', text)
    if listed:
        words = re.findall(r'"([^"]*)"', listed[0])[1:]
    else:
        command = re.search(r"uvicorn (main:app[^\n\"]*)", text)[1]
        words = shlex.split(command.replace("$PORT", "8000"))
    name = f"Uvicorn {version('uvicorn')}'s reader of its command line"
    try:
        main.make_context("uvicorn", list(words))
    except click.ClickException as error:
        return Opinion(name, [error.format_message()])
    return Opinion(name, [])


def azure_functions(file: Path, _: str) -> Opinion:
    """The indexer of Azure Functions for Python finds the route."""
    sys.path.insert(0, str(file.parent))
    extension = "azurefunctions-extensions-http-fastapi"
    with_versions = f"azure-functions {version('azure-functions')} with {extension} {version(extension)}"
    name = f"{with_versions}: loaded and indexed"
    try:
        import function_app

        routes = [
            binding.route
            for function in function_app.app.get_functions()
            for binding in function.get_bindings()
            if hasattr(binding, "route")
        ]
    except Exception as error:
        return Opinion(name, [repr(error)])
    return Opinion(name, [] if routes == ["stream"] else [f"routes found: {routes}"])


CHECKERS: dict[str, Callable[[Path, str], Opinion]] = {
    "kubernetes": kubernetes,
    "patch": patch,
    "compose": compose,
    "cfn": cfn,
    "systemd": systemd,
    "shell": shell,
    "uvicorn": uvicorn,
    "azure-functions": azure_functions,
}
