"""Rules are typed data, and a body stands against each of them."""

from datetime import date

import pytest

from hiroba.engines.intake.calls import rules as rulebook
from hiroba.engines.intake.calls.examples import rules
from hiroba.engines.intake.calls.rules import Standing
from hiroba.engines.registry.people.examples import kenya_no_mirai, minato


def test_rules_are_told_in_words():
    assert rulebook.in_words(rulebook.parse(rules())) == (
        "金額は10,000,000円まで",
        "期間は36か月まで",
        "機材の供与は含められません",
        "団体の登録が確認されている",
        "団体の種類: 特定非営利活動法人",
        "法人として登記してから2年以上",
        "活動を始めてから2年以上",
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (rules(yen_ceiling=0), "上限と"),
        (rules(personalities=["ghost"]), "知らない法人格"),
        (rules(colour="red"), "colour"),
        ({}, "yen_ceiling"),
    ],
)
def test_broken_rules_say_why(content, sentence):
    with pytest.raises(rulebook.Broken, match=sentence):
        rulebook.parse(content)


@pytest.mark.django_db
def test_minato_meets_every_rule():
    standings = rulebook.standings(rulebook.parse(rules()), minato(), date(2023, 10, 2))

    assert [(each.key, each.met) for each in standings] == [
        ("verified", True),
        ("personality", True),
        ("registered", True),
        ("active", True),
    ]


@pytest.mark.django_db
def test_what_the_registry_does_not_know_is_neither_yes_nor_no():
    standings = rulebook.standings(rulebook.parse(rules()), kenya_no_mirai(), date(2023, 10, 2))

    assert standings[2] == Standing(
        "registered",
        "法人として登記してから2年以上",
        None,
        "団体の情報にまだ書かれていません",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "met"), [(date(2014, 5, 31), False), (date(2014, 6, 1), True)])
def test_years_are_counted_to_the_day(day, met):
    standings = rulebook.standings(rulebook.parse(rules()), minato(), day)

    assert standings[2].met is met
