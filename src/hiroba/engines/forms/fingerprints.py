"""By what a content is recognised, however it was written down."""

import json
from hashlib import sha256
from typing import Any


def canonical(content: Any) -> str:
    """The one spelling of a JSON value from which its hash is taken."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(content: Any) -> str:
    """The hash by which a content is recognised."""
    return sha256(canonical(content).encode()).hexdigest()
