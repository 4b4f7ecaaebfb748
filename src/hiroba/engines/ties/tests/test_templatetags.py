"""The way as pages show it."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from hiroba.engines.ties.states import Relation
from hiroba.engines.ties.tests.samples import PROJECT, gift, tied, whole_way

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def shown(ref):
    page = Template("{% load ties %}{% chain ref %}").render(Context({"ref": ref}))
    return " ".join(page.split())


def test_nothing_is_shown_when_nothing_is_tied():
    assert shown("P-1") == ""


def test_the_way_is_shown_as_steps_with_links():
    whole_way()

    page = shown("P-1")

    assert '<li aria-current="step"> <strong>事業</strong>' in page
    assert '<a href="/lessons/LN-1/">水番を決める</a>' in page
    assert "<li>水の教材</li>" in page
    assert '<strong>寄附</strong> <p class="hint">1件</p>' in page


def test_what_is_only_counted_stands_below_what_is_named():
    whole_way()
    for number in range(2, 4):
        tied(gift(number), Relation.FUNDS, PROJECT)

    assert '<p class="hint">3件</p>' in shown("P-1")


def test_the_way_is_shown_in_english_with_japanese_marked():
    whole_way()

    with override("en"):
        page = shown("P-1")

    assert '<a href="/en/projects/P-1/">Water for a village</a>' in page
    assert '<span lang="ja">蛇口のむこう</span>' in page
    assert '<h2 id="chain">What this is tied to</h2>' in page
