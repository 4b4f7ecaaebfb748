import pytest

from hiroba.foundation.accounts.examples import administrator, officer, somebody
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs import actions
from hiroba.foundation.jobs.tests import samples

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_worker_is_needed(settings):
    settings.TASKS = {"default": {"BACKEND": "hiroba.foundation.jobs.backend.DatabaseBackend"}}


def wished(by, name="教室"):
    return actions.enqueue(by=by, task=samples.remember, name=name)


def taken():
    return actions.take(by=CLOCKWORK, worker="w1")[0]


def given_up(by=CLOCKWORK):
    wished(by)
    return actions.give_up(by=CLOCKWORK, job=taken(), error="ValueError: できません")


def seen(client, job, **headers):
    return client.get(f"/my/jobs/{job.ref}/", headers=headers).content.decode()


def test_whoever_asked_for_a_job_watches_it(client):
    akari = somebody("akari")
    client.force_login(akari)
    job = wished(akari)

    waiting = seen(client, job)
    mine = taken()
    actions.progress(by=CLOCKWORK, job=job.ref, done=120, total=401, message="活動を読んでいます")
    running = seen(client, job)
    actions.finish(by=CLOCKWORK, job=mine)
    finished = seen(client, job)

    assert "順番が来ると始まります。" in waiting
    assert 'max="401" value="120"' in running
    assert ("終わりました。" in finished, "hx-trigger" in finished) == (True, False)


def test_the_page_asks_again_by_itself_and_has_a_link_without_script(client):
    akari = somebody("akari")
    client.force_login(akari)
    job = wished(akari)

    fragment = seen(client, job, hx_request="true")

    assert "<html" not in fragment
    assert f'hx-get="/my/jobs/{job.ref}/" hx-trigger="every 2s"' in fragment
    assert f'<a href="/my/jobs/{job.ref}/">いまの様子を見る</a>' in fragment


def test_whoever_asked_is_not_shown_how_it_broke(client):
    akari = somebody("akari")
    client.force_login(akari)

    page = seen(client, given_up(akari))

    assert "管理者が確かめて、もう一度試します。" in page
    assert "ValueError" not in page


def test_the_jobs_of_others_are_not_there(client):
    job = wished(somebody("ren"))
    client.force_login(somebody("akari"))

    assert client.get(f"/my/jobs/{job.ref}/").status_code == 404
    assert job.ref not in client.get("/my/jobs/").content.decode()


def test_an_administrator_finds_what_went_wrong_and_tries_again(client):
    client.force_login(administrator())
    job = given_up()

    listed = client.get("/staff/jobs/").content.decode()
    answer = client.post(f"/staff/jobs/{job.ref}/retry/", follow=True).content.decode()

    job.refresh_from_db()
    assert "ValueError: できません" in listed
    assert ("もう一度試します。" in answer, "止まった仕事はありません。" in answer) == (True, True)
    assert job.state == "ready"


def test_a_job_that_is_tried_again_elsewhere_is_refused_on_the_page_one_came_from(client):
    client.force_login(administrator())
    job = given_up()
    actions.retry(by=administrator(), job=job)

    answer = client.post(
        f"/staff/jobs/{job.ref}/retry/", headers={"referer": "/staff/jobs/"}, follow=True
    )

    assert "いまは「順番待ち」のため、この操作はできません。" in answer.content.decode()


def test_others_are_told_that_the_list_is_for_administrators(client):
    client.force_login(officer())

    answer = client.get("/staff/jobs/")

    assert answer.status_code == 403
    assert "止まった仕事の一覧は管理者だけが見られます。" in answer.content.decode()


@pytest.mark.parametrize("place", ["/my/jobs/", "/staff/jobs/"])
def test_lists_ask_as_often_for_three_jobs_as_for_one(client, place, django_assert_max_num_queries):
    kanri = administrator()
    client.force_login(kanri)
    given_up(kanri)
    with django_assert_max_num_queries(12) as one:
        client.get(place)
    given_up(kanri)
    given_up(kanri)

    with django_assert_max_num_queries(12) as three:
        client.get(place)

    assert len(three) == len(one)
