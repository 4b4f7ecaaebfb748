"""A journey as typed data: roles, scenes with choices, endings, and a calm place beside the way."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from django.utils.translation import get_language
from pydantic import ConfigDict, TypeAdapter, ValidationError

STRICT = ConfigDict(extra="forbid")
Picture = Literal["lamp", "road", "border", "shelter"]


class Broken(ValueError):
    """A journey that cannot be read, with the place and the reason."""


@dataclass(frozen=True)
class Words:
    """One text in both languages; what is missing is found by the checks before publication."""

    __pydantic_config__ = STRICT
    ja: str = ""
    en: str = ""

    def __str__(self) -> str:
        return self.en if (get_language() or "ja").startswith("en") else self.ja


@dataclass(frozen=True)
class Role:
    """Whose way one walks, and where it begins."""

    __pydantic_config__ = STRICT
    key: str
    name: Words
    card: Words
    first: str
    values: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Condition:
    """A value that must have been reached."""

    __pydantic_config__ = STRICT
    value: str
    at_least: int = 1

    def holds(self, values: dict[str, int]) -> bool:
        """Whether it has been."""
        return values.get(self.value, 0) >= self.at_least


@dataclass(frozen=True)
class Choice:
    """A way on, to a scene or an ending, and what it changes."""

    __pydantic_config__ = STRICT
    key: str
    label: Words
    to: str
    changes: dict[str, int] = field(default_factory=dict)
    needs: Condition | None = None


@dataclass(frozen=True)
class Image:
    """A picture of ours, and what it shows for those who do not see it."""

    __pydantic_config__ = STRICT
    name: Picture
    alt: Words


@dataclass(frozen=True)
class Scene:
    """A moment in which one must choose."""

    __pydantic_config__ = STRICT
    key: str
    title: Words
    text: Words
    choices: tuple[Choice, ...]
    image: Image | None = None

    def open_choices(self, values: dict[str, int]) -> tuple[Choice, ...]:
        """The choices one has, with what was chosen before."""
        return tuple(each for each in self.choices if not each.needs or each.needs.holds(values))


@dataclass(frozen=True)
class Remark:
    """A paragraph for those who had chosen something before."""

    __pydantic_config__ = STRICT
    when: Condition
    text: Words


@dataclass(frozen=True)
class Ending:
    """Where a way stops for now, and a question to take along."""

    __pydantic_config__ = STRICT
    key: str
    title: Words
    text: Words
    question: Words
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Help:
    """Where one finds somebody to talk to."""

    __pydantic_config__ = STRICT
    label: Words
    url: str = ""


@dataclass(frozen=True)
class Calm:
    """The quiet place that can be reached from everywhere."""

    __pydantic_config__ = STRICT
    title: Words
    text: Words
    help: tuple[Help, ...]


@dataclass(frozen=True)
class Story:
    """A whole journey."""

    __pydantic_config__ = STRICT
    dsl: Literal[1]
    id: str
    title: Words
    lead: Words
    minutes: int
    notes: tuple[Words, ...]
    roles: tuple[Role, ...]
    scenes: tuple[Scene, ...]
    endings: tuple[Ending, ...]
    calm: Calm
    about: Words

    @cached_property
    def scene_by_key(self) -> dict[str, Scene]:
        return {scene.key: scene for scene in self.scenes}

    @cached_property
    def ending_by_key(self) -> dict[str, Ending]:
        return {ending.key: ending for ending in self.endings}

    @cached_property
    def role_by_key(self) -> dict[str, Role]:
        return {role.key: role for role in self.roles}


_adapter = TypeAdapter(Story)


def parse(content: Any) -> Story:
    """The journey that the JSON describes; what cannot be read is refused with its place."""
    try:
        return _adapter.validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Broken(f"{place}: {first['msg']}") from error
