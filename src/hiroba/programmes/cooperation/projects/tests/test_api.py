"""Projects as programs read them."""

from datetime import date

import pytest

from hiroba.engines.registry.people.examples import minato
from hiroba.programmes.cooperation.projects.models import Project
from hiroba.programmes.cooperation.projects.tests.samples import adopted, bring_in, gardens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

ALL = "/api/v1/projects"


def read(client, address=ALL):
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    return answer.json()


def titles(client, query=""):
    return [item["title"]["ja"] for item in read(client, ALL + query)["items"]]


def test_an_empty_house_is_an_empty_list(client):
    assert read(client) == {"items": [], "next": None, "previous": None}


def test_a_project_is_told_whole(client):
    project = adopted(
        title_en="Village water",
        body=minato(),
        countries=["LA"],
        planned_start=date(2024, 4, 1),
        planned_end=date(2027, 3, 31),
    )

    assert read(client)["items"] == [
        {
            "ref": project.ref,
            "iati_identifier": None,
            "title": {"ja": "村の水道", "en": "Village water"},
            "origin": "own",
            "scheme": "grassroots_partner",
            "state": "adopted",
            "body": {
                "ref": minato().ref,
                "name": {"ja": minato().name_ja, "en": minato().name_en},
            },
            "reporter": "",
            "countries": ["LA"],
            "begins_on": "2024-04-01",
            "ends_on": "2027-03-31",
            "adopted_on": "2023-11-01",
            "page": f"/projects/{project.ref}/",
        }
    ]


def test_a_reported_project_is_told_with_what_its_publisher_says(client):
    bring_in(gardens())

    [item] = read(client)["items"]
    assert (item["iati_identifier"], item["origin"], item["scheme"], item["state"]) == (
        "T-1",
        "imported",
        "",
        "2",
    )
    assert (item["reporter"], item["begins_on"], item["ends_on"], item["adopted_on"]) == (
        "Minato Association",
        "2023-04-01",
        None,
        None,
    )


def test_one_project_has_summary_sectors_and_partners_too(client):
    bring_in(gardens())
    project = Project.objects.get()

    found = read(client, f"{ALL}/{project.ref}")

    [line] = read(client)["items"]
    assert {name: found[name] for name in line} == line
    assert found["summary"] == {
        "ja": "Children grow vegetables.",
        "en": "Children grow vegetables.",
    }
    assert [sector["code"] for sector in found["sectors"]] == ["11220"]
    assert found["partners"] == [
        {
            "role": "実施する団体",
            "name": "Minato Association",
            "identifier": "XM-DAC-0-TEST",
        }
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["村の水道", "学校菜園", "診療所"]),
        ("?q=村", ["村の水道"]),
        ("?q=Kenya", ["学校菜園"]),
        ("?country=LA", ["村の水道"]),
        ("?country=ke", ["学校菜園"]),
        ("?country=ZZ", []),
        ("?sector=112", ["学校菜園"]),
        ("?sector=12220", ["診療所"]),
        ("?year=2023", ["村の水道", "学校菜園"]),
        ("?year=2021", ["診療所"]),
        ("?origin=own", ["村の水道"]),
        ("?origin=imported", ["学校菜園", "診療所"]),
        ("?scheme=grassroots_partner", ["村の水道"]),
        ("?scheme=world_fund", []),
        ("?body=B-NOBODY", []),
        ("?origin=imported&year=2021&country=UG&sector=122&q=診療所", ["診療所"]),
        ("?origin=imported&year=2021&country=KE", []),
    ],
)
def test_filters_find_what_they_find_on_the_page(client, query, found):
    adopted()
    clinic = gardens(2).replace("KE", "UG").replace("11220", "12220")
    bring_in(gardens(1), clinic.replace("学校菜園", "診療所").replace("2023-04-01", "2021-04-01"))

    assert titles(client, query) == found


@pytest.mark.parametrize(
    "query",
    ["?year=soon", "?year=1", "?limit=0", "?limit=101", "?origin=x", "?scheme=x", "?country=KEN"],
)
def test_a_question_that_makes_no_sense_is_told_as_a_problem(client, query):
    answer = client.get(ALL + query)

    assert answer.status_code in (400, 422)
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "query", ["?q=%25", "?q=%27", "?body=𠮷", "?sector=%5C", "?country=%22", "?after=x"]
)
def test_odd_characters_find_nothing_and_break_nothing(client, query):
    adopted()

    assert client.get(ALL + query).status_code == 200


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 100])
def test_a_list_is_turned_to_its_end_and_back(client, limit):
    bring_in(*(gardens(number, more="") for number in range(7)))

    address, pages = f"{ALL}?limit={limit}", []
    while address:
        pages.append(read(client, address))
        address = pages[-1]["next"]
    refs = [item["ref"] for page in pages for item in page["items"]]

    assert (len(refs), len(set(refs)), len(pages)) == (7, 7, -(-7 // limit))
    if len(pages) > 1:
        assert read(client, pages[1]["previous"])["items"] == pages[0]["items"]


def test_turning_keeps_the_filters(client):
    adopted()
    bring_in(*(gardens(number, more="") for number in range(3)))

    first = read(client, f"{ALL}?country=KE&limit=2")

    assert [item["countries"] for item in read(client, first["next"])["items"]] == [["KE"]]


def test_three_projects_ask_no_more_than_one(client, django_assert_max_num_queries):
    bring_in(gardens(1))
    read(client)
    with django_assert_max_num_queries(12) as one:
        read(client)
    bring_in(gardens(2), gardens(3))
    read(client)

    with django_assert_max_num_queries(12) as three:
        read(client)

    assert len(one) == len(three)


@pytest.mark.parametrize("ref", ["P-NOTHERE", "x", "%00", "𠮷"])
def test_a_project_that_is_not_there_is_a_problem_of_404(client, ref):
    answer = client.get(f"{ALL}/{ref}")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


def test_what_has_not_changed_is_not_sent_again(client):
    project = adopted()
    first = client.get(f"{ALL}/{project.ref}")

    again = client.get(f"{ALL}/{project.ref}", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_what_has_changed_is_sent_again(client):
    first = client.get(ALL)
    adopted()

    again = client.get(ALL, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, len(again.json()["items"])) == (200, 1)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_projects_are_not_written_through_the_api(client, method):
    assert getattr(client, method)(ALL).status_code in (401, 403, 405)
