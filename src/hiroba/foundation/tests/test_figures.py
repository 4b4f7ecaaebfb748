"""The shape of a figure."""

from datetime import date

from hiroba.foundation.figures import Counted, FigureDefinition


def test_a_figure_counts_the_records_of_a_span_of_days():
    def counted(first: date, last: date) -> Counted:
        return Counted((last - first).days, {"泊": (last - first).days}, records=("P-1",))

    nights = FigureDefinition(
        "nights", "宿泊", "Nights", "泊", "nights", "year", "plain", "泊数", "Nights", counted
    )

    assert nights.counted(date(2023, 4, 1), date(2023, 4, 4)) == Counted(3, {"泊": 3}, ("P-1",))


def test_a_figure_without_records_is_only_what_was_published():
    published = FigureDefinition("x", "人", "People", "人", "", "as_of", "man", "人数", "People")

    assert (published.counted, published.records_since) == (None, None)
