"""The map of the world."""

import re

from hiroba.foundation.drawing.earth import HEIGHT, WIDTH, outlines, place_on_map
from hiroba.foundation.drawing.steps import COLOURS, EMPTY, Step, step_of, steps_for
from hiroba.foundation.drawing.world_map import Place, world_map


def test_every_country_has_an_outline_and_antarctica_is_left_out():
    codes = [code for code, _ in outlines()]

    assert len(codes) == 176
    assert {"JP", "KE", "FJ", "PS", "TW"} <= set(codes)
    assert "AQ" not in codes
    assert codes.count("") == 3


def test_no_outline_leaves_the_map_even_where_the_map_is_cut():
    for _, path in outlines():
        for ring in re.findall(r"M([^z]*)z", path):
            numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
            x = y = 0
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + dx, y + dy
                assert 0 <= x <= WIDTH
                assert 0 <= y <= HEIGHT


def test_japan_lies_near_the_middle_and_america_to_its_right():
    tokyo, nairobi, lima = (
        place_on_map(139.7, 35.7),
        place_on_map(36.8, -1.3),
        place_on_map(-77, -12),
    )

    assert nairobi[0] < tokyo[0] < WIDTH / 2 < lima[0]
    assert tokyo[1] < nairobi[1] < lima[1]


def test_a_country_is_shaded_named_and_leads_to_its_projects():
    steps = steps_for([1, 19])
    picture = world_map(
        [Place("KE", "ケニア: 19件", 19, "/projects/?country=KE"), Place("JP", "日本: 0件")], steps
    )

    assert re.search(
        rf'<a href="/projects/\?country=KE" tabindex="-1"><path fill="{COLOURS[3]}" d="M[^"]+">'
        "<title>ケニア: 19件</title></path></a>",
        picture,
    )
    assert re.search(rf'<path fill="{EMPTY}" d="M[^"]+"><title>日本: 0件</title></path>', picture)
    assert "style=" not in picture
    assert 'aria-hidden="true"' in picture


def test_islands_too_small_for_an_outline_are_dots():
    picture = world_map(
        [
            Place("WS", "サモア: 2件", 2, "/x", -13.8, -172.1),
            Place("TV", "ツバル: 0件", 0, "", -8.5, 179.2),
            Place("NU", "ニウエ: 1件", 1),
        ],
        steps_for([2]),
    )

    assert picture.count("<circle") == 1
    assert "サモア: 2件" in picture


def test_names_cannot_break_out_of_the_picture():
    assert "<script>" not in world_map([Place("KE", "<script>", 1, '"><script>')], steps_for([1]))


def test_counts_fall_into_few_round_steps():
    assert steps_for([]) == ()
    assert [step.text for step in steps_for([1])] == ["1–"]
    assert [step.text for step in steps_for([3, 7])] == ["1", "2–4", "5–"]
    assert [step.text for step in steps_for([29])] == ["1", "2–4", "5–9", "10–19", "20–"]
    assert [step.text for step in steps_for([1405])] == [
        "1–99",
        "100–199",
        "200–499",
        "500–999",
        "1,000–",
    ]


def test_a_count_belongs_to_one_step():
    steps = steps_for([7])

    assert step_of(0, steps) is None
    assert step_of(3, steps) == Step(2, 4, COLOURS[1])
    assert step_of(7, steps) == Step(5, None, COLOURS[2])
