"""The contract of a project, and the reports that are due under it."""

import datetime

import pytest
from lxml import html

from hiroba.engines.agreements import queries as known
from hiroba.engines.agreements.models import Obligation
from hiroba.engines.registry.people import examples as bodies
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.projects import agreed, agreeing, examples, policies
from hiroba.programmes.cooperation.projects.tests.samples import adopted, verbs_noted
from hiroba.programmes.cooperation.projects.tests.test_permissions import officer_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

TODAY = datetime.date(2023, 11, 1)
SIGNED = {
    "text": "水道を直す。",
    "yen": 1_000_000,
    "begins_on": TODAY,
    "ends_on": datetime.date(2024, 3, 31),
    "manager": "鈴木 蓮",
    "partner_signer": "鈴木 蓮",
    "partner_signed_on": TODAY,
    "house_signer": "小野 承認者",
    "house_signed_on": TODAY,
}


def of_minato():
    return adopted(body=bodies.minato())


def prepared():
    """A project whose preconditions are all met."""
    project = of_minato()
    agreement = agreeing.draft_agreement(by=officer(), project=project)
    for precondition in agreement.preconditions.all():
        agreeing.meet(by=officer(), precondition=precondition)
    return project


def concluded():
    return agreeing.conclude_agreement(by=officer(), project=prepared(), **SIGNED)


def first_report(project):
    return agreed.reports_of(project).first()


def handed_in(project):
    text = "掘りました。"
    return agreeing.hand_in(by=somebody("ren"), report=first_report(project), text=text)


def letters(about):
    return list(Letter.objects.filter(about=about.ref).order_by("pk").values_list("kind", "to"))


