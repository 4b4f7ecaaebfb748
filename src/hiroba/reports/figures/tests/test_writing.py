"""How values are written."""

import pytest

from hiroba.reports.figures.definitions import PUBLISHED_ONLY
from hiroba.reports.figures.writing import number_text, value_text

CASES = [
    ("grassroots_projects", 1405, "1,405件", "1,405 projects"),
    ("plaza_ichigaya_visitors", 2_499_622, "249万9,622人", "2,499,622 visitors"),
    ("plaza_refugee_exhibition_visitors", 11_469, "1万1,469人", "11,469 visitors"),
    ("japan_desk_countries", 25, "25か国", "25 countries"),
    ("fund_individual_gifts_yen", 632_000, "632,000円", "JPY 632,000"),
]


@pytest.mark.parametrize(("code", "value", "japanese", "english"), CASES)
def test_a_value_is_written_as_the_yearly_page_prints_it(code, value, japanese, english):
    definition = PUBLISHED_ONLY[code]

    assert value_text(definition, value, "ja") == japanese
    assert value_text(definition, value, "en") == english


def test_the_number_alone_has_no_unit():
    assert number_text(PUBLISHED_ONLY["plaza_ichigaya_visitors"], 2_499_622, "ja") == "249万9,622"
