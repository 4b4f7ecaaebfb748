"""The OpenAPI document in an order in which people read it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

GROUPS = {
    "projects": _("事業"),
    "bodies": _("団体"),
    "calls": _("募集"),
    "figures": _("数値"),
    "proposals": _("提案書"),
    "me": _("自分"),
}


@dataclass(frozen=True)
class Field:
    """One parameter or one part of a body or answer."""

    name: str
    kind: str
    is_required: bool
    told: str = ""


@dataclass(frozen=True)
class Operation:
    """One thing a program can do."""

    anchor: str
    method: str
    path: str
    summary: str
    told: str
    needs_token: bool
    parameters: list[Field]
    body: list[Field]
    answer: list[Field]
    statuses: list[tuple[str, str]]


def guide(document: dict[str, Any]) -> list[tuple[str, list[Operation]]]:
    """The operations under their headings."""
    found: dict[str, list[Operation]] = {name: [] for name in GROUPS}
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            found[told["tags"][0]].append(_operation(document, path, method, told))
    return [(str(label), found[name]) for name, label in GROUPS.items() if found[name]]


def _operation(document: dict[str, Any], path: str, method: str, told: dict[str, Any]) -> Operation:
    answers = told["responses"]
    success = next(status for status in answers if 200 <= int(status) < 300)
    return Operation(
        anchor=told["operationId"],
        method=method.upper(),
        path=path,
        summary=str(told["summary"]),
        told=told.get("description", ""),
        needs_token={} not in told["security"],
        parameters=[_parameter(each) for each in told.get("parameters", [])],
        body=_fields(document, told.get("requestBody", {})),
        answer=_fields(document, answers[success]),
        statuses=[(str(status), str(answers[status]["description"])) for status in answers],
    )


def _parameter(told: dict[str, Any]) -> Field:
    schema = told["schema"]
    words = told.get("description") or schema.get("description", "")
    return Field(told["name"], _kind(schema), told.get("required", False), words)


def _fields(document: dict[str, Any], told: dict[str, Any]) -> list[Field]:
    """The parts of a JSON body, named by the schema it refers to."""
    schema = told.get("content", {}).get("application/json", {}).get("schema", {})
    schema = _resolved(document, schema)
    required = schema.get("required", [])
    return [
        Field(name, _kind(part), name in required, part.get("description", ""))
        for name, part in schema.get("properties", {}).items()
    ]


def _resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = document["components"]["schemas"][name] if name else schema
    return found


def _kind(schema: dict[str, Any]) -> str:
    """A type in a few words."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_kind(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"[{_kind(schema['items'])}]"
    return str(schema.get("format") or schema.get("type", ""))
