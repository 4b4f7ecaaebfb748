"""Banks are found however their names are typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiroba.engines.registry.banks import queries


def test_a_bank_is_found_by_name_reading_and_code():
    asked = ["みずほ", "ﾐｽﾞﾎ", "0001"]

    found = [queries.banks(words)[0].code for words in asked]

    assert found == ["0001", "0001", "0001"]


def test_full_width_letters_and_small_kana_are_one_spelling():
    assert "0005" in [bank.code for bank in queries.banks("三菱UFJ")]
    assert "東京営業部" in [branch.name for branch in queries.branches("0001", "とうきょう")]


def test_a_bank_is_asked_by_its_code():
    assert queries.bank("１").name == "みずほ"
    assert queries.bank("9999") is None


def test_a_branch_belongs_to_its_bank():
    assert queries.branch("0001", "001").name == "東京営業部"
    assert queries.branch("0001", "999") is None
    assert queries.branches("9999") == []


def test_trust_banks_are_listed():
    names = [queries.bank(code).name for code in ("0288", "0289", "0294")]

    assert names == ["三菱ＵＦＪ信託", "みずほ信託", "三井住友信託"]


def test_no_more_are_answered_than_asked_for():
    assert len(queries.banks("", limit=5)) == 5


FEW = settings(max_examples=25, deadline=None, derandomize=True, database=None)
KANA = st.text("アイウエオカキクケコミズホリソナ", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("code", "name"),
    [("0001", "みずほ"), ("1", "みずほ"), (" ０００１ ", "みずほ"), ("9900", "ゆうちょ")],
)
def test_a_bank_is_known_however_its_code_is_typed(code, name):
    assert queries.bank(code).name == name


@pytest.mark.parametrize("code", ["", "abcd", "99999", "-1", "../0001", "0001.json"])
def test_what_is_no_code_is_no_bank(code):
    assert queries.bank(code) is None
    assert queries.branches(code) == []
    assert queries.branch(code, "001") is None


@pytest.mark.parametrize("words", ["ゆうちょ", "ユウチヨ", "ﾕｳﾁﾖ", "ゆうちよ"])
def test_small_kana_are_written_as_one_likes(words):
    assert "9900" in [bank.code for bank in queries.banks(words)]


@pytest.mark.parametrize("words", ["どこにもない銀行", "🌏", "%", "' OR 1"])
def test_a_bank_that_does_not_exist_is_not_found(words):
    assert queries.banks(words) == []


def test_banks_stand_in_the_order_of_their_codes():
    codes = [bank.code for bank in queries.banks("", limit=10_000)]

    assert codes == sorted(codes)
    assert len(codes) == len(set(codes)) > 1_000


def test_every_bank_has_four_digits_a_name_and_a_reading():
    lacking = [
        bank.code
        for bank in queries.banks("", limit=10_000)
        if not (len(bank.code) == 4 and bank.code.isdecimal() and bank.name and bank.kana)
    ]

    assert lacking == []


def test_branches_of_a_large_bank_are_found_by_code_and_reading():
    by_code = [branch.name for branch in queries.branches("0001", "001")]
    by_reading = [branch.name for branch in queries.branches("0001", "トウキヨウ")]

    assert by_code[0] == "東京営業部"
    assert "東京営業部" in by_reading


def test_a_branch_is_known_however_its_code_is_typed():
    found = {queries.branch("1", code) for code in ("1", "001", " ００１")}

    assert [branch.name for branch in found] == ["東京営業部"]


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_no_more_branches_are_answered_than_asked_for(limit):
    assert len(queries.branches("0001", "", limit=limit)) == limit


@FEW
@given(KANA)
def test_hiragana_and_katakana_find_the_same(kana):
    hiragana = "".join(chr(ord(letter) - 0x60) for letter in kana)

    assert queries.banks(kana) == queries.banks(hiragana)


@FEW
@given(st.text(max_size=10))
def test_any_words_may_be_looked_for(words):
    assert len(queries.banks(words, limit=5)) <= 5
