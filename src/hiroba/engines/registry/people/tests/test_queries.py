"""Questions about bodies: who sees which, how they are found, and in what order."""

import datetime

import pytest
from django.utils import translation

from hiroba.engines.registry.people import actions, examples, queries
from hiroba.engines.registry.people.models import Body
from hiroba.engines.registry.people.states import Personality
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import (
    administrator,
    auditor,
    chair,
    officer,
    reviewers,
    somebody,
)
from hiroba.foundation.actors import CLOCKWORK, GUEST, IMPORTER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TODAY = datetime.date(2023, 11, 1)


def group(name, kana="", **facts):
    return actions.enter_body(
        by=officer(), name_ja=name, kana=kana, personality=Personality.UNINCORPORATED, **facts
    )


def verified(name, kana="", **facts):
    return actions.verify(by=officer(), body=group(name, kana, **facts))


def merged(absorbed, survivor):
    actions.merge(by=officer(), absorbed=absorbed, survivor=survivor, reason="同じ団体")
    absorbed.refresh_from_db()
    return absorbed


def suspended(body):
    return actions.suspend(by=officer(), body=body, reason="確認中")


def test_nobody_sees_a_body_where_there_is_none():
    assert list(queries.bodies()) == []
    assert list(queries.directory()) == []
    assert list(queries.bodies_seen_by(GUEST)) == []
    assert queries.counts_by_personality() == {}


def test_bodies_stand_in_the_order_of_their_readings_and_then_of_their_names():
    third, first, second = group("空", "ソラ"), group("海", "ウミ"), group("湖", "ウミ")

    assert list(queries.bodies()) == [first, second, third]


def test_bodies_of_the_same_name_stand_in_the_order_they_came():
    first, second = group("空", "ソラ"), group("空", "ソラ")

    assert list(queries.bodies()) == [first, second]


@pytest.mark.parametrize(
    "by", [lambda: GUEST, lambda: IMPORTER, lambda: somebody("machi"), lambda: reviewers()[0]]
)
def test_strangers_see_verified_bodies_and_those_of_open_data(by):
    minato, foreign = examples.minato(), examples.foreign_body()
    examples.waiting()
    suspended(examples.company())
    merged(examples.school_body(), minato)

    assert set(queries.bodies_seen_by(by())) == {minato, foreign}


def test_members_of_a_merged_body_see_it_and_what_it_became():
    minato = examples.minato()
    school = merged(examples.school_body(), minato)

    seen = set(queries.bodies_seen_by(somebody("akari")))

    assert seen == {minato, school}


def test_members_see_their_suspended_body():
    company = suspended(examples.company())

    assert list(queries.bodies_seen_by(somebody("hana"))) == [company]
    assert list(queries.bodies_seen_by(somebody("ren"))) == []


def test_who_left_no_longer_sees_a_body_that_waits():
    waiting = examples.waiting()
    member = examples.member(waiting, somebody("akari"))

    actions.leave(by=somebody("akari"), membership=member)

    assert list(queries.bodies_seen_by(somebody("akari"))) == []


@pytest.mark.parametrize("by", [officer, administrator, auditor, chair])
def test_the_staff_sees_every_body(by):
    minato, waiting = examples.minato(), examples.waiting()
    school = merged(examples.school_body(), minato)

    assert set(queries.bodies_seen_by(by())) == {minato, waiting, school}


def test_the_directory_shows_neither_waiting_nor_foreign_nor_suspended_nor_merged_bodies():
    minato = examples.minato()
    examples.waiting()
    examples.foreign_body()
    suspended(examples.company())
    merged(examples.school_body(), minato)

    assert list(queries.directory()) == [minato]


@pytest.mark.parametrize(
    "words",
    [
        "特定非営利活動法人みなと",
        "みなと",
        "ミナト",
        "みなと 特定非営利",
        "みなと\u3000特定",
        "npo minato",
        "MINATO",
        "2010005000001",
        "２０１０００５０００００１",
        "  みなと  ",
        "ﾐﾅﾄ",
    ],
)
def test_a_body_is_found_however_its_name_is_typed(words):
    minato = examples.minato()
    examples.company()

    assert list(queries.directory(words)) == [minato]


@pytest.mark.parametrize(
    "words", ["みなと 水処理", "みなとの", "201000500000", "%", "_", "'", "\\"]
)
def test_a_body_is_not_found_by_what_it_is_not_called(words):
    examples.minato()

    assert list(queries.directory(words)) == []


