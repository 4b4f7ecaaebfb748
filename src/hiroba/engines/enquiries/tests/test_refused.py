"""Each verb from each wrong state, by each wrong hand: refused by its sentence, with no trace."""

import pytest

from hiroba.engines.enquiries import actions
from hiroba.engines.enquiries.models import Case, FaqEntry, Queue
from hiroba.engines.enquiries.tests.samples import answered, asked, keeper, queue
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.journal.models import Record
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

KEEPS = "この窓口の担当職員だけができます。"
ASKER = "書き足せるのは、質問した方です。"
EITHER = "質問した方か、この窓口の担当職員だけができます。"
OPENS = "窓口は、その事業の担当職員が開きます。"
EMPTY = "文を書いてください。"
NAMES = {
    "waiting": "回答待ち",
    "answered": "回答済み",
    "paused": "相手の返事待ち",
    "resolved": "解決",
}

# fmt: off
WRONG = [
    ("answer",      ["paused", "resolved"]),
    ("pause",       ["answered", "paused", "resolved"]),
    ("resume",      ["waiting", "answered", "resolved"]),
    ("write_again", ["resolved"]),
    ("refer",       ["resolved"]),
    ("resolve",     ["waiting", "paused", "resolved"]),
    ("reopen",      ["waiting", "answered", "paused"]),
]
HANDS = [
    ("answer",          "waiting",  ["hana", "ren", "kansa", "sumire"], KEEPS),
    ("note_internally", "waiting",  ["hana", "ren", "kansa", "sumire"], KEEPS),
    ("pause",           "waiting",  ["hana", "ren", "kansa", "sumire"], KEEPS),
    ("resume",          "paused",   ["hana", "ren", "kansa", "sumire"], KEEPS),
    ("refer",           "waiting",  ["hana", "ren", "kansa", "sumire"], KEEPS),
    ("write_again",     "waiting",  ["sato", "ren", "kansa", "sumire"], ASKER),
    ("resolve",         "answered", ["ren", "kansa", "sumire"],         EITHER),
    ("reopen",          "resolved", ["ren", "kansa", "sumire"],         EITHER),
]
# fmt: on
SILENT = [
    ("answer", "waiting", "sato"),
    ("note_internally", "waiting", "sato"),
    ("pause", "waiting", "sato"),
    ("refer", "waiting", "sato"),
    ("write_again", "waiting", "hana"),
    ("reopen", "resolved", "hana"),
]


@pytest.fixture(scope="module")
def world(standing):
    """A question of Hana in each state, and two queues."""
    with clock.at("2023-11-01 10:00"):
        for handle in ("hana", "ren", "sato", "kansa", "sumire"):
            somebody(handle)
        queue("la")
        cases = {"waiting": asked(), "answered": answered(asked(consent_public=True))}
        cases["paused"] = actions.pause(by=officer(), case=asked(), text="どこですか。")
        cases["resolved"] = actions.resolve(by=officer(), case=answered())
    return {state: case.pk for state, case in cases.items()}


def left():
    """How much is written: cases as they are, words, lines, letters."""
    cases = list(Case.objects.order_by("pk").values())
    return cases, Record.objects.count(), Letter.objects.count(), FaqEntry.objects.count()


def refusal(verb, case, by, text="文です。"):
    """The sentence by which a verb is refused; nothing is left of it."""
    told = {} if verb in ("resume", "resolve") else {"text": text}
    if verb == "refer":
        told["to"] = queue("la")
    before = left()
    with pytest.raises(Refused) as caught:
        getattr(actions, verb)(by=by, case=Case.objects.get(pk=case), **told)
    assert left() == before
    return caught.value.reason


@pytest.mark.parametrize(("verb", "states"), WRONG)
def test_a_verb_in_a_wrong_state_is_refused_by_the_name_of_the_state(world, verb, states):
    by = somebody("hana") if verb in ("write_again", "reopen") else officer()

    told = [refusal(verb, world[state], by) for state in states]

    assert told == [f"いまは「{NAMES[state]}」のため、この操作はできません。" for state in states]


@pytest.mark.parametrize(("verb", "state", "hands", "reason"), HANDS)
def test_a_verb_by_a_wrong_hand_is_refused_by_whose_it_is(world, verb, state, hands, reason):
    told = [refusal(verb, world[state], somebody(handle)) for handle in hands]

    assert told == [reason] * len(hands)


@pytest.mark.parametrize("text", ["", " ", "\u3000\n"])
@pytest.mark.parametrize(("verb", "state", "handle"), SILENT)
def test_an_empty_text_says_nothing_in_any_verb(world, verb, state, handle, text):
    assert refusal(verb, world[state], somebody(handle), text) == EMPTY


def test_a_question_is_not_handed_to_the_queue_it_is_in(world):
    case = Case.objects.get(pk=world["waiting"])

    with pytest.raises(Refused) as caught:
        actions.refer(by=officer(), case=case, to=case.queue, text="お願いします。")

    assert caught.value.reason == "別の窓口を選んでください。"


def drafted(by, world, state="answered"):
    case = Case.objects.get(pk=world[state])
    return actions.draft_faq(by=by, case=case, question_ja="登録は?", answer_ja="要る。")


@pytest.mark.parametrize("handle", ["hana", "ren", "kansa", "sumire"])
def test_an_answer_for_everybody_is_written_by_those_who_keep_the_queue(world, handle):
    with pytest.raises(Refused) as caught:
        drafted(somebody(handle), world)

    assert (caught.value.reason, FaqEntry.objects.count()) == (KEEPS, 0)


def test_an_answer_for_everybody_is_approved_by_a_second_officer_once(world):
    entry, other = drafted(officer(), world), keeper("queue:ke")
    told = []
    for by in (officer(), auditor(), other, other):
        try:
            actions.approve_faq(by=by, entry=entry)
        except Refused as refused:
            told.append(refused.reason)

    entry.refresh_from_db()
    assert (entry.state, entry.approved_by) == ("approved", other)
    assert told == [
        "書いた方とは別の職員が確認してください。",
        KEEPS,
        "いまは「公開」のため、この操作はできません。",
    ]


@pytest.mark.parametrize("handle", ["hana", "kansa", "sumire"])
def test_a_queue_is_opened_by_no_wrong_hand(world, handle):
    before = Queue.objects.count()

    with pytest.raises(Refused) as caught:
        actions.open_queue(
            by=somebody(handle),
            programme="cooperation",
            code="new",
            name_ja="新",
            name_en="New",
            answer_days=1,
            solve_days=1,
        )

    assert (caught.value.reason, Queue.objects.count()) == (OPENS, before)


def test_a_queue_with_an_impossible_promise_is_not_opened_at_all(world):
    with pytest.raises(Refused) as caught:
        queue("new", answer_days=5, solve_days=4)

    assert caught.value.reason == "解決までの日数は、最初の回答までの日数以上にしてください。"
    assert not Queue.objects.filter(code="new").exists()
