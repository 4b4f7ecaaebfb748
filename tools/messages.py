"""English for the Japanese texts of the code: one PO file for each room, compiled into one MO.

python tools/messages.py compile            merges locale/en/*.po into django.mo
python tools/messages.py extract [ROOM …]   adds what a room's PO file lacks, drops the unused
python tools/messages.py check              lists texts without English; ends with 1 if any
"""

import io
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "src/hiroba"
ENGLISH = ROOT / "locale/en"

KEYWORDS = (
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
)
# A date that stays, so that extracting twice changes nothing.
FOUNDED = datetime(2026, 1, 1, tzinfo=UTC)
Message = tuple[str, str | tuple[str, str]]


def rooms() -> dict[str, list[Path]]:
    """Every room with texts, and its files; a room is a folder with apps.py, or a part."""
    found: dict[str, list[Path]] = {}
    for path in sorted([*HOUSE.rglob("*.py"), *HOUSE.rglob("*.html"), *HOUSE.rglob("*.txt")]):
        folders = set(path.relative_to(HOUSE).parts[:-1])
        is_letter = path.suffix == ".txt" and "letters" in folders
        if not {"tests", "migrations"} & folders and not is_letter:
            found.setdefault(room_of(path), []).append(path)
    return found


def room_of(path: Path) -> str:
    """The nearest folder with apps.py, the room behind a doorway, else the part of the house."""
    if path.parent.name == "doorways" and path.stem != "__init__":
        return path.stem
    for folder in path.parents:
        if folder == HOUSE:
            break
        if (folder / "apps.py").exists():
            return folder.name
    parts = path.relative_to(HOUSE).parts
    return "_".join(parts[:-1][:2]) or "house"


def texts_of(path: Path) -> Iterator[tuple[str | None, str | tuple[str, str]]]:
    """Each translatable text of a file with its context."""
    source = path.read_text()
    if path.suffix != ".py":
        source = templatize_source(source, path)
    for _, name, message, _ in extract_python(
        io.BytesIO(source.encode()), dict.fromkeys(KEYWORDS), (), {"encoding": "utf-8"}
    ):
        yield from _message(str(name), message)


def templatize_source(source: str, path: Path) -> str:
    """A template as Django turns it for text tools."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hiroba.config.settings")
    from django.utils.translation.template import templatize  # noqa: PLC0415

    # A template's indentation means nothing, but Python's tokenizer would stumble over it.
    told = templatize(source, origin=str(path))
    return "\n".join(line.lstrip() for line in told.splitlines())


def _message(name: str, message: object) -> Iterator[tuple[str | None, str | tuple[str, str]]]:
    parts = message if isinstance(message, tuple) else (message,)
    if name.startswith("pgettext") and len(parts) > 1 and parts[1]:
        yield str(parts[0]), str(parts[1])
    elif name.startswith("ngettext") and len(parts) > 1 and parts[0] and parts[1]:
        yield None, (str(parts[0]), str(parts[1]))
    elif isinstance(parts[0], str) and parts[0]:
        yield None, parts[0]


def wanted(room: str) -> set[tuple[str | None, str | tuple[str, str]]]:
    """All texts of a room."""
    return {text for path in rooms().get(room, []) for text in texts_of(path)}


def catalogue(room: str) -> Catalog:
    """A room's PO file, or an empty one."""
    path = ENGLISH / f"{room}.po"
    if not path.exists():
        return Catalog(locale="en", creation_date=FOUNDED)
    with path.open("rb") as file:
        return read_po(file, locale="en")


def extract(room: str) -> int:
    """Add what is missing and drop what is no longer said; answers how many lack English."""
    known = catalogue(room)
    fresh = Catalog(
        "en", project="hiroba", charset="utf-8", creation_date=known.creation_date, fuzzy=False
    )
    fresh.header_comment = f"# English of the room {room}."
    for context, text in sorted(wanted(room), key=str):
        identity = text if isinstance(text, str) else text[0]
        old = known.get(identity, context)
        fresh.add(text, old.string if old else None, context=context)
    with (ENGLISH / f"{room}.po").open("wb") as file:
        write_po(file, fresh, width=100, sort_output=False, omit_header=False)
    return sum(not _is_said(message.string) for message in fresh if message.id)


def everything() -> Catalog:
    """All PO files as one catalogue."""
    whole = Catalog(locale="en", charset="utf-8", fuzzy=False)
    for path in sorted(ENGLISH.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="en"):
                if message.id and _is_said(message.string):
                    whole.add(message.id, message.string, context=message.context)
    return whole


def _is_said(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def compile_all() -> None:
    """Write the MO file that Django reads."""
    target = ENGLISH / "LC_MESSAGES/django.mo"
    target.parent.mkdir(exist_ok=True, parents=True)
    with target.open("wb") as file:
        write_mo(file, everything())


def missing() -> list[str]:
    """Texts of the code that have no English."""
    whole = everything()
    lost = []
    for room in rooms():
        for context, text in sorted(wanted(room), key=str):
            identity = text if isinstance(text, str) else text[0]
            if whole.get(identity, context) is None:
                lost.append(f"{room}: {identity}")
    return lost


def main(verb: str = "check", *names: str) -> int:
    """Do what the command line asks."""
    if verb == "compile":
        compile_all()
    elif verb == "extract":
        for room in names or tuple(room for room in rooms() if wanted(room)):
            print(f"{room}: {extract(room)} without English")
    else:
        lost = missing()
        print(*lost, sep="\n")
        return bool(lost)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
