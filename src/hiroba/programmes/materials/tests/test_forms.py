"""What can be typed into the forms about materials."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hiroba.programmes.materials import examples
from hiroba.programmes.materials.forms import FileForm, MaterialForm, ReasonForm, SearchForm
from hiroba.programmes.materials.queries import Wanted
from hiroba.programmes.materials.states import Grade, MaterialKind

pytestmark = pytest.mark.django_db


def test_what_is_typed_strangely_is_only_words():
    form = SearchForm({"words": "  水\x00 ", "grade": "no such", "kind": "x" * 500})

    assert form.wanted() == Wanted(words="水", grade="no such", kind="x" * 100)


def test_nothing_typed_means_everything():
    assert SearchForm({}).wanted() == Wanted()
    assert Wanted().headings == []


def test_the_narrowest_headings_are_asked_first():
    wanted = Wanted(grade="adults", theme="4", country="ke", kind="slides")

    assert wanted.headings == ["country:KE", "theme:4", "kind:slides", "grade:adults"]


def test_the_filters_offer_what_there_is():
    form = SearchForm({})

    assert len(form.fields["theme"].choices) == 1 + 17
    assert ("KE", "ケニア") in form.fields["country"].choices
    assert form.fields["grade"].choices == [("", "すべて"), *Grade.choices]
    assert form.fields["kind"].choices == [("", "すべて"), *MaterialKind.choices]


def test_each_licence_is_offered_with_what_it_allows():
    examples.licence()
    examples.licence("school-use")

    labels = [label for value, label in MaterialForm().fields["licence"].choices if value]

    assert labels == [
        "クリエイティブ・コモンズ 表示 4.0: "
        "作成者の名前を示せば、コピー、配布、書きかえが自由にできます。",
        "学校と学びの場での利用: "
        "授業や研修のためにコピーして配れます。書きかえるときはご連絡ください。",
    ]


def test_what_a_material_must_have_is_asked_for():
    form = MaterialForm({})

    assert not form.is_valid()
    assert set(form.errors) == {"title_ja", "summary_ja", "kind", "grades", "licence", "authors"}


def test_an_empty_file_is_refused_in_a_sentence():
    form = FileForm({"name_ja": "本文"}, {"upload": SimpleUploadedFile("a.pdf", b"")})

    assert form.errors == {"upload": ["ファイルが空です。"]}


@pytest.mark.parametrize(
    ("because", "is_fine"), [("古い。", True), ("", False), ("長" * 301, False)]
)
def test_a_reason_is_short_and_there(because, is_fine):
    assert ReasonForm({"because": because}).is_valid() is is_fine
