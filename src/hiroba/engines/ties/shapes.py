"""What a room tells about a thing when it ties it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import override


@dataclass(frozen=True)
class ThingFacts:
    """A thing with a ref, as it shall be shown at the ends of its ties.

    `path` is the address of its page in Japanese (see `path_to`), empty when it has none.
    What is not public is counted in chains, without its name and its address.
    """

    ref: str
    kind: str
    title_ja: str = ""
    title_en: str = ""
    path: str = ""
    is_public: bool = True


def path_to(page: str, *args: str) -> str:
    """The address of a page in Japanese, whatever language is spoken: path_to("a:b", ref)."""
    with override("ja"):
        return reverse(page, args=args)
