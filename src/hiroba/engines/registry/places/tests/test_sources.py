"""The rows of reference say what is so."""

import datetime

import pytest

from hiroba.engines.registry.places.municipalities import (
    is_municipality_code,
    municipality_rows,
    with_check_digit,
)
from hiroba.engines.registry.places.romaji import municipality_in_english, romaji
from hiroba.engines.registry.places.sources import country_rows, typed


@pytest.fixture(scope="module")
def countries():
    return {row["code"]: row for row in country_rows()}


def test_every_country_has_its_names_its_region_and_a_point(countries):
    lacking = [
        code
        for code, row in countries.items()
        if not (row["name_ja"] and row["name_en"] and row["region_ja"] and row["latitude"])
    ]

    assert len(countries) == 250
    assert lacking == []


def test_odd_names_are_replaced_by_ours(countries):
    told = {code: countries[code]["name_ja"] for code in ("CD", "CG", "MM", "PS", "HK", "TZ")}

    assert told == {
        "CD": "コンゴ民主共和国",
        "CG": "コンゴ共和国",
        "MM": "ミャンマー",
        "PS": "パレスチナ",
        "HK": "香港",
        "TZ": "タンザニア",
    }


def test_no_name_has_brackets_and_every_reading_is_katakana(countries):
    odd = [row["name_ja"] for row in countries.values() if set("()()") & set(row["name_ja"])]
    unread = [
        row["kana"]
        for row in countries.values()
        if not all("ァ" <= letter <= "ヶ" or letter == "ー" for letter in row["kana"])
    ]

    assert odd == []
    assert unread == []


def test_kenya_is_known_from_all_sides(countries):
    kenya = countries["KE"]

    assert kenya == {
        "code": "KE",
        "alpha3": "KEN",
        "numeric": "404",
        "name_ja": "ケニア",
        "name_en": "Kenya",
        "kana": "ケニア",
        "region_code": "014",
        "region_ja": "東アフリカ",
        "region_en": "Eastern Africa",
        "continent_ja": "アフリカ",
        "continent_en": "Africa",
        "time_zones": ["Africa/Nairobi"],
        "latitude": -1.28,
        "longitude": 36.82,
        "is_dac_recipient": True,
        "dac_as_of": datetime.date(2024, 1, 1),
        "ldc_since": None,
        "ldc_until": None,
    }


def test_every_region_names_each_country_once():
    listed = [code for row in typed("regions.csv") for code in row["countries"].split()]

    assert len(listed) == len(set(listed)) == 250


def test_there_are_47_prefectures_in_the_order_of_their_codes():
    codes = [row["code"] for row in typed("prefectures.csv")]

    assert codes == [f"{number:02}" for number in range(1, 48)]


def test_the_territories_of_the_sample_cover_every_prefecture_once():
    given = [
        code
        for row in typed("offices.csv")
        for code in row["territory"].split()
        if code.isdecimal()
    ]

    assert sorted(given) == [f"{number:02}" for number in range(1, 48)]


@pytest.mark.parametrize(
    ("code", "whole"), [("13101", "131016"), ("01100", "011002"), ("40100", "401005")]
)
def test_the_sixth_digit_checks_the_five(code, whole):
    assert with_check_digit(code) == whole
    assert is_municipality_code(whole)
    assert not is_municipality_code(whole[:5] + str((int(whole[5]) + 1) % 10))


def test_cities_with_wards_are_found_though_only_their_wards_are_listed():
    rows = {row.name_ja: row for row in municipality_rows() if row.code.startswith("01")}

    sapporo, ward = rows["札幌市"], rows["札幌市中央区"]

    assert (sapporo.code, sapporo.kana, sapporo.part_of) == ("011002", "サッポロシ", "")
    assert (ward.part_of, ward.name_en) == ("011002", "Chuo Ward, Sapporo City")


def test_districts_and_islands_are_no_part_of_a_name():
    rows = municipality_rows()
    names = {(row.prefecture, row.name_ja, row.kana) for row in rows}

    assert len(rows) == len({row.code for row in rows}) == 1912
    assert {
        ("01", "当別町", "トウベツチョウ"),
        ("10", "榛東村", "シントウムラ"),
        ("13", "三宅村", "ミヤケムラ"),
        ("07", "郡山市", "コオリヤマシ"),
        ("21", "郡上市", "グジョウシ"),
    } <= names


@pytest.mark.parametrize(
    ("kana", "written"),
    [
        ("トウキョウ", "Tokyo"),
        ("オオサカ", "Osaka"),
        ("サッポロ", "Sapporo"),
        ("ハッチョウ", "Hatcho"),
        ("シンジュク", "Shinjuku"),
    ],
)
def test_readings_are_written_in_latin_letters(kana, written):
    assert romaji(kana) == written


def test_a_municipality_is_called_by_its_rank_in_english():
    assert municipality_in_english("明日香村", "アスカムラ") == "Asuka Village"
    assert municipality_in_english("当別町", "トウベツチョウ") == "Tobetsu Town"