@pytest.mark.parametrize("words", ["ＡＢＣ協会", "ABC協会", "ABC 協会"])
@pytest.mark.parametrize("name", ["一般社団法人ＡＢＣ協会", "一般社団法人ABC協会"])
def test_letters_in_a_name_are_found_in_either_width(name, words):
    body = verified(name)

    assert list(queries.directory(words)) == [body]


@pytest.mark.parametrize("name", ["𠮷野の会", "🌏の会", "Ångström 協会", "100%の会", "a_b"])
def test_rare_letters_are_found(name):
    body = verified(name)
    verified("ほかの会")

    assert list(queries.directory(name)) == [body]


def test_no_more_than_five_words_are_looked_for():
    minato = examples.minato()

    assert list(queries.directory("みなと " * 5 + "どこにもない")) == [minato]


def test_an_identifier_of_open_data_finds_its_body():
    foreign = examples.foreign_body()

    assert list(queries.matching(queries.bodies(), "ke-nco-0000001")) == [foreign]


def test_bodies_are_narrowed_by_prefecture_and_personality_together():
    minato, university = examples.minato(), examples.university()
    examples.company()

    assert list(queries.directory(prefecture="13")) == [minato]
    assert list(queries.directory(personality="national_university")) == [university]
    assert list(queries.directory(prefecture="13", personality="national_university")) == []
    assert list(queries.directory("ひろば", "47", "national_university")) == [university]


def test_ones_bodies_are_those_one_belongs_to_today():
    examples.minato()
    examples.kenya_no_mirai()
    examples.company()

    mine = [body.name_en for body in queries.bodies_of(somebody("ren"))]

    assert mine == ["Kenya no Mirai (NPO)", "NPO Minato"]


def test_a_body_and_the_one_it_became_are_one():
    minato = examples.minato()
    examples.member(minato, somebody("akari"), "viewer")
    merged(examples.school_body(), minato)

    assert list(queries.bodies_of(somebody("akari"))) == [minato]


def test_one_writes_in_the_name_of_bodies_whose_owner_or_editor_one_is():
    minato, company = examples.minato(), examples.company()
    examples.member(minato, somebody("akari"), "editor")
    examples.member(company, somebody("akari"), "viewer")

    assert list(queries.bodies_acted_for_by(somebody("akari"))) == [minato]


def test_one_writes_in_the_name_of_what_ones_body_became():
    minato = examples.minato()
    merged(examples.school_body(), minato)

    assert list(queries.bodies_acted_for_by(somebody("akari"))) == [minato]


def test_a_body_is_known_by_its_number_while_it_stands():
    minato, company = examples.minato(), examples.company()
    number = company.corporate_number
    before = queries.body_with_number(number)

    merged(company, minato)

    assert (before, queries.body_with_number(number)) == (company, None)
    assert queries.body_with_number("") is None


def test_open_data_knows_a_body_by_its_identifier():
    foreign = examples.foreign_body()
    examples.minato()

    assert queries.body_with_identifier("KE-NCO-0000001") == foreign
    assert queries.body_with_identifier("KE-NCO-0000002") is None
    assert queries.body_with_identifier("") is None


def test_bodies_of_the_same_name_are_told_apart_by_their_prefecture():
    here = group("森の会", prefecture=places.prefecture("20"))
    there = group("森の会", prefecture=places.prefecture("01"))

    assert list(queries.bodies_like(" 森の会 ")) == [here, there]
    assert list(queries.bodies_like("森の会", "01")) == [there]
    assert list(queries.bodies_like("森")) == []


def test_bodies_are_recognised_by_number_name_and_prefecture():
    minato, waiting = examples.minato(), examples.waiting()
    merged(examples.school_body(), minato)

    assert list(queries.identities()) == [
        (minato.pk, "2010005000001", "特定非営利活動法人みなと", "13"),
        (waiting.pk, "", "虹のかけはし(見本)", "14"),
    ]


@pytest.mark.parametrize(
    "shared",
    [
        {"kana": "トクテイヒエイリカツドウホウジンミナト"},
        {"name_en": "NPO Minato"},
        {"homepage": "https://minato.example.jp/"},
        {"email": "minato@example.jp"},
    ],
)
def test_bodies_that_share_a_fact_may_be_the_same(shared):
    minato, twin = examples.minato(), group("別の名", **({"kana": "ベツ"} | shared))
    group("関係のない会", "カンケイ")

    assert list(queries.bodies_alike(twin)) == [minato]
    assert list(queries.bodies_alike(minato)) == [twin]


def test_what_nobody_wrote_is_nothing_in_common():
    first = group("一の会")
    group("二の会")

    assert list(queries.bodies_alike(first)) == []


