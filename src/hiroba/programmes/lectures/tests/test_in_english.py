"""The pages in English: no Japanese is left but what people wrote, and that is marked."""

import re

import pytest
from lxml import html

from hiroba.engines.registry.places.tests.support import signed_in
from hiroba.foundation.accounts.examples import officer
from hiroba.programmes.lectures.tests import world

pytestmark = [pytest.mark.usefixtures("in_september")]

JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def unmarked(answer):
    """Japanese words of the page's own part that are not marked as such."""
    main = html.fromstring(answer.content.decode()).get_element_by_id("main")
    for marked in main.xpath(".//*[@lang='ja']"):
        marked.text = ""
    for typed in main.xpath(".//textarea"):
        typed.text = ""
    return sorted({text.strip() for text in main.itertext() if JAPANESE.search(text)})


def test_what_everybody_reads(client):
    lecture = world.held()

    for path in ("/en/lectures/", f"/en/lectures/{lecture.ref}/"):
        assert unmarked(client.get(path)) == []


def test_what_a_teacher_reads(client):
    teacher = signed_in(client, world.akari())
    lecture = world.held()

    for path in ("", "ask/", f"{lecture.ref}/", f"{lecture.ref}/answer/"):
        assert unmarked(teacher.get(f"/en/my/lectures/{path}")) == [], path


def test_what_a_lecturer_reads(client):
    volunteer = signed_in(client, world.noy())
    offer = world.offered()

    for path in ("", f"{offer.ref}/", f"{offer.ref}/decline/", "absences/"):
        assert unmarked(volunteer.get(f"/en/my/lectures/offers/{path}")) == [], path


def test_what_an_officer_reads(client):
    staff = signed_in(client, officer())
    lecture = world.requested(country="GH", theme="health", only_this_country=True)

    for path in (
        "",
        "lecturers/",
        "lecturers/new/",
        "rules/",
        "rules/change/",
        f"{lecture.ref}/",
        f"{lecture.ref}/candidates/",
        f"{lecture.ref}/candidates/?show=others",
        f"{lecture.ref}/turn-down/",
    ):
        assert unmarked(staff.get(f"/en/staff/lectures/{path}")) == [], path
