"""Each thing that can be done with a question at the desks, from each state."""

import pytest
from lxml import html

from hiroba.engines.enquiries import queries as enquiries
from hiroba.engines.enquiries.models import Case
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.desks import actions
from hiroba.programmes.desks.examples import desk
from hiroba.programmes.desks.tests.samples import asked, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

NAMES = {
    "waiting": "回答待ち",
    "answered": "回答済み",
    "paused": "相手の返事待ち",
    "resolved": "解決",
}

# fmt: off
RIGHT = [
    ("answer",      "waiting",  "answered"),
    ("answer",      "answered", "answered"),
    ("pause",       "waiting",  "paused"),
    ("resume",      "paused",   "waiting"),
    ("write_again", "waiting",  "waiting"),
    ("write_again", "answered", "waiting"),
    ("write_again", "paused",   "waiting"),
    ("refer",       "waiting",  "waiting"),
    ("refer",       "answered", "waiting"),
    ("refer",       "paused",   "waiting"),
    ("resolve",     "answered", "resolved"),
    ("reopen",      "resolved", "waiting"),
]
# fmt: on
VERBS = ("answer", "pause", "resume", "write_again", "refer", "resolve", "reopen")
WRONG = [
    (verb, state)
    for verb in VERBS
    for state in NAMES
    if (verb, state) not in {(one, source) for one, source, _ in RIGHT}
]
# The buttons an officer finds on a case, by its state.
BUTTONS = [
    ("waiting", ["回答する", "内部のメモを書く", "相手に尋ねる", "取り次ぐ"]),
    ("answered", ["回答する", "内部のメモを書く", "取り次ぐ", "解決にする", "よくある質問にする"]),
    ("paused", ["内部のメモを書く", "再開する", "取り次ぐ"]),
    ("resolved", ["内部のメモを書く", "もう一度開く", "よくある質問にする"]),
]
MINE = [
    ("waiting", "受け付けました。お答えを準備しています", ["書き足す"]),
    ("answered", "お答えしました", ["書き足す", "終わりにする"]),
    ("paused", "あなたのお返事を待っています", ["書き足す"]),
    ("resolved", "終わりました", ["もう一度開く"]),
]


@pytest.fixture(scope="module")
def world(standing):
    """One question of Ren in each state; the desk in Laos stands beside."""
    with clock.at("2023-11-01 10:00"):
        by, laos = officer(), desk("LA")
        cases = {state: asked(consent_public=True).pk for state in NAMES}
        actions.pause(by=by, case=Case.objects.get(pk=cases["paused"]), text="どの州ですか。")
        for state in ("answered", "resolved"):
            actions.answer(by=by, case=Case.objects.get(pk=cases[state]), text="要ります。")
        actions.resolve(by=by, case=Case.objects.get(pk=cases["resolved"]))
    return {"laos": laos, **cases}


def do(verb, case, laos):
    """The verb by the person whose it is."""
    by = somebody("ren") if verb in ("write_again", "reopen") else officer()
    told = {} if verb in ("resume", "resolve") else {"text": "文です。"}
    if verb == "refer":
        told["to"] = laos.queue
    return getattr(actions, verb)(by=by, case=case, **told)


@pytest.mark.parametrize(("verb", "state", "target"), RIGHT)
def test_a_verb_leads_on_from_its_states(world, verb, state, target):
    case = do(verb, Case.objects.get(pk=world[state]), world["laos"])

    case.refresh_from_db()
    assert case.state == target


@pytest.mark.parametrize(("verb", "state"), WRONG)
def test_a_verb_is_refused_in_every_other_state_and_nothing_is_left_of_it(world, verb, state):
    case = Case.objects.get(pk=world[state])
    before = (Case.objects.values().get(pk=case.pk), Record.objects.count(), Letter.objects.count())

    with pytest.raises(Refused) as refusal:
        do(verb, case, world["laos"])

    after = (Case.objects.values().get(pk=case.pk), Record.objects.count(), Letter.objects.count())
    assert refusal.value.reason == f"いまは「{NAMES[state]}」のため、この操作はできません。"
    assert after == before


@pytest.mark.parametrize("state", NAMES)
def test_a_word_for_colleagues_is_written_in_every_state_and_moves_nothing(world, state):
    case = Case.objects.get(pk=world[state])

    actions.note_internally(by=officer(), case=case, text="所長に聞く。")

    last = enquiries.messages_of(case, officer()).last()
    case.refresh_from_db()
    assert (case.state, last.text, last.is_internal) == (state, "所長に聞く。", True)


@pytest.mark.parametrize(("state", "shown"), BUTTONS)
def test_an_officer_finds_the_buttons_of_the_state(client, world, state, shown):
    case = Case.objects.get(pk=world[state])

    answer = signed_in(client, officer()).get(f"/staff/desks/cases/{case.ref}/")

    assert awake(answer) == shown


@pytest.mark.parametrize(("state", "read", "shown"), MINE)
def test_the_asker_reads_the_state_in_plain_words_and_finds_its_buttons(
    client, world, state, read, shown
):
    case = Case.objects.get(pk=world[state])

    answer = signed_in(client, somebody("ren")).get(f"/my/desks/{case.ref}/")

    assert (read in words(answer), awake(answer)) == (True, shown)


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        ("resume", "waiting"),
        ("resume", "answered"),
        ("resume", "resolved"),
        ("resolve", "waiting"),
        ("resolve", "paused"),
        ("resolve", "resolved"),
    ],
)
def test_a_button_pressed_too_late_says_why_on_the_page_one_came_from(client, world, verb, state):
    case = Case.objects.get(pk=world[state])
    page = f"/staff/desks/cases/{case.ref}/"
    signed_in(client, officer())

    answer = client.post(f"{page}{verb}/", headers={"referer": f"http://testserver{page}"})
    told = words(client.get(answer["Location"]))

    assert answer["Location"] == f"http://testserver{page}"
    assert f"いまは「{NAMES[state]}」のため、この操作はできません。" in told


@pytest.mark.parametrize(("door", "state"), [("answer", "paused"), ("pause", "answered")])
def test_words_typed_too_late_are_kept_beside_the_reason(client, world, door, state):
    case = Case.objects.get(pk=world[state])
    signed_in(client, officer())

    text = words(client.post(f"/staff/desks/cases/{case.ref}/{door}/", {"text": "長い文。"}))

    told = f"いまは「{NAMES[state]}」のため、この操作はできません。"
    assert (told in text, "長い文。" in text) == (True, True)


def awake(answer):
    """The labels of the buttons below the talk that can be pressed."""
    tree = html.fromstring(answer.content.decode())
    found = tree.xpath("//div[@class='actions']//*[self::a or self::button]")
    return [one.text_content().strip() for one in found if one.get("disabled") is None]
