"""What is written can be read again, in the order of the standard."""

import io
from dataclasses import replace
from datetime import UTC, datetime

from lxml import etree

from hiroba.foundation.iati.tests.samples import activity, file_of, read_all
from hiroba.foundation.iati.tests.test_reading import MORE
from hiroba.foundation.iati.texts import Text
from hiroba.foundation.iati.writing import write

NOW = datetime(2023, 11, 1, 10, tzinfo=UTC)


def written(*activities):
    out = io.BytesIO()
    count = write(activities, out, generated=NOW)
    assert count == len(activities)
    return out.getvalue()


def test_an_activity_makes_the_round_trip():
    (before,) = read_all(file_of(activity(more=MORE)))

    (after,) = read_all(io.BytesIO(written(before.activity)))

    assert after.activity == before.activity
    assert after.faults == ()


def test_the_elements_stand_in_the_order_of_the_standard():
    (before,) = read_all(file_of(activity(more=MORE)))

    root = etree.fromstring(written(before.activity))

    assert dict(root.attrib) == {
        "version": "2.03",
        "generated-datetime": "2023-11-01T10:00:00+00:00",
    }
    assert [child.tag for child in root[0]] == [
        "iati-identifier",
        "reporting-org",
        "title",
        "description",
        "participating-org",
        "activity-status",
        "activity-date",
        "recipient-country",
        "location",
        "sector",
        "budget",
        "planned-disbursement",
        "transaction",
        "document-link",
        "related-activity",
        "result",
    ]


def test_characters_that_xml_cannot_hold_are_left_out():
    (before,) = read_all(file_of(activity()))
    odd = replace(before.activity, title=(Text("ja", "学校\x0b菜園 <&>"),))

    (after,) = read_all(io.BytesIO(written(odd)))

    assert after.activity.title == (Text("ja", "学校菜園 <&>"),)


def test_no_activity_makes_an_empty_but_valid_file():
    assert etree.fromstring(written()).tag == "iati-activities"
