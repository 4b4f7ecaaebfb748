"""What the journal remembers of the desks, and the letters that go out, compared whole."""

import datetime

import pytest

from hiroba.engines.enquiries.models import Case
from hiroba.engines.registry.places import examples as places
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import CLOCKWORK, GUEST
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.programmes.desks import actions
from hiroba.programmes.desks.examples import NETWORK, REGISTRATION, desk
from hiroba.programmes.desks.models import Desk
from hiroba.programmes.desks.tests.samples import asked, known_body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

SATO = "佐藤 職員(見本)"
REN = "鈴木 蓮(見本)"
VISITOR = {"guest_name": "A guest", "guest_email": "guest@example.jp"}


@pytest.fixture(scope="module")
def world(standing):
    """The desks in Kenya and Laos, and the people."""
    with clock.at("2023-11-01 10:00"):
        for handle in ("ren", "sato", "kato"):
            somebody(handle)
        return {"kenya": desk("KE"), "laos": desk("LA")}


@pytest.fixture
def lines(world):
    """What is written from now on: by whom, what, about which thing, and what else."""
    start = Record.objects.order_by("-pk").values_list("pk", flat=True).first() or 0

    def read():
        found = Record.objects.filter(pk__gt=start).order_by("pk")
        return [(one.hand, one.verb, one.subject, one.details) for one in found]

    return read


@pytest.fixture
def letters(world):
    """What is sent from now on: kind, to whom, in which language, with which first line."""
    start = Letter.objects.order_by("-pk").values_list("pk", flat=True).first() or 0

    def read():
        found = Letter.objects.filter(pk__gt=start).order_by("pk")
        return [(one.kind, one.to, one.language, one.subject) for one in found]

    return read


def test_opening_a_desk_is_three_lines(lines):
    actions.open_desk(
        by=officer(),
        country=places.country("NI"),
        opened_on=datetime.date(2023, 11, 1),
        hours_ja="9時から",
        hours_en="From 9",
        answer_days=3,
        solve_days=10,
    )

    assert lines() == [
        (SATO, "enquiries.open_queue", "queue:desk-ni", {"programme": "desks"}),
        (SATO, "enquiries.promise", "queue:desk-ni", {"answer_days": 3, "solve_days": 10}),
        (SATO, "desks.open_desk", "JD-NI", {"country": "NI"}),
    ]


def test_closing_a_desk_is_a_line_with_its_day(world, lines):
    actions.close_desk(by=officer(), desk=world["kenya"], closed_on=clock.today())

    assert lines() == [(SATO, "desks.close_desk", "JD-KE", {"closed_on": "2023-11-01"})]


def test_a_rule_is_a_line_with_its_days(lines):
    actions.set_checking_rule(by=officer(), fresh_days=180)

    assert lines() == [(SATO, "desks.set_checking_rule", "desks", {"fresh_days": 180})]


def test_a_rule_of_the_house_itself_has_no_person_behind_it(lines):
    rule = actions.set_checking_rule(by=CLOCKWORK, fresh_days=365)

    assert (rule.set_by, [hand for hand, *_ in lines()]) == (None, [CLOCKWORK.name])


def test_a_topic_is_a_line_with_both_its_names(lines):
    actions.name_topic(by=officer(), code="visa", name_ja="査証", name_en="Visas")

    names = {"name_ja": "査証", "name_en": "Visas"}
    assert lines() == [(SATO, "enquiries.name_topic", "topic:desks:visa", names)]


def test_a_body_is_a_line_when_it_is_entered_and_another_when_it_is_checked(lines):
    body = known_body()
    actions.check_local_body(by=officer(), local_body=body)

    assert lines() == [
        (SATO, "desks.add_local_body", body.ref, {"name": NETWORK["name_en"]}),
        (SATO, "desks.check_local_body", body.ref, {}),
    ]


def test_the_guide_is_a_line_that_keeps_what_it_said_before(world, lines):
    country = world["kenya"].country
    first = actions.write_guide(by=officer(), country=country, **REGISTRATION)
    actions.write_guide(by=officer(), country=country, topic="registration", text_ja="新")

    old = {"text_ja": REGISTRATION["text_ja"], "text_en": REGISTRATION["text_en"]}
    assert lines() == [
        (SATO, "desks.write_guide", first.ref, {"topic": "registration", "before": {}}),
        (SATO, "desks.write_guide", first.ref, {"topic": "registration", "before": old}),
    ]


