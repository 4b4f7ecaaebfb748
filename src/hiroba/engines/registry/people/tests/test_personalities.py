"""What people write, and what open data numbers, becomes one of our words."""

import pytest

from hiroba.engines.registry.people.personalities import personality_of, personality_written
from hiroba.engines.registry.people.states import Personality


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("特定非営利活動法人", Personality.NPO),
        ("NPO法人", Personality.NPO),
        (" ＮＰＯ法人 ", Personality.NPO),
        ("株式会社", Personality.COMPANY),
        ("npo", Personality.NPO),
        ("なぞの会", None),
    ],
)
def test_what_is_written_in_a_list_is_understood(text, meant):
    assert personality_written(text) == meant


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("70", Personality.COMPANY),
        ("40", Personality.INTERNATIONAL),
        ("22", Personality.FOREIGN),
        ("", Personality.FOREIGN),
        ("npo", Personality.NPO),
    ],
)
def test_a_number_of_open_data_is_understood(kind, meant):
    assert personality_of(kind) == meant
