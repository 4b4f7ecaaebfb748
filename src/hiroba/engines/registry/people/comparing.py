"""Two bodies side by side, and what points at the one that would go."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from hiroba.engines.registry.people.models import Body


@dataclass(frozen=True)
class Fact:
    """One fact of both bodies."""

    label: str
    absorbed: str
    survivor: str

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return bool(self.absorbed and self.survivor and self.absorbed != self.survivor)


@dataclass(frozen=True)
class Comparison:
    """What an officer must see before merging."""

    facts: list[Fact]
    members: int
    pointing: int


def compared(absorbed: Body, survivor: Body) -> Comparison:
    """The facts of both, how many people move along, and how many rows elsewhere follow."""
    facts = [Fact(label, _said(absorbed, name), _said(survivor, name)) for name, label in _labels()]
    return Comparison(facts, absorbed.memberships.filter(until=None).count(), _pointing(absorbed))


def _labels() -> list[tuple[str, str]]:
    return [
        ("name_ja", _("団体名")),
        ("name_en", _("英語の名称")),
        ("personality", _("法人格")),
        ("corporate_number", _("法人番号")),
        ("identifier", _("公開データの識別子")),
        ("prefecture", _("都道府県")),
        ("municipality", _("市区町村")),
        ("representative", _("代表者の氏名")),
        ("email", _("団体のメールアドレス")),
        ("homepage", _("ウェブサイト")),
        ("state", _("状態")),
    ]


def _said(body: Body, name: str) -> str:
    display = getattr(body, f"get_{name}_display", None)
    return str(display() if display else getattr(body, name) or "")


def _pointing(body: Body) -> int:
    """Rows of other rooms that name the body; what is its own part does not count."""
    own = {"people", "imports"}
    return sum(
        relation.related_model._default_manager.filter(**{relation.field.name: body}).count()
        for relation in Body._meta.related_objects
        if not relation.many_to_many and relation.related_model._meta.app_label not in own
    )
