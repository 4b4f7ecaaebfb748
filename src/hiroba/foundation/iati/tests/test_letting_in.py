"""Files at the door: versions, sizes, encodings and what only looks like a web page."""

import gzip
import io

import pytest

from hiroba.foundation.iati.doors import MEGABYTE
from hiroba.foundation.iati.faults import NotReadable
from hiroba.foundation.iati.tests.samples import activity, file_of, read_all, text_file


def refusal_of(source, megabytes=1):
    with pytest.raises(NotReadable) as refused:
        read_all(source, megabytes)
    return refused.value.fault


def identifiers(source, megabytes=1):
    return [one.activity.identifier for one in read_all(source, megabytes)]


@pytest.mark.parametrize("version", ["2.01", "2.02", "2.03", " 2.03 "])
def test_the_three_living_versions_are_let_in(version):
    assert identifiers(file_of(activity(), version=version)) == ["T-1"]


@pytest.mark.parametrize(
    ("version", "code"),
    [
        ("", "no-version"),
        ("1.01", "version-1"),
        ("1.05", "version-1"),
        ("2.00", "version-unknown"),
        ("2.04", "version-unknown"),
        ("2", "version-unknown"),
        ("3.00", "version-unknown"),
        ("latest", "version-unknown"),
    ],
)
def test_every_other_version_is_refused(version, code):
    assert refusal_of(file_of(activity(), version=version)).code == code


def test_a_version_of_a_thousand_characters_is_not_repeated_to_the_end():
    assert len(refusal_of(file_of(activity(), version="9" * 1000)).facts["version"]) == 20


def test_a_file_exactly_as_large_as_allowed_is_let_in():
    small = file_of(activity()).read()
    padding = b" " * (MEGABYTE - len(small))

    assert identifiers(io.BytesIO(small + padding)) == ["T-1"]
    assert refusal_of(io.BytesIO(small + padding + b" ")).code == "too-large"


def test_a_hundred_megabytes_are_refused_before_a_byte_is_parsed():
    class Large(io.BytesIO):
        def seek(self, offset, whence=io.SEEK_SET):
            if whence == io.SEEK_END:
                return 100 * MEGABYTE
            return super().seek(offset, whence)

    fault = refusal_of(Large(b"<not even xml"), megabytes=50)

    assert (fault.code, fault.facts) == ("too-large", {"megabytes": "100", "limit": "50"})


def test_a_compressed_file_is_refused():
    assert refusal_of(io.BytesIO(gzip.compress(file_of(activity()).read()))).code == "not-xml"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>",
        "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        "<html>",
        "\n\n<HTML lang='ja'>",
        "<?xml version='1.0'?>\n<!DOCTYPE html>",
        "<?xml version='1.0'?><!-- saved - from a page --><html xmlns='x'>",
        "\ufeff<html>",
    ],
)
def test_a_web_page_is_called_a_web_page(text):
    assert refusal_of(text_file(text)).code == "web-page"


def test_a_publisher_may_write_about_web_pages():
    words = "<![CDATA[<html><body>our page</body></html>]]>"
    named = activity().replace("School gardens", words)

    assert identifiers(file_of(named)) == ["T-1"]


def test_many_comments_at_the_beginning_are_looked_through_at_once():
    text = "<?xml version='1.0'?>" + "<!---->" * 270 + "<iati-activities version='2.03'/>"

    assert refusal_of(text_file(text)).code == "no-activities"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "shift_jis", "euc-jp", "iso-2022-jp"])
def test_a_file_says_in_which_encoding_it_is_written(encoding):
    text = file_of(activity()).read().decode()
    text = text.replace('<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{encoding}"?>')

    [one] = read_all(io.BytesIO(text.encode(encoding)))

    assert one.activity.title[1].words == "学校菜園"


@pytest.mark.parametrize(
    "content",
    [
        file_of(activity()).read().decode().encode("shift_jis"),
        file_of(activity()).read().replace(b'"1.0"?>', b'"1.0" encoding="x-unheard-of"?>'),
        file_of(activity()).read().replace(b"School", b"Sch\x00ol"),
        file_of(activity()).read().replace(b"School", b"Sch\xff\xfeol"),
        file_of(activity()).read()[:-1],
        file_of(activity()).read() + b"<more/>",
        file_of(activity()).read().replace(b"</title>", b"</titel>", 1),
    ],
)
def test_a_file_that_is_not_what_it_says_is_broken(content):
    fault = refusal_of(io.BytesIO(content))

    assert fault.code == "broken"
    assert fault.sentence.startswith("XML が途中で壊れています。")


def test_the_line_of_a_break_is_told():
    text = file_of(activity(), activity("T-2")).read().decode()
    broken = text.replace("</title>", "</titel>", 2).replace("</titel>", "</title>", 1)

    assert refusal_of(text_file(broken)).line == 18


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE iati-activities>",
        '<!DOCTYPE iati-activities SYSTEM "http://example.org/a.dtd">',
        "<!DOCTYPE iati-activities [<!ENTITY % a SYSTEM 'file:///etc/hostname'> %a;]>",
    ],
)
def test_no_document_type_is_let_in_and_nothing_is_fetched(doctype):
    text = f"<?xml version='1.0'?>\n{doctype}\n<iati-activities version='2.03'/>"

    assert refusal_of(text_file(text)).code == "doctype"


def test_a_tag_of_a_thousand_letters_is_not_repeated_to_the_end():
    assert len(refusal_of(text_file(f"<{'x' * 1000}/>")).facts["tag"]) == 80


def test_other_elements_between_activities_are_passed_over():
    text = file_of(activity(), "<note>hello</note>", activity("T-2"))

    assert identifiers(text) == ["T-1", "T-2"]


def test_an_activity_inside_an_activity_is_not_a_second_one():
    assert identifiers(file_of(activity(more=activity("T-2")))) == ["T-1"]


def test_comments_and_instructions_change_nothing():
    plain = read_all(file_of(activity()))
    noisy = read_all(
        file_of(activity().replace("<title>", "<!-- a --><?b c?><title>"), "<!-- end -->")
    )

    assert noisy == plain


def test_one_bad_activity_leaves_the_others_alone():
    found = read_all(file_of(activity(), activity(""), activity("T-3")))

    assert [bool(one.activity) for one in found] == [True, False, True]


def test_identifiers_are_compared_letter_by_letter():
    assert identifiers(file_of(activity("T-1"), activity("t-1"), activity("T-01"))) == [
        "T-1",
        "t-1",
        "T-01",
    ]


def test_the_second_of_two_tells_where_the_first_stands():
    found = read_all(file_of(activity(), activity("T-2"), activity("T-2"), activity("T-2")))

    assert [fault.facts for one in found for fault in one.faults] == [{"first": "15"}] * 2
