"""The texts that come with the house: a first draft for a year, in both languages."""

from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Draft:
    """A text as the columns of the edition's text."""

    language: str
    title: str
    lead: str
    body: str


def drafts_for(year: int) -> list[Draft]:
    """What was written beforehand for the year, Japanese first."""
    files = (DATA / f"{year}.{language}.md" for language in ("ja", "en"))
    return [_read(file) for file in files if file.exists()]


def _read(file: Path) -> Draft:
    """First the title behind #, then the lead, then the chapters from the first ## on."""
    head, _, chapters = file.read_text("utf-8").partition("\n## ")
    title, _, lead = head.partition("\n")
    return Draft(
        file.suffixes[0][1:], title.removeprefix("# ").strip(), lead.strip(), "## " + chapters
    )
