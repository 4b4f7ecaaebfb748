"""Each yes, and each no by its sentence."""

import datetime

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.programmes.coexistence import actions, policies, queries
from hiroba.programmes.coexistence.examples import WATER, disaster, notice, published, said
from hiroba.programmes.coexistence.tests.samples import centre, colleague

pytestmark = pytest.mark.django_db

FOR_OFFICERS = "災害時の多言語支援の担当職員だけができます。"
STATE = "いまは「%s」のため、この操作はできません。"
OVER = "この災害の支援は終了しています。"
TODAY = datetime.date(2024, 1, 2)


@pytest.fixture(autouse=True)
def in_january():
    with clock.at("2024-01-02 10:00"):
        yield


def ready():
    return said(notice(disaster(), WATER), WATER, "ja-x-easy")


@pytest.mark.parametrize("person", [officer, colleague])
def test_officers_do_the_work(person):
    by, one = person(), ready()

    assert policies.may_begin_disaster(by, TODAY)
    assert policies.may_recover(by, one.disaster)
    assert policies.may_close_disaster(by, one.disaster)
    assert policies.may_open_centre(by, one.disaster)
    assert policies.may_close_centre(by, centre(one.disaster), TODAY)
    assert policies.may_write_notice(by, one.disaster)
    assert policies.may_say(by, "水です。")
    assert policies.may_publish(by, one)


@pytest.mark.parametrize("person", [lambda: GUEST, lambda: somebody("machi"), auditor])
def test_nobody_else_does(person):
    by, one = person(), ready()
    text = queries.text_of(one, "text", "ja")

    verdicts = [
        policies.may_begin_disaster(by),
        policies.may_recover(by, one.disaster),
        policies.may_close_disaster(by, one.disaster),
        policies.may_open_centre(by, one.disaster),
        policies.may_close_centre(by, centre(one.disaster)),
        policies.may_write_notice(by, one.disaster),
        policies.may_say(by),
        policies.may_confirm(by, text),
        policies.may_publish(by, one),
    ]
    assert {verdict.reason for verdict in verdicts} == {FOR_OFFICERS}


def test_what_has_not_happened_is_not_entered():
    verdict = policies.may_begin_disaster(officer(), datetime.date(2024, 1, 3))

    assert verdict.reason == "まだ来ていない日は記録できません。"


def test_support_does_not_end_while_a_centre_is_open():
    where = disaster()
    one = centre(where)

    open_still = policies.may_close_disaster(officer(), where)
    actions.close_centre(by=officer(), centre=one, closed_on=TODAY)

    told = "開いている支援センターがあります。先にセンターを閉じてください。"
    assert open_still.reason == told
    with clock.at("2024-01-03 10:00"):
        assert policies.may_close_disaster(officer(), where)


def test_when_support_is_over_nothing_new_begins():
    where = actions.close_disaster(by=officer(), disaster=disaster())

    assert policies.may_open_centre(officer(), where).reason == OVER
    assert policies.may_write_notice(officer(), where).reason == OVER
    assert policies.may_recover(officer(), where).reason == STATE % "支援終了"


def test_a_centre_closes_once_and_not_before_it_opened():
    one = centre(disaster())

    early = policies.may_close_centre(officer(), one, datetime.date(2024, 1, 1))
    closed = actions.close_centre(by=officer(), centre=one, closed_on=TODAY)

    assert early.reason == "開いた日より後の日を入れてください。"
    again = policies.may_close_centre(officer(), closed, TODAY)
    assert again.reason == "このセンターは、すでに閉じる日が決まっています。"


def test_a_notice_ends_after_it_begins():
    moment = clock.now()

    verdict = policies.may_write_notice(officer(), disaster(), moment, moment)
    assert verdict.reason == "終わりの日時を、始まりより後にしてください。"


def test_an_empty_text_says_nothing():
    assert policies.may_say(officer(), " ").reason == "文を書いてください。"


def test_who_wrote_a_text_does_not_confirm_it():
    text = queries.text_of(ready(), "text", "ja-x-easy")

    own = policies.may_confirm(officer(), text)
    assert own.reason == "書いた方とは別の方が確認してください。"
    assert policies.may_confirm(colleague(), text)


def test_a_notice_is_published_with_easy_japanese_once_and_in_time():
    where = disaster()
    bare = notice(where, WATER)
    told = published(where, WATER)
    late = ready()

    missing = policies.may_publish(officer(), bare)
    again = policies.may_publish(officer(), told)
    with clock.at("2024-01-20 10:00"):
        expired = policies.may_publish(officer(), late)

    assert missing.reason == "やさしい日本語の題名と文がそろってから公開できます。"
    assert again.reason == STATE % "公開"
    assert expired.reason == "期限が過ぎています。新しいお知らせをつくってください。"