def test_a_question_from_its_asking_to_its_end_is_a_line_for_each_step(world, lines):
    ren, by, case = somebody("ren"), officer(), asked()
    actions.note_internally(by=by, case=case, text="所長に聞く。")
    actions.pause(by=by, case=case, text="どの州ですか。")
    actions.resume(by=by, case=case)
    actions.refer(by=by, case=case, to=world["laos"].queue, text="ラオスです。")
    actions.answer(by=by, case=case, text="要ります。")
    actions.write_again(by=ren, case=case, text="費用は?")
    actions.answer(by=by, case=case, text="かかりません。")
    actions.resolve(by=ren, case=case)
    actions.reopen(by=ren, case=case, text="もう一つ。")

    ref = "DESK-KE-2023-0001"
    assert lines() == [
        (REN, "enquiries.ask", ref, {"queue": "desk-ke"}),
        (SATO, "enquiries.note_internally", ref, {"message": 2}),
        (SATO, "enquiries.pause", ref, {"message": 3}),
        (SATO, "enquiries.resume", ref, {"first_answer_due_on": "2023-11-06"}),
        (SATO, "enquiries.refer", ref, {"before": "desk-ke", "now": "desk-la"}),
        (SATO, "enquiries.answer", ref, {"message": 5}),
        (REN, "enquiries.write_again", ref, {"message": 6}),
        (SATO, "enquiries.answer", ref, {"message": 7}),
        (REN, "enquiries.resolve", ref, {}),
        (REN, "enquiries.reopen", ref, {"message": 8}),
    ]


def test_an_answer_for_everybody_is_a_line_of_each_officer(world, lines):
    case = actions.answer(by=officer(), case=asked(consent_public=True), text="要ります。")
    entry = actions.draft_faq(by=officer(), case=case, question_ja="登録は?", answer_ja="要る。")
    actions.approve_faq(by=somebody("kato"), entry=entry)

    assert lines()[2:] == [
        (SATO, "enquiries.draft_faq", entry.ref, {"case": case.ref}),
        ("加藤 職員(見本)", "enquiries.approve_faq", entry.ref, {}),
    ]


def test_who_asked_in_japanese_has_japanese_letters(world, letters):
    case = asked()
    actions.pause(by=officer(), case=case, text="どの州ですか。")
    actions.refer(by=officer(), case=case, to=world["laos"].queue, text="ラオスです。")
    actions.answer(by=officer(), case=case, text="要ります。")
    actions.resolve(by=officer(), case=case)

    ren, ref = "ren@example.jp", "DESK-KE-2023-0001"
    assert letters() == [
        ("enquiries/asked", ren, "ja", f"ご質問を受け付けました({ref})"),
        ("enquiries/paused", ren, "ja", f"お尋ねしたいことがあります({ref})"),
        ("enquiries/referred", ren, "ja", f"ご質問を別の窓口に取り次ぎました({ref})"),
        ("enquiries/answered", ren, "ja", f"ご質問へのお答え({ref})"),
        ("enquiries/resolved", ren, "ja", f"ご質問は終わりました({ref})"),
    ]


def test_a_guest_who_asked_in_english_has_english_letters(world, letters):
    case = asked(GUEST, language="en", **VISITOR)
    actions.pause(by=officer(), case=case, text="Which county?")
    actions.refer(by=officer(), case=case, to=world["laos"].queue, text="Laos.")
    actions.answer(by=officer(), case=case, text="It is.")
    actions.resolve(by=officer(), case=case)

    guest, ref = "guest@example.jp", "DESK-KE-2023-0001"
    assert letters() == [
        ("enquiries/asked", guest, "en", f"We received your question ({ref})"),
        ("enquiries/paused", guest, "en", f"We need to ask you something ({ref})"),
        (
            "enquiries/referred",
            guest,
            "en",
            f"Your question was handed over to another desk ({ref})",
        ),
        ("enquiries/answered", guest, "en", f"The answer to your question ({ref})"),
        ("enquiries/resolved", guest, "en", f"Your question is closed ({ref})"),
    ]


def test_what_the_desk_keeps_for_itself_sends_no_letter(world, letters):
    case = asked()
    before = letters()
    actions.note_internally(by=officer(), case=case, text="所長に聞く。")
    actions.check_local_body(by=officer(), local_body=known_body())
    actions.close_desk(by=officer(), desk=world["laos"], closed_on=clock.today())

    assert letters() == before


def test_what_was_asked_before_a_desk_closed_is_still_answered(world, letters):
    case = asked()
    actions.close_desk(by=officer(), desk=world["kenya"], closed_on=clock.today())

    actions.answer(by=officer(), case=case, text="要ります。")

    closed = Desk.objects.get(pk=world["kenya"].pk).closed_on
    assert (Case.objects.get(pk=case.pk).state, closed) == ("answered", clock.today())
    assert [letter[0] for letter in letters()] == ["enquiries/asked", "enquiries/answered"]
