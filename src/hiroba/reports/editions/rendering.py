"""An edition's text as a page: Markdown first, then every mark becomes a number or a picture."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import nh3
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt

from hiroba.foundation.calendar import fiscal_year_text
from hiroba.reports.editions.drawings import chart, project_map
from hiroba.reports.editions.marks import MARK, Mark, read
from hiroba.reports.editions.queries import Shown
from hiroba.reports.figures.periods import month_text

TAGS = {"p", "h3", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br"}
LONELY = re.compile(r"<p>\s*(\{\{[^{}]*\}\})\s*</p>")
PICTURES = {"stats", "chart", "map", "art"}

MARKDOWN = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True)
class Chapter:
    """One chapter: its place in the page, its name, its heading, its picture and its text."""

    anchor: str
    name: str
    heading: str
    art: str
    html: SafeString


@dataclass(frozen=True)
class Setting:
    """What a text is set with: its language, its year, and the numbers it shows."""

    language: str
    year: int
    shown: Mapping[tuple[str, int], Shown]


def chapters(body: str, setting: Setting) -> list[Chapter]:
    """The chapters of a text, in order."""
    parts = re.split(r"^## +", body, flags=re.MULTILINE)[1:]
    return [_chapter(part, number, setting) for number, part in enumerate(parts, start=1)]


def passage(text: str, setting: Setting) -> SafeString:
    """A piece of text without chapters, such as the lead."""
    html = nh3.clean(MARKDOWN.render(text), tags=TAGS, attributes={"a": {"href"}})
    html = LONELY.sub(lambda found: _block(found[1], setting), html)
    html = MARK.sub(lambda found: _inline(read(found), setting), html)
    return mark_safe(html)  # noqa: S308  cleaned above; marks are formatted one by one


def _chapter(part: str, number: int, setting: Setting) -> Chapter:
    heading, _, text = part.partition("\n")
    art = next(
        (read(found).words[0] for found in MARK.finditer(text) if found["kind"] == "art"), ""
    )
    name, _, rest = re.sub(r"\s*[―:]\s*", "\n", heading.strip(), count=1).partition("\n")
    anchor = slugify(name) or f"chapter-{number}"
    return Chapter(anchor, name, rest, art, passage(text, setting))


def _block(written: str, setting: Setting) -> str:
    """A mark that stands alone in its paragraph."""
    found = MARK.fullmatch(written)
    if found is None or found["kind"] not in PICTURES:
        return f"<p>{written}</p>"
    mark = read(found)
    match mark.kind:
        case "stats":
            return _stats(mark, setting)
        case "chart":
            return chart(mark.words[0])
        case "map":
            return project_map()
        case _:
            return ""


def _inline(mark: Mark, setting: Setting) -> str:
    match mark.kind:
        case "fig":
            return _number(mark, setting)
        case "fy":
            return fiscal_year_text(int(mark.words[0]), setting.language)
        case "date":
            return month_text(mark.words[0], setting.language)
        case "year":
            return mark.words[0]
        case _:
            return ""


def _number(mark: Mark, setting: Setting) -> SafeString:
    """The number, leading to its figure's page."""
    pair = mark.asks_for(setting.year)[0]
    shown = setting.shown.get(pair)
    if shown is None or shown.value is None:
        return format_html('<mark class="tag alarm">{}</mark>', mark.written)
    return format_html(
        '<a class="number" href="{}" title="{}"><data value="{}">{}</data></a>',
        address_of(*pair),
        f"{shown.definition.name_en if setting.language == 'en' else shown.definition.name_ja}",
        shown.value,
        shown.text(setting.language),
    )


def _stats(mark: Mark, setting: Setting) -> str:
    pairs = mark.asks_for(setting.year)
    rows: list[dict[str, Any]] = [
        {"shown": setting.shown[pair], "url": address_of(*pair)}
        for pair in pairs
        if pair in setting.shown
    ]
    return render_to_string("editions/open/_stats.html", {"rows": rows})


def address_of(code: str, year: int) -> str:
    """Where a number is followed to its records."""
    return reverse("figures:figure", args=[code]) + f"?fy={year}"
