"""What the officer for legacies finds, and how closed the doors are for everybody else."""

import pytest
from lxml import html

from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import administrator, auditor, officer, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.legacies.examples import bank, hiroba_trust, legacy_officer
from hiroba.programmes.legacies.models import Consent, FileOpening, Legacy
from hiroba.programmes.legacies.moving import verbs_for
from hiroba.programmes.legacies.tests.samples import (
    CONSENT,
    EMAIL,
    NAME,
    PATHS,
    SECRETS,
    TODAY,
    WORDS,
    asked,
    done,
    in_state,
    opened,
)

LISTS = ["/staff/legacies/", "/staff/legacies/partners/", "/staff/legacies/partners/add/"]
DOORS = [
    "",
    "open-file/",
    "write-down/",
    "refer/",
    "accept/",
    "decline/",
    "receive/",
    "close/",
]
OTHERS = [officer, auditor, administrator, lambda: somebody("hana")]
NEXT = {
    "enquiry": ["提携先へ紹介する", "終了する"],
    "referred": ["提携先へ紹介する", "提携先で相談が始まった", "終了する"],
    "consulting": ["遺言書ができたと記録する", "遺言執行者の通知を記録する", "終了する"],
    "will_made": ["遺言執行者の通知を記録する", "終了する"],
    "noticed": ["受け入れを決める", "辞退を記録する"],
    "accepted": ["受け入れを記録する"],
    "declined": ["終了する"],
    "receiving": ["受け入れを記録する", "終了する"],
}
FORMS = [
    (
        "refer",
        "enquiry",
        {"given_by": NAME, "given_on": "2023-10-31", "words": CONSENT},
        "referred",
    ),
    ("accept", "noticed", {"nature": "money"}, "accepted"),
    ("accept", "noticed", {"nature": "universal", "committee_on": "2023-10-20"}, "accepted"),
    ("decline", "noticed", {"declining": "unfit"}, "declined"),
    ("receive", "accepted", {"yen": "1000", "received_on": "2023-11-01"}, "receiving"),
    ("close", "enquiry", {"closing": "silent"}, "closed"),
    ("write-down", "enquiry", {"wishes": "", "expected_yen": "100"}, "enquiry"),
]


@pytest.fixture
def desk(client):
    """The officer for legacies has signed in."""
    client.force_login(legacy_officer())
    return client


def told(answer):
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def door(legacy, verb=""):
    return f"/staff/legacies/{legacy.ref}/{verb}"


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("person", OTHERS)
def test_lists_are_closed_with_the_reason(client, address, person):
    client.force_login(person())

    answer = client.get(address)

    assert answer.status_code == 403
    assert "遺贈の担当として指名された職員だけが見られます。" in told(answer)


@pytest.mark.parametrize("verb", DOORS)
@pytest.mark.parametrize("person", OTHERS)
def test_for_others_there_is_no_such_legacy(client, verb, person):
    legacy = opened(asked())
    client.force_login(person())

    assert client.get(door(legacy, verb)).status_code == 404


@pytest.mark.parametrize("verb", ["consult", "record-will", "notify"])
@pytest.mark.parametrize("person", OTHERS)
def test_others_move_nothing(client, verb, person):
    legacy = in_state("consulting")
    client.force_login(person())

    assert client.post(door(legacy, f"{verb}/")).status_code == 404
    legacy.refresh_from_db()
    assert legacy.state == "consulting"


@pytest.mark.parametrize("address", LISTS)
def test_visitors_are_asked_to_sign_in(client, address):
    answer = client.get(address)

    assert (answer.status_code, "/account/login/" in answer["Location"]) == (302, True)


def test_the_list_tells_how_far_each_has_come_and_no_name(desk):
    legacy = in_state("consulting")

    answer = desk.get("/staff/legacies/")

    words = told(answer)
    assert legacy.ref in words and "提携先で相談中" in words
    assert "ひろば信託銀行(見本)" in words
    assert [secret for secret in SECRETS if secret in words] == []


