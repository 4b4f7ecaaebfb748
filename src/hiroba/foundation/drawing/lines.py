"""Lines: one or a few rows of values over the same labels."""

from collections.abc import Mapping, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hiroba.foundation.drawing.bars import HEIGHT, INK, LEFT, RIGHT, WIDTH, grid, height_of, label
from hiroba.foundation.drawing.scales import mark_text, marks_to

COLOURS = ("#264af4", "#c74700", "#197a4b", "#8b30d9")
DASHES = ("", "8 4", "2 4", "12 4 2 4")
MARGIN = 48


def lines(
    labels: Sequence[str], rows: Mapping[str, Sequence[float | None]], *, told: str
) -> SafeString:
    """The lines as SVG, told apart by colour and by dashes; a missing value leaves a gap."""
    values = [value for row in rows.values() for value in row if value is not None]
    marks = marks_to(max(values, default=0))
    drawn = (
        (_line(labels, name, row, at, marks[-1]),) for at, (name, row) in enumerate(rows.items())
    )
    below = ((label(text, _x(at, len(labels)), at, len(labels)),) for at, text in enumerate(labels))
    return format_html(
        '<svg class="drawn" viewBox="0 0 {} {}" role="img" aria-label="{}"'
        ' font-size="14" fill="{}">'
        "{}{}{}</svg>",
        WIDTH,
        HEIGHT,
        told,
        INK,
        grid(marks),
        format_html_join("", "{}", drawn),
        format_html_join("", "{}", below),
    )


def _x(at: int, count: int) -> float:
    room = WIDTH - LEFT - RIGHT - 2 * MARGIN
    return LEFT + MARGIN + room * (at / (count - 1) if count > 1 else 0.5)


def _line(
    labels: Sequence[str], name: str, row: Sequence[float | None], at: int, largest: float
) -> SafeString:
    spots = [
        (_x(place, len(labels)), height_of(value, largest), labels[place], value)
        for place, value in enumerate(row)
        if value is not None
    ]
    colour = COLOURS[at % len(COLOURS)]
    return format_html(
        '<path fill="none" stroke="{}" stroke-width="3" stroke-dasharray="{}" d="{}"/>{}{}',
        colour,
        DASHES[at % len(DASHES)],
        _strokes(row, labels, largest),
        format_html_join(
            "",
            '<circle cx="{}" cy="{}" r="4" fill="{}"><title>{} {}: {}</title></circle>',
            (
                (round(x), round(y), colour, name, text, mark_text(value))
                for x, y, text, value in spots
            ),
        ),
        _name(spots, name, colour),
    )


def _strokes(row: Sequence[float | None], labels: Sequence[str], largest: float) -> str:
    parts, pen = [], "M"
    for place, value in enumerate(row):
        if value is None:
            pen = "M"
            continue
        parts.append(f"{pen}{round(_x(place, len(labels)))} {round(height_of(value, largest))}")
        pen = "L"
    return "".join(parts)


def _name(spots: list[tuple[float, float, str, float]], name: str, colour: str) -> SafeString:
    """The line's name stands at its end, so that no legend is needed."""
    if not spots:
        return SafeString("")
    x, y = spots[-1][:2]
    return format_html(
        '<text x="{}" y="{}" text-anchor="end" fill="{}" font-weight="700">{}</text>',
        round(x),
        round(y) - 10,
        colour,
        name,
    )
