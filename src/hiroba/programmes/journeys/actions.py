"""Everything that is written about journeys."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import override

from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.search import actions as search
from hiroba.foundation.verdicts import require
from hiroba.programmes.journeys import policies, queries
from hiroba.programmes.journeys.marks import Mark
from hiroba.programmes.journeys.models import Journey, JourneyVersion, Step
from hiroba.programmes.journeys.states import VERSION

if TYPE_CHECKING:
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor
    from hiroba.programmes.journeys.queries import Standing


@action
def add_version(*, by: "User", content: dict[str, Any], is_sample: bool = False) -> JourneyVersion:
    """There is one more version of a journey, which only officers see."""
    require(policies.may_add_version(by, content))

    journey, _is_new = Journey.objects.select_for_update().get_or_create(
        code=content["id"], defaults={"is_sample": is_sample, "added_at": clock.now()}
    )
    version = JourneyVersion.objects.create(
        journey=journey,
        no=journey.versions.count() + 1,
        content=content,
        added_by=by,
        added_at=clock.now(),
    )

    note(by, "journeys.add_version", journey, no=version.no)
    return version


@action
def publish(*, by: "User", version: JourneyVersion) -> JourneyVersion:
    """Everybody can walk this version; the one before it is retired."""
    version = _locked(version)
    require(policies.may_publish(by, version))

    if before := queries.version_told(version.journey.code):
        retire(by=by, version=before)
    VERSION.move(version, "publish")
    version.published_at = clock.now()
    version.save(update_fields=["state", "published_at"])

    note(by, "journeys.publish", version.journey, no=version.no)
    _make_findable(version)
    return version


@action
def retire(*, by: "User", version: JourneyVersion) -> JourneyVersion:
    """Nobody sets out on this version any more."""
    version = _locked(version)
    require(policies.may_retire(by, version))

    VERSION.move(version, "retire")
    version.retired_at = clock.now()
    version.save(update_fields=["state", "retired_at"])

    note(by, "journeys.retire", version.journey, no=version.no)
    search.remove(version.journey.code)
    return version


@action
def set_out(*, by: "Actor", version: JourneyVersion, role: str) -> Mark:
    """Somebody stands in the first scene of a role, under a random name."""
    require(policies.may_set_out(by, version, role))

    chosen = version.story.role_by_key[role]
    return Mark(version.pk, role, chosen.first, dict(chosen.values))


@action
def choose(*, by: "Actor", standing: "Standing", choice: str) -> Mark:
    """Somebody stands one scene further; chosen twice at one place, the first is counted."""
    require(policies.may_choose(by, standing, choice))

    chosen = next(each for each in standing.choices if each.key == choice)
    _count(standing, choice=choice)

    return standing.mark.on(chosen.to, chosen.changes)


@action
def step_out(*, by: "Actor", standing: "Standing") -> Mark:
    """Somebody rests beside the way and may come back to the same scene."""
    require(policies.may_step_out(by, standing))

    _count(standing, is_out=True)

    return standing.mark


def _count(standing: "Standing", **what: Any) -> None:
    mark = standing.mark
    step = Step(version=standing.version, run=mark.run, place=mark.place, role=mark.role, **what)
    step.scene, step.on = mark.scene, clock.today()
    Step.objects.bulk_create([step], ignore_conflicts=True)


def _locked(version: JourneyVersion) -> JourneyVersion:
    found = JourneyVersion.objects.select_for_update(of=("self",)).select_related("journey")
    return found.get(pk=version.pk)


def _make_findable(version: JourneyVersion) -> None:
    story, code = version.story, version.journey.code
    words = (story.title, story.lead, *(role.name for role in story.roles))
    text = " ".join(part for each in words for part in (each.ja, each.en))
    for language in ("ja", "en"):
        with override(language):
            url, title = reverse("journeys:journey", args=[code]), str(story.title)
            search.put(
                ref=code, kind=queries.KIND, url=url, title=title, text=text, language=language,
                on=clock.today(),
            )  # fmt: skip
