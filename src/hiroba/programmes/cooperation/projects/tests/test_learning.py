"""Lessons and practices of projects: written, checked, published, tied and found."""

import pytest
from django.utils.translation import override
from lxml import html

from hiroba.engines.registry.places.tests.support import journal, questions, refused, signed_in
from hiroba.engines.ties import queries as ties
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import approver, auditor, officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.search import queries as search
from hiroba.foundation.verdicts import YES
from hiroba.programmes.cooperation.projects import examples, learning, policies, queries
from hiroba.programmes.cooperation.projects.learned import Learned, learned_from, lesson_verbs
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

WORDS = {
    "title_ja": "水番を先に決める",
    "title_en": "Name a keeper first",
    "situation_ja": "直す人がいなかった。",
    "happened_ja": "水番のいる村では止まらなかった。",
    "advice_ja": "掘る前に決める。",
}
CORE = {"title_ja": "二人の水番", "core_ja": "村が選ぶ。"}
SPREAD = {"place_ja": "となり村", "direction": "horizontal"}


def written(project=None):
    return learning.write_lesson(by=officer(), project=project or adopted(), **WORDS)


def published(project=None):
    lesson = learning.review_lesson(by=approver(), lesson=written(project))
    return learning.publish_lesson(by=officer(), lesson=lesson)


def practice(project=None):
    return learning.describe_practice(by=officer(), project=project or adopted(), **CORE)


def interested(known=None, **told):
    return learning.record_adoption(by=officer(), practice=known or practice(), **SPREAD, **told)


def page_of(client, url, by=None):
    answer = (signed_in(client, by) if by else client).get(url)
    assert answer.status_code == 200
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def lesson_url(lesson, door=""):
    start = f"/staff/projects/{lesson.about_ref}" if door else f"/projects/{lesson.about_ref}"
    return f"{start}/lessons/{lesson.ref}/{door}"


def test_a_lesson_knows_its_project_and_country():
    project = adopted()

    lesson = written(project)

    assert (lesson.about_ref, lesson.country.code, lesson.programme) == (
        project.ref,
        "LA",
        "cooperation",
    )


def test_a_published_lesson_is_tied_to_its_project():
    project = adopted()
    lesson = published(project)

    steps = ties.chain_through(project.ref).steps

    assert [(step.kind, step.things[0].url) for step in steps] == [
        ("project", f"/projects/{project.ref}/"),
        ("lesson", lesson_url(lesson)),
    ]


def test_a_draft_is_neither_tied_nor_found():
    project = adopted()
    written(project)

    assert not ties.chain_through(project.ref)
    assert list(search.found_by(GUEST, "水番")) == []


def test_a_published_lesson_is_found_in_both_languages():
    lesson = published()

    found = search.found_by(GUEST, "keeper first").order_by("language")

    assert [(one.language, one.title, one.url) for one in found] == [
        ("en", "Name a keeper first", f"/en{lesson_url(lesson)}"),
        ("ja", "水番を先に決める", lesson_url(lesson)),
    ]


def test_a_practice_is_tied_and_grows():
    project = adopted()
    first = interested(practice(project))
    interested(first.practice, parent_ref=first.ref)

    learned = learned_from(GUEST, project)

    assert [(place.adoption.place_ja, place.depth) for place in learned.trees[0].places] == [
        ("となり村", 0),
        ("となり村", 1),
    ]
    assert first.country.code == "LA"
    assert [step.kind for step in ties.chain_through(project.ref).steps] == ["project", "practice"]


def test_officers_are_told_the_next_steps_and_others_are_not():
    project = adopted()
    interested(practice(project))

    told = [learned_from(by, project).trees[0].places[0].steps for by in (officer(), GUEST)]

    assert [[step.door for step in steps] for steps in told] == [["pilot", "adopt", "stop"], []]


def test_a_practice_goes_its_way():
    adoption = interested()
    day = clock.today()

    adoption = learning.pilot_practice(by=officer(), adoption=adoption, since=day)
    adoption = learning.adopt_practice(
        by=officer(), adoption=adoption, since=day.replace(year=2021), evidence="年報"
    )
    adoption = learning.sustain_practice(by=officer(), adoption=adoption, evidence="年報")
    adoption = learning.stop_practice(by=officer(), adoption=adoption, because="合併")

    assert (adoption.state, adoption.stopped_because) == ("stopped", "合併")


def test_lessons_are_written_about_projects_of_ours():
    bring_in()
    imported = Project.objects.imported().get()

    assert policies.may_write_lesson(officer(), adopted()) == YES
    assert policies.may_write_lesson(officer(), imported).reason == (
        "ほかの団体の事業の教訓は、公開元が書きます。"
    )
    assert policies.may_write_lesson(auditor(), adopted()).reason == (
        "教訓は、担当職員が書きます。"
    )
    assert learned_from(officer(), imported) == Learned()


def test_a_refusal_leaves_nothing_behind():
    project = adopted()

    refused(learning.write_lesson, by=auditor(), project=project, **WORDS)
    refused(learning.describe_practice, by=auditor(), project=project, **CORE)

    assert (journal("results.write_lesson"), journal("results.describe_practice")) == ([], [])


def test_what_may_be_done_with_a_lesson_is_told():
    verbs = lesson_verbs(officer(), written())

    assert (bool(verbs["revise"]), verbs["review"].reason) == (
        True,
        "書いた本人は確認できません。ほかの方に頼んでください。",
    )


