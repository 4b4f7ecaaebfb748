"""Whatever is typed into a text: digits are told, unknown marks are errors, nothing breaks."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiroba.reports.editions.checking import findings
from hiroba.reports.editions.marks import marks_in, without_marks
from hiroba.reports.editions.queries import Shown
from hiroba.reports.editions.rendering import Setting, chapters, passage
from hiroba.reports.figures.definitions import PUBLISHED_ONLY
from hiroba.reports.figures.examples import published_figures

pytestmark = pytest.mark.django_db

TRY = settings(
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
WORDS = st.text(
    st.characters(exclude_categories=("Nd", "Cs", "Cc"), exclude_characters="{}#"), max_size=60
)
ANYTHING = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)
KINDS = ("fig", "fy", "year", "date", "stats", "chart", "map", "art", "sum")
INSIDE = st.text("abcdefghijklmnopqrstuvwxyz_0123456789=- ", max_size=30)
MARKS = st.builds(lambda kind, rest: f"{{{{{kind}:{rest}}}}}", st.sampled_from(KINDS), INSIDE)
SHOWN = Shown(
    PUBLISHED_ONLY["grassroots_projects"], 2023, 1405, 1405, "2002–2023年度", "FY2002–2023"
)


@pytest.fixture(autouse=True)
def figures():
    published_figures()


def setting(language="ja"):
    return Setting(language, 2023, {("grassroots_projects", 2023): SHOWN})


@TRY
@given(words=WORDS)
def test_words_without_digits_and_marks_have_nothing_to_mend(words):
    assert findings(f"## 章\n\n{words}", 2023) == []


@TRY
@given(before=WORDS, number=st.integers(0, 10**9), after=WORDS)
def test_a_number_anywhere_in_the_words_is_a_warning_and_never_stops_publishing(
    before, number, after
):
    found = findings(f"## 章\n\n。{before}{number}{after}", 2023)

    assert found != [] and not any(each.is_error for each in found)


@TRY
@given(kind=st.from_regex(r"[a-z]{1,12}", fullmatch=True), before=WORDS)
def test_a_kind_of_mark_that_is_not_known_is_an_error(kind, before):
    if kind in KINDS[:-1]:
        kind = f"{kind}x"

    found = findings(f"## 章\n\n。{before}{{{{{kind}:word}}}}", 2023)

    assert [each.is_error for each in found] == [True]


@TRY
@given(text=ANYTHING)
def test_whatever_is_typed_the_checker_has_an_answer_on_a_line_of_the_text(text):
    found = findings(text, 2023)

    last = len(text.splitlines()) + 1
    assert all(1 <= each.line <= last and each.text for each in found)
    assert found == sorted(found, key=lambda each: (each.line, not each.is_error))


@TRY
@given(parts=st.lists(st.one_of(MARKS, WORDS), max_size=6))
def test_whatever_marks_are_typed_the_draft_can_be_read(parts):
    text = "## 章\n\n" + " ".join(parts) + "\n\n" + "\n\n".join(parts)

    read = [*chapters(text, setting("ja")), *chapters(text, setting("en"))]

    assert [each.name for each in read] == ["章", "章"]


@TRY
@given(parts=st.lists(st.one_of(MARKS, WORDS), max_size=6))
def test_a_text_the_checker_lets_pass_shows_every_mark(parts):
    text = "## 章\n\n" + "\n\n".join(parts)
    if any(each.is_error for each in findings(text, 2023)):
        return

    html = chapters(text, setting())[0].html

    assert "{{" not in html and "tag alarm" not in html


@TRY
@given(text=ANYTHING)
def test_nothing_typed_becomes_script(text):
    html = passage(f"<script>{text}</script> <img onerror='{text}'> {text}", setting())

    assert not re.search(r"<(script|img|iframe|style|object)\b", html, re.IGNORECASE)
    assert not re.search(r"<[^>]*\son\w+=", html)


@TRY
@given(parts=st.lists(st.one_of(MARKS, WORDS), max_size=6))
def test_marks_are_taken_out_and_lines_stay(parts):
    text = "\n".join(parts)

    plain = without_marks(text)

    assert plain.count("\n") == text.count("\n")
    assert list(marks_in(plain)) == []
