"""Letters of the plaza in both languages, compared whole."""

import datetime

import pytest

from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.letters.models import Letter
from hiroba.programmes.plaza import actions, examples

ADDRESS = "http://127.0.0.1:8000"
DAY = datetime.date(2023, 11, 22)


@pytest.fixture
def taro():
    return somebody("taro", "太郎(見本)", language="en")


@pytest.fixture
def visit():
    return examples.visit(examples.slot(DAY))


def body(kind, who):
    return Letter.objects.get(kind=f"plaza/{kind}", to=who.email).body


def test_a_booking(visit):
    assert body("booked", somebody("akari")) == (
        "見本小学校 6年生 様(32名)のご予約を受け付けました。\n\n"
        "日時: 2023年11月22日(水)10:00\n"
        "会場: JICA地球ひろば(市ヶ谷)\n"
        "場所: 東京都新宿区市谷本村町10-5\n\n"
        "内容を見る、取り消す:\n"
        f"{ADDRESS}/my/visits/{visit.ref}/\n"
    )


def test_a_cancelled_booking(visit):
    actions.cancel_visit(by=somebody("akari"), visit=visit)

    assert body("cancelled", somebody("akari")) == (
        "見本小学校 6年生 様の、2023年11月22日(水)10:00のご予約を取り消しました。\n"
        "またのご予約をお待ちしています。\n\n"
        f"{ADDRESS}/plaza/sites/ichigaya/\n"
    )


def test_a_guide_who_reads_english_is_asked(visit, taro):
    actions.ask_guide(by=officer(), slot=visit.booking.slot, person=taro)

    assert body("asked", taro) == (
        "Dear 太郎(見本),\n\n"
        "could you guide a group on Wed 22 November 2023, 10:00?\n"
        "Group visits, JICA Global Plaza, Ichigaya\n\n"
        "Please answer here:\n"
        f"{ADDRESS}/en/my/duties/\n"
    )


@pytest.mark.parametrize("because", ["", "体調不良"], ids=["silent", "told"])
def test_a_guide_who_declines_need_not_say_why(visit, because):
    aoi = somebody("aoi")
    duty = actions.ask_guide(by=officer(), slot=visit.booking.slot, person=aoi)

    actions.decline_duty(by=aoi, duty=duty, because=because)

    told = f"理由: {because}\n\n" if because else ""
    assert body("declined", officer()) == (
        "青木 あおい(見本) さんが、2023年11月22日(水)10:00の案内を辞退しました。\n\n"
        f"{told}"
        "ほかの案内人にお願いしてください。\n"
        f"{ADDRESS}/staff/plaza/?on=2023-11-22\n"
    )
