"""Checkers that are programs: each gives its name with version, and its objections."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

Answer = tuple[str, list[str]]
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
    return [] if done.returncode == 0 else [line for line in (done.stdout + done.stderr).splitlines() if line.strip()] or ["refused"]


def kubernetes(file: Path, _: str) -> Answer:
    """Kubernetes' own schemas, strictly: an unknown key is refused."""
    return f"kubernetes-validate {version('kubernetes-validate')}, strict, schemas of Kubernetes {newest()}", asked("kubernetes-validate", "--strict", "-k", newest(), str(file))


def patch(file: Path, _: str) -> Answer:
    """A patch for a Deployment, laid over a plain one."""
    import yaml

    plain = yaml.safe_load(PLAIN)
    wanted = yaml.safe_load(file.read_text())

    def laid(under: dict, over: dict) -> dict:
        return {**under, **{key: laid(under[key], value) if isinstance(value, dict) and isinstance(under.get(key), dict) else value for key, value in over.items()}}

    whole = file.with_name("patched.yaml")
    whole.write_text(yaml.safe_dump(laid(plain, wanted)))
    name, found = kubernetes(whole, "")
    return f"{name}, laid over a plain Deployment", found


def newest() -> str:
    """The newest Kubernetes whose schemas it has."""
    return ".".join(version("kubernetes-validate").split(".")[:2])


def compose(file: Path, _: str) -> Answer:
    """The schema of the Compose specification."""
    return f"the Compose specification's schema in check-jsonschema {version('check-jsonschema')}", asked("check-jsonschema", "--builtin-schema", "vendor.compose-spec", str(file))


def cfn(file: Path, _: str) -> Answer:
    """AWS's linter for CloudFormation and SAM."""
    return f"cfn-lint {version('cfn-lint')}", asked("cfn-lint", "--non-zero-exit-code", "error", "--", str(file))


def systemd(file: Path, program: str) -> Answer:
    """systemd's own check, with a program that is there in place of the user's."""
    unit = file.with_name("checked.service")
    unit.write_text(file.read_text().replace(program, "/bin/true"))
    release = subprocess.run(["systemd-analyze", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True, check=False)
    return f"systemd-analyze verify {release}", [line for line in done.stderr.splitlines() if "checked.service" in line]


def shell(file: Path, _: str) -> Answer:
    """Whether a shell can read it."""
    return "the shell's own reader (sh -n)", asked("sh", "-n", str(file))


def uvicorn(file: Path, _: str) -> Answer:
    """Uvicorn's own reader of its command line, for the command in a file."""
    import click
    from uvicorn.main import main

    text = file.read_text()
    listed = re.search(r'\["uvicorn"[^\]]*\]', text)
    words = re.findall(r'"([^"]*)"', listed[0])[1:] if listed else shlex.split(re.search(r"uvicorn (main:app[^\n\"]*)", text)[1].replace("$PORT", "8000"))
    name = f"Uvicorn {version('uvicorn')}'s reader of its command line"
    try:
        main.make_context("uvicorn", list(words))
    except click.ClickException as error:
        return name, [error.format_message()]
    return name, []


def azure_functions(file: Path, _: str) -> Answer:
    """The indexer of Azure Functions for Python finds the route."""
    sys.path.insert(0, str(file.parent))
    name = f"azure-functions {version('azure-functions')} with azurefunctions-extensions-http-fastapi {version('azurefunctions-extensions-http-fastapi')}: loaded and indexed"
    try:
        import function_app

        routes = [binding.route for function in function_app.app.get_functions() for binding in function.get_bindings() if hasattr(binding, "route")]
    except Exception as error:
        return name, [repr(error)]
    return name, [] if routes == ["stream"] else [f"routes found: {routes}"]


CHECKERS: dict[str, Callable[[Path, str], Answer]] = {
    "kubernetes": kubernetes, "patch": patch, "compose": compose, "cfn": cfn, "systemd": systemd, "shell": shell, "uvicorn": uvicorn, "azure-functions": azure_functions,
}
