"""The pages of teachers, lecturers and officers: what stands there, and who does not get in."""

from datetime import time

import pytest
from lxml import html

from hiroba.engines.registry.places.tests.support import questions, signed_in
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.search import actions as search
from hiroba.programmes.lectures import actions, examples
from hiroba.programmes.lectures.models import Lecture, Lecturer, LectureRules, Offer
from hiroba.programmes.lectures.tests import world
from hiroba.programmes.lectures.tests.test_forms import lecturer_typed, rules_typed, typed

pytestmark = [pytest.mark.usefixtures("in_september")]

CARDS = "//article[@class='card']"
LINK = "https://meeting.example.jp/laos"


def told(answer):
    """What the page says."""
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def titles(client, url):
    """What the lines of a list are called."""
    page = html.fromstring(client.get(url).content.decode())
    return [line.text_content() for line in page.xpath("//ul[@class='waiting']//strong")]


@pytest.fixture
def teacher(client):
    return signed_in(client, world.akari())


@pytest.fixture
def staff(client):
    return signed_in(client, officer())


@pytest.fixture
def volunteer(client):
    return signed_in(client, world.noy())


def test_everybody_reads_what_lectures_are_and_whom_one_can_meet(client):
    page = told(client.get("/lectures/"))

    assert "30日前までに、10人以上で、08:00から21:00までの時間にお申し込みください。" in page
    assert [country in page for country in ("ラオス", "ケニア", "ペルー")] == [True] * 3
    assert "まだ記録がありません" in page


def test_a_lecture_that_took_place_is_public_without_names(client):
    lecture = world.held()

    page = told(client.get(f"/lectures/{lecture.ref}/"))

    assert "ラオス" in page
    assert "33人" in page
    assert "ひろば中学校" not in page
    assert "野井" not in page
    assert titles(client, "/lectures/") == ["教育"]


def test_a_lecture_to_come_is_nobodys_business(client):
    assert client.get(f"/lectures/{world.confirmed().ref}/").status_code == 404


@pytest.mark.parametrize("path", ["/lectures/", "/en/lectures/"])
def test_the_open_page_asks_the_same_questions_for_1_and_3_lectures(client, path):
    world.held()
    first = questions(client, path)
    for hour in (13, 16):
        lecture = world.confirmed(at=time(hour))
        with clock.at("2023-11-15 17:30"):
            actions.record_held(by=world.akari(), lecture=lecture, attended=20)

    assert questions(client, path) == first <= 12


def test_without_lecturers_abroad_the_page_says_so(client):
    Lecturer.objects.update(since="2024-01-01")

    assert "いまは海外にいる講師がいません" in told(client.get("/lectures/"))


def test_asking_needs_an_account(client):
    answer = client.get("/my/lectures/ask/")

    assert (answer.status_code, "/account/login/" in answer.url) == (302, True)


def test_a_teacher_asks_and_follows(teacher):
    answer = teacher.post("/my/lectures/ask/", typed())

    lecture = Lecture.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/my/lectures/{lecture.ref}/")
    assert "2023年11月15日(水) 10:45" in told(teacher.get(answer.url))
    assert titles(teacher, "/my/lectures/") == ["教育"]


def test_what_was_typed_stays_when_it_is_refused(teacher):
    answer = teacher.post("/my/lectures/ask/", typed(pupils="3", aim="長い道のりの話。"))

    page = html.fromstring(answer.content.decode())
    assert "10人以上でお申し込みください。" in page.text_content()
    assert page.get_element_by_id("id_pupils").get("value") == "3"
    assert page.get_element_by_id("id_aim").text_content().strip() == "長い道のりの話。"
    assert page.get_element_by_id("id_on_2").get("value") == "2023-11-16"
    assert Lecture.objects.count() == 0


def test_who_belongs_to_no_school_is_told_what_to_do(client):
    page = told(signed_in(client, somebody("hatsu")).get("/my/lectures/ask/"))

    assert "学校か団体の登録が要ります" in page


def test_the_list_of_a_teacher_may_be_empty(teacher):
    assert "まだ申し込みはありません" in told(teacher.get("/my/lectures/"))


