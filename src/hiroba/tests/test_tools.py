"""The tools that check the house, tried on small houses of their own."""

import ast
import gettext
import io

import pytest
from babel.messages.pofile import read_po
from grimp import ImportGraph

from hiroba.tests.rooms import HOUSE
from tools import contracts, measure, messages

ROOT = HOUSE.parents[1]


def parsed(text):
    return ast.parse(text)


def function(text):
    return next(measure.functions(parsed(text)))


# The measure


def test_blank_lines_are_not_counted(tmp_path):
    (tmp_path / "a.py").write_text("x = 1\n\n   \ny = 2\n")

    assert measure.lines(tmp_path / "a.py") == 2


@pytest.mark.parametrize(
    ("sizes", "share", "size"),
    [([], 0.95, 0), ([7], 0.95, 7), (list(range(1, 101)), 0.95, 96), ([3, 1, 2], 0.5, 2)],
)
def test_a_percentile_is_one_of_the_sizes(sizes, share, size):
    assert measure.percentile(sizes, share) == size


def test_every_function_is_found_however_deep():
    text = "def a():\n    def b(): pass\nclass C:\n    async def d(self): pass\n"

    assert {one.name for one in measure.functions(parsed(text))} == {"a", "b", "d"}
    assert measure.length(function(text)) == 2


def test_an_import_inside_a_function_is_late():
    assert measure.late_imports(parsed("import os\ndef a():\n    import re\n    return re")) == 1
    assert measure.late_imports(parsed("import os\ndef a(): return os")) == 0


def test_modules_of_the_house_are_found_among_the_imports():
    known = {"hiroba.a", "hiroba.a.queries", "hiroba.b"}
    text = "import hiroba.b\nfrom hiroba.a import queries, other\nfrom django import forms\n"

    assert measure.imports_of(parsed(text), known) == {"hiroba.b", "hiroba.a.queries"}
    assert measure.imports_of(parsed("from hiroba.a import thing"), known) == {"hiroba.a"}


@pytest.mark.parametrize(
    ("arrows", "standing"),
    [
        ({}, 0),
        ({"a": {"b"}, "b": set()}, 0),
        ({"a": {"b"}, "b": {"a"}}, 2),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set()}, 3),
        ({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}, 0),
    ],
)
def test_circles_are_counted_without_those_who_only_look_at_them(arrows, standing):
    assert measure.circles(arrows) == standing


def test_a_public_function_without_a_sentence_or_types_is_found():
    assert measure.is_silent(function("def a() -> int: return 1"))
    assert not measure.is_silent(function('def a() -> int:\n    """One."""'))
    assert not measure.is_silent(function("def _a(): pass"))
    assert measure.is_untyped(function("def a(b) -> int: return b"))
    assert measure.is_untyped(function("def a(*, by): pass"))
    assert not measure.is_untyped(function("def a(self, *, by: int) -> int: return by"))


def test_a_passed_limit_is_named():
    good = dict.fromkeys(measure.LIMITS, 0.0) | {"tests : code": 1.5}

    assert measure.passed(good) == []
    assert measure.passed(good | {"file max": 301, "tests : code": 0.5}) == [
        "file max is 301, the limit is 300",
        "tests : code is 0.5, wished are 1.0 to 2.0",
    ]


def test_the_whole_house_can_be_measured():
    found = measure.measure()

    assert set(measure.LIMITS) < set(found.numbers)
    assert found.numbers["circles"] == found.numbers["imports inside functions"] == 0


# The texts


@pytest.fixture
def small_house(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "HOUSE", tmp_path / "src")
    monkeypatch.setattr(messages, "ENGLISH", tmp_path / "english")
    (tmp_path / "english").mkdir()

    def write(path, text):
        target = tmp_path / "src" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        return target

    write("engines/plaza/apps.py", "")
    return write


def texts(path):
    return sorted(messages.texts_of(path), key=str)


def test_texts_of_python_are_found(small_house):
    path = small_house(
        "engines/plaza/policies.py",
        'a = _("満席です。")\nb = gettext_lazy("残り" "8名")\nc = _(variable)\n'
        'd = ngettext("一つ", "%(n)s個", n)\ne = pgettext("月", "五月")\n'
        'f = _("%(n)s名") % {"n": 1}\n',
    )

    assert texts(path) == sorted(
        [
            (None, "満席です。"),
            (None, "残り8名"),
            (None, ("一つ", "%(n)s個")),
            ("月", "五月"),
            (None, "%(n)s名"),
        ],
        key=str,
    )


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('{% translate "予約" %}', [(None, "予約")]),
        ("{% translate '予約' as label %}", [(None, "予約")]),
        ('<p title="{% translate "予約" %}">it\'s "odd" {# 消 #} (</p>', [(None, "予約")]),
        ('      <a>\n   {% translate "一" %}\n {% translate "二" %}', [(None, "一"), (None, "二")]),
        ('{% include "a.html" with submit=_("送る") %}', [(None, "送る")]),
        ("{% blocktranslate %}{{ n }}名{% endblocktranslate %}", [(None, "%(n)s名")]),
        (
            "{% blocktranslate count n=x %}一名{% plural %}{{ n }}名{% endblocktranslate %}",
            [(None, ("一名", "%(n)s名"))],
        ),
        ('{% translate "五月" context "月" %}', [("月", "五月")]),
        ('{% translate "100%" %}', [(None, "100%%")]),
        ("<p>訳さない</p>{{ _ }}", []),
    ],
)
def test_texts_of_templates_are_found(small_house, template, found):
    path = small_house("engines/plaza/templates/plaza/open/page.html", template)

    assert texts(path) == found


