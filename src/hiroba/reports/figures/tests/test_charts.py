"""The picture of a figure over the years."""

from django.utils import translation

from hiroba.reports.figures.charts import history
from hiroba.reports.figures.models import Baseline
from hiroba.reports.figures.tests.samples import definition, printed

YEARLY = definition("year")
TWO = [printed(40, "2021-04-01", "2022-03-31"), printed(30, "2020-04-01", "2021-03-31")]


def drawn(*rows: Baseline) -> str:
    return str(history(YEARLY, rows))


def test_one_value_is_no_picture():
    assert history(YEARLY, TWO[:1]) is None
    assert history(YEARLY, []) is None


def test_columns_stand_from_the_oldest_to_the_newest():
    picture = drawn(*TWO)

    assert picture.index("2020年度") < picture.index("2021年度")
    assert picture.startswith("<svg") and "来館の公表値の移り変わり" in picture


def test_what_is_only_planned_is_not_drawn():
    planned = printed(99, "2023-04-01", "2024-03-31")
    planned.basis = "plan"

    assert "2023" not in drawn(planned, *TWO)
    assert history(YEARLY, [planned, TWO[0]]) is None


def test_the_picture_speaks_the_language_of_the_reader():
    with translation.override("en"):
        picture = drawn(*TWO)

    assert "FY2020" in picture and "年度" not in picture


def test_an_odd_period_is_written_short_under_its_column():
    total = printed(1_000, "2006-04-01", "2013-10-24")
    named = printed(1_400, "2006-04-01", "2016-05-31")
    named.label_ja = named.label_en = "until May"

    picture = drawn(named, total)

    assert "2013/10" in picture and "2016/5" in picture
