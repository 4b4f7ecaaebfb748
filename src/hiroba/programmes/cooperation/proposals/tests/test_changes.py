"""A later deadline, other rules: everybody reads why, and those who are writing get a letter."""

import pytest

from hiroba.engines.intake.calls.queries import rules_in_force
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.cooperation.proposals import actions, calling, examples, queries
from hiroba.programmes.cooperation.proposals.tests.worlds import STAFF, of_minato

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]

CALL = f"{STAFF}calls/grassroots-2023/"
EXTEND, AMEND = f"{CALL}grassroots_support/extend/", f"{CALL}grassroots_support/amend-rules/"
LATER = "2023-10-10 17:00"
RULES = {
    "yen_ceiling": 12_000_000,
    "months_ceiling": 36,
    "years_registered": 1,
    "years_active": 1,
    "years_active_abroad": 0,
}


@pytest.fixture
def sato(signed_in):
    return signed_in(officer())


def letters(kind):
    found = Letter.objects.filter(kind=f"proposals/{kind}").order_by("to")
    return [(letter.to, letter.language) for letter in found]


def extend(closes_at=LATER, why="台風のため", track=None):
    return calling.extend_track(
        by=officer(), track=track or examples.track(), closes_at=clock.moment(closes_at), why=why
    )


def test_an_officer_extends_a_deadline_and_everybody_reads_why(sato, client):
    examples.call()

    page = sato.post(EXTEND, {"closes_at": LATER, "why": "台風のため"}, follow=True)
    client.logout()
    public = client.get("/calls/grassroots-2023/").content.decode()
    english = client.get("/en/calls/grassroots-2023/").content.decode()

    assert "締切を延ばし、書いている団体へ知らせました。" in page.content.decode()
    assert "2023年10月10日(火)17:00" in public
    assert "台風のため" in public
    assert "Changes since publication" in english


def test_an_officer_amends_rules_and_everybody_reads_why(sato, client):
    examples.call()

    page = sato.post(AMEND, {**RULES, "why": "物価のため"}, follow=True).content.decode()
    client.logout()
    public = client.get("/calls/grassroots-2023/").content.decode()

    assert "決まりを改め、書いている団体へ知らせました。" in page
    assert "金額は12,000,000円まで" in public
    assert "法人として登記してから1年以上" in public
    assert "物価のため" in public
    now = rules_in_force(examples.track())
    assert (now.no, now.content["yen_ceiling"], now.content["equipment"]) == (2, 12_000_000, False)


def test_the_form_shows_the_rules_in_force(sato):
    examples.call()

    form = sato.get(AMEND).context["form"]

    assert {key: form[key].value() for key in ("yen_ceiling", "years_active", "equipment")} == {
        "yen_ceiling": 10_000_000,
        "years_active": 2,
        "equipment": False,
    }


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"closes_at": "2023-10-02 17:00", "why": "x"}, "いまの締切より後にしてください"),
        ({"closes_at": "2023-09-30 17:00", "why": "x"}, "いまの締切より後にしてください"),
        ({"closes_at": LATER, "why": ""}, "必須"),
        ({"closes_at": "あした", "why": "x"}, "日時を正しく入力"),
    ],
)
def test_a_deadline_that_does_not_fit_stays_on_the_form(sato, sent, sentence):
    examples.call()

    page = sato.post(EXTEND, sent).content.decode()

    assert sentence in page
    assert examples.track().closes_at == clock.moment("2023-10-02 17:00")


@pytest.mark.parametrize("change", [{"yen_ceiling": 0}, {"months_ceiling": ""}, {"why": ""}])
def test_rules_that_do_not_fit_stay_on_the_form(sato, change):
    examples.call()

    page = sato.post(AMEND, {**RULES, "why": "物価", **change})

    assert page.status_code == 200 and page.context["form"].errors
    assert rules_in_force(examples.track()).no == 1