def test_lists_ask_the_same_questions_for_1_and_3_rows(teacher):
    world.requested()
    first = questions(teacher, "/my/lectures/")
    world.requested()
    world.requested()

    assert questions(teacher, "/my/lectures/") == first <= 12


def test_another_schools_lecture_is_not_there(client):
    lecture = world.requested()

    stranger = signed_in(client, somebody("ren"))

    for path in ("", "cancel/", "record-held/", "record-not-held/", "answer/"):
        assert stranger.get(f"/my/lectures/{lecture.ref}/{path}").status_code == 404


def test_the_settled_page_shows_both_clocks_and_a_calendar(teacher):
    lecture = world.confirmed()

    page = teacher.get(f"/my/lectures/{lecture.ref}/")

    assert "2023年11月15日(水) 10:45–11:35" in told(page)
    assert "2023年11月15日(水) 08:45–09:35" in told(page)
    assert "/lectures/calendar/" in page.content.decode()


def test_before_its_time_the_page_says_when_the_link_comes(teacher):
    lecture = actions.set_link(by=officer(), lecture=world.confirmed(), link=LINK)
    url = f"/my/lectures/{lecture.ref}/"

    assert LINK not in teacher.get(url).content.decode()
    assert "始まる30分前(日本時間 11月15日 10:15)からここに出ます。" in told(teacher.get(url))
    with clock.at("2023-11-15 10:15"):
        assert LINK in teacher.get(url).content.decode()


def test_the_lecturer_finds_the_link_at_the_same_time(volunteer):
    lecture = actions.set_link(by=officer(), lecture=world.confirmed(), link=LINK)
    url = f"/my/lectures/offers/{lecture.agreed.ref}/"

    assert LINK not in volunteer.get(url).content.decode()
    with clock.at("2023-11-15 10:15"):
        assert LINK in volunteer.get(url).content.decode()


def test_a_teacher_calls_off_with_a_reason(teacher):
    lecture = world.requested()
    url = f"/my/lectures/{lecture.ref}/cancel/"

    assert "このフィールドは必須です" in told(teacher.post(url, {"because": ""}))
    answer = teacher.post(url, {"because": "行事のため。"})

    assert answer.url == f"/my/lectures/{lecture.ref}/"
    lecture.refresh_from_db()
    assert lecture.state == "cancelled"
    assert "行事のため。" in told(teacher.get(answer.url))


def test_a_teacher_records_the_day_and_answers(teacher):
    lecture = world.confirmed()
    url = f"/my/lectures/{lecture.ref}/"
    with clock.at("2023-11-15 11:50"):
        teacher.post(f"{url}record-held/", {"attended": "33"})
        assert "講座のあとの声を聞かせてください" in told(teacher.get("/my/lectures/"))
        first = teacher.post(f"{url}answer/", {"again": "yes"})
        answer = teacher.post(
            f"{url}answer/", {"satisfaction": "5", "again": "yes", "said": "楽しみました。"}
        )
        page = told(teacher.get(url))

    assert first.status_code == 200
    assert (answer.status_code, answer.url) == (302, url)
    assert "楽しみました。" in page


def test_what_is_answered_is_not_asked_again(teacher):
    lecture = world.held()
    actions.answer(
        by=world.akari(), lecture=lecture, edits=examples.edits(satisfaction="4", again="no")
    )

    answer = teacher.get(f"/my/lectures/{lecture.ref}/answer/")

    assert (answer.status_code, "すでにお答えいただきました。" in told(answer)) == (403, True)


def test_a_lecturer_accepts_on_the_page(volunteer):
    offer = world.offered()
    page = told(volunteer.get(f"/my/lectures/offers/{offer.ref}/"))

    answer = volunteer.post(f"/my/lectures/offers/{offer.ref}/accept/")

    assert "お返事の期限: 2023年9月17日(日)" in page
    assert answer.url == f"/my/lectures/offers/{offer.ref}/"
    assert Offer.objects.get().state == "accepted"


