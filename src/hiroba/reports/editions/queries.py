"""Questions about editions: which there are, what they printed, what has changed since."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import get_language

from hiroba.foundation.accounts.states import STAFF_ROLES, Role
from hiroba.reports.editions.checking import Finding, findings
from hiroba.reports.editions.marks import marks_in
from hiroba.reports.editions.models import Correction, Edition, EditionText, FrozenFigure
from hiroba.reports.editions.states import PROGRAMME, EditionState
from hiroba.reports.figures import queries as figures
from hiroba.reports.figures.writing import number_text, value_text

if TYPE_CHECKING:
    from hiroba.foundation.actors import Actor
    from hiroba.foundation.figures import FigureDefinition

LANGUAGES = ("ja", "en")
MAKERS = (Role.OFFICER, Role.APPROVER)


@dataclass(frozen=True)
class Shown:
    """A number as an edition shows it: frozen once published, and what is known today."""

    definition: "FigureDefinition"
    fiscal_year: int
    value: int | None
    today: int | None
    period_ja: str
    period_en: str

    @property
    def has_changed(self) -> bool:
        return self.value != self.today

    @property
    def number(self) -> str:
        return "" if self.value is None else number_text(self.definition, self.value)

    def text(self, language: str = "") -> str:
        """1,405件."""
        return "" if self.value is None else value_text(self.definition, self.value, language)

    @property
    def today_text(self) -> str:
        return "—" if self.today is None else value_text(self.definition, self.today)


def editions_seen_by(by: "Actor") -> QuerySet[Edition]:
    """Published editions for everyone, drafts for staff; the newest first."""
    found = Edition.objects.order_by("-fiscal_year", "-pk").prefetch_related("texts")
    if by.holds(*STAFF_ROLES):
        return found
    return found.filter(state=EditionState.PUBLISHED)


def waiting_for(by: "Actor") -> QuerySet[Edition]:
    """Editions that wait for this approver, the one proposed first on top."""
    approves = by.holds(Role.APPROVER, programme=PROGRAMME)
    waiting = Edition.objects.filter(state=EditionState.PROPOSED).order_by("proposed_at", "pk")
    return waiting.exclude(proposed_by=by.account) if approves else waiting.none()


def text_of(edition: Edition, language: str = "") -> EditionText | None:
    """The text in a language, else in Japanese, else nothing."""
    written = {text.language: text for text in edition.texts.all()}
    wanted = language or get_language() or "ja"
    return written.get(wanted) or written.get("ja")


def texts_of(edition: Edition) -> dict[str, EditionText]:
    """The texts that are written, by language."""
    return {text.language: text for text in edition.texts.all()}


def missing_languages(edition: Edition) -> list[str]:
    """Languages without a text."""
    return [language for language in LANGUAGES if language not in texts_of(edition)]


def findings_in(edition: Edition) -> dict[str, list[Finding]]:
    """What is to be looked at in each text; asked again about the same texts, it is known."""
    written = {language: whole(text) for language, text in texts_of(edition).items()}
    if edition.checked is None or edition.checked[0] != written:
        found = {lang: findings(text, edition.fiscal_year) for lang, text in written.items()}
        edition.checked = (written, found)
    return dict(edition.checked[1])


def has_errors(edition: Edition) -> bool:
    """Whether something stops publishing."""
    return any(each.is_error for found in findings_in(edition).values() for each in found)


def whole(text: EditionText) -> str:
    """Lead and body together, as they are checked."""
    return f"{text.lead}\n\n{text.body}"


def figures_asked_for(edition: Edition) -> list[tuple[str, int]]:
    """Each figure with its year once, over all languages."""
    asked = {
        pair
        for text in edition.texts.all()
        for mark in marks_in(whole(text))
        for pair in mark.asks_for(edition.fiscal_year)
    }
    return sorted(asked)


def shown_in(edition: Edition) -> dict[tuple[str, int], Shown]:
    """The numbers of an edition: as they were frozen, and beside them as they are today."""
    frozen = {(row.figure, row.fiscal_year): row.value for row in edition.frozen.all()}
    today = figures.figures_at(figures_asked_for(edition))
    return {
        pair: Shown(
            definition=now.definition,
            fiscal_year=pair[1],
            value=frozen.get(pair, now.value),
            today=now.value,
            period_ja=now.period.text("ja"),
            period_en=now.period.text("en"),
        )
        for pair, now in today.items()
    }


def frozen_figures(edition: Edition) -> QuerySet[FrozenFigure]:
    """What the edition froze, with the snapshot of each."""
    return edition.frozen.select_related("snapshot").order_by("figure", "fiscal_year", "pk")


def corrections_of(edition: Edition) -> QuerySet[Correction]:
    """What was corrected after publishing, the newest first."""
    return edition.corrections.order_by("-corrected_at", "-pk")


def has_edition(fiscal_year: int) -> bool:
    """Whether the year has an edition already, published or not."""
    return Edition.objects.filter(fiscal_year=fiscal_year).exists()
