"""The pages on which officers bring and mend lists."""

import pytest
from django.urls import reverse

from hiroba.engines.registry.imports import examples, queries
from hiroba.engines.registry.imports.models import BodyImport
from hiroba.engines.registry.imports.queries import Progress
from hiroba.engines.registry.places.tests.support import questions
from hiroba.foundation.accounts.examples import officer, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def at(name, *args):
    return reverse(f"imports:{name}", args=args)


@pytest.fixture
def sato(client):
    client.force_login(officer(), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_list_in_shift_jis_is_brought_mended_and_taken_in(sato):
    examples.brought()
    BodyImport.objects.all().delete()
    content = (examples.HEADINGS + "".join(examples.ROWS)).encode("cp932")

    sato.post(at("imports"), {"upload": examples.upload(content)})
    brought = BodyImport.objects.get()
    page = sato.get(at("brought", brought.ref))
    assert "直すところ: 6か所" in page.text
    assert "「東京府」という都道府県はありません。" in page.text

    mended = {"name_ja": "空の会", "personality": "任意団体", "prefecture": "長野県"}
    sato.post(at("mend", brought.ref, 4), mended)
    sato.post(at("decide", brought.ref, 3), {"decision": "same"})
    sato.post(at("take_in", brought.ref))
    assert queries.progress(brought) == Progress(taken=2, linked=1)


def test_a_row_that_is_still_wrong_comes_back_with_what_was_typed(sato):
    brought = examples.brought()

    page = sato.post(at("mend", brought.ref, 4), {"name_ja": "空の会"}, follow=True)

    assert page.redirect_chain[0][0] == f"{at('brought', brought.ref)}?state=mend#line-4"
    assert 'value="空の会"' in page.text
    assert "4行目: 直すところがあります。" in page.text


def test_all_doubts_are_settled_with_one_button(sato):
    brought = examples.brought()
    page = sato.get(at("brought", brought.ref), {"state": "doubt"})
    assert "残りをすべて同じ団体とする" in page.text

    sato.post(at("call_same", brought.ref))

    assert queries.progress(brought) == Progress(mend=1, ready=2)


def test_a_wrong_file_is_told_on_the_form(sato):
    page = sato.post(at("imports"), {"upload": examples.upload("団体名\n森の会\n")})

    assert "「法人格」「都道府県」の列が見つかりません。見出しを確かめてください。" in page.text


def test_no_file_at_all_is_told_on_the_form(sato):
    page = sato.post(at("imports"), {"pressed": "1"})

    assert page.context["form"].errors["upload"] == ["このフィールドは必須です。"]


def test_the_sample_list_can_be_brought_in(sato):
    examples.brought()
    text = b"".join(sato.get(at("sample")).streaming_content)

    sato.post(at("imports"), {"upload": examples.upload(text)})

    newest = BodyImport.objects.first()
    assert [one.problems.keys() - {"municipality"} for one in queries.rows_of(newest)] == [set()]


def test_members_of_bodies_find_no_lists(client):
    brought = examples.brought()
    client.force_login(somebody("ren"), backend="django.contrib.auth.backends.ModelBackend")

    answers = [client.get(url).status_code for url in (at("imports"), at("brought", brought.ref))]

    assert answers == [403, 403]


def test_long_lists_ask_no_more_than_short_ones(sato, django_assert_max_num_queries):
    brought = examples.brought()

    with django_assert_max_num_queries(12):
        sato.get(at("brought", brought.ref), {"state": "doubt"})
    with django_assert_max_num_queries(12):
        sato.get(at("imports"))


def brought_with(sato, *rows):
    text = "団体名,法人格,都道府県\n" + "".join(f"{row}\n" for row in rows)
    sato.post(at("imports"), {"upload": examples.upload(text)})
    return BodyImport.objects.latest("pk")


@pytest.mark.parametrize("who", ["ren", "kansa", "mori", "kimura"])
def test_every_page_is_closed_to_everybody_else(client, who):
    brought = examples.brought()
    client.force_login(somebody(who), backend="django.contrib.auth.backends.ModelBackend")
    looked = [at("imports"), at("sample"), at("brought", brought.ref)]
    pressed = [at("take_in", brought.ref), at("call_same", brought.ref)]
    pressed += [at("mend", brought.ref, 4), at("decide", brought.ref, 3)]

    answers = [client.get(url).status_code for url in looked]
    answers += [client.post(url, {"decision": "same"}).status_code for url in pressed]

    assert answers == [403] * 7
    assert queries.progress(brought) == Progress(mend=1, doubt=1, ready=1)


def test_a_visitor_is_led_to_the_entrance(client):
    assert client.get(at("imports")).status_code == 302


def test_without_lists_the_page_says_so(sato):
    page = sato.get(at("imports"))

    assert "まだ取り込んだ一覧はありません" in page.text
    assert "団体名 *" in page.text


def test_the_pages_read_in_english(sato):
    brought = examples.brought()

    pages = [sato.get("/en" + url) for url in (at("imports"), at("brought", brought.ref))]

    assert [page.status_code for page in pages] == [200, 200]
    assert "取り込みの進み具合" not in pages[1].text
    assert "ファイルを選ぶ" not in pages[0].text


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        ("", "empty.csv", "ファイルが空です"),
        ("\n,,\n", "blank.csv", "ファイルに何も書かれていません。"),
        ("団体名,法人格,都道府県\n".encode("utf-16"), "utf16.csv", "。"),
        ('団体名,法人格,都道府県\n"a"b,c\n', "quotes.csv", "引用符"),
        (b"MZ\x90\x00", "virus.exe", "。"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_leaves_nothing(sato, content, name, told):
    page = sato.post(at("imports"), {"upload": examples.upload(content, name)})

    said = [text for texts in page.context["form"].errors.values() for text in texts]
    assert len(said) == 1
    assert told in said[0] or "空" in said[0]
    assert not BodyImport.objects.exists()


def test_many_rows_are_turned_by_page(sato):
    brought = brought_with(sato, *(f"第{n:02}の会,任意団体,長野県" for n in range(45)))

    first = sato.get(at("brought", brought.ref))
    second = sato.get(first.context["slice"].next_url)

    lines = [[row.line for row in page.context["slice"].rows] for page in (first, second)]
    assert lines == [[*range(2, 22)], [*range(22, 42)]]
    assert second.context["state"] == "ready"


def test_many_lists_are_turned_by_page(sato):
    for number in range(22):
        brought_with(sato, f"第{number}の会,任意団体,長野県")

    first = sato.get(at("imports"))
    second = sato.get(first.context["slice"].next_url)

    assert [len(page.context["slice"].rows) for page in (first, second)] == [20, 2]


@pytest.mark.parametrize(("few", "many"), [(1, 3), (2, 20)])
def test_the_same_questions_are_asked_for_few_and_many_rows(sato, few, many):
    small = brought_with(sato, *(f"小{n}の会,任意団体,長野県" for n in range(few)))
    large = brought_with(sato, *(f"大{n}の会,任意団体,長野県" for n in range(many)))
    sato.get(at("brought", small.ref))

    asked = [questions(sato, at("brought", one.ref)) for one in (small, large)]

    assert asked[0] == asked[1] <= 12


def test_rows_with_rare_letters_and_tags_are_shown_as_they_are(sato):
    brought = brought_with(sato, "𠮷野🌏の会<b>,任意団体,どこか")

    page = sato.get(at("brought", brought.ref))

    assert "𠮷野🌏の会&lt;b&gt;" in page.text
    assert "<b>" not in page.text


@pytest.mark.parametrize("state", ["mend", "doubt", "ready", "taken", "linked", "nonsense"])
def test_every_state_has_its_rows_or_says_that_there_are_none(sato, state):
    brought = examples.brought()

    page = sato.get(at("brought", brought.ref), {"state": state})

    shown = [row.line for row in page.context["slice"].rows]
    expected = {"mend": [4], "doubt": [3], "ready": [2], "nonsense": [2, 3, 4]}
    assert shown == expected.get(state, [])
    assert ("この状態の行はありません" in page.text) == (shown == [])


def test_a_decision_that_does_not_exist_is_told(sato):
    brought = examples.brought()
    here = f"http://testserver{at('brought', brought.ref)}"

    page = sato.post(
        at("decide", brought.ref, 3),
        {"decision": "maybe"},
        follow=True,
        headers={"Referer": here},
    )

    assert "「同じ団体」か「別の団体」のどちらかを選んでください。" in page.text


def test_nothing_to_take_in_is_told_and_the_button_sleeps(sato):
    brought = brought_with(sato, ",任意団体,長野県")
    here = at("brought", brought.ref)
    told = "いま取り込める行はありません。直すところのある行を直してください。"

    shown = sato.get(here)
    page = sato.post(
        at("take_in", brought.ref), follow=True, headers={"Referer": f"http://testserver{here}"}
    )

    assert f'disabled title="{told}"' in shown.text
    assert told in page.text


@pytest.mark.parametrize("name", ["take_in", "call_same"])
def test_buttons_are_pressed_and_not_looked_at(sato, name):
    assert sato.get(at(name, examples.brought().ref)).status_code == 405


@pytest.mark.parametrize("path", ["I-NOTHERE/", "😀/"])
def test_a_list_that_does_not_exist_is_not_found(sato, path):
    assert sato.get(at("imports") + path).status_code == 404


def test_a_line_that_does_not_exist_is_not_found(sato):
    brought = examples.brought()

    answers = [
        sato.post(at(name, brought.ref, 99), {"decision": "same"}).status_code
        for name in ("mend", "decide")
    ]

    assert answers == [404, 404]


def test_the_sample_has_every_column_in_the_language_of_the_reader(sato):
    answers = [sato.get(start + at("sample")) for start in ("", "/en")]

    japanese, english = (b"".join(one.streaming_content).decode("utf-8-sig") for one in answers)
    assert japanese.splitlines()[0].count(",") == english.splitlines()[0].count(",") == 12
    assert "団体名" in japanese.splitlines()[0]
    assert "団体名" not in english.splitlines()[0]
    assert all("bodies-sample.csv" in one.headers["Content-Disposition"] for one in answers)


def test_the_same_file_a_second_time_makes_doubts(sato):
    rows = [f"第{n}の会,任意団体,長野県" for n in range(3)]
    first = brought_with(sato, *rows)
    sato.post(at("take_in", first.ref))

    again = brought_with(sato, *rows)

    assert queries.progress(first) == Progress(taken=3)
    assert queries.progress(again) == Progress(doubt=3)
