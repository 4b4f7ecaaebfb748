"""`hiroba figures`: the numbers of the yearly page as a table or as data."""

import json
import unicodedata

import click
from django.utils import translation

from hiroba.foundation.calendar import fiscal_year_text
from hiroba.reports.figures import queries
from hiroba.reports.figures.datasheets import told
from hiroba.reports.figures.reckoning import Figure

GAP = "  "


@click.command()
@click.argument("codes", nargs=-1)
@click.option(
    "--fy",
    "year",
    type=click.IntRange(queries.FIRST_YEAR, queries.LAST_YEAR),
    help="年度 / fiscal year",
)
@click.option(
    "--lang", "language", type=click.Choice(["ja", "en"]), default="ja", show_default=True
)
@click.option("--json", "as_json", is_flag=True, help="データで / as data")
def figures(codes: tuple[str, ...], year: int | None, language: str, as_json: bool) -> None:
    """数値を一覧にする / print the figures.

    CODES を書くと、その数値だけを示す。 / With CODES, only those.
    """
    with translation.override(language):
        found = _wanted(codes, year)
        if as_json:
            rows = [told(figure) for figure in found]
            click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            click.echo(_table(found, year, language))


def _wanted(codes: tuple[str, ...], year: int | None) -> list[Figure]:
    """The figures asked for; all that are known when none is named."""
    if queries.is_empty():
        raise click.ClickException(
            "数値がまだありません。hiroba migrate を実行してください。"
            " / no figures yet; run hiroba migrate"
        )
    known = queries.figures(year)
    if lost := [code for code in codes if code not in known]:
        raise click.ClickException(
            f"そのような数値はありません / no such figure: {', '.join(lost)}"
        )
    if codes:
        return [known[code] for code in codes]
    return [figure for figure in known.values() if figure.value is not None]


def _table(found: list[Figure], year: int | None, language: str) -> str:
    head = (
        ("数値", "値", "期間", "記号")
        if language == "ja"
        else ("Figure", "Value", "Period", "Code")
    )
    rows = [head, *((each.name, _value(each), each.period_text, each.code) for each in found)]
    wide = [max(_width(row[column]) for row in rows) for column in range(len(head))]
    lines = [_line(row, wide) for row in rows]
    ruler = GAP.join("-" * width for width in wide)
    title = [fiscal_year_text(year, language), ""] if year else []
    return "\n".join([*title, lines[0], ruler, *lines[1:]])


def _value(figure: Figure) -> str:
    """The value as printed, marked when it is approximate or a plan."""
    mark = "≈" if figure.is_approximate else "*" if figure.is_plan else ""
    return mark + figure.text


def _line(row: tuple[str, ...], wide: list[int]) -> str:
    """One row; the value stands to the right, so that digits stand under digits."""
    name, value, *rest = row
    cells = [_padded(name, wide[0]), " " * (wide[1] - _width(value)) + value]
    cells += [_padded(text, width) for text, width in zip(rest, wide[2:], strict=True)]
    return GAP.join(cells).rstrip()


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns in a terminal: Japanese letters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
