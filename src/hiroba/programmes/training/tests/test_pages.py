"""Every page for everybody, forms that keep what was typed, and the paper."""

import subprocess

import pytest
from lxml import html

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import somebody
from hiroba.programmes.training import examples, queries
from hiroba.programmes.training.models import Application, Certificate, Course

COURSE = {
    "title_ja": "水の授業",
    "title_en": "Water",
    "text_ja": "紹介",
    "text_en": "Text",
    "for_whom_ja": "先生",
    "for_whom_en": "Teachers",
    "applies_until": "2023-11-20",
    "first_day": "2023-12-05",
    "day_count": "2",
    "starts": "10:00",
    "ends": "16:00",
    "seats": "20",
    "least_days": "2",
    "place_ja": "市ヶ谷",
}


def words(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


@pytest.mark.parametrize(
    ("address", "statuses"),
    [
        ("/training/", (200, 200, 200, 200, 200)),
        ("/training/{course}/", (200, 200, 200, 200, 200)),
        ("/training/CO-NOTHING/", (404, 404, 404, 404, 404)),
        ("/training/{course}/apply/", (302, 200, 200, 200, 200)),
        ("/training/certificates/TC1-1/", (404, 404, 404, 404, 404)),
        ("/my/training/", (302, 200, 200, 200, 200)),
        ("/my/training/{mine}/certificate.pdf", (302, 403, 404, 404, 404)),
        ("/staff/training/plan/", (302, 403, 200, 403, 403)),
        ("/staff/training/{course}/", (302, 403, 200, 200, 200)),
        ("/staff/training/{course}/propose-selection/", (302, 403, 200, 403, 403)),
    ],
    ids=[str(number) for number in range(10)],
)
def test_each_page_is_there_for_whom_it_is_meant(client, closed, address, statuses):
    mine, told = closed.applications.get(applicant=somebody("akari")), []
    for who in ("", "akari", "nana", "kansa", "sumire"):
        client.logout()
        if who:
            backend = "django.contrib.auth.backends.ModelBackend"
            client.force_login(somebody(who), backend=backend)
        told.append(client.get(address.format(course=closed.ref, mine=mine.ref)).status_code)

    assert tuple(told) == statuses


def test_an_officer_of_another_programme_reads_no_application(signed_in, closed):
    told = words(signed_in("sumire").get(f"/staff/training/{closed.ref}/"))

    assert "中村 あかり" not in told


@pytest.mark.parametrize("many", [0, 1, 3])
def test_the_list_of_courses_asks_little(client, many, django_assert_max_num_queries):
    for _ in range(many):
        examples.course("2023-12-05", "2023-11-20")

    with django_assert_max_num_queries(12):
        answer = client.get("/training/")

    assert len(html.fromstring(answer.content.decode()).xpath("//*[@class='grid']/li")) == many
    assert ("いまはお知らせする研修がありません" in words(answer)) == (many == 0)


def test_a_draft_is_seen_by_officers_and_opened_with_a_button(client, signed_in):
    signed_in("nana").post("/staff/training/plan/", COURSE)
    course = Course.objects.get()
    client.logout()
    before = client.get(f"/training/{course.ref}/").status_code

    signed_in("nana").post(f"/staff/training/{course.ref}/publish/")
    client.logout()

    assert (before, client.get(f"/training/{course.ref}/").status_code) == (404, 200)
    assert [day.starts_at.astimezone(clock.JAPAN).day for day in queries.days_of(course)] == [5, 6]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"least_days": "3"}, "修了に要る日数を、研修の日数までにしてください。"),
        ({"ends": "09:00"}, "終わりの時刻を、始まりより後にしてください。"),
        ({"seats": "many"}, "整数を入力してください。"),
    ],
    ids=["days", "hours", "seats"],
)
def test_a_refused_plan_keeps_what_was_typed(signed_in, changed, reason):
    answer = signed_in("nana").post("/staff/training/plan/", {**COURSE, **changed})

    told = html.fromstring(answer.content.decode())
    assert reason in words(answer)
    assert told.xpath("//input[@name='title_ja']/@value") == ["水の授業"]
    assert Course.objects.count() == 0


