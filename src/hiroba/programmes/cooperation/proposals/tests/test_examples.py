"""The story of 2023 goes through every action and ends in a project."""

import pytest

from hiroba.foundation import clock
from hiroba.foundation.letters.models import Letter
from hiroba.programmes.cooperation.proposals import examples

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_april_2023():
    with clock.at("2023-04-10 10:00"):
        yield


def test_minato_is_selected_and_there_is_a_project():
    proposal = examples.story_of_2023()

    project = proposal.project
    assert project is not None
    assert (project.title_ja, project.scheme, project.body) == (
        proposal.submission.title,
        "grassroots_support",
        proposal.submission.body,
    )
    assert [(letter.kind, letter.to) for letter in Letter.objects.order_by("pk")][-4:] == [
        ("proposals/received", "ren@example.jp"),
        ("proposals/reviewer_asked", "mori@example.jp"),
        ("proposals/reviewer_asked", "hayashi@example.jp"),
        ("proposals/selected", "ren@example.jp"),
    ]
