"""From counts to a few shades: which numbers share a colour."""

from collections.abc import Iterable
from dataclasses import dataclass

EMPTY = "#e6e6e6"
COLOURS = ("#c5d7fb", "#9db7f9", "#7096f8", "#264af4", "#00118f")
ROUND = (1, 2, 5)


@dataclass(frozen=True)
class Step:
    """From how many to how many one shade goes; the last one is open."""

    first: int
    last: int | None
    colour: str

    @property
    def text(self) -> str:
        if self.last is None:
            return f"{self.first:,}–"
        return f"{self.first:,}" if self.first == self.last else f"{self.first:,}–{self.last:,}"


def steps_for(counts: Iterable[int]) -> tuple[Step, ...]:
    """At most five steps with round limits that reach from one to the largest count."""
    largest = max(counts, default=0)
    limits = [
        number * 10**power
        for power in range(len(str(largest)))
        for number in ROUND
        if number * 10**power <= largest
    ]
    limits = [1, *limits[-4:]] if len(limits) > len(COLOURS) else limits
    ends = [*(limit - 1 for limit in limits[1:]), None][: len(limits)]
    shades = COLOURS[: len(limits)]
    return tuple(Step(*parts) for parts in zip(limits, ends, shades, strict=True))


def step_of(count: int, steps: tuple[Step, ...]) -> Step | None:
    """The step a count belongs to; nothing belongs to none."""
    return next((step for step in reversed(steps) if count >= step.first), None)
