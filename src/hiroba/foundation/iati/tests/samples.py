"""Small hand-made activity files for the tests."""

import io
from datetime import date
from typing import BinaryIO

from hiroba.foundation.iati.reading import Read, read

TODAY = date(2023, 11, 1)

WHO = (
    '<reporting-org ref="XM-DAC-0-TEST" type="22">'
    "<narrative>Minato Association</narrative></reporting-org>"
)
WHAT = """<title><narrative xml:lang="EN">School gardens</narrative>\
<narrative xml:lang="ja">学校菜園</narrative></title>
<description type="1"><narrative>Children grow vegetables.</narrative></description>
<participating-org role="4" ref="XM-DAC-0-TEST" type="22"/>
<activity-status code="2"/>
<activity-date type="2" iso-date="2023-04-01"/>"""
WHERE = """<recipient-country code="KE" percentage="100"/>
<sector vocabulary="1" code="11220" percentage="100"/>"""


def activity(
    identifier: str = "T-1",
    more: str = "",
    *,
    who: str = WHO,
    what: str = WHAT,
    where: str = WHERE,
) -> str:
    """One activity that is in order, with more in it."""
    return (
        f'<iati-activity xml:lang="en" default-currency="USD">\n'
        f"<iati-identifier>{identifier}</iati-identifier>\n{who}\n{what}\n{where}\n{more}\n</iati-activity>"
    )


def file_of(*activities: str, version: str = "2.03") -> BinaryIO:
    """Activities as a file."""
    inside = "\n".join(activities)
    top = f'<?xml version="1.0"?>\n<iati-activities version="{version}">'
    return text_file(f"{top}\n{inside}\n</iati-activities>")


def text_file(text: str) -> BinaryIO:
    """Any text as a file."""
    return io.BytesIO(text.encode())


def read_all(source: BinaryIO, megabytes: int = 1) -> list[Read]:
    """All of a file as it is read on the test's day."""
    return list(read(source, today=TODAY, megabytes=megabytes))


def faults_of(*activities: str) -> list[tuple[str, str, int, str]]:
    """Severity, code, line and sentence of every fault of a file."""
    return [
        (fault.severity, fault.code, fault.line, fault.sentence)
        for one in read_all(file_of(*activities))
        for fault in one.faults
    ]
