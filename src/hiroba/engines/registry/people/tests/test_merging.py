"""Two bodies that are one become one, and can be parted again."""

import pytest

from hiroba.engines.registry.people import actions, examples, policies, queries
from hiroba.engines.registry.people.comparing import compared
from hiroba.engines.registry.people.models import Body
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.letters.models import Letter
from hiroba.foundation.search.queries import refs_matching
from hiroba.foundation.verdicts import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def refused(act, **known):
    with pytest.raises(Refused) as refusal:
        act(**known)
    return refusal.value.reason


def merged(absorbed, survivor):
    return actions.merge(
        by=officer(), absorbed=absorbed, survivor=survivor, reason="同じ団体でした"
    )


def states():
    return {
        body.name_ja: (body.state, body.merged_into_id, body.verified_on)
        for body in Body.objects.order_by("pk")
    }


def test_a_merged_body_leads_to_the_other_and_its_people_act_for_that():
    school, minato = examples.school_body(), examples.minato()

    merged(school, minato)

    school.refresh_from_db()
    assert queries.standing_for(school) == minato
    assert policies.may_act_for(somebody("akari"), minato)
    assert list(queries.bodies_of(somebody("akari"))) == [minato]
    assert set(queries.standing_and_merged(minato)) == {minato, school}
    assert [one.person.account for one in queries.members_of(minato)] == [
        somebody("akari"),
        somebody("ren"),
    ]


def test_a_merged_body_is_no_longer_listed_found_or_acted_for():
    school, minato = examples.school_body(), examples.minato()

    merged(school, minato)

    school.refresh_from_db()
    assert school not in queries.directory()
    assert list(refs_matching("ひろば中学校", "bodies")) == []
    assert policies.may_act_for(somebody("akari"), school).reason == (
        "この団体は特定非営利活動法人みなとに統合されました。そちらで続けてください。"
    )
    assert Letter.objects.get(kind="people/merged").to == "akari@example.jp"


def test_undoing_puts_everything_back_as_it_was():
    school, minato = examples.school_body(), examples.minato()
    before = states()

    actions.unmerge(by=officer(), merge=merged(school, minato))

    assert states() == before
    assert sorted(set(refs_matching("ひろば中学校", "bodies"))) == [school.ref]
    assert not policies.may_act_for(somebody("akari"), minato)


def test_chains_stay_one_step_long_and_are_undone_from_the_end():
    school, company, minato = examples.school_body(), examples.company(), examples.minato()
    first = merged(school, company)
    second = merged(company, minato)

    school.refresh_from_db()
    assert queries.standing_for(school) == minato
    assert refused(actions.unmerge, by=officer(), merge=first) == (
        "統合先がさらに統合されています。あとの統合から順に取り消してください。"
    )

    actions.unmerge(by=officer(), merge=second)
    school.refresh_from_db()
    assert queries.standing_for(school) == company
    actions.unmerge(by=officer(), merge=first)
    school.refresh_from_db()
    assert queries.standing_for(school) == school


def test_a_merge_is_undone_once():
    merge = actions.unmerge(by=officer(), merge=merged(examples.school_body(), examples.minato()))

    assert refused(actions.unmerge, by=officer(), merge=merge) == (
        "この統合はすでに取り消されています。"
    )


def test_a_merge_is_not_undone_while_another_body_has_its_number():
    company, minato = examples.company(), examples.minato()
    merge = merged(company, minato)
    actions.revise_body(
        by=officer(), body=examples.school_body(), corporate_number=company.corporate_number
    )

    assert refused(actions.unmerge, by=officer(), merge=merge) == (
        "同じ法人番号の団体がほかにあります。その法人番号を直してから取り消してください。"
    )


@pytest.mark.parametrize(
    ("by", "into", "reason", "told"),
    [
        ("ren", "minato", "x", "団体の台帳は担当職員が扱います。"),
        ("sato", "school", "x", "別の団体を選んでください。"),
        ("sato", "minato", "", "統合の理由を書いてください。"),
    ],
)
def test_a_merge_needs_an_officer_two_bodies_and_a_reason(by, into, reason, told):
    school, minato = examples.school_body(), examples.minato()
    survivor = {"minato": minato, "school": school}[into]

    answer = refused(
        actions.merge, by=somebody(by), absorbed=school, survivor=survivor, reason=reason
    )

    assert answer == told


def test_nothing_is_merged_into_a_suspended_body():
    minato = actions.suspend(by=officer(), body=examples.minato(), reason="確認中")

    assert refused(merged, absorbed=examples.school_body(), survivor=minato) == (
        "統合先の団体は停止中です。停止を解いてから統合してください。"
    )


def test_nothing_is_merged_twice():
    school, minato = examples.school_body(), examples.minato()
    merged(school, minato)

    assert refused(merged, absorbed=school, survivor=examples.company()) == (
        "この団体は特定非営利活動法人みなとに統合されました。そちらで続けてください。"
    )


def test_the_preview_shows_what_differs_and_who_moves_along():
    seen = compared(examples.school_body(), examples.minato())

    assert (seen.members, seen.pointing) == (1, 0)
    assert [fact.label for fact in seen.facts if fact.differs] == [
        "団体名",
        "英語の名称",
        "法人格",
    ]


def test_bodies_that_look_the_same_are_shown_to_officers():
    minato = examples.minato()
    twin = actions.enter_body(by=officer(), name_ja=minato.name_ja, personality="npo")

    assert list(queries.bodies_alike(twin)) == [minato]
    assert list(queries.bodies_like("特定非営利活動法人みなと", "13")) == [minato]


def test_open_data_that_names_a_merged_body_reaches_the_survivor():
    foreign, minato = examples.foreign_body(), examples.minato()

    merged(foreign, minato)

    assert queries.body_with_identifier(foreign.identifier) == minato
    assert foreign not in queries.bodies_seen_by(GUEST)
