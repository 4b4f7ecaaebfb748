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
from markdown_it import MarkdownIt

from hiroba.foundation.calendar import fiscal_year_text
from hiroba.reports.editions.drawings import chart, project_map
from hiroba.reports.editions.marks import MARK, TIMES, Mark, is_time, read
from hiroba.reports.editions.pictures import ARTS
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


def opening(text: str, body: str) -> str:
    """The lead, and whatever stands in the body before its first chapter."""
    return f"{text}\n\n{re.split(r'^## +', body, maxsplit=1, flags=re.MULTILINE)[0]}"


def passage(text: str, setting: Setting) -> SafeString:
    """A piece of text without chapters, such as the lead."""
    html = nh3.clean(MARKDOWN.render(text), tags=TAGS, attributes={"a": {"href"}})
    html = LONELY.sub(lambda found: _block(found[1], setting), html)
    html = MARK.sub(lambda found: _inline(read(found), setting), html)
    return mark_safe(html)  # noqa: S308  cleaned above; marks are formatted one by one


def _chapter(part: str, number: int, setting: Setting) -> Chapter:
    heading, _, text = part.partition("\n")
    asked = (read(found).words[:1] for found in MARK.finditer(text) if found["kind"] == "art")
    art = next((words[0] for words in asked if words and words[0] in ARTS), "")
    name, _, rest = re.sub(r"\s*[―:]\s*", "\n", heading.strip(), count=1).partition("\n")
    return Chapter(f"chapter-{number}", name, rest, art, passage(text, setting))


def _block(written: str, setting: Setting) -> str:
    """A mark that stands alone in its paragraph."""
    found = MARK.fullmatch(written)
    if found is None or found["kind"] not in PICTURES:
        return f"<p>{written}</p>"
    mark = read(found)
    if not mark.words:
        return f"<p>{written}</p>"
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
    if not mark.words or mark.kind in TIMES and not is_time(mark):
        return _as_written(mark)
    match mark.kind:
        case "fig":
            return _number(mark, setting)
        case "fy":
            return fiscal_year_text(int(mark.words[0]), setting.language)
        case "date":
            return month_text(mark.words[0], setting.language)
        case "year":
            return mark.words[0]
        case "art":
            return ""
        case _:
            return _as_written(mark)


def _number(mark: Mark, setting: Setting) -> SafeString:
    """The number, leading to its figure's page."""
    pair = mark.asks_for(setting.year)[0]
    shown = setting.shown.get(pair)
    if shown is None or shown.value is None:
        return _as_written(mark)
    return format_html(
        '<a class="number" href="{}" title="{}"><data value="{}">{}</data></a>',
        address_of(*pair),
        f"{shown.definition.name_en if setting.language == 'en' else shown.definition.name_ja}",
        shown.value,
        shown.text(setting.language),
    )


def _as_written(mark: Mark) -> SafeString:
    """A mark that cannot be shown stands out; the checker tells what is wrong with it."""
    return format_html('<mark class="tag alarm">{}</mark>', mark.written)


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
