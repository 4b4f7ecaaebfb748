import pytest

from hiroba.foundation.accounts.examples import administrator, officer
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.jobs import actions, policies
from hiroba.foundation.jobs.models import Job
from hiroba.foundation.jobs.states import JobState
from hiroba.foundation.jobs.tests import samples

pytestmark = pytest.mark.django_db

AUTOMATIC = "この仕事は自動で進みます。"


def job(state):
    return Job(state=state)


@pytest.mark.parametrize(
    ("may", "good", "bad"),
    [
        (policies.may_take, "ready", "running"),
        (policies.may_finish, "running", "ready"),
        (policies.may_postpone, "running", "done"),
        (policies.may_hand_back, "running", "dead"),
        (policies.may_give_up, "running", "ready"),
    ],
)
def test_the_clockwork_moves_jobs_as_their_states_allow(may, good, bad):
    label = JobState(bad).label
    assert may(CLOCKWORK, job(good))
    assert may(CLOCKWORK, job(bad)).reason == f"いまは「{label}」のため、この操作はできません。"
    assert may(GUEST, job(good)).reason == AUTOMATIC


def test_an_administrator_tries_again_what_is_dead():
    assert policies.may_retry(administrator(), job("dead"))
    assert policies.may_retry(officer(), job("dead")).reason == "もう一度試せるのは管理者だけです。"
    assert (
        policies.may_retry(administrator(), job("done")).reason
        == "いまは「完了」のため、この操作はできません。"
    )


def test_nothing_is_tried_again_while_the_same_is_on_its_way(settings):
    settings.TASKS = {"default": {"BACKEND": "hiroba.foundation.jobs.backend.DatabaseBackend"}}
    actions.enqueue(by=CLOCKWORK, task=samples.remember, key="教室", name="教室")

    verdict = policies.may_retry(administrator(), Job(state="dead", key="教室"))

    assert verdict.reason == "同じ仕事がすでに進んでいます。終わるまでお待ちください。"


def test_the_list_of_what_went_wrong_is_for_administrators():
    assert policies.may_see_dead_jobs(administrator())
    assert (
        policies.may_see_dead_jobs(officer()).reason
        == "止まった仕事の一覧は管理者だけが見られます。"
    )