def test_a_lecturer_declines_with_a_reason(volunteer):
    offer = world.offered()

    volunteer.post(f"/my/lectures/offers/{offer.ref}/decline/", {"because": "巡回の日です。"})

    assert "巡回の日です。" in told(volunteer.get(f"/my/lectures/offers/{offer.ref}/"))


def test_somebody_elses_offer_is_not_there(client):
    offer = world.offered()

    other = signed_in(client, somebody("juma"))

    assert other.get(f"/my/lectures/offers/{offer.ref}/").status_code == 404
    assert other.post(f"/my/lectures/offers/{offer.ref}/accept/").status_code == 404


def test_a_lecturer_adds_days_away(volunteer):
    volunteer.post("/my/lectures/offers/absences/", {"since": "2023-12-01", "until": "2023-12-05"})

    assert "2023年12月1日(金) – 2023年12月5日(火)" in told(volunteer.get("/my/lectures/offers/"))


def test_who_is_no_lecturer_has_no_days_away(teacher):
    answer = teacher.get("/my/lectures/offers/absences/")

    assert (answer.status_code, "講師として登録された方の画面です。" in told(answer)) == (403, True)
    assert "講師として登録されていません" in told(teacher.get("/my/lectures/offers/"))


def test_a_lecturer_reads_what_teachers_said(volunteer):
    actions.answer(
        by=world.akari(),
        lecture=world.held(),
        edits=examples.edits(satisfaction="5", again="yes"),
    )

    page = told(volunteer.get("/my/lectures/offers/"))

    assert "1件の答え。また申し込みたいという答えは1件です。" in page


STAFF_PAGES = ("", "lecturers/", "lecturers/new/", "rules/", "rules/change/")


@pytest.mark.parametrize("path", STAFF_PAGES)
def test_pages_of_the_staff_are_for_officers(client, path):
    url = f"/staff/lectures/{path}"

    for person in (world.akari(), auditor()):
        assert signed_in(client, person).get(url).status_code == 403
    assert signed_in(client, officer()).get(url).status_code == 200


def test_officers_narrow_the_list_by_state(staff):
    world.requested()
    world.confirmed(theme="water", at=time(13, 35))

    assert len(titles(staff, "/staff/lectures/")) == 2
    assert len(titles(staff, "/staff/lectures/?state=confirmed")) == 1
    assert "あてはまる依頼はありません" in told(staff.get("/staff/lectures/?state=held"))


def test_the_candidates_stand_with_reasons_and_both_clocks(staff):
    lecture = world.requested()

    fitting = told(staff.get(f"/staff/lectures/{lecture.ref}/candidates/"))
    others = told(staff.get(f"/staff/lectures/{lecture.ref}/candidates/?show=others"))

    assert "話せる講師 2人、話せない講師 2人" in fitting
    assert "希望のラオスにいます。" in fitting
    assert (
        "日本: 2023年11月15日(水) 10:45–11:35 ペルー: 2023年11月14日(火) 20:45–21:35 前の日"
        in fitting
    )
    assert "日本にいます。オンラインでは海外にいる講師と結びます。" in others
    assert "現地では04:45–05:35で、話せる時間の外です。" in others


def test_when_west_africa_is_out_of_reach_the_page_says_what_is_still_possible(staff):
    lecture = world.requested(country="GH", theme="health", only_this_country=True)

    page = told(staff.get(f"/staff/lectures/{lecture.ref}/candidates/"))

    assert "ガーナでは、日本のどの時限も6:00より前か22:00より後にあたります。" in page
    assert "日本時間の15:00から20:00までに始めれば、現地は起きている時間です。" in page
    assert "現地で録画した話を送り、学級からの質問に文章で答えてもらえます。" in page


def test_an_officer_asks_and_settles(staff):
    lecture = world.requested()
    url = f"/staff/lectures/{lecture.ref}/"

    staff.post(f"{url}offer/", {"lecturer": world.laos().ref, "rank": "2"})
    offer = Offer.objects.get()
    actions.accept(by=world.noy(), offer=offer)
    staff.post(f"{url}confirm/")
    staff.post(f"{url}set-link/", {"link": LINK})

    lecture.refresh_from_db()
    assert (lecture.state, offer.wish.rank) == ("confirmed", 2)
    assert LINK in staff.get(url).content.decode()