def test_rooms_are_named_by_their_folder_and_parts_by_their_place(small_house):
    for path in (
        "engines/plaza/views/open.py",
        "engines/plaza/tests/test_x.py",
        "engines/plaza/templates/plaza/letters/sent.ja.txt",
        "foundation/money.py",
        "faces/health/views.py",
        "top.py",
    ):
        small_house(path, "")

    named = {room: sorted(path.name for path in paths) for room, paths in messages.rooms().items()}

    assert named == {
        "plaza": ["apps.py", "open.py"],
        "foundation": ["money.py"],
        "faces_health": ["views.py"],
        "house": ["top.py"],
    }


def test_extracting_adds_what_is_new_keeps_what_is_known_and_drops_what_is_gone(small_house):
    small_house("engines/plaza/policies.py", '_("満席です。")\n_("五月")\n')
    assert messages.extract("plaza") == 2

    po = messages.ENGLISH / "plaza.po"
    po.write_text(po.read_text().replace('"満席です。"\nmsgstr ""', '"満席です。"\nmsgstr "Full."'))
    small_house("engines/plaza/policies.py", '_("満席です。")\n_("六月")\n')
    assert messages.extract("plaza") == 1

    with po.open("rb") as file:
        assert {one.id: one.string for one in read_po(file) if one.id} == {
            "満席です。": "Full.",
            "六月": "",
        }


def test_extracting_twice_changes_nothing(small_house):
    small_house("engines/plaza/policies.py", '_("満席です。")\n_("五月")\n')
    messages.extract("plaza")
    first = (messages.ENGLISH / "plaza.po").read_bytes()

    messages.extract("plaza")

    assert (messages.ENGLISH / "plaza.po").read_bytes() == first


def test_what_lacks_english_is_named_until_it_has_it(small_house):
    small_house("engines/plaza/policies.py", '_("満席です。")')
    messages.extract("plaza")
    assert messages.missing() == ["plaza: 満席です。"]

    po = messages.ENGLISH / "plaza.po"
    po.write_text(po.read_text().replace('"満席です。"\nmsgstr ""', '"満席です。"\nmsgstr "Full."'))

    assert messages.missing() == []


def test_what_was_compiled_is_said(small_house):
    small_house("engines/plaza/policies.py", '_("満席です。")')
    messages.extract("plaza")
    po = messages.ENGLISH / "plaza.po"
    po.write_text(po.read_text().replace('"満席です。"\nmsgstr ""', '"満席です。"\nmsgstr "Full."'))

    messages.compile_all()

    compiled = (messages.ENGLISH / "LC_MESSAGES/django.mo").read_bytes()
    assert gettext.GNUTranslations(io.BytesIO(compiled)).gettext("満席です。") == "Full."


# The contract: models stay at home


def strangers(*imports):
    graph = ImportGraph()
    for importer, imported in imports:
        for module in (importer, imported):
            if module not in graph.modules:
                graph.add_module(module)
        graph.add_import(importer=importer, imported=imported)
    contract = contracts.ModelsStayHome(
        name="home",
        session_options={"root_packages": ["hiroba"]},
        contract_options={"house": "hiroba", "guests": ["tests", "examples"]},
    )
    checked = contract.check(graph, verbose=False)
    assert checked.kept == (not checked.metadata["strangers"])
    return [importer for importer, _ in checked.metadata["strangers"]]


def test_a_room_touches_its_own_models():
    assert strangers(("hiroba.a.queries", "hiroba.a.models"), ("hiroba.a", "hiroba.a.models")) == []


def test_another_room_does_not():
    assert strangers(("hiroba.b.queries", "hiroba.a.models")) == ["hiroba.b.queries"]
    assert strangers(("hiroba.ab.queries", "hiroba.a.models")) == ["hiroba.ab.queries"]


def test_tests_and_examples_are_guests():
    assert (
        strangers(
            ("hiroba.b.tests.test_queries", "hiroba.a.models"),
            ("hiroba.b.examples", "hiroba.a.models"),
        )
        == []
    )


# The locks


LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_no_lock_names_an_address_and_every_line_is_hashed(lock):
    text = lock.read_text()

    assert "://" not in text
    named = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(named) >= 2
    assert all("==" in line for line in named)
    assert text.count("--hash=sha256:") >= len(named)
