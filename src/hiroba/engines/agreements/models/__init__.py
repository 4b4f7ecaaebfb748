"""What this room keeps."""

from hiroba.engines.agreements.models.agreement import (
    Agreement,
    AgreementQuerySet,
    AgreementVersion,
    PartyAtTheTime,
    Precondition,
)
from hiroba.engines.agreements.models.obligation import Delivery, Obligation, ObligationQuerySet

__all__ = [
    "Agreement",
    "AgreementQuerySet",
    "AgreementVersion",
    "Delivery",
    "Obligation",
    "ObligationQuerySet",
    "PartyAtTheTime",
    "Precondition",
]