@pytest.mark.parametrize("rank", ["9", "x", ""])
def test_a_wish_that_is_none_is_not_offered(staff, rank):
    url = f"/staff/lectures/{world.requested().ref}/offer/"

    answer = staff.post(url, {"lecturer": world.laos().ref, "rank": rank})

    assert (answer.status_code, Offer.objects.count()) == (404, 0)


def test_an_officer_takes_back_and_turns_down(staff):
    offer = world.offered()
    url = f"/staff/lectures/{offer.lecture.ref}/"

    assert staff.get(f"{url}withdraw/").status_code == 200
    staff.post(f"{url}withdraw/", {"because": "日がかわりました。"})
    assert staff.get(f"{url}withdraw/").status_code == 404
    staff.post(f"{url}turn-down/", {"because": "講師がいません。"})

    assert Lecture.objects.get().state == "turned_down"


def test_an_officer_ties_a_project(staff):
    search.put(ref="P-KENYA", kind="projects", url="/projects/P-KENYA/", title="ケニアの事業")
    url = f"/staff/lectures/{world.held().ref}/"

    staff.post(f"{url}draw-on/", {"ref": "P-KENYA"})

    assert "ケニアの事業" in told(staff.get(url))


def test_an_officer_registers_and_revises_a_lecturer(staff):
    staff.post("/staff/lectures/lecturers/new/", lecturer_typed())
    lecturer = Lecturer.objects.get(person__name="小川 海(見本)")

    staff.post(f"/staff/lectures/lecturers/{lecturer.ref}/", lecturer_typed(capacity="7"))

    lecturer.refresh_from_db()
    assert (lecturer.capacity, lecturer.zone, lecturer.weekdays) == (7, "Africa/Accra", [0, 2])


def test_an_officer_changes_the_rules(staff):
    staff.post("/staff/lectures/rules/change/", rules_typed())

    assert LectureRules.objects.count() == 2
    assert "08:45 09:40 10:45" in told(staff.get("/staff/lectures/rules/"))


def many_lecturers(number):
    """As many lecturers in Laos who all fit."""
    model = world.laos()
    person = type(model.person)
    people = person.objects.bulk_create(
        person(ref=f"P-{one}", name=f"講師{one:04}") for one in range(number)
    )
    fields = {
        field.name: getattr(model, field.name)
        for field in Lecturer._meta.concrete_fields
        if field.name not in ("id", "ref", "person")
    }
    rows = Lecturer.objects.bulk_create(
        Lecturer(ref=f"V-{one}", person=people[one], **fields) for one in range(number)
    )
    through = Lecturer.themes.through
    known = list(model.themes.all())
    through.objects.bulk_create(
        through(lecturer=row, theme=theme) for row in rows for theme in known
    )


@pytest.mark.parametrize("path", ["", "?show=others"])
def test_at_a_thousand_lecturers_the_page_asks_as_much_as_at_four(staff, path):
    lecture = world.requested()
    url = f"/staff/lectures/{lecture.ref}/candidates/{path}"
    few = questions(staff, url)

    many_lecturers(1000)

    assert questions(staff, url) == few <= 12


def test_candidates_are_turned_page_by_page(staff):
    lecture = world.requested()
    many_lecturers(45)
    names, url = [], f"/staff/lectures/{lecture.ref}/candidates/"
    while url:
        page = html.fromstring(staff.get(url).content.decode())
        names.append(len(page.xpath(CARDS)))
        further = page.xpath("//a[@rel='next']")
        url = further[0].get("href") if further else ""

    assert names == [20, 20, 7]
    back = page.xpath("//a[@rel='prev']")[0].get("href")
    assert len(html.fromstring(staff.get(back).content.decode()).xpath(CARDS)) == 20


@pytest.mark.parametrize("path", ["", "lecturers/", "rules/"])
def test_lists_of_the_staff_ask_the_same_for_1_and_3_rows(staff, path):
    url = f"/staff/lectures/{path}"
    world.requested()
    first = questions(staff, url)
    world.requested()
    many_lecturers(2)

    assert questions(staff, url) == first <= 12