@pytest.mark.parametrize("url", [EXTEND, AMEND])
def test_after_the_deadline_the_page_says_why_not(sato, url):
    examples.call()

    with clock.at("2023-10-02 17:00"):
        page = sato.get(url)

    assert page.status_code == 403
    assert "締切を過ぎた枠の決まりは変えられません。" in page.content.decode()


def test_those_who_are_writing_are_told_in_their_own_language_and_nobody_else():
    editor = of_minato("editor")
    editor.language = "en"
    editor.save()
    of_minato("viewer")
    examples.draft()
    examples.submitted(by=examples.teacher_of_kaze(), body=examples.kaze())

    extend()

    assert letters("deadline_extended") == [
        ("minato-editor@example.jp", "en"),
        ("ren@example.jp", "ja"),
    ]
    [english, japanese] = Letter.objects.filter(kind="proposals/deadline_extended").order_by("to")
    assert "New deadline: 2023-10-10 17:00" in english.body
    assert "新しい締切: 2023年10月10日 17:00" in japanese.body
    assert "台風のため" in japanese.body


def test_who_was_asked_to_correct_is_told_too():
    proposal = examples.submitted()
    actions.send_back(
        by=officer(),
        proposal=proposal,
        because="内訳を直してください。",
        correct_by=clock.moment("2023-09-25 17:00"),
    )

    extend()

    assert letters("deadline_extended") == [("ren@example.jp", "ja")]


def test_two_extensions_are_two_letters_to_each():
    examples.draft()

    extend()
    extend("2023-10-12 17:00", "停電のため")

    assert letters("deadline_extended") == [("ren@example.jp", "ja")] * 2


def test_a_letter_about_rules_says_that_the_draft_keeps_its_own():
    proposal = examples.draft()

    calling.amend_rules(
        by=officer(),
        track=examples.track(),
        rules={**rules_in_force(examples.track()).content, "yen_ceiling": 5},
        why="誤記のため",
    )

    [letter] = Letter.objects.filter(kind="proposals/rules_amended")
    assert (letter.to, letter.about) == ("ren@example.jp", proposal.ref)
    assert "始めたときの決まりのままで提出できます" in letter.body
    assert "誤記のため" in letter.body


def test_drafts_begun_before_and_after_stand_on_their_own_rules():
    before = examples.complete()
    calling.amend_rules(
        by=officer(),
        track=examples.track(),
        rules={**rules_in_force(examples.track()).content, "yen_ceiling": 9_000_000},
        why="予算のため",
    )
    after = examples.complete()

    assert queries.strains_of(before) == ()
    assert [strain.sentence for strain in queries.strains_of(after)] == [
        "総額9,800,000円は、上限9,000,000円を超えています。"
    ]
    received = actions.submit_proposal(by=somebody("ren"), proposal=before, arrived_at=clock.now())
    assert (received.submission.rules.no, after.submission.rules.no) == (1, 2)


def test_a_refused_change_sends_no_letter():
    examples.draft()

    with pytest.raises(Refused, match="いまの締切より後"):
        extend("2023-10-01 17:00")

    assert letters("deadline_extended") == []


def test_an_extended_track_takes_what_would_have_been_late(signed_in):
    proposal = examples.complete()
    extend()

    with clock.at("2023-10-10 16:59:59"):
        page = signed_in(somebody("ren")).post(
            f"/my/cooperation/proposals/{proposal.ref}/submit/", follow=True
        )

    assert f"{proposal.ref}-1" in page.content.decode()


def test_a_call_without_changes_tells_of_none(client):
    examples.call()

    assert "公開した後の変更" not in client.get("/calls/grassroots-2023/").content.decode()


def test_scripts_in_a_reason_are_only_text(sato, client):
    examples.call()
    sato.post(EXTEND, {"closes_at": LATER, "why": "<script>alert(1)</script>𠮷🐟"})

    page = client.get("/calls/grassroots-2023/").content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;𠮷🐟" in page
