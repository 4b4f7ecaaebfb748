"""What is true after each action on materials, and what is refused with which sentence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction

from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.themes import examples as themes
from hiroba.engines.ties.queries import chain_through
from hiroba.engines.ties.shapes import ThingFacts
from hiroba.engines.ties.states import ThingKind
from hiroba.foundation.accounts.examples import auditor, officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.foundation.journal.queries import records_of
from hiroba.foundation.search.queries import found_by
from hiroba.foundation.verdicts import Refused
from hiroba.programmes.materials import actions, examples, queries
from hiroba.programmes.materials.models import Download, Material
from hiroba.programmes.materials.queries import Wanted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]


def refused(action, **named):
    with pytest.raises(Refused) as refusal:
        action(**named)
    return refusal.value.reason


def headings(material):
    return set(material.headings.values_list("name", flat=True))


def revised(material, **change):
    facts = {
        "title_ja": material.title_ja,
        "title_en": material.title_en,
        "grades": ["senior_high"],
        "licence": material.licence,
        "themes": [themes.goal(6)],
        "countries": [places.country("KE")],
    }
    return actions.revise(by=officer(), material=material, **{**facts, **change})


def test_a_material_begins_as_a_draft_that_only_officers_see():
    material = examples.draft()

    assert list(queries.materials_seen_by(GUEST)) == []
    assert list(queries.materials_seen_by(officer())) == [material]
    assert list(queries.materials_seen_by(auditor())) == [material]


def test_with_a_file_and_both_languages_it_is_published_and_found():
    material = examples.published()

    assert (material.state, str(material.published_on)) == ("published", "2023-11-01")
    assert headings(material) == {"all", "kind:slides", "grade:junior_high"}
    assert [hit.ref for hit in found_by(GUEST, "くらし", "materials", "ja")] == [material.ref]
    assert [hit.title for hit in found_by(GUEST, "くらし", "materials", "en")] == [
        "Life and the world (sample)"
    ]


def test_without_a_file_it_is_not_published():
    assert refused(actions.publish, by=officer(), material=examples.draft()) == (
        "ファイルを一つ以上付けると公開できます。"
    )


def test_without_english_it_is_not_published():
    material = examples.draft(english="")
    examples.with_file(material)

    assert refused(actions.publish, by=officer(), material=material) == (
        "英語の題名と紹介を書くと公開できます。"
    )


def test_published_twice_is_refused():
    assert refused(actions.publish, by=officer(), material=examples.published()) == (
        "いまは「公開中」のため、この操作はできません。"
    )


def test_what_is_revised_stands_under_its_new_headings_at_once():
    material = revised(examples.published(), title_ja="水の旅")

    assert headings(material) == {
        "all", "kind:slides", "grade:senior_high", "theme:6", "country:KE",
    }  # fmt: skip
    assert [hit.ref for hit in found_by(GUEST, "水の旅", "materials", "ja")] == [material.ref]


def test_a_revised_draft_is_still_found_by_nobody():
    material = revised(examples.draft())

    assert headings(material) == set()
    assert list(found_by(GUEST, "くらし", "materials")) == []


def test_a_withdrawn_material_keeps_its_reason_and_is_found_no_longer():
    material = examples.published()

    material = actions.withdraw(by=officer(), material=material, because=" 統計が古くなりました。 ")

    assert (material.state, material.withdrawn_because) == ("withdrawn", "統計が古くなりました。")
    assert list(queries.listed(Wanted())) == []
    assert list(found_by(GUEST, "くらし", "materials")) == []
    assert list(queries.materials_seen_by(GUEST)) == [material]


def test_a_material_is_not_withdrawn_without_a_reason():
    named = {"by": officer(), "material": examples.published(), "because": " "}

    assert refused(actions.withdraw, **named) == "理由を書いてください。"


def test_what_is_withdrawn_is_changed_no_more():
    material = actions.withdraw(by=officer(), material=examples.published(), because="古い。")

    with pytest.raises(Refused, match="公開を終えた教材は変えられません。"):
        revised(material)
    with pytest.raises(Refused, match="公開を終えた教材は変えられません。"):
        examples.with_file(material)


@pytest.mark.parametrize("grades", [[], ["kindergarten"]])
def test_a_material_is_for_somebody_we_know(grades):
    with pytest.raises(Refused, match="対象の学年を一つ以上選んでください。"):
        revised(examples.draft(), grades=grades)


def test_only_officers_make_materials():
    material = examples.draft()
    ren = somebody("ren")
    sentence = "教材の作成と公開は担当の職員が行います。"
    named = {"by": ren, "material": material}

    assert refused(actions.enter_licence, by=ren, code="own") == sentence
    assert refused(actions.make, by=ren, licence=material.licence, grades=["adults"]) == sentence
    assert refused(actions.publish, **named) == sentence
    assert refused(actions.withdraw, **named, because="x") == sentence


def test_a_file_is_what_its_content_says():
    upload = SimpleUploadedFile("plan.pdf", b"<!doctype html><script>")
    named = {"by": officer(), "material": examples.draft(), "upload": upload, "name_ja": "案"}

    assert "ここで受け付ける形式" in refused(actions.add_file, **named)


def test_a_material_has_only_so_many_files(monkeypatch):
    monkeypatch.setattr("hiroba.programmes.materials.policies.MOST_FILES", 1)
    material = examples.draft()
    examples.with_file(material)

    with pytest.raises(Refused, match="付けられるのは1点までです"):
        examples.with_file(material)


def test_a_download_is_counted_without_a_word_about_who_it_was():
    file = examples.published().files.get()

    kept = [actions.download(by=by, file=file) for by in (GUEST, somebody("akari"))]

    assert queries.downloads_of(file.material) == 2
    assert {field.name for field in Download._meta.fields} == {"id", "material", "file", "on"}
    assert [str(each.on) for each in kept] == ["2023-11-01", "2023-11-01"]
    assert "materials.download" not in [record.verb for record in records_of(file.material.ref)]


def test_files_of_a_withdrawn_material_are_not_given():
    material = examples.published()
    actions.withdraw(by=officer(), material=material, because="古い。")

    assert refused(actions.download, by=GUEST, file=material.files.get()) == (
        "この教材の公開は終わっています。ほかの教材をおさがしください。"
    )


def test_a_counted_download_is_never_changed_by_anybody():
    download = actions.download(by=GUEST, file=examples.published().files.get())

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Download.objects.filter(pk=download.pk).delete()


def test_the_database_wants_a_day_for_what_is_published():
    material = examples.draft()

    with pytest.raises(IntegrityError), transaction.atomic():
        Material.objects.filter(pk=material.pk).update(state="published")


def test_the_database_wants_a_reason_for_what_is_withdrawn():
    material = examples.published()

    with pytest.raises(IntegrityError), transaction.atomic():
        Material.objects.filter(pk=material.pk).update(state="withdrawn")


def test_a_licence_entered_twice_is_known_once():
    first, second = examples.licence(), examples.licence()

    again = actions.enter_licence(by=officer(), code="cc-by", name_ja="べつの名前")

    assert first == second == again
    assert again.name_ja == "クリエイティブ・コモンズ 表示 4.0"


def test_every_step_stands_in_the_journal():
    material = actions.withdraw(by=officer(), material=examples.published(), because="古い。")

    assert [record.verb for record in records_of(material.ref)] == [
        "materials.make",
        "materials.add_file",
        "materials.publish",
        "materials.withdraw",
    ]


LESSON = ThingFacts("R-KENYA", ThingKind.LESSON, "地域が支える立ち直り", "A town that helps")


def chain(material):
    return [
        (step.kind, [thing.title_ja for thing in step.things], step.count)
        for step in chain_through(material.ref).steps
    ]


def test_a_material_shows_the_lesson_it_was_made_out_of(client):
    material = examples.published()

    actions.draw_from(by=officer(), material=material, source=LESSON)

    assert chain(material) == [
        ("lesson", ["地域が支える立ち直り"], 1),
        ("material", ["くらしと世界(見本)"], 1),
    ]
    assert "地域が支える立ち直り" in client.get(f"/materials/{material.ref}/").content.decode()


def test_what_is_not_public_is_tied_without_a_name_until_it_is():
    material = examples.draft()
    examples.with_file(material)
    actions.draw_from(by=officer(), material=material, source=LESSON)
    before = chain(material)

    actions.publish(by=officer(), material=material)

    assert before[-1] == ("material", [], 1)
    assert chain(material)[-1] == ("material", ["くらしと世界(見本)"], 1)


def test_a_new_title_and_a_withdrawal_are_told_along_the_chain():
    material = examples.published()
    actions.draw_from(by=officer(), material=material, source=LESSON)

    revised(material, title_ja="水の旅")
    after_revision = chain(material)
    actions.withdraw(by=officer(), material=material, because="古い。")

    assert after_revision[-1] == ("material", ["水の旅"], 1)
    assert chain(material)[-1] == ("material", [], 1)


def test_only_officers_say_what_a_material_was_made_of():
    named = {"material": examples.published(), "source": LESSON}

    assert refused(actions.draw_from, by=somebody("ren"), **named) == (
        "教材の作成と公開は担当の職員が行います。"
    )
