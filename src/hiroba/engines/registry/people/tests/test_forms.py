"""What people type about bodies is put in order, and what is wrong says so."""

import datetime

import pytest
from django.utils import translation

from hiroba.engines.registry.people import examples
from hiroba.engines.registry.people.forms import (
    BodyForm,
    DirectoryForm,
    InvitationForm,
    MergeForm,
    NameForm,
    ReasonForm,
    RevisionForm,
    RoleForm,
)
from hiroba.engines.registry.places import examples as places

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TYPED = {"name_ja": "海の会", "kana": "うみ", "personality": "npo", "prefecture": "14"}
NEEDED = "このフィールドは必須です。"
WRONG_NUMBER = "法人番号が正しくありません。13桁の数字を確かめてください。"


def read(form):
    assert form.is_valid(), form.errors
    return form.cleaned_data


def wrong(form):
    assert not form.is_valid()
    return {name: list(told) for name, told in form.errors.items()}


def test_the_least_that_can_be_typed_is_a_body():
    found = read(BodyForm(TYPED))

    assert {name: value for name, value in found.items() if value} == {
        "name_ja": "海の会",
        "kana": "ウミ",
        "personality": "npo",
        "prefecture": places.prefecture("14"),
    }


def test_nothing_typed_names_what_is_needed():
    assert wrong(BodyForm({})) == {
        name: [NEEDED] for name in ("name_ja", "kana", "personality", "prefecture")
    }


@pytest.mark.parametrize(
    "number", ["2010005000001", "２０１０００５０００００１", "2-0100-0500-0001", "T2010005000001"]
)
def test_a_number_is_read_however_it_is_typed(number):
    assert read(BodyForm(TYPED | {"corporate_number": number}))["corporate_number"] == (
        "2010005000001"
    )


@pytest.mark.parametrize("number", ["2010005000002", "123", "abc", "201000500000100000"])
def test_a_wrong_number_is_told(number):
    assert wrong(BodyForm(TYPED | {"corporate_number": number})) == {
        "corporate_number": [WRONG_NUMBER]
    }


@pytest.mark.parametrize("kana", ["うみのかい", "ウミノカイ", "ｳﾐﾉｶｲ"])
def test_readings_become_katakana(kana):
    assert read(BodyForm(TYPED | {"kana": kana}))["kana"] == "ウミノカイ"


def test_a_municipality_is_one_of_the_prefecture():
    city = places.kitakyushu()

    found = read(BodyForm(TYPED | {"prefecture": "40", "municipality": "北九州市"}))

    assert found["municipality"] == city
    assert wrong(BodyForm(TYPED | {"municipality": "北九州市"})) == {
        "municipality": ["神奈川県に「北九州市」という市区町村はありません。"]
    }


def test_a_municipality_without_a_prefecture_waits_for_it():
    form = BodyForm(TYPED | {"prefecture": "", "municipality": "北九州市"})

    assert wrong(form) == {"prefecture": [NEEDED]}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("prefecture", "48"),
        ("prefecture", "東京"),
        ("personality", "club"),
        ("registered_on", "2023-02-29"),
        ("email", "umi"),
        ("homepage", "javascript:alert(1)"),
        ("name_ja", "あ" * 121),
        ("name_en", "a" * 161),
        ("phone", "0" * 31),
        ("about_ja", "あ" * 1001),
        ("about_en", "a" * 2001),
        ("name_ja", "海\x00"),
    ],
)
def test_what_cannot_stand_is_told_at_its_field(name, typed):
    assert list(wrong(BodyForm(TYPED | {name: typed}))) == [name]


def test_a_homepage_without_its_beginning_is_safe():
    assert read(BodyForm(TYPED | {"homepage": "umi.example.jp"}))["homepage"] == (
        "https://umi.example.jp"
    )


@pytest.mark.parametrize("name", ["𠮷野家の会", "🌏🌏🌏", "あ" * 120, "<script>"])
def test_any_name_that_fits_may_be_typed(name):
    assert read(BodyForm(TYPED | {"name_ja": name}))["name_ja"] == name


