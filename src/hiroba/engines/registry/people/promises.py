"""What the database promises about every body."""

from django.db import models
from django.db.models import F, Q

from hiroba.engines.registry.people.states import BodyState

BODY_PROMISES: list[models.BaseConstraint] = [
    models.CheckConstraint(condition=~Q(name_ja=""), name="body_has_a_name"),
    models.CheckConstraint(
        condition=Q(state=BodyState.UNVERIFIED, verified_on=None)
        | (~Q(state=BodyState.UNVERIFIED) & Q(verified_on__isnull=False)),
        name="body_is_verified_iff_dated",
    ),
    models.CheckConstraint(
        condition=Q(verified_by=None) | Q(verified_on__isnull=False),
        name="body_is_verified_by_somebody_on_a_day",
    ),
    models.CheckConstraint(
        condition=(
            Q(state=BodyState.SUSPENDED, suspended_on__isnull=False) & ~Q(suspended_because="")
        )
        | (~Q(state=BodyState.SUSPENDED) & Q(suspended_on=None, suspended_because="")),
        name="body_is_suspended_iff_dated_and_reasoned",
    ),
    models.CheckConstraint(
        condition=Q(merged_into=None) | ~Q(merged_into=F("pk")),
        name="body_is_not_merged_into_itself",
    ),
    models.UniqueConstraint(
        fields=["corporate_number"],
        condition=Q(merged_into=None) & ~Q(corporate_number=""),
        name="body_has_its_corporate_number_alone",
    ),
    models.UniqueConstraint(
        fields=["identifier"],
        condition=~Q(identifier=""),
        name="body_has_its_identifier_alone",
    ),
]
