"""Public names of things."""

import re

from hiroba.foundation.refs import ALPHABET, new_ref


def test_a_ref_has_its_prefix_and_eight_signs_that_are_not_mistaken():
    assert re.fullmatch(rf"P-[{ALPHABET}]{{8}}", new_ref("P"))
    assert set(ALPHABET) & set("01ILOU") <= {"U"} - set(ALPHABET)


def test_refs_do_not_repeat():
    assert len({new_ref("P") for _ in range(10_000)}) == 10_000
