"""Who could give a lecture and why, who could not and why not."""

from datetime import date, time

import pytest

from hiroba.foundation import clock
from hiroba.programmes.lectures.matching import HURDLES, Reason, judge, match
from hiroba.programmes.lectures.tests.world import able, need

NAIROBI = {"country": "KE", "country_name": "ケニア", "zone": "Africa/Nairobi"}
LIMA = {"country": "PE", "country_name": "ペルー", "zone": "America/Lima"}
LONDON = {"country": "GB", "country_name": "英国", "zone": "Europe/London"}
TOKYO = {"country": "JP", "country_name": "日本", "zone": "Asia/Tokyo"}


def against(asked=None, **facts):
    """Every sentence against one lecturer."""
    candidate = judge(asked or need(), able(**facts))
    return [reason.sentence for reason in candidate.obstacles]


def span(begins, ends):
    return clock.moment(begins), clock.moment(ends)


def test_who_fits_has_reasons_for_and_none_against():
    candidate = judge(need(), able())

    assert candidate.fits
    assert candidate.obstacles == ()
    assert candidate.speaks_for == (
        "希望のラオスにいます。",
        "この課題を専門にしています。",
        "第1希望は現地の08:45–09:35で、話せる時間です。",
    )


def test_each_wish_is_shown_by_both_clocks():
    asked = need(
        ("2023-11-15 10:45", "2023-11-15 11:35"),
        ("2023-11-16 14:30", "2023-11-16 15:20"),
    )

    candidate = judge(asked, able(**LIMA, themes=frozenset({1})))

    shown = [(one.here.hours, one.there.hours, one.there.shift) for one in candidate.chances]
    assert shown == [
        ("10:45–11:35", "20:45–21:35", -1),
        ("14:30–15:20", "00:30–01:20", 0),
    ]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"themes": frozenset({2})}, "この課題を専門にしていません。"),
        ({"grades": frozenset({"high"})}, "この学年は受け持っていません。"),
        ({"languages": frozenset({"en"})}, "授業のことばで話せません。"),
        ({"declined": True}, "この依頼をすでに断っています。"),
        (TOKYO, "日本にいます。オンラインでは海外にいる講師と結びます。"),
        ({"since": date(2023, 11, 16)}, "この日はラオスにいません。"),
        ({"until": date(2023, 11, 14)}, "この日はラオスにいません。"),
        ({"earliest": time(9)}, "現地では08:45–09:35で、話せる時間の外です。"),
        ({"latest": time(9, 30)}, "現地では08:45–09:35で、話せる時間の外です。"),
        ({"weekdays": frozenset({0, 1, 3, 4})}, "現地のその曜日は受けていません。"),
        ({"trained_until": None}, "子どもの安全の研修が、この日までに切れています。"),
        (
            {"trained_until": date(2023, 11, 14)},
            "子どもの安全の研修が、この日までに切れています。",
        ),
        (
            {"absences": ((date(2023, 11, 15), date(2023, 11, 15)),)},
            "本人の都合がつかない日です。",
        ),
        (
            {"promised": (span("2023-11-15 11:30", "2023-11-15 12:20"),)},
            "同じ時間に、ほかの講座を引き受けています。",
        ),
        (
            {"promised": (span("2023-10-04 11:00", "2023-10-04 12:00"),), "capacity": 1},
            "この学期に受けられる回数に達しています。",
        ),
    ],
)
def test_each_exclusion_has_its_sentence(facts, sentence):
    assert against(**facts) == [sentence]


def test_only_this_country_excludes_others_and_a_mere_wish_does_not():
    strict = need(("2023-11-15 14:30", "2023-11-15 15:20"), country="LA", only_this_country=True)
    loose = need(("2023-11-15 14:30", "2023-11-15 15:20"), country="LA")

    assert against(strict, **NAIROBI) == ["希望の国ではなく、ケニアの講師です。"]
    assert against(loose, **NAIROBI) == []


def test_a_visit_needs_somebody_in_japan():
    visit = need(is_online=False, country="")

    assert against(visit) == ["いまはラオスにいるため、教室へは行けません。"]
    assert against(visit, **TOKYO) == []


def test_a_holiday_counts_where_the_lecturer_is_and_not_in_japan():
    # 3 November is a holiday in Japan; 12 December is one in Kenya (Jamhuri Day).
    japanese = need(("2023-11-03 14:30", "2023-11-03 15:20"))
    kenyan = need(("2023-12-12 14:30", "2023-12-12 15:20"))

    assert against(japanese, **NAIROBI) == []
    assert against(kenyan, **NAIROBI) == ["現地の祝日です。"]


def test_the_day_that_counts_is_the_day_there():
    # Monday morning in Japan is Sunday evening in Lima.
    asked = need(("2023-11-13 09:40", "2023-11-13 10:30"))
    away = {"absences": ((date(2023, 11, 13), date(2023, 11, 13)),)}

    assert against(asked, **LIMA) == ["現地のその曜日は受けていません。"]
    assert against(asked, **LIMA, weekdays=frozenset(range(7)), **away) == []


