"""Every cell that cannot stand has a sentence, and every other becomes a fact."""

import datetime

import pytest

from hiroba.engines.registry.imports.checks import Atlas, check
from hiroba.engines.registry.places import actions as places
from hiroba.foundation.actors import CLOCKWORK

pytestmark = pytest.mark.django_db

GOOD = {"name_ja": "森の会", "personality": "任意団体", "prefecture": "長野県"}


@pytest.fixture
def atlas():
    places.load_reference(by=CLOCKWORK)
    return Atlas.opened()


def test_a_good_row_becomes_facts(atlas):
    cells = GOOD | {
        "kana": "もりのかい",
        "corporate_number": "7000-0120-50002",
        "municipality": "北佐久郡軽井沢町",
        "registered_on": "平成24年6月1日",
        "homepage": "https://mori.example.jp/",
    }

    found = check(cells, atlas)

    assert found.problems == {}
    assert found.facts == {
        "name_ja": "森の会",
        "kana": "モリノカイ",
        "personality": "unincorporated",
        "corporate_number": "7000012050002",
        "prefecture": atlas.prefectures["長野県"],
        "municipality": atlas.municipalities[atlas.prefectures["長野県"].pk, "軽井沢町"],
        "registered_on": datetime.date(2012, 6, 1),
        "homepage": "https://mori.example.jp/",
    }


@pytest.mark.parametrize(
    ("column", "typed", "told"),
    [
        ("name_ja", " ", "団体名を入れてください。"),
        ("name_ja", "あ" * 121, "120文字までにしてください。"),
        ("name_ja", "=A1", "数式が入っています。計算した後の値を入れてください。"),
        ("prefecture", "東京府", "「東京府」という都道府県はありません。"),
        ("municipality", "港区", "長野県に「港区」という市区町村はありません。"),
        (
            "corporate_number",
            "123",
            "法人番号が正しくありません。13桁の数字を確かめてください。",
        ),
        ("registered_on", "昔", "日付を読み取れません。2012-06-01のように入れてください。"),
        ("registered_on", "2012-13-01", "日付を読み取れません。2012-06-01のように入れてください。"),
        ("email", "bad", "メールアドレスの形を確かめてください。"),
        ("homepage", "mori", "https:// から始まるアドレスを入れてください。"),
        (
            "personality",
            "なぞ",
            "「なぞ」という法人格は分かりません。「特定非営利活動法人」「任意団体」のように入れてください。",
        ),
    ],
)
def test_a_cell_that_cannot_stand_says_why(atlas, column, typed, told):
    assert check(GOOD | {column: typed}, atlas).problems == {column: told}


@pytest.mark.parametrize(
    "written",
    ["2012-06-01", "2012/6/1", "2012年6月1日", "H24.6.1", "平成24年6月1日", "２０１２/６/１"],
)
def test_a_day_is_read_however_it_is_written(atlas, written):
    found = check(GOOD | {"registered_on": written}, atlas)

    assert found.facts["registered_on"] == datetime.date(2012, 6, 1)


def test_the_first_year_of_an_era_is_read(atlas):
    found = check(GOOD | {"registered_on": "令和元年5月1日"}, atlas)

    assert found.facts["registered_on"] == datetime.date(2019, 5, 1)


@pytest.mark.parametrize("written", ["長野県", "長野", "20", "nagano", "Nagano"])
def test_a_prefecture_is_known_however_it_is_written(atlas, written):
    assert check(GOOD | {"prefecture": written}, atlas).facts["prefecture"].code == "20"
