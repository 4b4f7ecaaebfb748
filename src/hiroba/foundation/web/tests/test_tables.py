"""Tables that leave the house."""

import csv
import io
from itertools import count, islice

import pytest

from hiroba.foundation.web.tables import csv_lines, stream_csv


def read(lines):
    return list(csv.reader(io.StringIO("".join(lines).removeprefix("\ufeff"), newline="")))


def test_a_table_begins_with_the_mark_by_which_excel_knows_utf_8():
    lines = list(csv_lines(["団体", "円"], [["みなと", 3000]]))

    assert lines == ["\ufeff団体,円\r\n", "みなと,3000\r\n"]


def test_commas_quotes_and_line_breaks_stay_inside_their_cell():
    row = ["a,b", 'say "hi"', "two\nlines", ""]

    assert read(csv_lines(["1", "2", "3", "4"], [row]))[1] == row


@pytest.mark.parametrize(
    "text", ["=1+1", "+81", "-1", "@SUM(A1)", "=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1"]
)
def test_no_text_is_taken_for_a_formula(text):
    assert read(csv_lines(["x"], [[text]]))[1] == [f"'{text}"]


def test_numbers_below_zero_stay_numbers():
    assert read(csv_lines(["x"], [[-500]]))[1] == ["-500"]


def test_a_table_is_sent_while_it_is_read():
    answer = stream_csv("all.csv", ["n"], ([n] for n in count()))

    first = b"".join(islice(answer.streaming_content, 3)).decode()

    assert first == "\ufeffn\r\n0\r\n1\r\n"
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


def test_a_table_may_have_a_japanese_name():
    assert stream_csv("案件.csv", [], [])["Content-Disposition"] == (
        "attachment; filename*=utf-8''%E6%A1%88%E4%BB%B6.csv"
    )
