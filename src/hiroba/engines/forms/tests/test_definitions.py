"""A form is read strictly, and a broken one says where it is broken."""

import pytest
from django.utils import translation

from hiroba.engines.forms.definitions import Broken, parse
from hiroba.engines.forms.examples import small_form


def test_a_form_is_pages_of_questions_in_order():
    definition = parse(small_form())

    assert [item.key for item in definition.items()] == ["name", "aim", "yen_total"]
    assert definition.page("money").title.en == "Money"


def test_words_speak_the_language_of_the_reader():
    title = parse(small_form()).title

    assert str(title) == "小さな様式"
    with translation.override("en"):
        assert str(title) == "A small form"


def spoilt(**change):
    content = small_form()
    content["pages"][0]["items"][0].update(change)
    return content


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (spoilt(label={"ja": "名前", "en": " "}), "日本語と英語の両方"),
        (spoilt(key="Name!"), "項目の名前に使えません"),
        (spoilt(key="aim"), "同じ名前が二度あります: aim"),
        (spoilt(type="choice"), "選択肢は choice にだけ"),
        (spoilt(type="dance"), "Input should be"),
        (spoilt(colour="red"), "colour"),
        ({**small_form(), "pages": []}, "頁がありません"),
        ("not a form", "Definition"),
    ],
)
def test_a_broken_form_says_why(content, sentence):
    with pytest.raises(Broken, match=sentence):
        parse(content)
