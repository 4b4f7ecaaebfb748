"""Everybody of the story walks through every page they can reach, in both languages."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve
from django.utils import translation
from lxml import html

from hiroba.faces.cli import story
from hiroba.foundation.accounts.queries import user_by_email

PEOPLE = ("", "ren", "sato", "mori", "kimura", "ono", "kansa", "kanri")
MOST_QUERIES, MOST_LINKS = 12, 600
# Of pages of one kind so many are opened; what only signed-in people see is opened more often.
OF_A_KIND, OF_A_PUBLIC_KIND = 3, 1
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
SPOKEN = ("title", "alt", "aria-label", "placeholder")
# Pages of the demo's mailbox show letters as they were written, each in its reader's language.
INDEXES = ("search.Findable",)
SHORT = 12
NEEDED_COLUMNS = ("団体名", "法人格", "都道府県")
ELSEWHERE = ("/account/logout/", "/static/", "/offline")


@dataclass
class Walk:
    """One person's way through the house, and what was wrong on it."""

    handle: str
    language: str
    client: Client = field(default_factory=Client)
    opened: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)
    pages: int = 0
    wrong: list[str] = field(default_factory=list)
    said: set[tuple[str, str]] = field(default_factory=set)

    @property
    def start(self) -> list[str]:
        prefix = "/en" if self.language == "en" else ""
        private = [f"{prefix}/my/", f"{prefix}/workbench/"] if self.handle else []
        return [*private, f"{prefix}/"]

    def go(self) -> None:
        """Breadth first, a few pages of each kind."""
        if user := user_by_email(f"{self.handle}@example.jp"):
            self.client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        waiting = deque((path, "") for path in self.start)
        while waiting:
            path, source = waiting.popleft()
            if self._is_new(path, source):
                waiting.extend((link, path) for link in self._open(path, source))

    def _is_new(self, path: str, source: str) -> bool:
        """Whether this page shall be opened; what leads nowhere is written down."""
        bare = urlsplit(path).path
        if path in self.seen or bare.startswith(ELSEWHERE):
            return False
        self.seen.add(path)
        try:
            with translation.override(self.language):
                match = resolve(bare)
        except Resolver404:
            self.wrong.append(f"{source} leads to {path}, which does not exist")
            return False
        kind = f"{match.view_name}?{'&'.join(sorted(_names(path)))}"
        is_public = not getattr(match.func, "login_required", True)
        self.opened[kind] += 1
        return self.opened[kind] <= (OF_A_PUBLIC_KIND if self.handle and is_public else OF_A_KIND)

    def _open(self, path: str, source: str) -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            answer = self.client.get(path)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        self.pages += 1
        if answer.status_code in (301, 302):
            return [answer["Location"]] if answer["Location"].startswith("/") else []
        if answer.status_code != 200 and not (path in self.start and answer.status_code == 403):
            self.wrong.append(f"{source} leads to {path}: {answer.status_code}")
        asked = [one for one in queries if one["sql"].startswith(("SELECT", "WITH"))]
        if len(asked) > MOST_QUERIES and (again := self._asked_again(path)) > MOST_QUERIES:
            self.wrong.append(f"{path}: {again} queries")
        if not answer["Content-Type"].startswith("text/html"):
            return []
        return self._read(path, body.decode())

    def _asked_again(self, path: str) -> int:
        """How many questions the page asks when figures need not be counted anew."""
        with CaptureQueriesContext(connection) as queries:
            self.client.get(path)
        return sum(one["sql"].startswith(("SELECT", "WITH")) for one in queries)

    def _read(self, path: str, text: str) -> list[str]:
        tree = html.fromstring(text)
        if self.language == "en":
            self.said |= {(path, words) for words in _unmarked_japanese(tree)}
        links = [urljoin(path, one.get("href")) for one in tree.iter("a") if one.get("href")]
        inside = [one.split("#")[0] for one in links if one.startswith("/")]
        if len(links) > MOST_LINKS:
            self.wrong.append(f"{path}: {len(links)} links")
        return [one for one in inside if one.startswith("/en/") == (self.language == "en")]


def _names(path: str) -> set[str]:
    return {part.split("=")[0] for part in urlsplit(path).query.split("&") if part}


def _unmarked_japanese(tree: html.HtmlElement) -> Iterator[str]:
    """Japanese words that a reader of English meets without being told that they are Japanese."""
    for element in tree.iter():
        if element.tag in ("script", "style", "title", "textarea") or callable(element.tag):
            continue
        texts = [element.text, *(child.tail for child in element)]
        texts += [element.get(name) for name in SPOKEN]
        if any(JAPANESE.search(text or "") for text in texts) and _language(element) != "ja":
            yield " ".join(text.strip() for text in texts if JAPANESE.search(text or ""))


def written_by_people() -> list[str]:
    """Japanese that stands in the tables and has no English beside it, the longest first."""
    found: set[str] = set()
    for model in apps.get_models():
        if model._meta.label in INDEXES:
            continue
        for row in model._default_manager.values():
            alone = {name: value for name, value in row.items() if not row.get(_english(name))}
            found |= {text for value in alone.values() for text in _texts(value)}
    found |= set(NEEDED_COLUMNS)
    return sorted((text for text in found if JAPANESE.search(text)), key=len, reverse=True)


def _english(name: str) -> str:
    return f"{name.removesuffix('_ja')}_en" if name.endswith("_ja") else "-"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (line.strip() for line in value.splitlines())
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def of_the_house(words: str, written: list[str]) -> bool:
    """Whether Japanese is left when everything that people wrote is taken away."""
    left = words
    for text in written:
        left = left.replace(text, "") if text in left else left
    cut = left.rstrip("…").strip()
    is_part = len(cut) > SHORT and any(cut in text for text in written)
    return bool(JAPANESE.search(left)) and not is_part


def _language(element: html.HtmlElement) -> str:
    return next(
        (lang for one in (element, *element.iterancestors()) if (lang := one.get("lang"))), ""
    )


@pytest.mark.django_db
@pytest.mark.timeout(600)
def test_every_page_within_reach_answers_quickly_and_in_the_readers_language():
    story.tell()
    written = written_by_people()
    walks = [Walk(handle, language) for handle in PEOPLE for language in ("ja", "en")]

    for walk in walks:
        walk.go()

    wrong = [
        f"{walk.handle or 'visitor'} {walk.language}: {each}"
        for walk in walks
        for each in walk.wrong
    ]
    said = {(path, words) for walk in walks for path, words in walk.said}
    public = {(path, words) for path, words in walks[1].said}
    wrong += [
        f"{path} says {words!r}"
        for path, words in sorted(said)
        if (path, words) in public or of_the_house(words, written)
    ]

    assert wrong == [], "\n".join(wrong)
    assert all(walk.pages > 15 for walk in walks)
