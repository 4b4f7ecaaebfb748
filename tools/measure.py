"""The measure of the house: sizes of files, functions and templates; circles; late imports; tests.

python tools/measure.py            prints the measure and ends with 1 when a limit is passed
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

HOUSE = Path(__file__).resolve().parents[1] / "src/hiroba"

LIMITS = {
    "file median": 60,
    "file p95": 200,
    "file max": 300,
    "function median": 8,
    "function p95": 25,
    "template p95": 80,
    "circles": 0,
    "imports inside functions": 0,
    "untyped public functions": 0,
    "public functions without a sentence": 0,
}
# The house wishes for 1.2; the rooms of the second issue are still catching up (CLEANUPS.md).
TESTS_TO_CODE = (1.0, 2.0)
SPOKEN = {"queries.py", "policies.py", "actions.py"}


@dataclass
class Measure:
    """What was found, with the places that stand out."""

    numbers: dict[str, float] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)


def lines(path: Path) -> int:
    """Lines that are not blank."""
    return sum(bool(line.strip()) for line in path.read_text().splitlines())


def percentile(sizes: list[int], share: float) -> int:
    """The size below which the share of all sizes lies."""
    ordered = sorted(sizes) or [0]
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def modules(tests: bool) -> list[Path]:
    """Python files of the house: its code, or its tests; migrations are neither."""
    return [
        path
        for path in sorted(HOUSE.rglob("*.py"))
        if "migrations" not in path.parts
        and ("tests" in path.parts or path.name == "conftest.py") == tests
    ]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function, however deep."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def late_imports(tree: ast.AST) -> int:
    """Imports that are hidden inside functions."""
    return sum(
        isinstance(node, ast.Import | ast.ImportFrom)
        for function in functions(tree)
        for node in ast.walk(function)
    )


def imports_of(tree: ast.Module, known: set[str]) -> set[str]:
    """Modules of the house that a module imports when it is read."""
    found = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= names & known or {node.module} & known
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & known
    return found


def circles(arrows: dict[str, set[str]]) -> int:
    """How many modules stand in a circle of imports."""
    standing = dict(arrows)
    while leaves := [name for name, ahead in standing.items() if not ahead & standing.keys()]:
        for name in leaves:
            del standing[name]
    while roots := standing.keys() - set().union(*standing.values(), set()):
        for name in roots:
            del standing[name]
    return len(standing)


def is_silent(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A public function without a sentence."""
    return not function.name.startswith("_") and not ast.get_docstring(function)


def is_untyped(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A public function whose arguments or answer have no type."""
    arguments = function.args.posonlyargs + function.args.args + function.args.kwonlyargs
    untyped = [one for one in arguments if one.annotation is None and one.arg not in {"self"}]
    return not function.name.startswith("_") and bool(untyped or function.returns is None)


def measure() -> Measure:
    """Read the whole house once."""
    trees = {path: ast.parse(path.read_text()) for path in modules(tests=False)}
    names = {_dotted(path): path for path in trees}
    sizes = [size for path in trees if (size := lines(path))]
    inside = [length(function) for tree in trees.values() for function in functions(tree)]
    templates = [lines(path) for path in HOUSE.rglob("templates/**/*.html")]
    spoken = [
        (path, node)
        for path, tree in trees.items()
        if path.name in SPOKEN
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    ]
    arrows = {name: imports_of(trees[path], set(names)) - {name} for name, path in names.items()}
    tested = sum(lines(path) for path in modules(tests=True))
    return Measure(
        {
            "files": len(sizes),
            "lines": sum(sizes),
            "file median": median(sizes),
            "file p95": percentile(sizes, 0.95),
            "file max": max(sizes),
            "functions": len(inside),
            "function median": median(inside),
            "function p95": percentile(inside, 0.95),
            "template p95": percentile(templates, 0.95),
            "circles": circles(arrows),
            "imports inside functions": sum(map(late_imports, trees.values())),
            "untyped public functions": sum(is_untyped(node) for _, node in spoken),
            "public functions without a sentence": sum(is_silent(node) for _, node in spoken),
            "tests : code": round(tested / sum(sizes), 2),
        },
        _standing_out(trees, spoken),
    )


def _dotted(path: Path) -> str:
    dotted = ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)
    return dotted.removesuffix(".__init__")


def _standing_out(
    trees: dict[Path, ast.Module], spoken: list[tuple[Path, ast.FunctionDef]]
) -> list[str]:
    found = [
        f"{lines(path)} lines: {path.relative_to(HOUSE)}" for path in trees if lines(path) > 200
    ]
    found += [
        f"{length(function)} lines: {function.name} in {path.relative_to(HOUSE)}"
        for path, tree in trees.items()
        for function in functions(tree)
        if length(function) > 25
    ]
    found += [
        f"{lines(path)} lines: {path.relative_to(HOUSE)}"
        for path in HOUSE.rglob("templates/**/*.html")
        if lines(path) > 80
    ]
    found += [
        f"late import: {path.relative_to(HOUSE)}"
        for path, tree in trees.items()
        if late_imports(tree)
    ]
    found += [
        f"untyped or silent: {node.name} in {path.relative_to(HOUSE)}"
        for path, node in spoken
        if is_untyped(node) or is_silent(node)
    ]
    return found


def passed(numbers: dict[str, float]) -> list[str]:
    """The limits that are passed."""
    broken = [
        f"{name} is {numbers[name]}, the limit is {limit}"
        for name, limit in LIMITS.items()
        if numbers[name] > limit
    ]
    least, most = TESTS_TO_CODE
    if not least <= numbers["tests : code"] <= most:
        broken.append(f"tests : code is {numbers['tests : code']}, wished are {least} to {most}")
    return broken


def main() -> int:
    """Print the measure; 1 when a limit is passed."""
    found = measure()
    for name, number in found.numbers.items():
        print(f"{name:38} {number:>8}")
    broken = passed(found.numbers)
    if broken or "--places" in sys.argv:
        print("", *found.places, sep="\n  ")
    for sentence in broken:
        print(f"LIMIT PASSED: {sentence}")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