def test_what_is_known_of_a_body_stands_in_the_form():
    known = RevisionForm.known(examples.municipality_body())

    assert known == {
        "abbreviation": "",
        "personality": "local_government",
        "corporate_number": "",
        "registered_on": None,
        "active_since": None,
        "active_abroad_since": None,
        "prefecture": "40",
        "municipality": "北九州市",
        "address": "",
        "representative": "",
        "email": "",
        "phone": "",
        "homepage": "",
        "about_ja": "",
        "about_en": "",
    }


def test_what_is_known_can_be_sent_back_as_it_is():
    minato = examples.minato()
    known = {name: value or "" for name, value in RevisionForm.known(minato).items()}

    found = read(RevisionForm(known))

    assert {name: getattr(minato, name) for name in found} == found


def test_a_name_is_never_revised_but_renamed():
    assert not {"name_ja", "name_en", "kana"} & set(RevisionForm.base_fields)
    assert set(NameForm.base_fields) == {"name_ja", "name_en", "kana", "since"}


def test_a_new_name_has_a_first_day():
    assert wrong(NameForm({"name_ja": "海", "kana": "ウミ"})) == {"since": [NEEDED]}
    assert read(NameForm({"name_ja": "海", "kana": "うみ", "since": "2023-04-01"})) == {
        "name_ja": "海",
        "name_en": "",
        "kana": "ウミ",
        "since": datetime.date(2023, 4, 1),
    }


def test_the_directory_is_asked_for_everything_at_first():
    assert DirectoryForm({}).wishes() == {"words": "", "prefecture": "", "personality": ""}


def test_the_directory_is_narrowed():
    asked = {"q": " 海 ", "prefecture": "14", "personality": "npo"}

    assert DirectoryForm(asked).wishes() == {
        "words": "海",
        "prefecture": "14",
        "personality": "npo",
    }


@pytest.mark.parametrize(
    "senseless", [{"prefecture": "99"}, {"personality": "club"}, {"prefecture": "東京"}]
)
def test_only_what_makes_no_sense_is_ignored(senseless):
    wishes = DirectoryForm({"q": "海"} | senseless).wishes()

    assert wishes == {"words": "海", "prefecture": "", "personality": ""}


def test_words_beyond_measure_are_ignored():
    assert DirectoryForm({"q": "海" * 101, "prefecture": "14"}).wishes() == {
        "words": "",
        "prefecture": "14",
        "personality": "",
    }


def test_an_invitation_needs_a_name_an_address_and_a_role():
    assert wrong(InvitationForm({})) == {name: [NEEDED] for name in ("name", "email", "role")}
    assert InvitationForm().fields["role"].initial == "editor"


@pytest.mark.parametrize(
    ("name", "typed"), [("email", "akari"), ("role", "boss"), ("name", "あ" * 81)]
)
def test_an_invitation_that_cannot_be_sent_says_why(name, typed):
    good = {"name": "あかり", "email": "akari@example.jp", "role": "viewer"}

    assert list(wrong(InvitationForm(good | {name: typed}))) == [name]


def test_a_role_is_one_of_four():
    assert [value for value, _ in RoleForm().fields["role"].choices] == [
        "owner",
        "editor",
        "viewer",
        "signatory",
    ]
    assert list(wrong(RoleForm({"role": ""}))) == ["role"]


@pytest.mark.parametrize("form", [ReasonForm, MergeForm])
def test_a_reason_is_written_and_not_too_long(form):
    answers = [list(wrong(form({"reason": typed}))) for typed in ("", "  ", "あ" * 401)]

    assert answers == [["reason"]] * 3
    assert read(form({"reason": "あ" * 400})) == {"reason": "あ" * 400}


@pytest.mark.parametrize(
    "form", [BodyForm, NameForm, InvitationForm, RoleForm, ReasonForm, MergeForm, DirectoryForm]
)
def test_every_label_and_hint_is_told_in_english(form):
    with translation.override("en"):
        fields = form().fields.values()
        told = [str(field.label) + str(field.help_text) for field in fields]

    assert [text for text in told if any("\u3040" < letter < "\u9fff" for letter in text)] == []
