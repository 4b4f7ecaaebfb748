"""The way that leads through a thing, for any page that shows one: {% chain ref %}."""

from typing import Any

from django import template

from hiroba.engines.ties import queries

register = template.Library()


@register.inclusion_tag("ties/_chain.html")
def chain(ref: str) -> dict[str, Any]:
    """Everything that led to the thing and that came of it; nothing when nothing is tied."""
    return {"chain": queries.chain_through(ref)}
