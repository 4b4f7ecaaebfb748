"""Everything that is written about materials."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hiroba.engines.ties import actions as ties
from hiroba.engines.ties.states import Relation
from hiroba.foundation import clock
from hiroba.foundation.actions import action
from hiroba.foundation.files import actions as files
from hiroba.foundation.files.kinds import DOCX, JPEG, PDF, PNG, XLSX
from hiroba.foundation.journal.actions import note
from hiroba.foundation.refs import new_ref
from hiroba.foundation.verdicts import require
from hiroba.programmes.materials import findable, headings, policies
from hiroba.programmes.materials.models import Download, Heading, Licence, Material, MaterialFile
from hiroba.programmes.materials.states import MATERIAL

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from hiroba.engines.registry.places.models import Country
    from hiroba.engines.registry.themes.models import Theme
    from hiroba.engines.ties.models import Tie
    from hiroba.engines.ties.shapes import ThingFacts
    from hiroba.foundation.accounts.models import User
    from hiroba.foundation.actors import Actor

PURPOSE = "materials.file"
KINDS = (PDF, DOCX, XLSX, PNG, JPEG)


@action
def enter_licence(*, by: "User", code: str, **words: str) -> Licence:
    """Materials can be given under this licence; entered twice it is known once."""
    require(policies.may_enter_licence(by))

    licence, is_new = Licence.objects.get_or_create(code=code, defaults=words)

    if is_new:
        note(by, "materials.enter_licence", code)
    return licence


@action
def make(
    *,
    by: "User",
    licence: Licence,
    grades: Sequence[str],
    themes: "Iterable[Theme]" = (),
    countries: "Iterable[Country]" = (),
    is_sample: bool = False,
    **words: str,
) -> Material:
    """There is a material that only officers see."""
    require(policies.may_make(by, grades))

    facts = {"licence": licence, "grades": list(grades), "is_sample": is_sample, **words}
    material = Material.objects.create(ref=new_ref("M"), changed_at=clock.now(), **facts)
    material.themes.set(themes)
    material.countries.set(countries)

    note(by, "materials.make", material)
    return material


@action
def revise(
    *,
    by: "User",
    material: Material,
    licence: Licence,
    grades: Sequence[str],
    themes: "Iterable[Theme]",
    countries: "Iterable[Country]",
    **words: str,
) -> Material:
    """The material says what is right; what is public is found by it at once."""
    material = _locked(material)
    require(policies.may_revise(by, material, grades))

    facts = {"licence": licence, "grades": list(grades), "changed_at": clock.now(), **words}
    for name, value in facts.items():
        setattr(material, name, value)
    material.save(update_fields=list(facts))
    material.themes.set(themes)
    material.countries.set(countries)
    _list_anew(by, material)

    note(by, "materials.revise", material)
    return material


@action
def add_file(
    *,
    by: "User",
    material: Material,
    upload: "UploadedFile",
    name_ja: str,
    name_en: str = "",
) -> MaterialFile:
    """The material has one more file."""
    material = _locked(material)
    require(policies.may_add_file(by, material, material.files.count()))

    stored = files.keep(
        by=by, upload=upload, purpose=PURPOSE, kinds=KINDS, megabytes=policies.MEGABYTES
    )
    added = MaterialFile.objects.create(
        material=material, stored=stored, name_ja=name_ja, name_en=name_en, added_at=clock.now()
    )

    note(by, "materials.add_file", material, file=stored.ref)
    return added


@action
def publish(*, by: "User", material: Material) -> Material:
    """Everybody finds the material and can save its files."""
    material = _locked(material)
    require(policies.may_publish(by, material))

    MATERIAL.move(material, "publish")
    material.published_on = clock.today()
    material.save(update_fields=["state", "published_on"])
    _list_anew(by, material)

    note(by, "materials.publish", material)
    return material


@action
def withdraw(*, by: "User", material: Material, because: str) -> Material:
    """The material is no longer found; who has its address reads why."""
    material = _locked(material)
    require(policies.may_withdraw(by, material, because))

    MATERIAL.move(material, "withdraw")
    material.withdrawn_on, material.withdrawn_because = clock.today(), because.strip()
    material.save(update_fields=["state", "withdrawn_on", "withdrawn_because"])
    _list_anew(by, material)

    note(by, "materials.withdraw", material, because=material.withdrawn_because)
    return material


@action
def draw_from(*, by: "User", material: Material, source: "ThingFacts") -> "Tie":
    """The material was made out of a lesson or a practice; both pages show the way."""
    require(policies.may_draw_from(by, material))

    thing = findable.thing_of(material)
    return ties.tie(by=by, source=source, target=thing, relation=Relation.MADE_INTO)


@action
def download(*, by: "Actor", file: MaterialFile) -> Download:
    """One more download is counted, and nothing is kept about who saved the file."""
    file = MaterialFile.objects.select_related("material").get(pk=file.pk)
    require(policies.may_download(by, file))

    return Download.objects.create(material=file.material, file=file, on=clock.today())


def _locked(material: Material) -> Material:
    return Material.objects.select_for_update(of=("self",)).get(pk=material.pk)


def _list_anew(by: "User", material: Material) -> None:
    """A material stands under its headings, in the index and in its chain while it is public."""
    ties.rename(by=by, thing=findable.thing_of(material))
    material.headings.all().delete()
    if (day := material.published_on) and material.is_open:
        Heading.objects.bulk_create(
            Heading(material=material, name=name, published_on=day)
            for name in headings.names_of(material)
        )
        findable.make_findable(material)
    else:
        findable.forget(material)
