"""A page of a form as the browser fills it in: it never refuses to keep what was typed."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as _

from hiroba.engines.forms import answering
from hiroba.engines.forms.definitions import Item, Page
from hiroba.engines.forms.edits import Clash, Edit, mark

SEEN = "SEEN"  # Keys of questions are lower case, so this name is free.
NARROW = {"int": 12, "yen": 18, "date": 18, "phone": 20}
INPUT_MODES = {"int": "numeric", "yen": "numeric", "phone": "tel", "email": "email"}


class AnswerField(forms.CharField):
    """One question; what cannot be understood is said, but never stops the page from being kept."""

    def __init__(self, item: Item) -> None:
        super().__init__(
            label=str(item.label),
            help_text=_help(item),
            required=item.require,
            widget=_widget(item),
            strip=False,
        )
        self.item = item
        # Known to the counter beside the field, but never a limit of what can be typed.
        self.max_length = item.max_chars

    def clean(self, value: Any) -> Any:
        try:
            return answering.read(self.item, value or "")
        except answering.Misread as misread:
            raise forms.ValidationError(str(misread)) from misread


class PageForm(forms.Form):
    """The questions of one page, filled with what was typed, each fault beside its field."""

    use_required_attribute = False

    def __init__(self, page: Page, stored: Mapping[str, str], typed: Mapping[str, str]) -> None:
        seen = {item.key: mark(stored.get(item.key, "")) for item in page.items}
        super().__init__(data={**typed, SEEN: json.dumps(seen)}, auto_id="id_%s")
        for item in page.items:
            self.fields[item.key] = AnswerField(item)
        self.fields[SEEN] = forms.CharField(widget=forms.HiddenInput, required=False)


def page_form(
    page: Page,
    stored: Mapping[str, str],
    *,
    typed: Mapping[str, str] | None = None,
    clashes: tuple[Clash, ...] = (),
) -> PageForm:
    """The page as it is shown: what is stored, or what was just typed, with its clashes."""
    form = PageForm(page, stored, stored if typed is None else typed)
    for clash in clashes:
        form.add_error(clash.key, _clash_told(clash))
    return form


def edits_of(page: Page, post: Mapping[str, str]) -> tuple[Edit, ...]:
    """What the browser sent for a page, each field with the mark of what it had shown."""
    seen = _marks(post.get(SEEN, ""))
    return tuple(
        Edit(item.key, answering.tidy(post[item.key]), seen.get(item.key, ""))
        for item in page.items
        if item.key in post
    )


def _marks(sent: str) -> dict[str, str]:
    try:
        marks = json.loads(sent)
    except ValueError:
        marks = {}
    return marks if isinstance(marks, dict) else {}


def _clash_told(clash: Clash) -> str:
    stored = clash.stored or _("(空)")
    return _(
        "この欄は別の画面で書きかえられ、いまは「%(stored)s」と保存されています。"
        "下の欄にはあなたが書いた内容が残っています。"
        "このまま保存すると、あなたの内容に置きかわります。"
    ) % {"stored": stored}


def _help(item: Item) -> str:
    parts = (str(item.help or ""), str(answering.KINDS[item.type].hint))
    return escape(" ".join(part for part in parts if part))


def _widget(item: Item) -> forms.Widget:
    if item.type in ("choice", "country", "prefecture"):
        return forms.Select(choices=[("", _("選んでください")), *answering.choices(item)])
    if item.type == "yes_no":
        return forms.RadioSelect(choices=[("yes", _("はい")), ("no", _("いいえ"))])
    if item.type == "long_text":
        return forms.Textarea(attrs={"rows": 4 if (item.max_chars or 0) <= 300 else 8})
    attrs: dict[str, Any] = {"size": NARROW.get(item.type, 40)}
    if item.type in INPUT_MODES:
        attrs["inputmode"] = INPUT_MODES[item.type]
    return forms.TextInput(attrs=attrs)
