"""What every page knows about the house, and the filters that write in the reader's language."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from hiroba.foundation import clock
from hiroba.foundation.web.context import house

pytestmark = pytest.mark.django_db


def written(text, **context):
    return Template("{% load hiroba %}" + text).render(Context(context))


def addresses(path, language="ja"):
    with translation.override(language):
        known = house(RequestFactory().get(path))["this_page_in"]
    return {code: url for code, _, url in known}


@pytest.mark.parametrize(
    ("path", "language", "japanese", "english"),
    [
        ("/help/", "ja", "/help/", "/en/help/"),
        ("/en/help/", "en", "/help/", "/en/help/"),
        ("/search/?q=%E6%B0%B4", "ja", "/search/?q=%E6%B0%B4", "/en/search/?q=%E6%B0%B4"),
        ("/", "ja", "/", "/en/"),
        ("/no-such-page/", "ja", "/no-such-page/", "/no-such-page/"),
    ],
)
def test_the_language_switch_keeps_the_page(path, language, japanese, english):
    assert addresses(path, language) == {"ja": japanese, "en": english}


def test_a_clock_that_was_set_is_shown_and_the_machine_s_is_not(settings):
    assert house(RequestFactory().get("/"))["house_clock"] is None

    settings.HIROBA_CLOCK_SHIFT = timedelta(days=-3)
    with clock.at("2023-11-01 10:00"):
        assert house(RequestFactory().get("/"))["house_clock"] == clock.now()


def test_every_page_says_which_kind_of_house_it_is_in():
    assert house(RequestFactory().get("/"))["house_kind"] == "test"


@pytest.mark.parametrize(
    ("text", "value", "japanese", "english"),
    [
        ("{{ x|yen }}", 3000, "3,000円", "JPY 3,000"),
        ("{{ x|yen }}", None, "", ""),
        ("{{ x|great }}", 2499622, "249万9,622", "2,499,622"),
        ("{{ x|fiscal }}", 2023, "2023年度", "FY2023"),
    ],
)
def test_numbers_are_written_in_the_language_of_the_reader(text, value, japanese, english):
    assert written(text, x=value) == japanese
    with translation.override("en"):
        assert written(text, x=value) == english


def test_a_moment_falls_on_its_day_in_japan():
    assert written("{{ x|wareki }}", x=clock.moment("2023-11-01 00:30")) == "令和5年11月1日"


def test_a_drawing_says_nothing_to_those_who_listen():
    assert 'aria-hidden="true"' in written('{% icon "search" %}')
    assert 'alt=""' in written('{% art "door" %}')


def test_the_menu_shows_doors_that_exist_and_where_one_stands(settings):
    settings.HIROBA_MENU = {"doors": [("使いかた", "web:help"), ("まだない", "no:where")]}
    request = RequestFactory().get("/help/")

    shown = written(
        "{% menu as doors %}{% for one in doors %}{{ one.label }} {{ one.url }} {{ one.here }}"
        "{% endfor %}",
        request=request,
    )

    assert shown == "使いかた /help/ page"
