"""All figures in one place."""

from hiroba.reports.figures.catalogue import by_group, catalogue, defined_by_rooms


def test_rooms_define_each_figure_once():
    codes = [definition.code for definition in defined_by_rooms()]

    assert len(set(codes)) == len(codes)


def test_every_figure_stands_in_the_list_once():
    listed = [code for _, codes in by_group() for code in codes]

    assert sorted(listed) == sorted(catalogue())
