"""The records behind a figure."""

from dataclasses import dataclass
from types import SimpleNamespace

from hiroba.foundation.figures import Counted
from hiroba.programmes.cooperation.projects.models import Project as ProjectRow
from hiroba.reports.figures import records


@dataclass(frozen=True)
class Project:
    ref: str
    title_ja: str
    title_en: str = ""


WATER = Project("P-1", "ラオスの水道")
SCHOOL = Project("P-2", "ネパールの学校")


def test_a_record_with_a_page_is_linked():
    stored = ProjectRow(ref="P-1", title_ja="ラオスの水道")

    assert records.line_of(stored) == records.Line("P-1", "ラオスの水道", "/projects/P-1/")


def test_a_record_without_a_page_is_named():
    assert records.line_of(SimpleNamespace(ref="C-1", title="来館者")) == records.Line(
        "C-1", "来館者"
    )


def test_the_table_says_which_records_count_and_why_others_do_not():
    added = Counted(1, records=[WATER], excluded=((SCHOOL, "中止になった"),))
    contained = Counted(1, records=[Project("P-0", "ケニアの更生保護")])

    assert list(records.rows(added, contained)) == [
        ("P-1", "ラオスの水道", "1", ""),
        ("P-0", "ケニアの更生保護", "0", "in_published_value"),
        ("P-2", "ネパールの学校", "0", "中止になった"),
    ]


def test_the_fingerprint_does_not_depend_on_order_but_on_what_counts():
    both = Counted(2, records=[WATER, SCHOOL])
    turned = Counted(2, records=[SCHOOL, WATER])
    one_out = Counted(1, records=[WATER], excluded=((SCHOOL, "中止"),))

    assert records.fingerprint(both, None) == records.fingerprint(turned, None)
    assert records.fingerprint(both, None) != records.fingerprint(one_out, None)
