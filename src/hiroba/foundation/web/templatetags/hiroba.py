"""Filters with which templates write days, money and names in the reader's language."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import forms, template
from django.conf import settings
from django.forms import BoundField
from django.template import Context
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hiroba.foundation import bilingual, calendar, money

register = template.Library()

JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")

# The plain widget of a form, what a browser calls it, and how it wants the value written.
CALENDARS = (
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
)


@dataclass(frozen=True)
class Door:
    """One entry of a menu; `here` says whether the visitor stands in it."""

    label: str
    url: str
    here: str


@register.filter
def said(thing: Any, field: str) -> str:
    """The text of a bilingual thing in the reader's language."""
    return bilingual.said(thing, field)


@register.filter
def spoken(words: Any) -> Any:
    """What people wrote in Japanese is marked as such on a page in another language."""
    if get_language() == "ja" or not JAPANESE.search(str(words)):
        return words
    return format_html('<span lang="ja">{}</span>', words)


@register.filter
def marked(words: Any) -> str:
    """The attribute that says so, for an element that holds nothing else."""
    is_told = get_language() == "ja" or not JAPANESE.search(str(words))
    return "" if is_told else mark_safe(' lang="ja"')


@register.filter
def yen(amount: int | None) -> str:
    """3,000円."""
    return "" if amount is None else money.yen_text(amount, get_language() or "ja")


@register.filter
def great(number: int) -> str:
    """249万9,622 in Japanese, 2,499,622 elsewhere."""
    return f"{number:,}" if get_language() == "en" else money.great_number(number)


@register.filter
def fiscal(year: int) -> str:
    """2023年度 or FY2023."""
    return calendar.fiscal_year_text(year, get_language() or "ja")


@register.filter
def wareki(day: date | datetime) -> str:
    """A day in the Japanese era."""
    return calendar.wareki(_here(day))


@register.filter
def day(when: date | datetime | None) -> str:
    """2023年11月1日(水), or Wed 1 November 2023."""
    return "" if when is None else date_format(_here(when), _("Y年n月j日(D)"))


@register.filter
def moment(when: datetime | None) -> str:
    """2023年11月1日(水)17:00, or Wed 1 November 2023, 17:00."""
    return "" if when is None else date_format(_here(when), _("Y年n月j日(D)G:i"))


def _here(when: date | datetime) -> date | datetime:
    return timezone.localtime(when) if isinstance(when, datetime) else when


@register.simple_tag
def icon(name: str) -> str:
    """A small drawing beside a word; it says nothing to screen readers."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">'
        '<use href="{}#{}"></use></svg>',
        static("web/icons.svg"),
        name,
    )


@register.simple_tag
def art(name: str, width: int = 240, height: int = 172) -> str:
    """One of our own pictures; it decorates, so it has no words."""
    return format_html(
        '<img class="art" src="{}" alt="" width="{}" height="{}">',
        static(f"web/art/{name}.svg"),
        width,
        height,
    )


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The input of a field; days and moments get the browser's own calendar."""
    for kind, told, written in CALENDARS:
        if type(field.field.widget) is kind:
            field.field.widget.input_type = told
            field.field.widget.format = written
    return field.as_widget()


@register.simple_tag(takes_context=True)
def menu(context: Context, which: str = "doors") -> list[Door]:
    """The doors that exist in this house, and the one the visitor stands in."""
    request, language = context.get("request"), get_language() or "ja"
    path = request.path if request else ""
    found = ((label, _url(name, language)) for label, name in settings.HIROBA_MENU[which])
    return [Door(str(label), url, _place(path, url)) for label, url in found if url]


def _place(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


@lru_cache(maxsize=128)
def _url(name: str, language: str) -> str:
    """The address of a page in the language that is spoken, or nothing if there is no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