def told(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def test_a_contract_is_prepared_with_what_has_to_be_met_before():
    agreement = agreeing.draft_agreement(by=officer(), project=of_minato())

    assert (agreement.programme, agreement.kind, agreement.title_ja) == (
        "cooperation",
        "service",
        "村の水道 業務委託契約",
    )
    found = agreement.preconditions.values_list("title_ja", "owner", "due_on")
    assert list(found) == [
        ("安全対策の確認", "house", datetime.date(2024, 1, 30)),
        ("相手国政府の同意", "partner", datetime.date(2024, 4, 29)),
    ]


def test_with_the_signatures_the_project_is_contracted_and_its_body_is_told():
    project = concluded()

    assert project.state == "contracted"
    assert verbs_noted(project) == ["projects.adopt", "projects.contract"]
    agreement = agreed.agreement_of(project)
    assert letters(agreement) == [("projects/agreement_concluded", "ren@example.jp")]


def test_reports_are_due_as_the_rules_of_the_day_say():
    project = concluded()

    found = agreed.reports_of(project).values_list("kind", "period_until", "due_on")
    assert [(kind, f"{until}", f"{due}") for kind, until, due in found] == [
        ("quarter_work", "2023-12-31", "2024-01-18"),
        ("quarter_spend", "2023-12-31", "2024-01-18"),
        ("quarter_work", "2024-03-31", "2024-04-12"),
        ("quarter_spend", "2024-03-31", "2024-04-12"),
        ("completion", "2024-03-31", "2024-04-26"),
    ]
    assert known.newest_version(agreed.agreement_of(project)).edition == "project-reports/1"


def test_while_something_is_open_nothing_is_concluded():
    project = of_minato()
    agreeing.draft_agreement(by=officer(), project=project)

    with pytest.raises(Refused, match="満たしていない前提条件"):
        agreeing.conclude_agreement(by=officer(), project=project, **SIGNED)

    project.refresh_from_db()
    assert project.state == "adopted"


def test_a_precondition_can_be_waived_for_a_reason():
    agreement = agreeing.draft_agreement(by=officer(), project=of_minato())
    first = agreement.preconditions.first()

    assert agreeing.waive(by=officer(), precondition=first, because="口上書。").state == "waived"


@pytest.mark.parametrize(
    ("project", "by", "reason"),
    [
        (of_minato, lambda: somebody("ren"), "事業の記録は、協働事業の担当職員が行います。"),
        (of_minato, lambda: officer_of("giving"), "事業の記録は、協働事業の担当職員が行います。"),
        (
            adopted,
            officer,
            "実施する団体が登録されていないため、契約を準備できません。",
        ),
        (concluded, officer, "いまは「契約済み」のため、この操作はできません。"),
    ],
)
def test_who_may_not_prepare_a_contract_reads_why(project, by, reason):
    assert policies.may_draft_agreement(by(), project()).reason == reason


def test_without_a_draft_nothing_is_concluded():
    project = of_minato()

    assert policies.may_draft_agreement(officer(), project)
    assert policies.may_conclude_agreement(officer(), project, None).reason == (
        "先に、契約の準備を始めてください。"
    )


def test_a_report_goes_to_the_supervisor_and_back_to_the_body():
    report = handed_in(concluded())
    report = agreeing.send_back(by=officer(), report=report, because="写真を。")
    report = agreeing.hand_in(by=somebody("ren"), report=report, text="写真です。")
    report = agreeing.accept(by=officer(), report=report)

    assert report.state == "accepted"
    assert letters(report) == [
        ("projects/report_handed_in", "sato@example.jp"),
        ("projects/report_sent_back", "ren@example.jp"),
        ("projects/report_handed_in", "sato@example.jp"),
        ("projects/report_accepted", "ren@example.jp"),
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [("ja", "写真を足してください。"), ("en", "Please mend it and hand it in again")],
)
def test_the_letter_says_why_a_report_came_back(language, words):
    ren = somebody("ren", language=language)
    project = concluded()
    report = agreeing.hand_in(by=ren, report=first_report(project), text="掘りました。")

    agreeing.send_back(by=officer(), report=report, because="写真を足してください。")

    letter = Letter.objects.get(kind="projects/report_sent_back")
    assert words in letter.body and "写真を足してください。" in letter.body


def test_a_body_owes_what_has_begun_and_an_officer_what_was_handed_in():
    project = concluded()
    report = handed_in(project)

    owed = [f"{one.period_until} {one.kind}" for one in agreed.reports_owed_by(somebody("ren"))]
    assert owed == ["2023-12-31 quarter_spend", "2024-03-31 completion"]
    assert list(agreed.reports_to_accept(officer())) == [report]
    assert list(agreed.reports_owed_by(somebody("hana"))) == []


@pytest.mark.parametrize(
    ("person", "sees"),
    [
        (officer, True),
        (auditor, True),
        (lambda: somebody("ren"), True),
        (lambda: somebody("hana"), False),
        (lambda: officer_of("giving"), False),
    ],
)
def test_a_contract_is_seen_by_its_body_and_by_the_staff(client, person, sees):
    project = concluded()
    client.force_login(person())

    answers = [
        client.get(f"/projects/{project.ref}/agreement/"),
        client.get(f"/my/reports/{first_report(project).ref}/"),
    ]

    assert [answer.status_code for answer in answers] == [200 if sees else 404] * 2
    assert ("契約と報告を見る" in told(client.get(f"/projects/{project.ref}/"))) is sees


def test_visitors_are_asked_to_sign_in(client):
    project = concluded()

    answer = client.get(f"/projects/{project.ref}/agreement/")

    assert (answer.status_code, "/account/login/" in answer["Location"]) == (302, True)
    assert "契約と報告を見る" not in told(client.get(f"/projects/{project.ref}/"))


def test_an_officer_prepares_and_concludes_on_the_pages(client):
    project = of_minato()
    door = f"/staff/projects/{project.ref}/agreement"
    client.force_login(officer())

    client.post(f"{door}/draft/")
    first, second = agreed.agreement_of(project).preconditions.all()
    client.post(f"{door}/{first.pk}/meet/")
    client.post(f"{door}/{second.pk}/waive/", {"because": "口上書がある。"})
    answer = client.post(f"{door}/conclude/", SIGNED, follow=True)

    assert answer.redirect_chain == [(f"/projects/{project.ref}/agreement/", 302)]
    words = told(answer)
    assert "締結済み" in words and "1,000,000円" in words and "四半期業務報告書" in words
    assert "口上書がある。" in words


def test_a_refusal_is_told_on_the_form(client):
    project = prepared()
    client.force_login(officer())

    typed = {**SIGNED, "partner_signed_on": "2023-11-02"}
    answer = client.post(f"/staff/projects/{project.ref}/agreement/conclude/", typed)

    assert answer.context["form"].non_field_errors() == ["署名の日が、署名の順番と合っていません。"]


def test_a_member_hands_in_and_an_officer_accepts_on_the_pages(client):
    report = first_report(concluded())
    client.force_login(somebody("ren"))
    client.post(f"/my/reports/{report.ref}/hand-in/", {"text": "掘りました。"})

    client.force_login(officer())
    assert "掘りました。" in told(client.get(f"/my/reports/{report.ref}/"))
    client.post(f"/staff/reports/{report.ref}/send-back/", {"because": "写真を。"})

    client.force_login(somebody("ren"))
    assert "写真を。" in told(client.get(f"/my/reports/{report.ref}/"))
    assert "掘りました。" in client.get(f"/my/reports/{report.ref}/hand-in/").content.decode()
    client.post(f"/my/reports/{report.ref}/hand-in/", {"text": "写真です。"})

    client.force_login(officer())
    client.post(f"/staff/reports/{report.ref}/accept/")
    report.refresh_from_db()
    assert (report.state, report.deliveries.count()) == ("accepted", 2)


def test_nobody_else_hands_in(client):
    report = first_report(concluded())
    client.force_login(officer())

    answer = client.get(f"/my/reports/{report.ref}/hand-in/")

    assert answer.status_code == 403
    assert "契約の相手方の団体で編集の権限がある方です。" in told(answer)


def test_a_late_report_says_by_how_many_days(client):
    report = first_report(concluded())

    with clock.at("2024-01-21 10:00"):
        client.force_login(somebody("ren"))
        assert "3日遅れ" in told(client.get(f"/my/reports/{report.ref}/"))
        assert "3 days late" in told(client.get(f"/en/my/reports/{report.ref}/"))


@pytest.mark.parametrize(
    ("address", "person"), [("/my/reports/", "ren"), ("/staff/reports/", "sato")]
)
def test_an_empty_list_says_so(client, address, person):
    client.force_login(somebody(person))

    assert "いま出す報告や確かめる報告はありません" in told(client.get(address))


@pytest.mark.parametrize("count", [1, 3])
def test_lists_ask_the_same_questions_for_any_number(client, django_assert_num_queries, count):
    for _ in range(count):
        concluded()
    client.force_login(somebody("ren"))

    with django_assert_num_queries(4):
        client.get("/my/reports/")


def test_the_pages_of_a_contract_ask_few_questions(client, django_assert_max_num_queries):
    project = concluded()
    report = handed_in(project)
    client.force_login(officer())

    for address in (f"/projects/{project.ref}/agreement/", f"/my/reports/{report.ref}/"):
        with django_assert_max_num_queries(12):
            client.get(address)


def test_what_waits_stands_on_the_shared_pages(client):
    handed_in(concluded())

    client.force_login(officer())
    bench = {pile.code: pile.count for pile in client.get("/workbench/").context["piles"]}
    assert bench["accept"] == 1
    client.force_login(somebody("ren"))
    assert "提出する報告" in told(client.get("/my/"))


def test_the_story_leaves_one_report_to_accept_and_some_to_hand_in():
    project = examples.laos_water()
    assert examples.laos_water() == project

    states = list(agreed.reports_of(project).values_list("state", flat=True))
    assert states == ["accepted", "handed_in", *["owed"] * 7]
    late = Obligation.objects.get(state="handed_in")
    assert late.days_late_on(TODAY) == 4
