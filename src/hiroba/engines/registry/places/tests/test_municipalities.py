"""Codes of municipalities check themselves, and readings become Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiroba.engines.registry.places import actions, examples, queries
from hiroba.engines.registry.places.models import Municipality
from hiroba.engines.registry.places.municipalities import (
    WEIGHTS,
    is_municipality_code,
    municipality_rows,
    with_check_digit,
)
from hiroba.engines.registry.places.romaji import municipality_in_english, romaji
from hiroba.foundation.actors import CLOCKWORK

DIGITS = st.text("0123456789", min_size=5, max_size=5)
KANA = st.text(
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン",
    min_size=1,
)


@pytest.fixture(scope="module")
def rows():
    return municipality_rows()


@given(DIGITS)
def test_every_completed_code_checks(code):
    whole = with_check_digit(code)

    assert is_municipality_code(whole)
    assert (len(whole), whole[:5]) == (6, code)


@given(DIGITS, st.sampled_from("0123456789"))
def test_only_one_check_digit_fits(code, digit):
    assert is_municipality_code(code + digit) == (with_check_digit(code) == code + digit)


@given(DIGITS, st.integers(0, 4), st.integers(1, 9))
def test_one_wrong_digit_is_noticed_but_for_the_rests_that_share_a_check_digit(code, place, step):
    other = str((int(code[place]) + step) % 10)
    changed = code[:place] + other + code[place + 1 :]

    rests = {_rest(code), _rest(changed)}

    assert is_municipality_code(changed + with_check_digit(code)[5]) == (rests == {0, 10})


def _rest(code):
    return sum(int(digit) * weight for digit, weight in zip(code, WEIGHTS, strict=True)) % 11


@pytest.mark.parametrize("code", ["", "13101", "1310160", "13101x", "１３１０１６", "131010"])
def test_anything_else_is_no_code(code):
    assert not is_municipality_code(code)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("札幌市", "011002"),
        ("千代田区", "131016"),
        ("横浜市", "141003"),
        ("名古屋市", "231002"),
        ("大阪市", "271004"),
        ("北九州市", "401005"),
        ("那覇市", "472018"),
    ],
)
def test_well_known_places_have_their_official_codes(rows, name, code):
    assert [row.code for row in rows if row.name_ja == name] == [code]


def test_every_code_checks_and_lies_in_a_prefecture(rows):
    wrong = [row for row in rows if not is_municipality_code(row.code)]
    prefectures = {row.prefecture for row in rows}

    assert wrong == []
    assert prefectures == {f"{number:02}" for number in range(1, 48)}


def test_every_name_has_a_reading_and_latin_letters(rows):
    lacking = [row for row in rows if not (row.name_ja and row.kana and row.name_en)]
    strange = [row for row in rows if not all(letter.isascii() for letter in row.name_en)]
    beginnings = {row.name_en[0].isupper() for row in rows}

    assert (lacking, strange, beginnings) == ([], [], {True})


def test_names_fit_their_columns(rows):
    longest = [
        max(len(getattr(row, name)) for row in rows) for name in ("name_ja", "name_en", "kana")
    ]

    assert longest[0] <= 40
    assert max(longest[1:]) <= 80


def test_no_name_begins_with_a_district(rows):
    told = [row.name_ja for row in rows if "郡" in row.name_ja and row.name_ja[-1] in "町村"]

    assert told == ["上郡町"]


def test_wards_belong_to_a_city_that_is_listed_before_them(rows):
    place = {row.code: number for number, row in enumerate(rows)}
    wards = [row for row in rows if row.part_of]

    assert len({row.part_of for row in wards}) == 20
    assert all(place[row.part_of] < place[row.code] for row in wards)
    assert all(row.name_ja.startswith(rows[place[row.part_of]].name_ja) for row in wards)


def test_the_wards_of_tokyo_are_cities_of_their_own(rows):
    tokyo = [row for row in rows if row.prefecture == "13" and row.name_ja.endswith("区")]

    assert (len(tokyo), {row.part_of for row in tokyo}) == (23, {""})


@pytest.mark.parametrize(
    ("kana", "letters"),
    [
        ("シ", "Shi"),
        ("チバ", "Chiba"),
        ("ツ", "Tsu"),
        ("フジ", "Fuji"),
        ("キョウト", "Kyoto"),
        ("ジュウソウ", "Juso"),
        ("リュウオウ", "Ryuo"),
        ("ベップ", "Beppu"),
        ("イッチョウ", "Itcho"),
        ("ザッシ", "Zasshi"),
        ("ニイガタ", "Niigata"),
        ("ユウバリ", "Yubari"),
        ("コオリヤマ", "Koriyama"),
        ("ヴィ", "Vu"),
        ("", ""),
        ("?", ""),
    ],
)
def test_readings_are_written_as_on_signs(kana, letters):
    assert romaji(kana) == letters


@given(KANA)
def test_any_reading_becomes_plain_letters(kana):
    letters = romaji(kana)

    assert letters.isascii()
    assert letters.isalpha()
    assert letters == letters.capitalize()
    assert not any(long in letters.lower() for long in ("ou", "oo", "uu"))


@pytest.mark.parametrize(
    ("name", "kana", "english"),
    [
        ("札幌市", "サッポロシ", "Sapporo City"),
        ("港区", "ミナトク", "Minato Ward"),
        ("大町町", "オオマチチョウ", "Omachi Town"),
        ("浪江町", "ナミエマチ", "Namie Town"),
        ("読谷村", "ヨミタンソン", "Yomitan Village"),
        ("三宅村", "ミヤケムラ", "Miyake Village"),
        ("どこか", "ドコカ", "Dokoka"),
        ("", "", ""),
    ],
)
def test_the_rank_is_told_in_english(name, kana, english):
    assert municipality_in_english(name, kana) == english


@pytest.mark.django_db
@pytest.mark.usefixtures("municipalities_standing")
class TestMunicipalitiesThatStand:
    """What is asked of the whole list once it is loaded."""

    def test_a_municipality_is_found_by_five_or_six_digits(self):
        found = [
            queries.municipality(code) for code in ("01100", "011002", "0110", "0110021", "99999")
        ]

        assert [one and one.name_ja for one in found] == ["札幌市", "札幌市", None, None, None]

    def test_municipalities_stand_in_the_order_of_their_codes(self):
        codes = list(
            queries.municipalities(examples.prefecture("13")).values_list("code", flat=True)
        )

        assert codes == sorted(codes)
        assert {code[:2] for code in codes} == {"13"}

    @pytest.mark.parametrize(
        ("prefecture", "written", "name"),
        [
            ("21", "郡上市", "郡上市"),
            ("07", "郡山市", "郡山市"),
            ("29", "大和郡山市", "大和郡山市"),
            ("40", "小郡市", "小郡市"),
            ("23", "蒲郡市", "蒲郡市"),
            ("20", "北佐久郡軽井沢町", "軽井沢町"),
            ("20", " 軽井沢町 ", "軽井沢町"),
            ("28", "上郡町", "上郡町"),
            ("28", "赤穂郡上郡町", "上郡町"),
            ("01", "札幌市中央区", "札幌市中央区"),
            ("13", "軽井沢町", None),
            ("13", "", None),
            ("13", "郡", None),
        ],
    )
    def test_what_somebody_wrote_is_found_in_the_prefecture(self, prefecture, written, name):
        found = queries.municipality_named(examples.prefecture(prefecture), written)

        assert (found and found.name_ja) == name

    def test_a_name_that_changed_by_hand_is_brought_back(self):
        Municipality.objects.filter(code="131016").update(name_en="Wrong", kana="")

        actions.load_reference(by=CLOCKWORK)

        kept = Municipality.objects.get(code="131016")
        assert (kept.name_en, kept.kana) == ("Chiyoda Ward", "チヨダク")
        assert Municipality.objects.count() == 1912
