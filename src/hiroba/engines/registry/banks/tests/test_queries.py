"""Banks are found however their names are typed."""

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
