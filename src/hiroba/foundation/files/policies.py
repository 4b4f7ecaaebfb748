"""Which files are taken in."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from hiroba.foundation.verdicts import Verdict, all_of, unless

MEGABYTE = 1024 * 1024


def may_keep(name: str, size: int, kind: str, kinds: Sequence[str], megabytes: int) -> Verdict:
    """Not empty, not too large, and by its content of a kind that was asked for."""
    return all_of(
        unless(size > 0, _("「%(name)s」は空のファイルです。") % {"name": name}),
        unless(
            size <= megabytes * MEGABYTE,
            _("「%(name)s」は大きすぎます。%(limit)sMBまでのファイルを選んでください。")
            % {"name": name, "limit": megabytes},
        ),
        unless(
            kind in kinds,
            _("「%(name)s」の中身は、ここで受け付ける形式(%(kinds)s)ではありません。")
            % {"name": name, "kinds": "・".join(one.upper() for one in kinds)},
        ),
    )
