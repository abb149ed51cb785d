"""Checkers that are models of a format.

An unknown key, a missing one, or a value of the wrong type is an objection.
"""

import json
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from opinion import Opinion


def strict(schema: object) -> object:
    """The same schema, with no room for keys that it does not name."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: strict(value) for key, value in schema.items()}
    closed = isinstance(schema.get("properties"), dict) and schema.get("type") == "object"
    return {**inner, "additionalProperties": False} if closed else inner


def pydantic(file: Path, how: str) -> Opinion:
    """A resource by a package of models: `package module Class`."""
    import yaml
    from jsonschema import Draft202012Validator

    package, module, kind = how.split()
    schema = strict(getattr(import_module(module), kind).model_json_schema())
    found = [
        f"{error.json_path}: {error.message[:160]}"
        for error in Draft202012Validator(schema).iter_errors(yaml.safe_load(file.read_text()))
    ]
    return Opinion(f"the schema of {kind} in {package} {version(package)}, strict", found)


def boto(file: Path, how: str) -> Opinion:
    """AWS's own check of the parameters of a call: `service Operation` and the parameter that the file is."""
    import botocore.loaders
    from botocore.model import ServiceModel
    from botocore.validate import ParamValidator

    service, operation, *member = how.split()
    model = ServiceModel(botocore.loaders.Loader().load_service_model(service, "service-2"))
    shape = model.operation_model(operation).input_shape
    shape = shape.members[member[0]] if member else shape
    report = ParamValidator().validate(json.loads(file.read_text()), shape)
    found = [report.generate_report()] if report.has_errors() else []
    return Opinion(f"botocore {version('botocore')}: parameters of {service} {operation}", found)


def gateway(file: Path, _: str) -> Opinion:
    """The OpenAPI specification, and each integration by AWS's model of one."""
    import botocore.loaders
    import yaml
    from botocore.model import ServiceModel
    from openapi_spec_validator import validate

    validator = f"openapi-spec-validator {version('openapi-spec-validator')}"
    name = f"{validator}, the integration by botocore {version('botocore')}"
    data = yaml.safe_load(file.read_text())
    try:
        validate(data)
    except Exception as error:
        return Opinion(name, str(error).splitlines()[:2])
    members = (
        ServiceModel(botocore.loaders.Loader().load_service_model("apigateway", "service-2"))
        .shape_for("Integration")
        .members
    )
    found = []
    for path in data["paths"].values():
        for method in path.values():
            for key, value in method["x-amazon-apigateway-integration"].items():
                if key not in members:
                    found.append(f"{key} is no part of an integration")
                elif str(value).upper() not in getattr(members[key], "enum", []) and getattr(
                    members[key], "enum", []
                ):
                    found.append(f"{key}: {value} is none of {members[key].enum}")
    return Opinion(name, found)


def terraform(file: Path, _: str) -> Opinion:
    """Each block by the provider's own schema."""
    import providers

    return providers.check(file)


CHECKERS: dict[str, Callable[[Path, str], Opinion]] = {
    "pydantic": pydantic,
    "boto": boto,
    "gateway": gateway,
    "terraform": terraform,
}
