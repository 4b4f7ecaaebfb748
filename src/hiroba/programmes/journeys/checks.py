"""What must hold before a journey is published; every finding is a sentence."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from django.utils.translation import gettext as _

from hiroba.programmes.journeys.definitions import Scene, Story, Words


def findings(story: Story) -> list[str]:
    """Everything that stands against publication, in the order of the document."""
    return [*_languages(story, ""), *_names(story), *_ways(story)]


def _languages(thing: Any, place: str) -> Iterator[str]:
    """Each text is there in both languages: pictures' texts for those who do not see too."""
    if isinstance(thing, Words):
        for language in ("ja", "en"):
            if not getattr(thing, language).strip():
                told = {"place": place, "language": language}
                yield _("%(place)s: 言語「%(language)s」の文がありません。") % told
    elif is_dataclass(thing):
        for name in (field.name for field in fields(thing)):
            yield from _languages(getattr(thing, name), _under(place, name))
    elif isinstance(thing, tuple):
        each: Any
        for number, each in enumerate(thing, start=1):
            yield from _languages(each, _under(place, str(getattr(each, "key", number))))


def _under(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _names(story: Story) -> Iterator[str]:
    """Names are given once, and whatever is named exists."""
    named = [*(each.key for each in story.scenes), *(each.key for each in story.endings)]
    for key in sorted({key for key in named if named.count(key) > 1}):
        yield _("「%(key)s」という場面が二つあります。") % {"key": key}
    if not (story.roles and story.endings and story.notes and story.calm.help):
        yield _("役、終わり、はじめる前の注意、相談先が、それぞれ一つ以上要ります。")
    values = {value for role in story.roles for value in role.values}
    for scene in story.scenes:
        for choice in scene.choices:
            if choice.to not in named:
                told = {"scene": scene.key, "to": choice.to}
                yield _("場面「%(scene)s」の行き先「%(to)s」がありません。") % told
            used = {*choice.changes, *([choice.needs.value] if choice.needs else [])}
            for value in sorted(used - values):
                told = {"scene": scene.key, "value": value}
                yield _("場面「%(scene)s」の値「%(value)s」は、どの役も持っていません。") % told


def _ways(story: Story) -> Iterator[str]:
    """Each scene is reached by somebody, always leaves a choice, and leads to an ending."""
    reached = _reached(story)
    for role in story.roles:
        if role.first not in story.scene_by_key:
            yield _("役「%(role)s」の始まりの場面がありません。") % {"role": role.key}
    for scene in story.scenes:
        if scene.key not in reached:
            yield _("場面「%(scene)s」には、だれもたどり着けません。") % {"scene": scene.key}
        if not any(choice.needs is None for choice in scene.choices):
            yield _("場面「%(scene)s」で、選べるものがなくなることがあります。") % {
                "scene": scene.key
            }
        if not _targets(story, scene.key) & set(story.ending_by_key):
            yield _("場面「%(scene)s」から、どの終わりにも進めません。") % {"scene": scene.key}


def _reached(story: Story) -> set[str]:
    firsts = {role.first for role in story.roles}
    return firsts.union(*(_targets(story, first) for first in firsts))


def _targets(story: Story, start: str) -> set[str]:
    """Everything that can be reached from a scene."""
    found: set[str] = set()
    ahead = [start]
    while ahead:
        scene: Scene | None = story.scene_by_key.get(ahead.pop())
        for choice in scene.choices if scene else ():
            if choice.to not in found:
                found.add(choice.to)
                ahead.append(choice.to)
    return found
