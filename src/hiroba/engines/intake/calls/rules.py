"""The rules of a track as typed data, and how a body stands against each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ConfigDict, TypeAdapter, ValidationError

from hiroba.engines.registry.people.states import BodyState, Personality
from hiroba.foundation.money import yen_text

STRICT = ConfigDict(extra="forbid")


class Broken(ValueError):
    """Rules that cannot be laid down, with the sentence that says why."""


@dataclass(frozen=True)
class Rules:
    """What a track allows and asks for; 0 years means that nothing is asked."""

    __pydantic_config__ = STRICT
    yen_ceiling: int
    months_ceiling: int
    personalities: tuple[str, ...]
    years_registered: int = 0
    years_active: int = 0
    years_active_abroad: int = 0
    equipment: bool = True

    def __post_init__(self) -> None:
        if min(self.yen_ceiling, self.months_ceiling) < 1 or not self.personalities:
            raise ValueError("上限と、応募できる団体の種類が要ります。")
        if unknown := set(self.personalities) - set(Personality.values):
            raise ValueError(f"知らない法人格です: {'、'.join(sorted(unknown))}")


@dataclass(frozen=True)
class Standing:
    """One rule of eligibility, and whether a body meets it; None when the registry cannot tell."""

    key: str
    sentence: str
    met: bool | None
    found: str


_adapter = TypeAdapter(Rules)


def parse(content: Any) -> Rules:
    """The rules that the JSON describes; broken ones are refused with a reason."""
    try:
        return _adapter.validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Broken(f"{place}: {first['msg'].removeprefix('Value error, ')}") from error


def in_words(rules: Rules) -> tuple[str, ...]:
    """The frame and the conditions as sentences for everyone."""
    frame = (
        _("金額は%(yen)sまで") % {"yen": yen_text(rules.yen_ceiling)},
        _("期間は%(n)sか月まで") % {"n": rules.months_ceiling},
        "" if rules.equipment else _("機材の供与は含められません"),
    )
    return tuple(text for text in (*frame, *(text for _key, text in conditions(rules))) if text)


def conditions(rules: Rules) -> Iterator[tuple[str, str]]:
    """Each condition of eligibility by its key, as a sentence."""
    names = "、".join(str(Personality(each).label) for each in rules.personalities)
    yield "verified", _("団体の登録が確認されている")
    yield "personality", _("団体の種類: %(names)s") % {"names": names}
    if rules.years_registered:
        yield "registered", _("法人として登記してから%(n)s年以上") % {"n": rules.years_registered}
    if rules.years_active:
        yield "active", _("活動を始めてから%(n)s年以上") % {"n": rules.years_active}
    if rules.years_active_abroad:
        yield (
            "abroad",
            _("開発途上国での活動が%(n)s年以上") % {"n": rules.years_active_abroad},
        )


def standings(rules: Rules, body: Any, on: date) -> tuple[Standing, ...]:
    """How a body of the registry stands against each condition on a day."""
    facts = {
        "verified": (body.state == BodyState.VERIFIED, body.get_state_display()),
        "personality": (
            body.personality in rules.personalities,
            body.get_personality_display(),
        ),
        "registered": _years(body.registered_on, rules.years_registered, on),
        "active": _years(body.active_since, rules.years_active, on),
        "abroad": _years(body.active_abroad_since, rules.years_active_abroad, on),
    }
    return tuple(Standing(key, text, *facts[key]) for key, text in conditions(rules))


def _years(since: date | None, asked: int, on: date) -> tuple[bool | None, str]:
    if since is None:
        return None, _("団体の情報にまだ書かれていません")
    years = on.year - since.year - ((on.month, on.day) < (since.month, since.day))
    told = _("%(day)sから、%(n)s年") % {"day": since.isoformat(), "n": max(years, 0)}
    return years >= asked, told
