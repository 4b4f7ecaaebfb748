"""The house keeps its own rules."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import PROTECT
from django.urls import URLPattern, URLResolver, get_resolver

from hiroba.tests.rooms import (
    HOUSE,
    lifecycles,
    module,
    name,
    public_functions,
    rooms,
    rooms_with,
)

ROOT = HOUSE.parents[1]

WRITES = {
    "save",
    "create",
    "update",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
WRITERS = {
    "actions.py",
    "allocating.py",
    "approving.py",
    "booking.py",
    "promising.py",
    "recording.py",
    "arriving.py",
    "calling.py",
    "counting.py",
    "deciding.py",
    "enlisting.py",
    "inviting.py",
    "judging.py",
    "manning.py",
    "matchmaking.py",
    "merging.py",
    "partners.py",
    "examples.py",
    "adapter.py",
}
# These foundation rooms are called inside other rooms' actions; they are the last two beats.
LAST_BEATS = {"foundation/journal", "foundation/search", "foundation/letters"}
MAY_DELETE = {"search_findable"}


@pytest.mark.parametrize("room", rooms_with("actions.py"), ids=name)
def test_every_public_function_of_actions_is_an_action_that_knows_who_acts(room):
    if name(room) in LAST_BEATS:
        pytest.skip("called inside actions: note, put, send")

    functions = dict(public_functions(module(room, "actions")))

    assert {
        function
        for function, body in functions.items()
        if not getattr(body, "is_action", False)
        or next(iter(inspect.signature(body).parameters)) != "by"
        or not body.__doc__
    } == set()


@pytest.mark.parametrize("room", [room for room in rooms() if lifecycles(room)], ids=name)
def test_every_verb_of_a_lifecycle_is_an_action_with_a_policy(room):
    verbs = {verb for table in lifecycles(room).values() for verb in table.moves}
    actions = set(vars(module(room, "actions")))
    policies = set(vars(module(room, "policies")))

    assert verbs - actions == set()
    assert {f"may_{verb}" for verb in verbs} - policies == set()


@pytest.mark.parametrize("room", rooms_with("policies.py"), ids=name)
def test_every_policy_answers_with_a_verdict(room):
    for policy, function in public_functions(module(room, "policies")):
        assert policy.startswith("may_"), policy
        assert "Verdict" in str(inspect.signature(function).return_annotation), policy


def test_nothing_is_written_outside_actions():
    guilty = []
    for path in HOUSE.rglob("*.py"):
        if path.name in WRITERS or {"tests", "migrations"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=ast.Attribute(value=asked, attr=verb)) if verb in WRITES:
                    if "objects" in ast.dump(asked) or verb == "save":
                        guilty.append(f"{path.relative_to(HOUSE)}:{node.lineno} {verb}")
    assert [place for place in guilty if not _is_super_save(place)] == []


def _is_super_save(place: str) -> bool:
    path, line = place.split(" ")[0].split(":")
    return "super()" in (HOUSE / path).read_text().splitlines()[int(line) - 1]


def _views(patterns=None):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from _views(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern.callback


def test_every_view_reads_asks_or_acts():
    without = {
        f"{view.__module__}.{view.__name__}"
        for view in _views()
        if view.__module__.startswith("hiroba") and not hasattr(view, "shape")
    }

    assert {place for place in without if ".api" not in place} == set()


def test_every_template_is_used():
    sources = "".join(
        path.read_text() for path in [*HOUSE.rglob("*.py"), *HOUSE.rglob("templates/**/*.html")]
    )
    own = [
        path
        for path in HOUSE.rglob("templates/**/*.html")
        if not {"account", "mfa", "allauth"} & set(path.parts)
    ]

    unused = {
        relative for path in own if (relative := str(path).split("/templates/")[1]) not in sources
    }

    assert unused == set()


def test_letters_come_in_both_languages():
    letters = {str(path) for path in HOUSE.rglob("letters/*.txt")}

    assert {path for path in letters if path.replace(".ja.", ".en.") not in letters} == set()
    assert {path for path in letters if path.replace(".en.", ".ja.") not in letters} == set()


def test_pages_carry_no_inline_script_or_style():
    inline = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|\sstyle=|\son[a-z]+=\"")

    guilty = [
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("templates/**/*.html")
        if inline.search(path.read_text())
    ]

    assert guilty == []


def test_every_figure_has_a_name_a_unit_and_a_definition_in_both_languages():
    figures = [one for room in rooms_with("figures.py") for one in module(room, "figures").FIGURES]

    assert "grassroots_projects" in {figure.code for figure in figures}
    for figure in figures:
        words = (figure.name_ja, figure.name_en, figure.unit_ja, figure.definition_ja)
        assert all(words) and figure.definition_en, figure.code


def test_rooms_of_the_house_never_vanish_with_what_they_point_at():
    loose = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("hiroba")
        for field in model._meta.get_fields()
        if field.many_to_one and field.concrete
        if getattr(field.remote_field.on_delete, "__name__", "") not in {"PROTECT", "CASCADE"}
    }

    assert loose == set()
    assert PROTECT is not None


def test_no_room_has_a_file_without_a_meaning():
    forbidden = {"utils", "helpers", "common", "services", "managers", "signals"}

    assert [path for path in HOUSE.rglob("*.py") if path.stem in forbidden] == []


def test_nothing_names_an_address_of_a_registry_or_of_a_machine():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    words = (
        "/work/" + "main",
        "/work/" + "shared",
        "files.python" + "hosted",
        "registry.npm" + "js",
    )
    guilty = []
    for path in (ROOT / one for one in tracked):
        if path.suffix in {".ttf", ".png", ".json", ".svg"} or not path.exists():
            continue
        text = path.read_text(errors="ignore")
        guilty += [f"{path.name}: {word}" for word in words if word in text]
    assert guilty == []


@pytest.mark.parametrize("lock", ["bootstrap", "runtime", "dev"])
def test_no_lock_holds_an_address(lock):
    assert "://" not in (ROOT / f"requirements/{lock}.lock").read_text()


def test_generated_documents_are_fresh():
    done = subprocess.run(
        [sys.executable, "tools/documents.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


def test_the_story_and_the_house_name_the_same_rooms():
    installed = {config.name for config in apps.get_app_configs()}

    assert {f"hiroba.{name(room).replace('/', '.')}" for room in rooms()} - installed == set()
    assert Path(ROOT / "docs/house.md").exists()
