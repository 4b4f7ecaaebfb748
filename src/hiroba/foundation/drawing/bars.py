"""Columns: one value for each label, for example for each fiscal year."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hiroba.foundation.drawing.scales import mark_text, marks_to

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 92, 8, 24, 40
LABELS_THAT_FIT = 12
INK, GRID, COLOUR = "#333", "#d8d8db", "#264af4"


def bars(rows: Sequence[tuple[str, float]], *, told: str) -> SafeString:
    """The columns as SVG; `told` says in one sentence what they show, the table says the rest."""
    marks = marks_to(max((value for _, value in rows), default=0))
    return format_html(
        '<svg class="drawn" viewBox="0 0 {} {}" role="img" aria-label="{}"'
        ' font-size="14" fill="{}">'
        "{}{}</svg>",
        WIDTH,
        HEIGHT,
        told,
        INK,
        grid(marks),
        format_html_join("", "{}", ((_bar(rows, at, marks[-1]),) for at in range(len(rows)))),
    )


def grid(marks: Sequence[float]) -> SafeString:
    """Level lines with their numbers."""
    return format_html_join(
        "",
        '<path stroke="{}" d="M{} {}H{}"/><text x="{}" y="{}" text-anchor="end">{}</text>',
        (
            (GRID, LEFT, round(y), WIDTH - RIGHT, LEFT - 8, round(y) + 5, mark_text(mark))
            for mark in marks
            for y in [height_of(mark, marks[-1])]
        ),
    )


def height_of(value: float, largest: float) -> float:
    """Where a value lies between the floor and the ceiling of the chart."""
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / largest


def label(text: str, x: float, at: int, count: int) -> SafeString:
    """The word under a column or point; of many, only some, so that they do not touch."""
    if at % -(-count // LABELS_THAT_FIT):
        return SafeString("")
    return format_html(
        '<text x="{}" y="{}" text-anchor="middle">{}</text>', round(x), HEIGHT - 14, text
    )


def _bar(rows: Sequence[tuple[str, float]], at: int, largest: float) -> SafeString:
    text, value = rows[at]
    room = (WIDTH - LEFT - RIGHT) / len(rows)
    left, wide, top = LEFT + room * (at + 0.15), room * 0.7, height_of(max(value, 0), largest)
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}"><title>{}: {}</title></rect>{}',
        round(left, 1),
        round(top, 1),
        round(wide, 1),
        round(HEIGHT - BOTTOM - top, 1),
        COLOUR,
        text,
        mark_text(value),
        label(text, left + wide / 2, at, len(rows)),
    )
