"""The scale of a chart: from zero to a round number, with few marks."""

import math

MARKS = 4
ROUND = (1, 2, 2.5, 5, 10)
NOTHING = 1e-9


def marks_to(largest: float) -> list[float]:
    """Round marks from zero up to or beyond the largest value."""
    if largest < NOTHING:
        return [0, 1]
    power = 10 ** math.floor(math.log10(largest / MARKS))
    step = next(number * power for number in ROUND if number * power * MARKS >= largest)
    count = math.ceil(largest / step)
    return [step * number for number in range(count + 1)]


def mark_text(value: float) -> str:
    """1,500 or 2.5, without useless noughts."""
    return f"{value:,.6g}" if abs(value) < 100_000 else f"{value:,.0f}"