def test_a_teacher_applies_and_an_empty_reason_is_asked_for(signed_in, coming):
    client, address = signed_in("akari"), f"/training/{coming.ref}/apply/"

    empty = client.post(address, {"workplace": "見本小学校", "reason": ""})
    client.post(address, {"workplace": "見本小学校", "reason": "水を教えたい"})
    again = client.post(address, {"workplace": "見本小学校", "reason": "水を教えたい"})

    assert html.fromstring(empty.content.decode()).xpath("//input[@name='workplace']/@value") == [
        "見本小学校"
    ]
    assert "この研修には、もう応募しています。" in words(again)
    assert Application.objects.count() == 1


def test_the_whole_course_with_buttons(signed_in, closed):
    akari = closed.applications.get(applicant=somebody("akari"))
    staff = f"/staff/training/{closed.ref}"
    signed_in("sato").post(f"{staff}/propose-selection/", {"chosen": [akari.pk]})
    alone = signed_in("sato").post(f"{staff}/approve-selection/", follow=True)
    signed_in("nana").post(f"{staff}/approve-selection/")
    signed_in("akari").post(f"/my/training/{akari.ref}/confirm-place/")
    with clock.at("2023-12-06 17:00"):
        for seat in queries.attendance_of(closed):
            signed_in("nana").post(f"{staff}/{seat.ref}/attend/")
        signed_in("nana").post(f"{staff}/end/")

    assert "提案した人とは別の人が承認します。" in words(alone)
    assert Certificate.objects.get().number == "TC2023-0001"


def test_a_returned_selection_is_open_again(signed_in, closed):
    akari = closed.applications.get(applicant=somebody("akari"))
    staff = f"/staff/training/{closed.ref}"
    signed_in("sato").post(f"{staff}/propose-selection/", {"chosen": [akari.pk]})

    signed_in("nana").post(f"{staff}/return-selection/")

    closed.refresh_from_db()
    assert closed.state == "open"


def test_who_misses_a_day_is_recorded(signed_in, closed):
    akari = closed.applications.get(applicant=somebody("akari"))
    examples.decided(closed, akari)
    signed_in("akari").post(f"/my/training/{akari.ref}/confirm-place/")
    with clock.at("2023-12-06 17:00"):
        seat = queries.attendance_of(closed).first()
        signed_in("nana").post(f"/staff/training/{closed.ref}/{seat.ref}/miss/")

    seat.refresh_from_db()
    assert seat.state == "missed"


def test_one_withdraws_with_a_button(signed_in, closed):
    akari = closed.applications.get(applicant=somebody("akari"))

    signed_in("akari").post(f"/my/training/{akari.ref}/withdraw/")

    akari.refresh_from_db()
    assert akari.state == "withdrawn"


def test_the_certificate_is_a_paper_and_its_number_can_be_checked(signed_in, client, tmp_path):
    course = examples.summer_course()
    akari = course.applications.get(applicant=somebody("akari"))
    answer = signed_in("akari").get(f"/my/training/{akari.ref}/certificate.pdf")
    client.logout()

    checked = words(client.get(f"/en/training/certificates/{akari.certificate.number}/"))

    paper = tmp_path / "certificate.pdf"
    paper.write_bytes(answer.content)
    text = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True
    ).stdout.replace(" ", "")
    for word in ("修了証(見本)", "中村あかり", "この研修に2日間参加し", "2023年8月4日"):
        assert word in text
    assert "The certificate of this number was issued by Hiroba." in checked
    assert "中村" not in checked


def test_in_english_the_courses_are_english(client, coming):
    told = words(client.get(f"/en/training/{coming.ref}/"))

    assert examples.GLOBAL["title_en"] in told
    assert "Days needed for a certificate" in told
