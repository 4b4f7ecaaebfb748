"""Public names of things, short enough to be said over the telephone."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_ref(prefix: str) -> str:
    """A fresh public name such as P-7K3QX2MN, without letters that are mistaken for digits."""
    return f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(8))
