"""What each side reads, in its own language, with the clocks of both."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer
from hiroba.foundation.letters.models import Letter
from hiroba.programmes.lectures import actions, examples
from hiroba.programmes.lectures.telling import times
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]

BOTH = "日本: 2023年11月15日(水) 10:45–11:35\nラオス: 2023年11月15日(水) 08:45–09:35"
IN_ENGLISH = "Japan: Wed 15 November 2023 10:45–11:35\nLaos: Wed 15 November 2023 08:45–09:35"


def body(kind, to):
    """The text of the one letter of a kind to somebody."""
    return Letter.objects.get(kind=f"lectures/{kind}", to=f"{to}@example.jp").body


def in_english(user):
    user.language = "en"
    user.save()
    return user


@pytest.fixture
def address(settings):
    settings.HIROBA_ADDRESS = "https://hiroba.example.jp"
    return settings.HIROBA_ADDRESS


def test_an_offer_shows_both_clocks_and_the_day_of_the_answer(address):
    offer = world.offered()

    assert body("offered", "noy") == (
        "「オンライン出前講座: 教育」をお願いできるか、お答えください。\n\n"
        f"{BOTH}\n\n"
        "お返事の期限: 2023年9月17日\n\n"
        "くわしくはこちらです。\n"
        f"{address}/my/lectures/offers/{offer.ref}/\n"
    )


def test_the_same_offer_in_english(address):
    in_english(world.noy())
    offer = world.offered()

    assert body("offered", "noy") == (
        "Could you give this lecture? Online class: Education\n\n"
        f"{IN_ENGLISH}\n\n"
        "Please answer by 2023-09-17.\n\n"
        "More is here:\n"
        f"{address}/en/my/lectures/offers/{offer.ref}/\n"
    )


def test_a_lesson_on_the_day_before_there_says_so():
    lecture = world.requested(country="PE", theme="environment", at=examples.time(9, 40))
    offer = examples.offered(lecture, examples.lecturer("rosa"))

    assert times(offer, "ja") == (
        "日本: 2023年11月15日(水) 09:40–10:30\nペルー: 2023年11月14日(火) 19:40–20:30"
    )


def test_the_settled_time_reaches_the_school_with_a_calendar(address):
    lecture = world.confirmed()

    text = body("confirmed", "akari")

    assert text.startswith(f"「オンライン出前講座: 教育」が決まりました。\n\n{BOTH}\n\n")
    assert f"{address}/lectures/calendar/" in text
    assert "会議のリンクは、始まる30分前から次の画面に出ます。" in text
    assert text.endswith(f"{address}/my/lectures/{lecture.ref}/\n")


def test_the_settled_time_reaches_the_lecturer_with_another_calendar(address):
    in_english(world.noy())
    lecture = world.confirmed()

    text = body("confirmed", "noy")

    assert text.startswith(f"The lecture is settled: Online class: Education.\n\n{IN_ENGLISH}\n\n")
    assert text.endswith(f"{address}/en/my/lectures/offers/{lecture.offers.get().ref}/\n")
    assert text.splitlines()[6] not in body("confirmed", "akari")


def test_a_visit_has_no_link_to_wait_for():
    lecture = world.requested(kind="visit")
    examples.confirmed(lecture, examples.lecturer("shiro"))

    assert "会議のリンク" not in body("confirmed", "akari")


def test_the_officer_reads_who_accepted():
    world.accepted()

    assert body("accepted", "sato").startswith(
        "「オンライン出前講座: 教育」を、野井 のい(見本) さんが引き受けました。\n"
        "確定すると、学校と講師の両方に知らせます。\n"
    )


def test_the_officer_reads_why_somebody_declined():
    actions.decline(by=world.noy(), offer=world.offered(), because="巡回の日です。")

    text = body("declined", "sato")
    assert "理由: 巡回の日です。" in text
    assert "/staff/lectures/" in text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ja", "「オンライン出前講座: 教育」を取りやめます。"),
        ("en", "The lecture is called off: Online class: Education."),
    ],
)
def test_calling_off_reaches_the_lecturer_in_their_language(language, sentence):
    noy = world.noy()
    noy.language = language
    noy.save()

    actions.cancel(by=world.akari(), lecture=world.confirmed(), because="学級閉鎖のため。")

    text = body("cancelled", "noy")
    assert text.startswith(sentence)
    assert "学級閉鎖のため。" in text


def test_turning_down_says_why():
    actions.turn_down(by=officer(), lecture=world.requested(), because="届きません。")

    assert body("turned_down", "akari").startswith(
        "「オンライン出前講座: 教育」をお受けできませんでした。申し訳ありません。\n\n"
        "理由: 届きません。\n"
    )


def test_taking_back_frees_the_lecturer():
    actions.withdraw(by=officer(), offer=world.offered(), because="日がかわりました。")

    assert body("withdrawn", "noy").startswith(
        "「オンライン出前講座: 教育」のお願いを取り下げます。"
        "この時間は空けていただかなくてかまいません。\n\n"
        f"{BOTH}\n\n"
        "理由: 日がかわりました。\n"
    )


def test_what_did_not_take_place_is_told_to_both():
    lecture = world.confirmed()
    with clock.at("2023-11-15 12:00"):
        actions.record_not_held(by=officer(), lecture=lecture, because="停電のため。")

    for reader in ("akari", "noy"):
        assert f"{BOTH}\n\n理由: 停電のため。" in body("not_held", reader)


def test_the_teacher_is_asked_afterwards_in_english_too():
    in_english(world.akari())
    world.held()

    assert body("held", "akari").startswith(
        "Thank you for holding the lecture: Online class: Education.\n"
        "Please answer three short questions. The lecturer reads them too.\n"
    )


def test_a_letter_never_carries_the_link():
    lecture = world.accepted()
    link = "https://meeting.example.jp/secret"
    actions.set_link(by=officer(), lecture=lecture, link=link)
    actions.confirm(by=officer(), lecture=lecture)

    assert [letter for letter in Letter.objects.all() if link in letter.body] == []
