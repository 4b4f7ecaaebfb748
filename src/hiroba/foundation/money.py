"""Yen are whole numbers; here they are read from what people type and written as people read."""

import re
import unicodedata

from django.utils.translation import get_language

NUMBER = re.compile(r"-?\d+")
GREAT = ((10**16, "京"), (10**12, "兆"), (10**8, "億"), (10**4, "万"))


def parse_yen(text: str) -> int:
    """The yen somebody typed: full-width digits, commas, spaces, ¥ and 円 are all understood.

    Raises ValueError when the text is no whole number of yen.
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"[\s,、¥\\円]", "", plain).replace("−", "-")
    if not NUMBER.fullmatch(plain):
        raise ValueError(f"not a whole number of yen: {text!r}")
    return int(plain)


def yen_text(yen: int, language: str = "") -> str:
    """3000 as 3,000円, or as JPY 3,000; in the reader's language unless told otherwise."""
    return f"JPY {yen:,}" if (language or get_language()) == "en" else f"{yen:,}円"


def thousand_yen_text(yen: int) -> str:
    """Yen as 千円, cut off below as public accounts do."""
    return f"{_cut(yen, 1_000):,}千円"


def million_yen_text(yen: int) -> str:
    """Yen as 百万円, cut off below as public accounts do."""
    return f"{_cut(yen, 1_000_000):,}百万円"


def great_number(number: int) -> str:
    """A number in groups of 万, 億, 兆: 2499622 is 249万9,622."""
    if number < 0:
        return "-" + great_number(-number)
    groups = []
    for size, name in GREAT:
        if number >= size:
            groups.append(f"{number // size:,}{name}")
            number %= size
    if number or not groups:
        groups.append(f"{number:,}")
    return "".join(groups)


def _cut(yen: int, size: int) -> int:
    return yen // size if yen >= 0 else -(-yen // size)
