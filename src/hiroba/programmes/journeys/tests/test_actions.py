"""What is true after each action on journeys, and what is refused with which sentence."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.queries import records_of
from hiroba.foundation.search.models import Findable
from hiroba.foundation.verdicts import YES, Refused, no
from hiroba.programmes.journeys import actions, examples, policies, queries
from hiroba.programmes.journeys.marks import Mark, read
from hiroba.programmes.journeys.models import JourneyVersion, Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

NOT_AN_OFFICER = no("追体験の公開は担当の職員が行います。")


def standing(mark):
    found = queries.standing_at(examples.CODE, mark)
    assert found
    return found


def steps():
    return list(Step.objects.values_list("place", "role", "scene", "choice", "is_out"))


def test_a_version_begins_as_a_draft_that_only_officers_see():
    version = examples.draft()

    assert (version.ref, version.state) == ("the-day-after/1", "draft")
    assert list(queries.versions_told()) == []
    assert list(queries.versions_kept_by(officer())) == [version]
    assert list(queries.versions_kept_by(auditor())) == [version]
    assert list(queries.versions_kept_by(somebody("ren"))) == []
    assert list(queries.versions_to_publish(officer())) == [version]
    assert list(queries.versions_to_publish(auditor())) == []


def test_a_published_version_is_walked_and_found_by_everybody():
    version = examples.published()

    assert list(queries.versions_told()) == [version]
    assert [
        (hit.language, hit.title, hit.url) for hit in Findable.objects.order_by("language")
    ] == [
        (
            "en",
            "A morning that does not follow yesterday (sample)",
            "/en/journeys/the-day-after/",
        ),
        ("ja", "きのうの続きではない朝(見本)", "/journeys/the-day-after/"),
    ]


def test_a_new_version_takes_the_place_of_the_one_before():
    first = examples.published()
    second = actions.publish(by=officer(), version=examples.draft(minutes=15))

    first.refresh_from_db()
    assert (first.state, second.no, second.state) == ("retired", 2, "published")
    assert list(queries.versions_told()) == [second]
    assert Findable.objects.count() == 2


def test_a_retired_journey_is_found_no_longer_but_walked_to_its_end():
    version = examples.published()
    mark = examples.walk(version, "sami", ("promise",))

    actions.retire(by=officer(), version=version)

    assert list(queries.versions_told()) == []
    assert Findable.objects.count() == 0
    after = actions.choose(by=GUEST, standing=standing(mark), choice="photos")
    assert standing(after.signed()).scene.key == "road"


def test_every_step_of_an_officer_stands_in_the_journal():
    actions.retire(by=officer(), version=examples.published())

    assert [(record.verb, record.details) for record in records_of(examples.CODE)] == [
        ("journeys.add_version", {"no": 1}),
        ("journeys.publish", {"no": 1}),
        ("journeys.retire", {"no": 1}),
    ]


def test_somebody_walks_from_the_first_scene_to_an_ending():
    mark = examples.walk(examples.published(), "nadia", ("tell", "papers", "mountain", "show"))
    before_last = standing(mark)
    end = standing(actions.choose(by=GUEST, standing=before_last, choice="help").signed())

    assert before_last.mark.values == {"papers": 1, "keepsake": 0, "bond": 2}
    assert (end.ending.key, end.scene, end.choices) == ("together", None, ())
    assert [str(remark)[:9] for remark in end.remarks] == [
        "ここまでの道で、あ"[:9],
        "書類があったので、"[:9],
    ]
    assert steps() == [
        (1, "nadia", "clinic", "tell", False),
        (2, "nadia", "bag", "papers", False),
        (3, "nadia", "road", "mountain", False),
        (4, "nadia", "border", "show", False),
        (5, "nadia", "shelter", "help", False),
    ]


def test_what_was_chosen_before_opens_or_closes_a_way():
    version = examples.published()
    without = standing(examples.walk(version, "sami", ("take", "photos", "sea")))

    assert [choice.key for choice in without.choices] == ["speak", "ask"]
    with pytest.raises(Refused, match="ここで選べるものを、一つ選んでください。"):
        actions.choose(by=GUEST, standing=without, choice="show")


def test_chosen_twice_at_one_place_the_first_is_counted():
    place = standing(examples.walk(examples.published(), "sami", ()))

    first = actions.choose(by=GUEST, standing=place, choice="promise")
    second = actions.choose(by=GUEST, standing=place, choice="take")

    assert (first.scene, second.scene) == ("bag", "bag")
    assert steps() == [(1, "sami", "classroom", "promise", False)]


def test_somebody_steps_out_and_comes_back_to_the_same_scene():
    version = examples.published()

    mark = examples.rest(version, "nadia", ("tell",))

    assert standing(mark).scene.key == "bag"
    assert steps() == [
        (1, "nadia", "clinic", "tell", False),
        (2, "nadia", "bag", "", True),
    ]


def test_nothing_is_kept_about_the_person():
    examples.walk(examples.published(), "sami", ("take",))

    assert {field.name for field in Step._meta.fields} == {
        "id", "version", "run", "place", "role", "scene", "choice", "is_out", "on",
    }  # fmt: skip
    assert len({step.run for step in Step.objects.all()}) == 1


def test_a_counted_step_is_never_changed():
    examples.walk(examples.published(), "sami", ("take",))

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Step.objects.update(choice="promise")


def test_the_database_wants_a_moment_for_what_is_published():
    version = examples.draft()

    with pytest.raises(IntegrityError), transaction.atomic():
        JourneyVersion.objects.filter(pk=version.pk).update(state="published")


def test_few_are_never_shown_as_a_number():
    version = examples.published()
    for times, choice in ((5, "tell"), (4, "hurry")):
        for _time in range(times):
            examples.walk(version, "nadia", (choice,))
    for _time in range(6):
        examples.rest(version, "nadia")

    cells = {
        (cell.role, cell.scene, cell.what): cell.count for cell in queries.statistics_of(version)
    }
    assert cells["nadia", "clinic", "tell"] == 5
    assert cells["nadia", "clinic", "hurry"] is None
    assert cells["nadia", "clinic", ""] == 6
    assert cells["sami", "classroom", "take"] == 0
    assert len(cells) == 2 * (6 + sum(len(scene.choices) for scene in version.story.scenes))


def test_the_statistics_are_one_question(django_assert_num_queries):
    version = examples.published()

    with django_assert_num_queries(1):
        queries.statistics_of(version)


def test_only_officers_add_publish_and_retire():
    version, ren = examples.published(), somebody("ren")

    assert [
        policies.may_keep(ren),
        policies.may_add_version(ren, examples.content()),
        policies.may_publish(ren, version),
        policies.may_retire(ren, version),
    ] == [NOT_AN_OFFICER] * 4
    assert policies.may_keep(officer()) == YES


def test_what_cannot_be_read_is_not_kept():
    assert policies.may_add_version(officer(), {"dsl": 1}).reason.startswith(
        "この内容は読めません。id:"
    )
    assert policies.may_add_version(officer(), {"dsl": "x" * 200_000}) == no(
        "長すぎます。場面を減らしてください。"
    )
    assert policies.may_add_version(officer(), examples.content()) == YES


def test_what_has_faults_is_not_published():
    version = examples.draft(lead={"ja": "道", "en": ""})

    assert policies.may_publish(officer(), version) == no(
        "公開の前に直すところが1か所あります。lead: 言語「en」の文がありません。"
    )


def test_a_version_is_published_once_and_retired_once():
    version = examples.published()
    assert policies.may_publish(officer(), version) == no(
        "いまは「公開中」のため、この操作はできません。"
    )
    assert policies.may_retire(officer(), version) == YES

    version = actions.retire(by=officer(), version=version)
    assert policies.may_retire(officer(), version) == no(
        "いまは「公開終了」のため、この操作はできません。"
    )


def test_one_sets_out_on_what_is_told_in_a_role_it_has():
    version = examples.published()

    assert policies.may_set_out(GUEST, version, "sami") == YES
    assert policies.may_set_out(GUEST, version, "") == no("役を一つ選ぶと、始められます。")
    assert policies.may_set_out(GUEST, examples.draft(), "sami") == no(
        "この追体験の公開は終わりました。ほかの追体験をお選びください。"
    )


def test_everybody_may_choose_and_step_out():
    place = standing(examples.walk(examples.published(), "sami", ()))

    assert policies.may_choose(GUEST, place, "take") == YES
    assert policies.may_choose(GUEST, place, "nothing") == no(
        "ここで選べるものを、一つ選んでください。"
    )
    assert policies.may_step_out(GUEST, place) == YES


def test_a_mark_is_read_as_it_was_written():
    mark = Mark(3, "sami", "bag", {"bond": 1})

    assert read(mark.signed()) == mark


def test_a_mark_goes_on_with_what_was_chosen():
    mark = Mark(3, "sami", "bag", {"bond": 1, "papers": 0}, "0123456789abcdef", 2)

    assert mark.on("road", {"bond": 2}) == Mark(
        3, "sami", "road", {"bond": 3, "papers": 0}, "0123456789abcdef", 3
    )


@pytest.mark.parametrize(
    "text",
    ["", "x", "x:y", Mark(1, "a", "b").signed()[:-1]],
    ids=["nothing", "a word", "two words", "cut short"],
)
def test_a_mark_that_somebody_made_up_leads_nowhere(text):
    assert read(text) is None


def test_a_mark_of_a_draft_of_another_journey_or_of_no_scene_leads_nowhere():
    draft, told = examples.draft(), examples.published()

    assert [
        queries.standing_at(examples.CODE, Mark(draft.pk + 99, "sami", "bag").signed()),
        queries.standing_at("another", Mark(told.pk, "sami", "bag").signed()),
        queries.standing_at(examples.CODE, Mark(told.pk, "sami", "nowhere").signed()),
        queries.standing_at(examples.CODE, "made-up"),
    ] == [None] * 4


def test_the_story_told_twice_is_told_once():
    examples.tell()
    before = Step.objects.count(), JourneyVersion.objects.count()

    examples.tell()

    assert (Step.objects.count(), JourneyVersion.objects.count()) == before == (115, 2)
