"""The pages on which officers bring and mend lists."""

import pytest
from django.urls import reverse

from hiroba.engines.registry.imports import examples, queries
from hiroba.engines.registry.imports.models import BodyImport
from hiroba.engines.registry.imports.queries import Progress
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
