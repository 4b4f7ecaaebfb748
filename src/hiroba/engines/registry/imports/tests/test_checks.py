"""Every cell that cannot stand has a sentence, and every other becomes a fact."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiroba.engines.registry.imports.checks import Atlas, check
from hiroba.engines.registry.imports.columns import COLUMNS
from hiroba.engines.registry.places import actions as places
from hiroba.engines.registry.places.tests.support import standing
from hiroba.foundation.actors import CLOCKWORK

pytestmark = pytest.mark.django_db

GOOD = {"name_ja": "森の会", "personality": "任意団体", "prefecture": "長野県"}


@pytest.fixture(scope="module")
def municipalities_standing(places_standing, django_db_blocker):
    with standing(django_db_blocker, lambda: places.load_reference(by=CLOCKWORK)):
        yield


@pytest.fixture
def atlas(municipalities_standing):
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


@pytest.mark.parametrize(
    ("column", "typed", "read"),
    [
        ("kana", "もりのかい", "モリノカイ"),
        ("kana", "ﾓﾘﾉｶｲ", "モリノカイ"),
        ("personality", "ＮＰＯ法人", "npo"),
        ("personality", "company", "company"),
        ("corporate_number", "T7000012050002", "7000012050002"),
        ("corporate_number", "７０００-０１２０-５０００２", "7000012050002"),
        ("registered_on", "S64.1.7", datetime.date(1989, 1, 7)),
        ("registered_on", "大正元年7月30日", datetime.date(1912, 7, 30)),
        ("registered_on", "2020-02-29", datetime.date(2020, 2, 29)),
        ("registered_on", "2012-06-01 00:00:00", datetime.date(2012, 6, 1)),
        ("name_en", "𠮷 🌏", "𠮷 🌏"),
        ("phone", "03-0000-0000(代)", "03-0000-0000(代)"),
        ("homepage", "http://mori.example.jp", "http://mori.example.jp"),
        ("name_ja", "  森の会  ", "森の会"),
    ],
)
def test_a_cell_is_read_however_it_is_typed(atlas, column, typed, read):
    found = check(GOOD | {column: typed}, atlas)

    assert (found.problems, found.facts[column]) == ({}, read)


@pytest.mark.parametrize("column", [one.key for one in COLUMNS])
def test_a_formula_in_any_column_is_told(atlas, column):
    assert check(GOOD | {column: "=SUM(A1:A2)"}, atlas).problems[column] == (
        "数式が入っています。計算した後の値を入れてください。"
    )


@pytest.mark.parametrize("column", [one for one in COLUMNS if one.key != "homepage"])
def test_a_text_that_is_too_long_for_its_column_is_told(atlas, column):
    assert check(GOOD | {column.key: "あ" * (column.length + 1)}, atlas).problems[column.key] == (
        f"{column.length}文字までにしてください。"
    )


def test_a_text_that_grows_when_it_is_read_is_told(atlas):
    assert check(GOOD | {"kana": "㌔" * 150}, atlas).problems == {
        "kana": "160文字までにしてください。"
    }


@pytest.mark.parametrize("column", [one for one in COLUMNS if one.is_needed])
def test_a_needed_column_without_a_word_is_told(atlas, column):
    without = {key: text for key, text in GOOD.items() if key != column.key}

    assert check(without, atlas).problems == {column.key: f"{column.label}を入れてください。"}


@pytest.mark.parametrize(
    ("prefecture", "town", "code"),
    [
        ("長野県", "軽井沢町", "203211"),
        ("長野県", "北佐久郡軽井沢町", "203211"),
        ("長野県", "長野県軽井沢町", "203211"),
        ("兵庫", "赤穂郡上郡町", "284815"),
        ("福岡", "小郡市", "402168"),
        ("北海道", "札幌市中央区", "011011"),
        ("東京", "千代田区", "131016"),
    ],
)
def test_a_municipality_is_known_however_it_is_written(atlas, prefecture, town, code):
    found = check(GOOD | {"prefecture": prefecture, "municipality": town}, atlas)

    assert (found.problems, found.facts["municipality"].code) == ({}, code)


def test_a_municipality_waits_for_a_prefecture_that_exists(atlas):
    found = check(GOOD | {"prefecture": "どこか県", "municipality": "軽井沢町"}, atlas)

    assert list(found.problems) == ["prefecture"]
    assert not {"prefecture", "municipality"} & set(found.facts)


def test_every_fault_of_a_row_is_told_at_once(atlas):
    cells = {"personality": "なぞ", "prefecture": "東京府", "email": "x", "registered_on": "昔"}

    assert set(check(cells, atlas).problems) == {"name_ja", *cells}


def test_columns_nobody_knows_are_no_facts(atlas):
    assert set(check(GOOD | {"備考": "=A1"}, atlas).facts) == set(GOOD)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.dictionaries(st.sampled_from([one.key for one in COLUMNS]), st.text(max_size=30)))
def test_every_cell_is_a_fact_or_a_problem_and_never_both(atlas, cells):
    found = check(cells, atlas)

    written = {key for key, text in cells.items() if text.strip()}
    assert not set(found.facts) & set(found.problems)
    assert written - {"municipality"} <= set(found.facts) | set(found.problems)
