"""How the span of a number is written."""

from datetime import date

import pytest

from hiroba.reports.figures.periods import Period, of_year

CASES = [
    (Period(date(2002, 4, 1), date(2024, 3, 31)), "2002–2023年度", "FY2002–2023"),
    (of_year(2023), "2023年度", "FY2023"),
    (Period(None, date(2024, 3, 31)), "2023年度末", "end of FY2023"),
    (Period(None, date(2017, 6, 27)), "2017年6月27日現在", "as of 27 June 2017"),
    (
        Period(date(2023, 11, 1), date(2024, 4, 11)),
        "2023年11月1日 – 2024年4月11日",
        "1 November 2023 – 11 April 2024",
    ),
    (
        Period(None, date(2016, 5, 31), "2016年5月まで", "until May 2016"),
        "2016年5月まで",
        "until May 2016",
    ),
]


@pytest.mark.parametrize(("period", "japanese", "english"), CASES)
def test_a_period_is_written_in_its_shortest_exact_form(period, japanese, english):
    assert (period.text("ja"), period.text("en")) == (japanese, english)