def test_a_merged_twin_is_no_longer_alike():
    minato = examples.minato()
    twin = group(minato.name_ja)

    merged(twin, minato)

    assert list(queries.bodies_alike(minato)) == []


def test_bodies_wait_in_the_order_they_came():
    with clock.at("2023-10-02 10:00"):
        second = group("二の会")
    with clock.at("2023-10-01 10:00"):
        first = group("一の会")
    examples.foreign_body()
    examples.minato()

    assert list(queries.waiting_for(officer())) == [first, second]
    assert list(queries.waiting_for(auditor())) == []
    assert list(queries.waiting_for(GUEST)) == []


def test_what_was_merged_away_waits_no_more():
    merged(examples.waiting(), examples.minato())

    assert list(queries.waiting_for(officer())) == []


def test_keepers_keep_every_body_and_others_none():
    minato, waiting = examples.minato(), examples.waiting()
    school = merged(examples.school_body(), minato)

    assert set(queries.bodies_kept_by(administrator())) == {minato, waiting, school}
    assert [list(queries.bodies_kept_by(by)) for by in (auditor(), GUEST, CLOCKWORK)] == [[]] * 3


def test_merges_are_told_from_both_sides_the_latest_first():
    minato, school, company = examples.minato(), examples.school_body(), examples.company()
    with clock.at("2023-11-02 10:00"):
        merged(school, minato)
    with clock.at("2023-11-03 10:00"):
        merged(company, minato)

    told = [merge.absorbed for merge in queries.merges_of(minato)]

    assert told == [company, school]
    assert [merge.survivor for merge in queries.merges_of(school)] == [minato]
    assert list(queries.merges_of(examples.university())) == []


def test_only_keepers_find_merges():
    merged(examples.school_body(), examples.minato())

    counts = [queries.merges_kept_by(by).count() for by in (officer(), auditor(), GUEST)]

    assert counts == [1, 0, 0]


def test_the_merge_in_force_is_the_one_that_was_not_undone():
    minato, school = examples.minato(), examples.school_body()
    merged(school, minato)
    first = queries.merge_in_force(school)
    actions.unmerge(by=officer(), merge=first)
    before = queries.merge_in_force(school)
    merged(school, examples.company())

    assert before is None
    assert queries.merge_in_force(school).survivor == examples.company()


def test_verified_bodies_are_counted_by_personality():
    examples.minato()
    examples.kenya_no_mirai()
    examples.company()
    examples.waiting()
    suspended(examples.university())

    assert queries.counts_by_personality() == {"npo": 2, "company": 1}


def test_a_body_without_a_seat_has_no_office():
    body = group("どこかの会")

    assert queries.responsible_office(body, TODAY) is None
    assert queries.offices_of(body, TODAY) == []


def test_the_seat_comes_before_the_country():
    body = group("両方の会", prefecture=places.prefecture("47"), country=places.country("KE"))

    assert queries.responsible_office(body, TODAY).ref == "okinawa"


def test_the_office_is_the_one_of_the_day():
    minato = examples.minato()

    assert queries.responsible_office(minato, datetime.date(2002, 3, 31)) is None
    assert queries.responsible_office(minato, datetime.date(2002, 4, 1)).ref == "tokyo"


def test_offices_of_several_branches_are_told_once_each():
    minato = examples.minato()
    for name, code in (("那覇", "47"), ("浦和", "11"), ("沖縄", "47")):
        actions.add_branch(
            by=somebody("ren"), body=minato, name_ja=name, prefecture=places.prefecture(code)
        )

    assert [office.ref for office in queries.offices_of(minato, TODAY)] == ["tokyo", "okinawa"]


def test_a_body_stands_for_itself_until_it_is_merged():
    minato, school = examples.minato(), examples.school_body()
    before = queries.standing_for(school)

    merged(school, minato)

    assert (before, queries.standing_for(school)) == (school, minato)
    assert list(queries.standing_and_merged(minato)) == [minato, school]
    assert list(queries.standing_and_merged(school)) == [school]


def test_names_do_not_depend_on_the_language_of_the_reader():
    minato = examples.minato()

    with translation.override("en"):
        assert [body.pk for body in queries.directory("みなと")] == [minato.pk]


def test_long_lists_ask_once(django_assert_num_queries):
    examples.minato()
    examples.company()
    examples.university()

    with django_assert_num_queries(1):
        told = [
            (body.prefecture, body.municipality, body.country, body.merged_into)
            for body in queries.bodies_seen_by(GUEST)
        ]

    assert len(told) == Body.objects.count() == 3
