"""What an officer sees before two bodies become one."""

import pytest
from django.utils import translation

from hiroba.engines.registry.people import actions, examples
from hiroba.engines.registry.people.comparing import Fact, compared
from hiroba.foundation.accounts.examples import officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def test_every_fact_stands_with_both_bodies():
    seen = compared(examples.company(), examples.minato())

    assert [(fact.label, fact.absorbed, fact.survivor) for fact in seen.facts] == [
        ("団体名", "株式会社みほん水処理", "特定非営利活動法人みなと"),
        ("英語の名称", "Mihon Water Co., Ltd. (sample)", "NPO Minato"),
        ("法人格", "企業", "特定非営利活動法人"),
        ("法人番号", "5010001000002", "2010005000001"),
        ("公開データの識別子", "", ""),
        ("都道府県", "大阪府", "東京都"),
        ("市区町村", "", ""),
        ("代表者の氏名", "", "鈴木 蓮(見本)"),
        ("団体のメールアドレス", "", "minato@example.jp"),
        ("ウェブサイト", "", "https://minato.example.jp/"),
        ("状態", "確認済み", "確認済み"),
    ]


@pytest.mark.parametrize(
    ("absorbed", "survivor", "differs"),
    [("a", "b", True), ("a", "a", False), ("", "b", False), ("a", "", False), ("", "", False)],
)
def test_only_two_written_facts_can_differ(absorbed, survivor, differs):
    assert Fact("x", absorbed, survivor).differs == differs


def test_labels_are_in_the_language_of_the_reader():
    with translation.override("en"):
        labels = [fact.label for fact in compared(examples.company(), examples.minato()).facts]

    assert not any(letter > "\u3000" for label in labels for letter in label)


def test_people_who_move_along_are_counted_with_those_invited_and_without_those_who_left():
    minato = examples.minato()
    examples.member(minato, somebody("akari"))
    gone = examples.member(minato, somebody("machi"))
    actions.leave(by=somebody("machi"), membership=gone)
    actions.invite(by=somebody("ren"), body=minato, name="x", email="x@example.jp", role="viewer")

    assert compared(minato, examples.company()).members == 3


def test_what_is_the_bodys_own_does_not_point_at_it():
    minato, school = examples.minato(), examples.school_body()
    actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体")

    assert compared(minato, examples.company()).pointing == 0
