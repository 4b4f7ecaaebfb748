"""Every broken form is refused with the sentence that says where and why."""

import copy

import pytest

from hiroba.engines.forms import actions
from hiroba.engines.forms.definitions import Broken, parse
from hiroba.engines.forms.examples import page, published, question, small_form, words
from hiroba.engines.forms.models import FormVersion
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.verdicts import Refused

OPTION = {"value": "a", "label": words("あ", "A")}


def form(**change):
    return {**small_form(), **change}


def with_item(**change):
    content = copy.deepcopy(small_form())
    content["pages"][0]["items"][0].update(change)
    return content


def without_item(key):
    content = copy.deepcopy(small_form())
    del content["pages"][0]["items"][0][key]
    return content


def with_page(**change):
    content = copy.deepcopy(small_form())
    content["pages"][0].update(change)
    return content


BROKEN = {
    "another language of forms": (form(dsl=2), "dsl"),
    "no title": ({key: value for key, value in small_form().items() if key != "title"}, "title"),
    "a title in one language": (form(title={"ja": "様式"}), "en"),
    "an empty title": (form(title=words("様式", "")), "日本語と英語の両方"),
    "a blank title": (form(title=words("　", "Form")), "日本語と英語の両方"),
    "no pages": (form(pages=[]), "頁がありません"),
    "pages that are no list": (form(pages={"who": 1}), "pages"),
    "something unknown": (form(colour="red"), "colour"),
    "a page without questions": (with_page(items=[]), "「who」の頁に項目がありません"),
    "a page with a wrong name": (with_page(key="Who!"), "頁の名前に使えません"),
    "a page twice": (
        form(pages=[small_form()["pages"][0], {**small_form()["pages"][1], "key": "who"}]),
        "同じ名前が二度あります: who",
    ),
    "a question twice on two pages": (
        form(
            pages=[
                page("who", "誰", "Who", question("aim", "int", "一", "One")),
                page("what", "何", "What", question("aim", "int", "二", "Two")),
            ]
        ),
        "同じ名前が二度あります: aim",
    ),
    "a question without a kind": (without_item("type"), "type"),
    "a question without a label": (without_item("label"), "label"),
    "a question of an unknown kind": (with_item(type="dance"), "type"),
    "a name that begins with a digit": (with_item(key="1st"), "項目の名前に使えません"),
    "a name with great letters": (with_item(key="SEEN"), "項目の名前に使えません"),
    "a name that is too long": (with_item(key="a" * 41), "項目の名前に使えません"),
    "a name with a line end": (with_item(key="name\n"), "項目の名前に使えません"),
    "a choice without options": (with_item(type="choice"), "選択肢は choice にだけ"),
    "options without a choice": (with_item(options=[OPTION]), "選択肢は choice にだけ"),
    "an option twice": (
        with_item(type="choice", options=[OPTION, OPTION]),
        "同じ選択肢が二度あります",
    ),
    "an option in one language": (
        with_item(type="choice", options=[{"value": "a", "label": {"ja": "あ"}}]),
        "en",
    ),
    "a blindness nobody knows": (with_item(blind="half"), "blind"),
    "a length that is no number": (with_item(max_chars="long"), "max_chars"),
    "a length of nought": (with_item(max_chars=0), "字数の上限は1以上"),
    "a least above the most": (with_item(type="int", min=5, max=4), "下限が上限より大きく"),
}


@pytest.mark.parametrize(("content", "sentence"), BROKEN.values(), ids=BROKEN)
def test_each_broken_form_says_why(content, sentence):
    with pytest.raises(Broken, match=sentence):
        parse(content)


@pytest.mark.parametrize("content", [None, [], "form", 5, {}])
def test_what_is_no_form_at_all_is_refused(content):
    with pytest.raises(Broken):
        parse(content)


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "sentence"), BROKEN.values(), ids=BROKEN)
def test_no_broken_form_is_published(content, sentence):
    with pytest.raises(Refused, match=f"(?s)この様式は公開できません。.*{sentence}"):
        actions.publish(by=officer(), code="small", content=content)

    assert FormVersion.objects.count() == 0


@pytest.mark.django_db
def test_a_form_is_published_under_its_own_name_only():
    with pytest.raises(Refused, match="様式の名前が違います。"):
        actions.publish(by=officer(), code="other", content=small_form())


@pytest.mark.django_db
def test_versions_of_two_forms_are_counted_apart():
    refs = [published(small_form(code)).ref for code in ("small", "other", "small")]

    assert refs == ["small-1", "other-1", "small-1"]


@pytest.mark.django_db
def test_returning_to_an_older_form_is_a_new_version():
    changed = form(title=words("変わった", "Changed"))

    versions = [published(content).no for content in (small_form(), changed, small_form())]

    assert versions == [1, 2, 3]
