"""How bodies are found by the search of the whole house."""

from typing import TYPE_CHECKING

from hiroba.engines.registry.people.models import Body
from hiroba.foundation.search import actions as search

if TYPE_CHECKING:
    from collections.abc import Iterable

KIND = "bodies"


def make_findable(bodies: "Iterable[Body]") -> None:
    """Bodies that anybody may see are found by their names, the others are not."""
    bodies = list(bodies)
    public = set(
        Body.objects.public()
        .filter(pk__in=[body.pk for body in bodies])
        .values_list("pk", flat=True)
    )
    search.put_many(entry for body in bodies if body.pk in public for entry in _entries(body))
    for body in bodies:
        if body.pk not in public:
            search.remove(body.ref)


def _entries(body: Body) -> list[search.Entry]:
    """In both languages, with readings, short and former names, and what it says about itself."""
    path = f"/bodies/{body.ref}/"
    names = [body.name_ja, body.kana, body.name_en, body.abbreviation]
    names += [former.name_ja for former in body.names.order_by("pk")]
    return [
        search.Entry(
            ref=body.ref,
            kind=KIND,
            url=url,
            title=title,
            text=" ".join([*names, about]),
            language=language,
        )
        for language, url, title, about in (
            ("ja", path, body.name_ja, body.about_ja),
            ("en", f"/en{path}", body.name_en or body.name_ja, body.about_en),
        )
    ]
