"""A rubric as typed data: what is scored, with which weight, and what each level means."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from hiroba.engines.forms.definitions import Words

STRICT = ConfigDict(extra="forbid")
WHOLE_WEIGHT = 100
HUNDREDTH = Decimal("0.01")


class Broken(ValueError):
    """A rubric that cannot be used, with the sentence that says why."""


@dataclass(frozen=True)
class Level:
    """What one score of a criterion means."""

    __pydantic_config__ = STRICT
    score: int
    text: Words


@dataclass(frozen=True)
class Criterion:
    """One thing that is judged."""

    __pydantic_config__ = STRICT
    key: str
    label: Words
    weight: int
    levels: tuple[Level, ...]
    help: Words | None = None

    def __post_init__(self) -> None:
        scores = [level.score for level in self.levels]
        if len(scores) < 2 or scores != sorted(set(scores)):
            raise ValueError(f"「{self.key}」: 段階は低い順に二つ以上並べます。")
        if self.weight < 1:
            raise ValueError(f"「{self.key}」: 配点の重みは1以上です。")

    @property
    def least(self) -> int:
        return self.levels[0].score

    @property
    def most(self) -> int:
        return self.levels[-1].score


@dataclass(frozen=True)
class Rubric:
    """All criteria; their weights make one hundred."""

    __pydantic_config__ = STRICT
    criteria: tuple[Criterion, ...]

    def __post_init__(self) -> None:
        keys = [criterion.key for criterion in self.criteria]
        if len(set(keys)) != len(keys):
            raise ValueError("同じ観点が二度あります。")
        if sum(criterion.weight for criterion in self.criteria) != WHOLE_WEIGHT:
            raise ValueError("配点の重みの合計を100にしてください。")

    def total(self, scores: dict[str, int]) -> Decimal:
        """The points out of one hundred that a complete set of scores makes."""
        parts = (
            Decimal(criterion.weight)
            * (scores[criterion.key] - criterion.least)
            / (criterion.most - criterion.least)
            for criterion in self.criteria
        )
        return sum(parts, Decimal(0)).quantize(HUNDREDTH, ROUND_HALF_UP)


_adapter = TypeAdapter(Rubric)


def parse(content: Any) -> Rubric:
    """The rubric that the JSON describes; a broken one is refused with a reason."""
    try:
        return _adapter.validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Broken(f"{place}: {first['msg'].removeprefix('Value error, ')}") from error