def test_lessons_wait_for_others():
    lesson = written()
    assert list(queries.lessons_to_review(approver())) == [lesson]
    assert list(queries.lessons_to_review(officer())) == []

    lesson = learning.review_lesson(by=approver(), lesson=lesson)

    assert list(queries.lessons_to_publish()) == [lesson]


def test_everybody_reads_a_published_lesson(client):
    lesson = published()

    page = page_of(client, lesson_url(lesson))

    assert "水番を先に決める" in page and "掘る前に決める。" in page
    assert "このつながり" in page and "担当職員の操作" not in page


def test_a_lesson_is_read_in_english(client):
    with override("en"):
        page = client.get(f"/en{lesson_url(published())}").content.decode()

    assert "Name a keeper first</h1>" in page
    assert '<div class="prose" lang="ja">' in page


def test_a_draft_is_read_at_home_only(client):
    lesson = written()

    assert client.get(lesson_url(lesson)).status_code == 404
    assert "下書き" in page_of(client, lesson_url(lesson), approver())


def test_a_lesson_of_another_project_is_not_there(client):
    lesson, other = published(), adopted("別の事業")

    assert client.get(f"/projects/{other.ref}/lessons/{lesson.ref}/").status_code == 404


def test_the_page_of_a_project_tells_what_was_learned(client):
    project = adopted()
    published(project)
    interested(practice(project))

    page = page_of(client, f"/projects/{project.ref}/")

    assert "水番を先に決める" in page and "二人の水番" in page and "となり村" in page
    assert "教訓を書く" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_project_asks_as_much_at_any_size(client, count):
    project = adopted()
    known = practice(project)
    for _ in range(count):
        published(project)
        interested(known)

    assert questions(client, f"/projects/{project.ref}/") == 10


def test_a_lesson_is_written_checked_and_published_on_pages(client):
    project = adopted()
    start = f"/staff/projects/{project.ref}/lessons/write/"
    assert "教訓を書く" in page_of(client, start, officer())

    client.post(start, {**WORDS, "field": ""})
    lesson = queries.lessons_of(officer(), project).get()
    client.post(lesson_url(lesson, "revise/"), {**WORDS, "title_ja": "水番は二人", "field": ""})
    signed_in(client, approver()).post(lesson_url(lesson, "review/"))
    signed_in(client, officer()).post(lesson_url(lesson, "publish/"))

    kept = queries.lessons_of(GUEST, project).get()
    assert (kept.title_ja, kept.state, kept.reviewed_by) == ("水番は二人", "published", approver())


def test_what_was_typed_stays_when_something_is_missing(client):
    start = f"/staff/projects/{adopted().ref}/lessons/write/"

    answer = signed_in(client, officer()).post(start, {**WORDS, "advice_ja": "", "field": ""})

    page = answer.content.decode()
    assert answer.status_code == 200 and 'value="水番を先に決める"' in page


def test_the_writer_is_told_why_the_button_did_nothing(client):
    lesson = written()

    answer = signed_in(client, officer()).post(lesson_url(lesson, "review/"), follow=True)

    assert "書いた本人は確認できません。" in answer.content.decode()


def test_practices_and_their_spread_are_recorded_on_pages(client):
    project = adopted()
    start, client = f"/staff/projects/{project.ref}", signed_in(client, officer())
    client.post(f"{start}/practices/describe/", CORE)
    known = queries.practices_of(project).get()
    assert client.get(f"{start}/practices/{known.ref}/record-adoption/").status_code == 200
    client.post(f"{start}/practices/{known.ref}/record-adoption/", SPREAD)
    place = queries.adoptions_from(project).get()

    client.post(
        f"{start}/adoptions/{place.ref}/adopt/", {"since": "2023-10-01", "evidence": "年報"}
    )

    assert queries.adoptions_from(project).get().state == "adopted"


@pytest.mark.parametrize("door", ["lessons/write/", "practices/describe/"])
def test_only_officers_find_the_doors(client, door):
    url = f"/staff/projects/{adopted().ref}/{door}"

    assert signed_in(client, somebody("ren")).get(url).status_code == 403
    assert signed_in(client, approver()).get(url).status_code == 403


def test_unknown_verbs_and_places_are_not_there(client):
    lesson, place = written(), interested()
    start = f"/staff/projects/{place.practice.origin_ref}/adoptions/{place.ref}"
    client = signed_in(client, officer())

    assert client.post(lesson_url(lesson, "burn/")).status_code == 404
    assert client.get(f"{start}/burn/").status_code == 404
    assert queries.adoption_of(place.practice, "AD-NONE") is None
    assert queries.field_name("nothing") == ""


def test_the_story_has_a_lesson_and_counties_that_took_it_up():
    examples.lesson(), examples.practice(), examples.draft_lesson()
    examples.lesson(), examples.practice(), examples.draft_lesson()

    learned = learned_from(GUEST, examples.kenya())

    assert [lesson.title_ja for lesson in learned.lessons] == ["保護司は、地域が自分で選ぶ"]
    assert [place.adoption.place_en for place in learned.trees[0].places] == [
        "Kajiado County",
        "Nakuru County",
    ]
    assert learned.trees[0].count == 2
    assert queries.lessons_of(officer(), examples.kenya()).count() == 2
