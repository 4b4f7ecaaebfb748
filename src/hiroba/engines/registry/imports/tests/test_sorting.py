"""Rows that are doubles, bodies that are known, and what mending one row does to another."""

import pytest

from hiroba.engines.registry.imports import actions, examples, queries
from hiroba.engines.registry.imports.queries import Progress
from hiroba.engines.registry.people import actions as people_actions
from hiroba.engines.registry.people import examples as people
from hiroba.engines.registry.people.models import Body
from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.places.tests.support import journal, refused
from hiroba.foundation.accounts.examples import officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

HEADINGS = "団体名,法人格,都道府県,法人番号\n"
FOREST = "森の会,任意団体,長野県,\n"
SEA = "海の会,任意団体,長野県,\n"
NUMBER = "7000012050002"
SAME_AS_2 = "2行目と同じ団体です。どちらかを直してください。"


def brought(*rows):
    return actions.bring(by=officer(), upload=examples.upload(HEADINGS + "".join(rows)))


def row(found, line):
    return found.rows.get(line=line)


def told(found):
    return [(one.line, one.state, one.problems) for one in queries.rows_of(found)]


def mend(found, line, **cells):
    return actions.mend(by=officer(), row=row(found, line), **cells)


def test_rows_that_have_nothing_in_common_are_ready():
    assert told(brought(FOREST, SEA)) == [(2, "ready", {}), (3, "ready", {})]


def test_the_same_name_in_another_prefecture_is_another_body():
    found = brought(FOREST, "森の会,任意団体,北海道,\n")

    assert queries.progress(found) == Progress(ready=2)


def test_three_times_the_same_is_told_twice_at_the_first_line():
    found = brought(FOREST, FOREST, FOREST)

    assert told(found) == [
        (2, "ready", {}),
        (3, "mend", {"name_ja": SAME_AS_2}),
        (4, "mend", {"name_ja": SAME_AS_2}),
    ]


def test_the_same_number_under_two_names_is_told_at_the_number():
    found = brought(f"森の会,NPO法人,長野県,{NUMBER}\n", f"海の会,NPO法人,長野県,{NUMBER}\n")

    assert told(found)[1] == (3, "mend", {"corporate_number": SAME_AS_2})


def test_the_later_of_two_rows_is_mended():
    found = brought(FOREST, FOREST)

    mend(found, 3, name_ja="海の会")

    assert told(found) == [(2, "ready", {}), (3, "ready", {})]


def test_the_earlier_of_two_rows_is_mended_and_the_later_is_free():
    found = brought(FOREST, FOREST)

    mend(found, 2, name_ja="海の会")

    assert told(found) == [(2, "ready", {}), (3, "ready", {})]


def test_a_row_that_is_mended_to_be_another_is_told_so():
    found = brought(FOREST, SEA)

    mend(found, 2, name_ja="海の会")

    assert told(found)[0] == (
        2,
        "mend",
        {"name_ja": "3行目と同じ団体です。どちらかを直してください。"},
    )


def test_three_doubles_of_which_the_first_is_mended_leave_one_double():
    found = brought(FOREST, FOREST, FOREST)

    mend(found, 2, name_ja="海の会")

    assert [state for _, state, _ in told(found)].count("ready") == 2


def test_saving_a_row_as_it_is_changes_nothing():
    found = brought(FOREST, FOREST, SEA)
    before = told(found)

    for line in (2, 3, 4):
        mend(found, line)

    assert told(found) == before


def test_cells_that_no_column_knows_are_not_written():
    found = brought(FOREST)

    mend(found, 2, state="taken", body="1", name_ja="海の会")

    assert row(found, 2).cells == {
        "name_ja": "海の会",
        "personality": "任意団体",
        "prefecture": "長野県",
        "corporate_number": "",
    }


def test_a_known_body_is_recognised_by_its_number_before_its_name():
    minato, company = people.minato(), people.company()

    found = brought(f"{minato.name_ja},NPO法人,東京都,{company.corporate_number}\n")

    assert (row(found, 2).state, row(found, 2).alike) == ("doubt", company)


def test_a_body_that_was_merged_away_is_not_recognised():
    minato, school = people.minato(), people.school_body()
    people_actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体")

    found = brought("見本市立ひろば中学校,学校,東京都,\n")

    assert (row(found, 2).state, row(found, 2).alike) == ("ready", None)


def test_a_suspended_body_is_recognised():
    minato = people_actions.suspend(by=officer(), body=people.minato(), reason="確認中")

    assert row(brought(f"{minato.name_ja},NPO法人,東京都,\n"), 2).alike == minato


def test_a_decision_is_forgotten_when_the_row_looks_like_nobody_any_more():
    minato = people.minato()
    found = brought(f"{minato.name_ja},NPO法人,東京都,\n")
    actions.decide(by=officer(), row=row(found, 2), decision="same")

    mend(found, 2, name_ja="海の会")

    assert (row(found, 2).state, row(found, 2).decision, row(found, 2).alike) == (
        "ready",
        "",
        None,
    )


