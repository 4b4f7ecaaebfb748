"""The thirteen digits that every corporation of Japan has; the first one checks the others."""

import jaconv

LENGTH = 13


def plain(text: str) -> str:
    """The digits alone, however they were typed."""
    kept = jaconv.normalize(text.strip())
    return kept.translate(str.maketrans("", "", " -‐−ー\u3000")).removeprefix("T")


def check_digit(base: str) -> int:
    """Nine less the rest by nine of the digits, from the right once and twice in turn."""
    weighed = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(base)))
    return 9 - sum(weighed) % 9


def is_valid(number: str) -> bool:
    """Whether there are thirteen digits that belong together."""
    whole = len(number) == LENGTH and number.isascii() and number.isdecimal()
    return whole and int(number[0]) == check_digit(number[1:])


def completed(base: str) -> str:
    """The number that belongs to twelve digits, for samples."""
    return f"{check_digit(base)}{base}"
