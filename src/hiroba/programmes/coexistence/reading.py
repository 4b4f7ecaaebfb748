"""Easy Japanese, read by a machine: sentences, kanji and their readings written 漢字《かんじ》."""

import re
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from hiroba.programmes.coexistence.rules import Limit

KANJI = "\u3400-\u9fff々"
RUBY = re.compile(f"([{KANJI}]+)《([^《》]+)》")
BARE = re.compile(f"[{KANJI}]+(?![{KANJI}《])")
SENTENCE = re.compile(r"[^。!?!?\n]+[。!?!?]?")
POLITE = re.compile(r"(です|ます|でした|ました|ません|でしょう|ましょう|ください)か?[。!?!?]?$")


@dataclass(frozen=True)
class Fault:
    """What makes a sentence hard, and how to make it easier."""

    sentence: str
    told: str


def sentences(text: str) -> list[str]:
    """The sentences of a text as they are written."""
    return [found.strip() for found in SENTENCE.findall(text) if found.strip()]


def without_readings(text: str) -> str:
    """The text as it is seen without its readings."""
    return RUBY.sub(r"\1", text)


def with_ruby(text: str) -> SafeString:
    """The text as a page shows it, with readings above the kanji and lines kept."""
    written = RUBY.sub(r"<ruby>\1<rp>(</rp><rt>\2</rt><rp>)</rp></ruby>", str(escape(text.strip())))
    # Everything but our own ruby was escaped above.
    return mark_safe(written.replace("\n", "<br>"))  # noqa: S308


def faults_of(text: str, limit: Limit | None, *, is_title: bool = False) -> list[Fault]:
    """What is not easy yet, sentence by sentence; a title need not be a sentence."""
    return [fault for one in sentences(text) for fault in _faults(one, limit, is_title)]


def _faults(sentence: str, limit: Limit | None, is_title: bool) -> list[Fault]:
    plain = without_readings(sentence)
    kanji = len(re.findall(f"[{KANJI}]", plain))
    told = []
    if limit and len(plain) > limit.length:
        told.append(
            _("文が長いです(%(n)s字)。%(most)s字までに分けてください。")
            % {"n": len(plain), "most": limit.length}
        )
    if limit and kanji > limit.kanji:
        told.append(
            _("漢字が多いです(%(n)s字)。%(most)s字までにしてください。")
            % {"n": kanji, "most": limit.kanji}
        )
    if not is_title and not POLITE.search(plain):
        told.append(_("「です」か「ます」で終えてください。"))
    if bare := BARE.findall(RUBY.sub("", sentence)):
        told.append(_("ふりがながありません: %(words)s") % {"words": "、".join(bare)})
    return [Fault(plain, each) for each in told]
