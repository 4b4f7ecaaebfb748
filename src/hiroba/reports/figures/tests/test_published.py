"""Our own file of published values."""

from hiroba.reports.figures.catalogue import catalogue
from hiroba.reports.figures.definitions import GROUP_OF, GROUPS, PUBLISHED_ONLY
from hiroba.reports.figures.published import published


def test_all_published_figures_are_typed_in():
    assert len(published().baselines) == 53


def test_every_published_value_has_a_source_in_both_languages_and_a_definition():
    rows = [*published().baselines, *published().assertions]

    assert [row for row in rows if not (row["source_ja"] and row["source_en"])] == []
    assert [row["figure"] for row in rows if row["figure"] not in catalogue()] == []


def test_no_two_rows_say_something_about_the_same_thing():
    slots = [
        (row["figure"], row["fiscal_year"], row["first_day"], row["last_day"], row["basis"])
        for row in published().baselines
    ]

    assert len(set(slots)) == len(slots)


def test_every_definition_is_complete_in_both_languages_and_stands_under_a_heading():
    for code, each in PUBLISHED_ONLY.items():
        assert all((each.name_ja, each.name_en, each.unit_ja, each.unit_en)), code
        assert each.definition_ja.endswith("。") and each.definition_en.endswith("."), code
        assert GROUP_OF[code] in GROUPS


def test_the_four_numbers_of_the_yearly_page_are_there_as_printed():
    values = {
        row["figure"]: row["value"] for row in published().assertions if row["fiscal_year"] == 2023
    }

    assert values == {
        "grassroots_projects": 1_405,
        "plaza_ichigaya_visitors": 2_499_622,
        "plaza_refugee_exhibition_visitors": 11_469,
        "japan_desk_countries": 25,
        "essay_entries": 37_592,
    }
