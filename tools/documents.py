"""Documents that are written by the house itself: states, permissions, figures.

python tools/documents.py            rebuilds docs/generated
python tools/documents.py --check    ends with 1 when a document is not fresh
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hiroba.config.settings")
os.environ.setdefault("HIROBA_ENV", "test")

import ast  # noqa: E402

import django  # noqa: E402

django.setup()

from django.utils import translation  # noqa: E402

from hiroba.tests.rooms import lifecycles, module, name, rooms, rooms_with  # noqa: E402

GENERATED = ROOT / "docs/generated"
WARNING = "<!-- `make docs` がつくる。手で書き換えない。 / Made by `make docs`; do not edit. -->\n"


def states() -> Iterator[str]:
    """Every lifecycle as a diagram with its verbs."""
    yield "# 状態と動き / States and verbs\n"
    for room in rooms():
        for title, table in lifecycles(room).items():
            yield f"## {name(room)}: {title}\n"
            yield f"```mermaid\n{table.as_mermaid()}\n```\n"
            yield "| verb | ボタン | から | へ |\n|---|---|---|---|"
            for move in table.moves.values():
                sources = "、".join(str(table.states(one).label) for one in move.sources)
                target = table.states(move.target).label
                yield f"| `{move.verb}` | {move.label} | {sources} | {target} |"
            yield ""


def permissions() -> Iterator[str]:
    """Every policy with its sentence and the refusals it can give."""
    yield "# してよいこと / Policies\n"
    for room in rooms_with("policies.py"):
        yield f"## {name(room)}\n"
        tree = ast.parse((room / "policies.py").read_text())
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for title, node in functions.items():
            if not title.startswith("_"):
                yield f"- **`{title}`**: {ast.get_docstring(node) or ''}"
                yield from (f"  - 「{sentence}」" for sentence in _sentences(node, functions))
        yield ""


def _sentences(node: ast.FunctionDef, functions: dict[str, ast.FunctionDef]) -> list[str]:
    """The refusals of a policy and of the private policies it calls."""
    found: list[str] = []
    for part in ast.walk(node):
        match part:
            case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(sentence)), *_]):
                found.append(sentence)
            case ast.Call(func=ast.Name(id=called)) if (
                called.startswith("_") and called in functions
            ):
                found += _sentences(functions[called], functions)
    return list(dict.fromkeys(found))


def figures() -> Iterator[str]:
    """Every figure with its definition."""
    yield "# 数値の定義 / Definitions of figures\n"
    yield "| code | 名前 | 単位 | 定義 | definition |\n|---|---|---|---|---|"
    seen = set()
    for room in rooms_with("figures.py"):
        for one in module(room, "figures").FIGURES:
            if one.code not in seen:
                seen.add(one.code)
                yield (
                    f"| `{one.code}` | {one.name_ja} | {one.unit_ja} | {one.definition_ja} "
                    f"| {one.definition_en} |"
                )


DOCUMENTS = {"states.md": states, "permissions.md": permissions, "figures.md": figures}


def main() -> int:
    """Rebuild, or check; answers 1 when a document was not fresh."""
    stale = []
    GENERATED.mkdir(parents=True, exist_ok=True)
    with translation.override("ja"):
        for file, write in DOCUMENTS.items():
            text = WARNING + "\n".join(write()) + "\n"
            target = GENERATED / file
            if not target.exists() or target.read_text() != text:
                stale.append(file)
                if "--check" not in sys.argv:
                    target.write_text(text)
    if stale and "--check" in sys.argv:
        print(f"not fresh: {', '.join(stale)}; run `make docs`")
    return bool(stale and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
