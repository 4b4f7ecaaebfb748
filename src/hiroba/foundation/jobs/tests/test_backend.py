import pytest
from django.db import transaction
from django_tasks.exceptions import TaskResultDoesNotExist

from hiroba.foundation import clock
from hiroba.foundation.actors import CLOCKWORK
from hiroba.foundation.jobs import actions
from hiroba.foundation.jobs.tests import samples
from hiroba.foundation.journal.queries import records_of

pytestmark = pytest.mark.django_db


def test_in_tests_a_job_is_done_where_it_is_asked_for():
    job = actions.enqueue(by=CLOCKWORK, task=samples.remember, name="教室")

    assert (job.state, job.answer) == ("done", "教室を覚えました")
    assert [record.verb for record in records_of("教室")] == ["samples.remember"]


def test_in_tests_what_a_job_raises_fails_the_test():
    with pytest.raises(ValueError, match="無理はできません"), transaction.atomic():
        samples.fail.enqueue("無理")


def test_in_tests_a_job_for_later_waits():
    with clock.at("2023-11-01 10:00"):
        later = samples.remember.using(run_after=clock.moment("2023-11-01 12:00"))
        told = later.enqueue("あとで")

    assert told.status == "READY"


def test_arguments_are_what_they_will_be_after_a_night_in_the_table():
    told = samples.repeat.enqueue(("教", "室"))

    assert (told.args, told.return_value) == ([["教", "室"]], ["教", "室"])


def test_arguments_that_cannot_be_kept_are_refused_at_once():
    with pytest.raises(TypeError):
        samples.remember.enqueue(clock.now())


def test_a_number_nobody_knows_has_no_result():
    with pytest.raises(TaskResultDoesNotExist):
        samples.remember.get_result("J-NOTHING2")