@pytest.mark.parametrize(
    ("wish", "hours"),
    [
        (("2023-10-27 16:00", "2023-10-27 16:50"), "08:00–08:50"),
        (("2023-10-30 16:00", "2023-10-30 16:50"), "07:00–07:50"),
    ],
)
def test_when_the_clocks_there_go_back_the_same_lesson_comes_earlier(wish, hours):
    candidate = judge(need(wish), able(**LONDON))

    assert candidate.chances[0].there.hours == hours


def test_a_lesson_that_fitted_in_summer_time_may_not_fit_after_it():
    early = {**LONDON, "earliest": time(8)}

    assert against(need(("2023-10-27 16:00", "2023-10-27 16:50")), **early) == []
    assert against(need(("2023-10-30 16:00", "2023-10-30 16:50")), **early) == [
        "現地では07:00–07:50で、話せる時間の外です。"
    ]


def test_one_free_wish_is_enough():
    asked = need(
        ("2023-11-15 10:45", "2023-11-15 11:35"),
        ("2023-11-16 10:45", "2023-11-16 11:35"),
    )
    candidate = judge(asked, able(weekdays=frozenset({3})))

    assert candidate.fits
    assert [bool(chance.against) for chance in candidate.chances] == [True, False]


def test_lessons_that_touch_do_not_overlap():
    busy = {"promised": (span("2023-11-15 11:35", "2023-11-15 12:25"),)}

    assert against(**busy) == []


def test_last_terms_lectures_do_not_fill_this_term():
    spring = tuple(span(f"2023-06-0{day} 11:00", f"2023-06-0{day} 12:00") for day in (6, 7, 8))

    assert against(promised=spring) == []


def test_several_reasons_are_all_told_each_once():
    asked = need(
        ("2023-11-15 10:45", "2023-11-15 11:35"),
        ("2023-11-16 10:45", "2023-11-16 11:35"),
    )
    candidate = judge(asked, able(themes=frozenset(), earliest=time(9), weekdays=frozenset()))

    assert [reason.code for reason in candidate.obstacles] == ["theme", "hours", "weekday"]


def test_the_best_come_first_and_a_tie_is_broken_by_name():
    asked = need(("2023-11-15 14:30", "2023-11-15 15:20"), country="LA")
    found = match(
        asked,
        [
            able(ref="V-1", name="う"),
            able(ref="V-2", name="い", **NAIROBI),
            able(ref="V-3", name="あ"),
            able(ref="V-4", name="え", promised=(span("2023-10-04 11:00", "2023-10-04 12:00"),)),
        ],
    )

    order = [(one.able.ref, one.score) for one in found.fitting]
    assert order == [("V-3", 240), ("V-1", 240), ("V-4", 225), ("V-2", 140)]
    assert found.others == ()


def test_a_better_wish_and_a_comfortable_hour_count():
    asked = need(
        ("2023-11-15 10:45", "2023-11-15 11:35"),
        ("2023-11-16 10:45", "2023-11-16 11:35"),
        ("2023-11-17 10:45", "2023-11-17 11:35"),
    )
    scores = [
        judge(asked, able(weekdays=frozenset(weekdays))).score for weekdays in ({2}, {3}, {4})
    ]

    assert scores == [240, 200, 160]


def test_the_same_facts_give_the_same_order_whatever_came_first():
    lecturers = [able(ref=f"V-{number}", name="同じ名前") for number in range(5)]

    assert match(need(), lecturers) == match(need(), reversed(lecturers))


def test_hurdles_are_counted_over_everybody_who_cannot():
    found = match(
        need(),
        [
            able(ref="V-1"),
            able(ref="V-2", themes=frozenset()),
            able(ref="V-3", themes=frozenset(), weekdays=frozenset()),
        ],
    )

    assert len(found.fitting) == 1
    assert found.hurdles == [("課題", 2), ("現地の曜日", 1)]


def test_every_hurdle_has_a_word():
    words = {code: word() for code, word in HURDLES.items()}

    assert words == {
        "place": "いまいる場所",
        "country": "希望の国",
        "theme": "課題",
        "grade": "学年",
        "language": "授業のことば",
        "declined": "断りの返事",
        "posting": "任期",
        "hours": "現地の時刻",
        "weekday": "現地の曜日",
        "holiday": "現地の祝日",
        "absence": "本人の都合",
        "training": "研修の期限",
        "promised": "ほかの講座との重なり",
        "capacity": "学期の回数",
    }


def test_nobody_at_all_is_an_answer_too():
    found = match(need(), [])

    assert (found.fitting, found.others, found.hurdles) == ((), (), [])


def test_a_reason_is_its_code_and_its_sentence():
    candidate = judge(need(), able(themes=frozenset()))

    assert candidate.against == (Reason("theme", "この課題を専門にしていません。"),)
