"""What the OpenAPI document says beyond the rooms: troubles, guests, unchanged answers."""

from typing import Any

from ninja.openapi.schema import OpenAPISchema

from hiroba.foundation.web.problems import PROBLEM, TITLES

SCHEMA = {
    "title": "Problem",
    "description": "A trouble as in RFC 9457.",
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "A sentence in the language asked for."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["place", "told"],
                "properties": {"place": {"type": "string"}, "told": {"type": "string"}},
            },
        },
    },
}
ALWAYS = (401, 404, 422, 429, 500)
FOR_KEYHOLDERS = (403,)
FOR_WRITING = (400, 403, 409)
OPEN_DOOR = "Anyone"


def completed(document: OpenAPISchema) -> OpenAPISchema:
    """The document with everything a program can meet."""
    document["components"]["schemas"]["Problem"] = SCHEMA
    schemes = document["components"].get("securitySchemes", {})
    document["components"]["securitySchemes"] = {"Token": next(iter(schemes.values()))}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            _complete(operation, method, path)
    return document


def _complete(operation: dict[str, Any], method: str, path: str) -> None:
    doors = {name for row in operation.get("security", []) for name in row}
    is_open = OPEN_DOOR in doors
    operation["security"] = [{}, {"Token": []}] if is_open else [{"Token": []}]
    troubles = set(ALWAYS)
    troubles |= set() if is_open else set(FOR_KEYHOLDERS)
    troubles |= set(FOR_WRITING) if method != "get" else set()
    if method == "get":
        operation["responses"][304] = {"description": "Unchanged since If-None-Match."}
    for status in sorted(troubles):
        operation["responses"][status] = {
            "description": str(TITLES[status]),
            "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
