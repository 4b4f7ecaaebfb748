import pytest

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.jobs import actions, queries
from hiroba.foundation.jobs.queries import Backlog
from hiroba.foundation.jobs.tests import samples

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_worker_is_needed(settings):
    settings.TASKS = {"default": {"BACKEND": "hiroba.foundation.jobs.backend.DatabaseBackend"}}


def wished(by):
    return actions.enqueue(by=by, task=samples.remember, name="教室")


def test_one_sees_the_jobs_one_asked_for_and_an_administrator_all():
    akari, ren = somebody("akari"), somebody("ren")
    of_akari, of_ren, of_the_house = wished(akari), wished(ren), wished(CLOCKWORK)

    assert list(queries.jobs_seen_by(akari)) == [of_akari]
    assert list(queries.jobs_seen_by(administrator())) == [of_the_house, of_ren, of_akari]
    assert list(queries.jobs_seen_by(GUEST)) == []


def test_the_backlog_tells_how_much_waits_and_for_how_long():
    with clock.at("2023-11-01 10:00"):
        for _ in range(4):
            wished(CLOCKWORK)
        actions.take(by=CLOCKWORK, worker="w1")
        [job] = actions.take(by=CLOCKWORK, worker="w1")
        actions.give_up(by=CLOCKWORK, job=job, error="できません")

    with clock.at("2023-11-01 10:05"):
        backlog = queries.backlog()

    assert backlog == Backlog(ready=2, running=1, dead=1, waiting_seconds=300.0)


def test_an_empty_house_has_no_backlog():
    assert queries.backlog() == Backlog(ready=0, running=0, dead=0, waiting_seconds=0.0)
