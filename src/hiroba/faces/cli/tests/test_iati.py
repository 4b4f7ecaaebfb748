"""`hiroba iati` on the command line."""

import json

import pytest
from click.testing import CliRunner

from hiroba.engines.registry.places import examples as places
from hiroba.faces.cli.iati import iati
from hiroba.foundation.actors import GUEST
from hiroba.foundation.iati.tests.samples import activity, file_of, read_all
from hiroba.programmes.cooperation.projects import queries
from hiroba.programmes.cooperation.projects.tests.samples import adopted, gardens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


@pytest.fixture
def file(tmp_path):
    places.reference()
    path = tmp_path / "partner.xml"
    path.write_bytes(file_of(gardens(1), gardens(1), activity("T-2", where="")).read())
    return path


def run(*arguments):
    return CliRunner().invoke(iati, [str(one) for one in arguments])


def test_a_dry_run_tells_and_writes_nothing(file):
    done = run("import", file, "--dry-run", "--report")

    assert done.exit_code == 0
    assert "新規 2  変更 0  同じ 0  取り込めず 1  要確認 1" in done.output
    assert "16: [error] T-1" in done.output
    assert "[warning] T-2 国も地域もありません。" in done.output
    assert not queries.projects_seen_by(GUEST).exists()


def test_a_file_is_brought_in_and_the_second_time_nothing_is_new(file):
    first, again = run("import", file, "--json"), run("import", file, "--lang", "en")

    assert json.loads(first.output)["new"] == 2
    assert "new 0  changed 0  same 2" in again.output


def test_a_wrong_file_ends_with_its_sentence(tmp_path):
    path = tmp_path / "empty.xml"
    path.write_text("")

    for arguments in (["--dry-run"], []):
        done = run("import", path, *arguments)
        assert done.exit_code == 1
        assert "ファイルが空です。" in done.output


def test_our_projects_are_written_to_a_file(tmp_path):
    adopted()
    path = tmp_path / "out.xml"

    done = run("export", "--out", path)

    assert done.output.strip() == f"{path}: 1"
    with path.open("rb") as source:
        assert len(read_all(source)) == 1


def test_or_to_the_screen():
    assert "<iati-activities" in run("export", "--all").output
