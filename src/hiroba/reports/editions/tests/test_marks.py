"""Marks in a text."""

from hiroba.reports.editions.marks import Mark, marks_in, without_marks

TEXT = """はじめ {{fig:grassroots_projects}} と {{fig:fund_adopted fy=2021}}。

{{stats:a b}}
{{date:2023-10}} {{ fy:2023 }}"""


def test_marks_are_read_with_their_words_options_and_lines():
    assert list(marks_in(TEXT)) == [
        Mark("fig", ("grassroots_projects",), {}, "{{fig:grassroots_projects}}", 1),
        Mark("fig", ("fund_adopted",), {"fy": "2021"}, "{{fig:fund_adopted fy=2021}}", 1),
        Mark("stats", ("a", "b"), {}, "{{stats:a b}}", 3),
        Mark("date", ("2023-10",), {}, "{{date:2023-10}}", 4),
        Mark("fy", ("2023",), {}, "{{ fy:2023 }}", 4),
    ]


def test_a_number_without_a_year_is_of_the_editions_year():
    asked = [pair for mark in marks_in(TEXT) for pair in mark.asks_for(2023)]

    assert asked == [
        ("grassroots_projects", 2023),
        ("fund_adopted", 2021),
        ("a", 2023),
        ("b", 2023),
    ]


def test_without_marks_lines_stay_where_they_were():
    assert without_marks(TEXT).splitlines()[0] == "はじめ  と 。"
    assert len(without_marks(TEXT).splitlines()) == 4
