"""The contest of the story: the ranking, and results that the clock tells."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, reviewers, somebody
from hiroba.foundation.search.models import Findable
from hiroba.foundation.verdicts import YES, no
from hiroba.programmes.contest import (
    certificates,
    examples,
    figures,
    policies,
    queries,
)
from hiroba.programmes.contest.models import Contest, Essay

pytestmark = pytest.mark.django_db

OUT = "2024-01-10 10:00"
BEFORE = "2024-01-10 09:59"


@pytest.fixture(scope="module")
def story(reference, django_db_blocker):
    """The whole story, told once for the tests of this file."""
    with django_db_blocker.unblock():
        return examples.story()


def essay(title):
    return Essay.objects.select_related("submission__body", "contest__call").get(
        submission__title=title
    )


def winners(contest):
    return [
        (each.division, each.prize, each.title, each.name, bool(each.essay_ref))
        for each in queries.winners_of(contest)
    ]


WINNERS = [
    ("junior", "grand", "となりの席の国境(見本)", "見本 さくら", True),
    ("junior", "excellent", "水を運ぶ手(見本)", "見本 りく", False),
    ("junior", "jury", "祖母の古い地図(見本)", "", True),
    ("senior", "grand", "橋をかける仕事(見本)", "見本 あおば", True),
    ("senior", "merit", "夜間中学の窓あかり(見本)", "見本 みなと", True),
]


def test_the_clock_tells_the_results_and_nobody_else(story):
    with clock.at(BEFORE):
        before = winners(story), list(queries.school_prizes_of(story))
    with clock.at(OUT):
        after = winners(story), [prize.entries for prize in queries.school_prizes_of(story)]

    assert before == ([], [])
    assert after == (WINNERS, [12])


def test_a_text_is_read_by_everybody_only_where_that_was_agreed_to(story):
    shown, hidden = essay("となりの席の国境(見本)"), essay("水を運ぶ手(見本)")
    without = essay("はじめての通訳(見本)")

    with clock.at(BEFORE):
        assert queries.essay_published(shown.ref) is None
    with clock.at(OUT):
        assert queries.essay_published(shown.ref)
        assert queries.essay_published(hidden.ref) is None
        assert queries.essay_published(without.ref) is None


def test_published_essays_are_found_by_their_titles_and_pupils_never(story):
    found = Findable.objects.filter(kind="contest", language="ja").exclude(ref=story.ref)

    assert sorted(entry.title for entry in found) == [
        "となりの席の国境(見本)",
        "夜間中学の窓あかり(見本)",
        "橋をかける仕事(見本)",
        "祖母の古い地図(見本)",
    ]
    assert [entry for entry in Findable.objects.all() if "さくら" in entry.title + entry.text] == []


def test_essays_are_announced_after_the_results_by_an_officer(story):
    with clock.at(BEFORE):
        assert policies.may_announce(officer(), story) == no(
            "結果の発表の日時が、まだ来ていません。"
        )
    with clock.at(OUT):
        assert policies.may_announce(officer(), story) == YES
        assert policies.may_announce(somebody("ren"), story) == no(
            "コンテストの準備と確認は担当の職員が行います。"
        )


def test_essays_are_ranked_by_the_mean_of_two_reads(story):
    track = queries.track_of(story, "senior")
    assert track

    assert [
        (place.ranked.place, place.essay.submission.title, str(place.ranked.mean))
        for place in queries.ranking_of(track)
    ] == [
        (1, "橋をかける仕事(見本)", "87.50"),
        (2, "夜間中学の窓あかり(見本)", "75.00"),
        (3, "返事を待つあいだ(見本)", "62.50"),
        (4, "コーヒー一杯の距離(見本)", "50.00"),
        (5, "防災訓練の日(見本)", "37.50"),
        (6, "使わなくなった制服(見本)", "25.00"),
    ]


def test_the_ranking_asks_few_questions_at_any_size(story, django_assert_max_num_queries):
    track = queries.track_of(story, "junior")

    with django_assert_max_num_queries(6):
        queries.ranking_of(track)


def test_entries_of_the_year_are_counted_by_division(story):
    first, last = clock.moment("2023-04-01").date(), clock.moment("2024-03-31").date()

    counted = figures.entries_between(first, last)
    junior = figures.FIGURES[1].counted(first, last)

    assert (counted.value, counted.parts) == (12, {"中学生の部": 6, "高校生の部": 6})
    assert (junior.value, junior.parts) == (6, {"中学生の部": 6})
    assert counted.records.count() == 12


def test_samples_are_never_counted_in_production(story, settings):
    settings.HIROBA_ENV = "production"
    days = clock.moment("2023-04-01").date(), clock.moment("2024-03-31").date()

    assert figures.entries_between(*days).value == 0


def test_a_certificate_is_printed_by_the_school_once_the_results_are_out(story):
    best, other = essay("となりの席の国境(見本)"), essay("はじめての通訳(見本)")
    early = no("賞状は、結果の発表の後に印刷できます。")
    teacher = examples.teacher()

    with clock.at(BEFORE):
        assert policies.may_see_certificate(teacher, best, best.pupil) == early
    with clock.at(OUT):
        assert policies.may_see_certificate(teacher, best, best.pupil) == YES
        assert policies.may_see_certificate(teacher, other, other.pupil) == early
        assert policies.may_see_certificate(teacher, best, None) == no(
            "賞状は、学校の方と担当の職員だけが印刷できます。"
        )
        assert certificates.certificate_of(best, best.pupil).startswith(b"%PDF-")


def test_the_story_told_twice_is_told_once(story):
    with clock.at("2024-03-01 10:00"):
        examples.tell()
        before = Contest.objects.count(), Essay.objects.count()
        examples.tell()

    assert (Contest.objects.count(), Essay.objects.count()) == before == (2, 15)


def test_today_somebody_finds_something_to_do_in_each_role(story):
    with clock.at("2024-03-01 10:00"):
        examples.tell()

        assert [each.submission.title for each in queries.essays_to_check(officer())] == [
            "朝の市場(見本)",
            "雨の日の約束(見本)",
        ]
        assert [read.submission.title for read in queries.reads_owed_by(reviewers()[0])] == [
            "空き地の畑(見本)"
        ]
        upload = queries.uploads_of(examples.teacher()).first()
        assert [row.line for row in queries.rows_to_repair(upload)] == [3]