def test_an_empty_list_says_so(desk):
    assert "ご相談はまだありません" in told(desk.get("/staff/legacies/"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_questions_for_any_number(
    desk, django_assert_max_num_queries, count
):
    for _ in range(count):
        in_state("referred")

    with django_assert_max_num_queries(5) as asked_for:
        desk.get("/staff/legacies/")

    assert len(asked_for) == 5


def test_a_file_is_opened_before_it_is_read(desk):
    legacy = asked()

    answer = desk.get(door(legacy))

    assert (answer.status_code, answer["Location"]) == (302, door(legacy, "open-file/"))


def test_the_question_why_tells_nothing_yet(desk):
    words = told(desk.get(door(asked(), "open-file/")))

    assert "開いた方、日時、理由が記録に残ります。" in words
    assert [secret for secret in SECRETS if secret in words] == []


def test_with_a_reason_the_file_opens(desk):
    legacy = asked()

    answer = desk.post(door(legacy, "open-file/"), {"because": "own_wish"}, follow=True)

    assert answer.redirect_chain == [(door(legacy), 302)]
    words = told(answer)
    assert all(secret in words for secret in (NAME, EMAIL, WORDS))
    assert "ご本人からの請求" in words
    opening = Record.objects.get(verb="legacies.open_file")
    assert (opening.actor, opening.subject, opening.details) == (
        legacy_officer(),
        legacy.ref,
        {"because": "own_wish"},
    )


@pytest.mark.parametrize("because", ["", "curious"])
def test_without_a_reason_it_stays_closed(desk, because):
    legacy = asked()

    answer = desk.post(door(legacy, "open-file/"), {"because": because})

    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["because"])
    assert FileOpening.objects.count() == 0


@pytest.mark.parametrize(
    ("moment", "status"),
    [("2023-11-01 10:59", 200), ("2023-11-01 11:00", 302), ("2023-11-02 10:00", 302)],
)
def test_a_file_stays_open_for_an_hour(desk, moment, status):
    legacy = opened(asked())

    with clock.at(moment):
        desk.force_login(legacy_officer())
        assert desk.get(door(legacy)).status_code == status


def test_opening_one_file_opens_no_other(desk):
    opened(asked())

    assert desk.get(door(asked())).status_code == 302


@pytest.mark.parametrize("state", NEXT)
def test_the_file_offers_the_next_steps_and_no_others(state):
    labels = [verb.label for verb in verbs_for(in_state(state))]

    assert labels == [*NEXT[state], "ご希望を書きとめる"]


def test_a_closed_file_offers_nothing():
    assert verbs_for(in_state("closed")) == []


@pytest.mark.parametrize("state", PATHS)
def test_every_button_leads_to_a_door_that_is_there(desk, state):
    legacy = opened(in_state(state))

    for verb in verbs_for(legacy):
        assert desk.get(verb.url).status_code == (200 if verb.asks else 405)


@pytest.mark.parametrize("state", PATHS)
def test_every_stage_has_its_page(desk, django_assert_max_num_queries, state):
    legacy = opened(in_state(state))

    with django_assert_max_num_queries(12):
        answer = desk.get(door(legacy))

    assert legacy.get_state_display() in told(answer)


@pytest.mark.parametrize(
    ("verb", "before", "after"),
    [
        ("consult", "referred", "consulting"),
        ("record-will", "consulting", "will_made"),
        ("notify", "will_made", "noticed"),
    ],
)
def test_a_click_is_a_step(desk, verb, before, after):
    legacy = opened(in_state(before))

    answer = desk.post(door(legacy, f"{verb}/"), follow=True)

    legacy.refresh_from_db()
    assert legacy.state == after
    assert answer.redirect_chain == [(door(legacy), 302)]
    assert "記録しました。" in told(answer)


def test_a_click_out_of_order_is_refused_in_a_sentence(desk):
    legacy = opened(asked())

    answer = desk.post(
        door(legacy, "consult/"),
        headers={"referer": f"http://testserver{door(legacy)}"},
        follow=True,
    )

    assert "いまは「ご相談」のため、この操作はできません。" in told(answer)


def test_there_are_no_other_clicks(desk):
    assert desk.post(door(asked(), "vanish/")).status_code == 404


@pytest.mark.parametrize(("verb", "before", "typed", "after"), FORMS)
def test_a_form_is_a_step(desk, verb, before, typed, after):
    legacy = opened(in_state(before))
    partner = {"partner": hiroba_trust().pk} if verb == "refer" else {}

    answer = desk.post(door(legacy, f"{verb}/"), {**typed, **partner}, follow=True)

    legacy.refresh_from_db()
    assert legacy.state == after
    assert answer.redirect_chain == [(door(legacy), 302)]


@pytest.mark.parametrize("field", ["partner", "given_by", "given_on", "words"])
def test_a_consent_without_one_of_its_parts_is_asked_for_again(desk, field):
    legacy = asked()
    typed = {
        "partner": hiroba_trust().pk,
        "given_by": NAME,
        "given_on": "2023-10-31",
        "words": CONSENT,
    }

    answer = desk.post(door(legacy, "refer/"), {**typed, field: ""})

    assert (list(answer.context["form"].errors), Consent.objects.count()) == ([field], 0)


def test_a_refusal_is_told_on_the_form_and_nothing_typed_is_lost(desk):
    legacy = in_state("noticed")

    answer = desk.post(door(legacy, "accept/"), {"nature": "property"})

    form = answer.context["form"]
    assert form.non_field_errors() == [
        "包括遺贈と金銭以外の財産は、委員会の判断の日を記録してください。"
    ]
    assert form["nature"].value() == "property"


def test_wishes_are_shown_only_in_an_open_file(desk):
    legacy = asked()

    answer = desk.get(door(legacy, "write-down/"))

    assert (answer.status_code, answer["Location"]) == (302, door(legacy, "open-file/"))


def test_what_came_is_added_up(desk):
    legacy = done(in_state("receiving"), "receive", yen=500_000)

    words = told(desk.get(door(opened(legacy))))
    assert "3,500,000円" in words


def test_the_list_of_partners_tells_what_is_agreed(desk):
    words = told(desk.get("/staff/legacies/partners/"))

    assert "ひろば信託銀行(見本)との遺贈の紹介に関する覚書" in words
    assert "覚書あり" in words and "小野 承認者(見本)" in words


def test_a_partner_is_added_agreed_with_and_left(desk):
    body = bank("新しい銀行(見本)", "New Bank", "アタラシイ")
    typed = {"body": body.pk, "about_ja": "全国の窓口。", "contact_ja": "0120"}

    desk.post("/staff/legacies/partners/add/", typed)
    ref = desk.get("/staff/legacies/partners/").context["standings"][0].partner.ref
    desk.post(
        f"/staff/legacies/partners/{ref}/agree/",
        {
            "text": "紹介の覚書。",
            "partner_signer": "白石",
            "partner_signed_on": "2023-10-31",
            "house_signer": "小野",
            "house_signed_on": "2023-11-01",
        },
    )
    assert "新しい銀行(見本)" in told(desk.get("/legacies/"))

    desk.post(f"/staff/legacies/partners/{ref}/end/", {"because": "終わり。"})
    assert "新しい銀行(見本)" not in told(desk.get("/legacies/"))


@pytest.mark.parametrize("verb", ["agree", "end"])
def test_forms_about_a_partner_open_for_those_named(desk, verb):
    partner = hiroba_trust()

    answer = desk.get(f"/staff/legacies/partners/{partner.ref}/{verb}/")

    assert answer.status_code == 200
    assert partner.body.name_ja in told(answer)
    assert desk.get(f"/staff/legacies/partners/LP-NONE/{verb}/").status_code == 404


def test_auditors_read_the_journal_and_find_nobody_in_it(client):
    legacy = done(opened(in_state("receiving")), "close", closing="done")
    client.force_login(auditor())

    page = client.get("/staff/journal/", {"subject": legacy.ref}).content.decode()

    assert "legacies.open_file" in page and legacy.ref in page
    assert [secret for secret in SECRETS if secret in page] == []


def test_what_was_refused_was_not_done():
    with pytest.raises(Refused):
        done(asked(), "receive")

    assert (Legacy.objects.get().state, Legacy.objects.get().changed_on) == ("enquiry", TODAY)