def test_a_decision_stays_when_something_else_is_mended():
    minato = people.minato()
    found = brought(f"{minato.name_ja},NPO法人,東京都,\n")
    actions.decide(by=officer(), row=row(found, 2), decision="new")

    mend(found, 2, phone="03-0000-0000")

    assert (row(found, 2).state, row(found, 2).decision) == ("ready", "new")


def test_a_body_of_the_same_name_that_another_list_brought_meanwhile_is_noticed():
    first, second = brought(FOREST), brought(FOREST)
    actions.take_in(by=officer(), brought=first)

    actions.take_in(by=officer(), brought=second)

    assert queries.progress(second) == Progress(doubt=1)
    assert Body.objects.filter(name_ja="森の会").count() == 1


def test_a_body_that_registered_itself_meanwhile_is_noticed():
    found = brought(FOREST)
    people_actions.register_body(
        by=somebody("hana"),
        name_ja="森の会",
        personality="unincorporated",
        prefecture=places.prefecture("20"),
    )

    actions.take_in(by=officer(), brought=found)

    assert queries.progress(found) == Progress(doubt=1)


def test_a_row_that_was_called_new_comes_in_beside_the_other():
    minato = people.minato()
    found = brought(f"{minato.name_ja},NPO法人,東京都,\n")
    actions.decide(by=officer(), row=row(found, 2), decision="new")

    actions.take_in(by=officer(), brought=found)

    assert queries.progress(found) == Progress(taken=1)
    assert Body.objects.filter(name_ja=minato.name_ja).count() == 2


def test_a_row_that_is_a_body_which_was_merged_meanwhile_leads_to_what_it_became():
    school, minato = people.school_body(), people.minato()
    found = brought(f"{school.name_ja},学校,東京都,\n")
    actions.decide(by=officer(), row=row(found, 2), decision="same")
    people_actions.merge(by=officer(), absorbed=school, survivor=minato, reason="同じ団体")

    actions.take_in(by=officer(), brought=found)

    assert (row(found, 2).state, row(found, 2).body) == ("linked", minato)


def test_every_step_is_noted_with_its_line():
    minato = people.minato()
    found = brought(FOREST, f"{minato.name_ja},NPO法人,東京都,\n", FOREST)
    mend(found, 4, name_ja="海の会")
    actions.decide(by=officer(), row=row(found, 3), decision="same")
    actions.take_in(by=officer(), brought=found)

    sato = "佐藤 職員(見本)"
    assert journal("imports.bring") == [(sato, found.ref, {"rows": 3})]
    assert journal("imports.mend") == [(sato, found.ref, {"line": 4})]
    assert journal("imports.decide") == [(sato, found.ref, {"line": 3, "decision": "same"})]
    assert journal("imports.take_some") == [(sato, found.ref, {"rows": 3})]
    assert len(journal("people.enter_body")) == 2


def test_a_refused_step_changes_nothing():
    found = brought(FOREST, FOREST)
    before = list(found.rows.order_by("pk").values())

    refused(actions.mend, by=somebody("ren"), row=row(found, 3), name_ja="海の会")
    refused(actions.decide, by=officer(), row=row(found, 3), decision="new")
    refused(actions.call_same, by=officer(), brought=found)
    refused(actions.take_in, by=somebody("ren"), brought=found)

    assert list(found.rows.order_by("pk").values()) == before
    assert Body.objects.count() == 0


def test_the_whole_row_becomes_the_body():
    headings = (
        "団体名,フリガナ,英語名,法人格,法人番号,都道府県,住所,設立日,代表者,メール,電話,url\n"
    )
    cells = (
        f"𠮷野の会🌏,よしの,Yoshino,一社,{NUMBER},奈良,𠮷野町1,H24.6.1,"
        "吉野 桜,y@example.jp,0746-0,https://y.example.jp/\n"
    )
    found = actions.bring(by=officer(), upload=examples.upload(headings + cells))

    actions.take_in(by=officer(), brought=found)

    body = Body.objects.get(corporate_number=NUMBER)
    kept = [body.name_ja, body.kana, body.name_en, body.personality, body.prefecture.code]
    kept += [body.address, body.registered_on.isoformat(), body.representative, body.email]
    assert kept + [body.phone, body.homepage, body.origin, body.state] == [
        "𠮷野の会🌏",
        "ヨシノ",
        "Yoshino",
        "general_association",
        "29",
        "𠮷野町1",
        "2012-06-01",
        "吉野 桜",
        "y@example.jp",
        "0746-0",
        "https://y.example.jp/",
        "imported",
        "unverified",
    ]


def test_sorting_a_longer_list_asks_no_more_questions(django_assert_max_num_queries):
    officer()
    text = HEADINGS + "".join(f"第{number}の会,任意団体,長野県,\n" for number in range(150))

    with django_assert_max_num_queries(25):
        found = actions.bring(by=officer(), upload=examples.upload(text))

    assert queries.progress(found) == Progress(ready=150)
