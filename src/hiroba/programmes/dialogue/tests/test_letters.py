"""Letters of the dialogue as an English reader gets them."""

import pytest

from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.letters.models import Letter
from hiroba.programmes.dialogue import actions, examples


@pytest.fixture
def taro():
    return somebody("taro", "太郎(見本)", language="en")


def letter(kind, to):
    return Letter.objects.get(kind=f"dialogue/{kind}", to=to.email)


def test_a_registration(coming, taro):
    registration = examples.registration(coming, "taro")

    written = letter("registered", taro)
    assert written.subject == f"[Hiroba] You are registered for a meeting ({registration.ref})"
    assert "NGO-JICA council (sample), meeting 1 of FY2023" in written.body
    assert "When: Wed 13 December 2023, 14:00" in written.body
    assert "How: Online" in written.body
    assert f"/en/dialogue/meetings/{coming.ref}/" in written.body


def test_a_proposal_to_a_coordinator(coming, taro):
    actions.name_coordinator(by=officer(), series=coming.series, side="ngo", person=taro)

    item = examples.item(coming, "知らせ方", "hana")

    written = letter("proposed", taro)
    assert written.subject == f"[Hiroba] An item was proposed ({item.ref})"
    assert "知らせ方 (NGO side)" in written.body


@pytest.mark.parametrize(("verb", "told"), [("accept", "Take it up"), ("decline", "Decline")])
def test_a_decision(coming, taro, verb, told):
    item = examples.item(coming, "知らせ方", "taro")
    if verb == "accept":
        actions.accept_item(by=officer(), item=item)
    else:
        actions.decline_item(by=officer(), item=item, reason="Next time")

    written = letter("decided", taro)
    assert told in written.body
    assert ("Reason: Next time" in written.body) == (verb == "decline")
