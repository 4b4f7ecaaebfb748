"""Everything that is written about schools."""

from typing import TYPE_CHECKING

from hiroba.engines.registry.places import queries as places
from hiroba.engines.registry.schools import columns, policies
from hiroba.engines.registry.schools.models import School
from hiroba.foundation.actions import action
from hiroba.foundation.journal.actions import note
from hiroba.foundation.verdicts import require

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor

AT_ONCE = 2000
COPIED = (
    "kind",
    "founder",
    "name",
    "address",
    "postal_code",
    "opened_on",
    "closed_on",
    "successor_code",
)


@action
def load_schools(*, by: "Actor", content: bytes, is_sample: bool = False) -> columns.SchoolList:
    """The schools of the ministry's list are known; a second time brings them up to date."""
    require(policies.may_load_schools(by))

    found = columns.read(content)
    schools = _schools(found.rows, is_sample)
    if schools:
        School.objects.bulk_create(
            schools,
            batch_size=AT_ONCE,
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=[*COPIED, "prefecture"],
        )

    note(by, "schools.load_schools", "schools", schools=len(schools), problems=len(found.problems))
    return found


def _schools(rows: list[columns.SchoolRow], is_sample: bool) -> list[School]:
    """The last row of a code counts; rows of unknown prefectures are left out."""
    prefectures = dict(places.prefectures().values_list("code", "pk"))
    known = {row.code: row for row in rows if row.prefecture in prefectures}
    return [
        School(
            code=row.code,
            prefecture_id=prefectures[row.prefecture],
            is_sample=is_sample,
            **{name: getattr(row, name) for name in COPIED},
        )
        for row in known.values()
    ]
