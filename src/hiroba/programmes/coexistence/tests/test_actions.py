"""What is true after each action in a disaster."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.search import queries as search
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.coexistence import actions, examples, queries
from hiroba.programmes.coexistence.examples import HELP, WATER, disaster, notice, published, said
from hiroba.programmes.coexistence.models import Notice, SupportCentre
from hiroba.programmes.coexistence.tests.samples import centre, colleague

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_january():
    with clock.at("2024-01-02 10:00"):
        yield


def found(words, language="ja"):
    hits = search.found_by(GUEST, words, queries.KIND, language)
    return [(hit.title, hit.url) for hit in hits]


def test_it_is_known_where_a_disaster_happened():
    city = places.kitakyushu()

    known = actions.begin_disaster(
        by=officer(),
        name_ja="地震",
        name_en="Earthquake",
        happened_on=clock.today(),
        prefectures=[places.prefecture("17")],
        municipalities=[city],
    )

    assert [str(area) for area in known.areas.all()] == ["石川県", "福岡県 北九州市"]
    assert found("地震") == [("地震", f"/disasters/{known.ref}/")]
    assert found("Earthquake", "en") == [("Earthquake", f"/en/disasters/{known.ref}/")]


def test_a_disaster_recovers_and_is_over():
    where = disaster()

    states = [
        where.state,
        actions.recover(by=officer(), disaster=where).state,
        actions.close_disaster(by=officer(), disaster=where).state,
    ]

    assert states == ["emergency", "recovery", "over"]


def test_a_centre_is_open_from_its_first_to_its_last_day():
    one = centre(disaster())
    one = actions.close_centre(by=officer(), centre=one, closed_on=datetime.date(2024, 3, 31))

    days = {}
    for day in ("2024-01-01", "2024-01-02", "2024-03-31", "2024-04-01"):
        with clock.at(f"{day} 12:00"):
            days[day] = one.is_open
    assert list(days.values()) == [False, True, True, False]
    assert one.tongues == "日本語、Tiếng Việt"


def test_a_notice_is_written_in_japanese_and_read_by_nobody():
    one = notice(disaster(), WATER)

    assert (one.state, one.published_by) == ("draft", None)
    assert [(text.language, text.field, text.text) for text in queries.texts_of(one)] == [
        ("ja", "text", WATER["ja"][1]),
        ("ja", "title", WATER["ja"][0]),
    ]
    assert list(queries.notices_in_force(one.disaster)) == []


def test_publishing_is_refused_while_easy_japanese_is_missing():
    one = said(notice(disaster(), WATER), WATER, "en", "vi")

    with pytest.raises(Refused, match="やさしい日本語の題名と文がそろってから公開できます。"):
        actions.publish(by=officer(), notice=one)

    one.refresh_from_db()
    assert one.state == "draft"


def test_a_published_notice_is_signed_and_found_by_its_title():
    one = published(disaster(), WATER)

    assert (one.state, one.published_by, one.published_at) == ("published", officer(), clock.now())
    assert list(queries.notices_in_force(one.disaster)) == [one]
    assert found("給水") == [("給水のお知らせ(見本)", f"/disasters/notices/{one.ref}/")]
    assert ("Water (sample)", f"/en/disasters/notices/{one.ref}/") in found("Noto", "en")


def test_a_notice_that_expired_leaves_the_list():
    one = published(disaster(), WATER, days=1)

    with clock.at("2024-01-03 09:59"):
        before = list(queries.notices_in_force(one.disaster))
    with clock.at("2024-01-03 10:00"):
        assert (before, list(queries.notices_in_force(one.disaster))) == ([one], [])
        assert (one.is_expired, queries.notices_seen_by(GUEST).get()) == (True, one)


def test_a_notice_holds_from_its_first_moment():
    begins = clock.moment("2024-01-02 18:00")
    one = published(disaster(), WATER, valid_from=begins)

    assert list(queries.notices_in_force(one.disaster)) == []
    with clock.at(begins):
        assert list(queries.notices_in_force(one.disaster)) == [one]


def test_a_notice_that_is_replaced_leaves_the_list_when_the_new_one_is_published():
    old = published(disaster(), WATER)
    new = said(notice(old.disaster, WATER, supersedes=old), WATER, "ja-x-easy")
    before = list(queries.notices_in_force(old.disaster))

    new = actions.publish(by=officer(), notice=new)

    assert (before, list(queries.notices_in_force(old.disaster))) == ([old], [new])
    assert queries.newer_than(old) == new
    assert queries.newer_than(new) is None


def test_the_most_urgent_comes_first_then_the_newest():
    where = disaster()
    normal = published(where, HELP, severity="normal")
    urgent = published(where, WATER, severity="urgent")
    with clock.at("2024-01-02 11:00"):
        newer = published(where, HELP, severity="normal")
        important = published(where, HELP, severity="important")

        assert list(queries.notices_in_force(where)) == [urgent, important, newer, normal]


def test_when_the_source_changes_the_other_languages_are_older():
    one = published(disaster(), WATER)
    said(one, {"ja": (WATER["ja"][0], "中学校でも配っています。")}, "ja")
    said(one, WATER, "ja-x-easy")

    marks = {(text.language, text.field): text.is_stale for text in queries.texts_of(one)}
    assert marks == {
        ("ja", "title"): False,
        ("ja", "text"): False,
        ("ja-x-easy", "title"): False,
        ("ja-x-easy", "text"): False,
        ("en", "title"): False,
        ("en", "text"): True,
        ("vi", "title"): False,
        ("vi", "text"): True,
    }


def test_a_second_officer_stands_behind_a_text():
    one = published(disaster(), WATER)
    text = queries.text_of(one, "text", "vi")

    confirmed = actions.confirm(by=colleague(), text=text)

    assert (confirmed.state, confirmed.confirmed_by) == ("reviewed", colleague())


def test_what_is_hard_to_read_depends_on_the_phase():
    long = "水《みず》と 食《た》べもの 毛布《もうふ》 薬《くすり》を 渡《わた》します。"
    one = said(notice(disaster(), WATER), {"ja-x-easy": ("水《みず》", long)}, "ja-x-easy")
    before = [fault.told for fault in queries.hard_to_read(one)]

    actions.recover(by=officer(), disaster=one.disaster)

    one = queries.notices().get(pk=one.pk)
    assert before == ["漢字が多いです(6字)。4字までにしてください。"]
    assert queries.hard_to_read(one) == []


def test_every_step_is_in_the_journal():
    one = published(disaster(), WATER)

    verbs = Record.objects.filter(subject=one.ref, verb__startswith="coexistence").order_by("pk")
    assert [record.verb for record in verbs] == [
        "coexistence.write_notice",
        *["coexistence.say"] * 4,
        "coexistence.publish",
    ]


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"state": "draft"}, "notice_is_published_iff_signed"),
        ({"published_by": None}, "notice_is_published_iff_signed"),
        ({"expires_at": clock.moment("2024-01-01 10:00")}, "notice_expires_after_it_began"),
        ({"source": ""}, "notice_names_its_source"),
    ],
)
def test_the_database_keeps_what_a_notice_is(changed, name):
    one = published(disaster(), WATER)

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Notice.objects.filter(pk=one.pk).update(**changed)


def test_the_database_lets_no_centre_close_before_it_opened():
    one = centre(disaster())

    with pytest.raises(IntegrityError, match="centre_closes"), transaction.atomic():
        SupportCentre.objects.filter(pk=one.pk).update(closed_on=datetime.date(2024, 1, 1))


def test_the_story_is_told_once():
    with clock.at("2024-05-01 10:00"):
        for _ in range(2):
            examples.tell()

        noto, drill = queries.disasters().order_by("happened_on")
        assert [noto.state, drill.state] == ["over", "emergency"]
        assert queries.centres_of(noto).get().closed_on == datetime.date(2024, 3, 31)
        assert (queries.notices_in_force(noto).count(), noto.notices.count()) == (0, 2)
        assert (queries.notices_in_force(drill).count(), drill.notices.count()) == (1, 2)
        assert queries.waiting_for(officer()).count() == 1
