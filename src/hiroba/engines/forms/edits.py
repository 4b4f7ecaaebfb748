"""Two people, or two tabs, write in one document: what fits is kept, what clashes is shown."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Edit:
    """What somebody typed into one field, and the mark of what the field showed before."""

    key: str
    typed: str
    seen: str


@dataclass(frozen=True)
class Clash:
    """A field that another hand changed meanwhile: what is stored, and what was typed here."""

    key: str
    stored: str
    typed: str


@dataclass(frozen=True)
class Merged:
    """The answers after an edit, and the edits that could not be taken."""

    answers: dict[str, str]
    clashes: tuple[Clash, ...]


def mark(text: str) -> str:
    """A short mark by which a text can be recognised."""
    return sha256(text.encode()).hexdigest()[:12]


def merge(answers: dict[str, str], edits: tuple[Edit, ...]) -> Merged:
    """Take every edit whose field still stands as it was seen; hold back the others."""
    merged, clashes = dict(answers), []
    for edit in edits:
        stored = answers.get(edit.key, "")
        if mark(edit.typed) == edit.seen or edit.typed == stored:
            continue
        if mark(stored) == edit.seen:
            merged[edit.key] = edit.typed
        else:
            clashes.append(Clash(edit.key, stored, edit.typed))
    return Merged({key: text for key, text in merged.items() if text}, tuple(clashes))
