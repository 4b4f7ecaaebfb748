"""Where somebody stands on a journey, as a signed mark in the address; nothing about the person."""

import secrets
from dataclasses import astuple, dataclass, field

from django.core.signing import BadSignature, Signer

_signer = Signer(salt="hiroba.programmes.journeys.marks")


@dataclass(frozen=True)
class Mark:
    """The version, the role, the scene, what has been chosen so far, and a random name."""

    version: int
    role: str
    scene: str
    values: dict[str, int] = field(default_factory=dict)
    run: str = field(default_factory=lambda: secrets.token_hex(8))
    place: int = 1

    def signed(self) -> str:
        """The mark as it stands in an address."""
        return _signer.sign_object(list(astuple(self)), compress=True)

    def on(self, scene: str, changes: dict[str, int]) -> "Mark":
        """The mark one scene further."""
        values = {key: count + changes.get(key, 0) for key, count in self.values.items()}
        return Mark(self.version, self.role, scene, values, self.run, self.place + 1)


def read(text: str) -> Mark | None:
    """The mark in an address, when this house made it."""
    try:
        return Mark(*_signer.unsign_object(text))
    except (BadSignature, ValueError, TypeError):
        return None
