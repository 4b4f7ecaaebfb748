"""The parts that templates are put together from."""

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from hiroba.foundation import clock
from hiroba.foundation.web.forms import ActionForm


def shown(text: str, **context: object) -> str:
    return Template("{% load hiroba %}" + text).render(Context(context)).strip()


class WishForm(ActionForm):
    name = forms.CharField(label="お名前", help_text="書類の宛名になります。")
    day = forms.DateField(label="希望する日", widget=forms.DateInput, required=False)
    amount = forms.ChoiceField(
        label="金額", choices=[("1", "千円"), ("3", "三千円")], widget=forms.RadioSelect
    )
    story = forms.CharField(widget=forms.Textarea, max_length=400, required=False)
    plan = forms.FileField(required=False)


def test_days_and_moments_are_written_in_the_readers_language():
    with clock.at("2023-11-01 17:00"):
        now = clock.now()

    assert shown("{{ when|day }}", when=date(2023, 11, 1)) == "2023年11月1日(水)"
    assert shown("{{ when|moment }}", when=now) == "2023年11月1日(水)17:00"
    with translation.override("en"):
        assert shown("{{ when|day }}", when=date(2023, 11, 1)) == "Wed 1 November 2023"


def test_nothing_is_written_for_a_day_that_is_not_known():
    assert shown("{{ when|day }}{{ when|moment }}", when=None) == ""


def test_a_day_gets_the_calendar_of_the_browser():
    form = WishForm({"day": "2023-11-01"})

    drawn = shown("{% control field %}", field=form["day"])

    assert 'type="date"' in drawn and 'value="2023-11-01"' in drawn


def test_a_form_that_comes_back_keeps_every_word_and_names_each_mistake():
    form = WishForm({"name": "", "story": "水くみの時間が短くなる"})

    drawn = shown(
        '{% include "components/_form.html" with form=form submit="送る" %}',
        form=form,
        request=None,
    )

    assert 'href="#id_name"' in drawn and 'href="#id_amount"' in drawn
    assert 'aria-describedby="id_name_helptext id_name_error"' in drawn
    assert 'aria-invalid="true"' in drawn and "水くみの時間が短くなる" in drawn


def test_a_form_with_files_is_sent_with_its_files():
    drawn = shown(
        '{% include "components/_form.html" with form=form submit="送る" %}', form=WishForm()
    )

    assert 'enctype="multipart/form-data"' in drawn


def test_one_reads_how_much_fits_even_without_script():
    drawn = shown(
        '{% include "components/_field.html" with field=field %}', field=WishForm()["story"]
    )

    assert "400文字まで" in drawn


def test_choices_stand_together_under_their_question():
    drawn = shown(
        '{% include "components/_field.html" with field=field %}', field=WishForm()["amount"]
    )

    assert "<fieldset" in drawn and "<legend>金額" in drawn and drawn.count('class="choice"') == 2


def test_the_menu_marks_where_one_is_and_leaves_out_what_is_not_there(settings):
    settings.HIROBA_MENU = {"doors": [("使いかた", "web:help"), ("まだない", "nowhere:at_all")]}
    request = RequestFactory().get("/help/")

    drawn = shown(
        "{% menu as doors %}"
        "{% for door in doors %}{{ door.label }} {{ door.url }} {{ door.here }};{% endfor %}",
        request=request,
    )

    assert drawn == "使いかた /help/ page;"


@pytest.mark.parametrize(
    ("kind", "picture"), [("success", "good"), ("error", "bad"), ("warning", "warn"), ("", "info")]
)
def test_a_notice_shows_what_kind_it_is_without_colour(kind, picture):
    drawn = shown('{% include "components/_notice.html" with kind=kind text="見本" %}', kind=kind)

    assert f"icons.svg#{picture}" in drawn
