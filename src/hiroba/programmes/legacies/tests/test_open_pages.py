"""What visitors read about gifts by will, and how they ask."""

import pytest
from lxml import html

from hiroba.foundation.accounts.examples import somebody
from hiroba.programmes.legacies import actions
from hiroba.programmes.legacies.examples import agreed, hiroba_trust, legacy_officer, minori_trust
from hiroba.programmes.legacies.models import Legacy, PersonalFile
from hiroba.programmes.legacies.tests.samples import EMAIL, NAME, SECRETS, WORDS, in_state

ASKED = {"name": NAME, "email": EMAIL, "words": WORDS, "is_agreed": "on"}


def told(answer):
    """What the page says."""
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def headings(answer, level):
    found = html.fromstring(answer.content.decode()).xpath(f"//main//h{level}")
    return [" ".join(one.text_content().split()) for one in found]


def test_the_page_explains_and_names_the_partners(client):
    agreed(minori_trust())

    answer = client.get("/legacies/")

    assert headings(answer, 1) == ["遺言によるご寄附(遺贈)"]
    assert headings(answer, 2) == ["どのように進みますか", "提携先", "ご相談"]
    assert headings(answer, 3) == ["ひろば信託銀行(見本) 見本", "みのり信託銀行(見本) 見本"]


def test_the_page_is_told_in_english_too(client):
    answer = client.get("/en/legacies/")

    assert headings(answer, 1) == ["Gifts by will"]
    assert headings(answer, 3) == ["Hiroba Trust Bank (sample) Sample"]
    assert "Wills desk 0120-000-000 (sample)" in told(answer)


def test_the_page_says_that_nobody_is_pressed_and_no_commission_is_taken(client):
    words = told(client.get("/legacies/"))

    for sentence in (
        "お決めになるのは、いつでもご本人です。",
        "書面で同意をいただいたときだけ、提携先へご紹介します。",
        "この機関が手数料を受け取ることはありません。",
        "しつこくお誘いすることはありません。",
    ):
        assert sentence in words


def test_without_partners_the_page_says_so(client):
    actions.end_agreement(by=legacy_officer(), partner=hiroba_trust(), because="終わり。")

    assert "いまご案内できる提携先はありません" in told(client.get("/legacies/"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_questions_for_any_number_of_partners(
    client, django_assert_num_queries, count
):
    for partner in (minori_trust(), hiroba_trust())[: count - 1]:
        agreed(partner)

    with django_assert_num_queries(1):
        client.get("/legacies/")


def test_an_empty_form_is_shown_first(client):
    answer = client.get("/legacies/enquiry/")

    names = list(answer.context["form"].fields)
    assert names == ["name", "email", "phone", "words", "is_agreed"]
    assert Legacy.objects.count() == 0


@pytest.mark.parametrize(("prefix", "language"), [("", "ja"), ("/en", "en")])
def test_asking_leads_to_a_word_of_thanks(client, prefix, language):
    answer = client.post(f"{prefix}/legacies/enquiry/", ASKED, follow=True)

    assert answer.redirect_chain == [(f"{prefix}/legacies/enquiry/thanks/", 302)]
    personal = PersonalFile.objects.get()
    assert (personal.name, personal.email, personal.phone, personal.words) == (
        NAME,
        EMAIL,
        "",
        WORDS,
    )
    assert personal.language == language


def test_the_word_of_thanks_repeats_nothing(client):
    words = told(client.post("/legacies/enquiry/", ASKED, follow=True))

    assert "ご相談をお受けしました" in words
    assert [secret for secret in SECRETS if secret in words] == []


def test_without_agreeing_what_was_typed_is_not_lost(client):
    answer = client.post("/legacies/enquiry/", {**ASKED, "is_agreed": ""})

    assert answer.context["form"].non_field_errors() == [
        "個人情報の扱いをご確認のうえ、同意の欄にしるしを付けてください。"
    ]
    assert WORDS in answer.content.decode()
    assert Legacy.objects.count() == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "あ" * 121),
        ("email", ""),
        ("email", "kaede"),
        ("words", " "),
        ("words", "あ" * 2001),
        ("phone", "0" * 41),
    ],
)
def test_what_cannot_be_answered_is_asked_again(client, field, value):
    answer = client.post("/legacies/enquiry/", {**ASKED, field: value})

    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])
    assert Legacy.objects.count() == 0


def test_somebody_who_signed_in_is_not_tied_to_the_question(client):
    client.force_login(somebody("hana"))

    client.post("/legacies/enquiry/", ASKED)

    assert PersonalFile.objects.get().email == EMAIL
    page = client.get("/my/").content.decode()
    assert Legacy.objects.get().ref not in page


@pytest.mark.parametrize(
    "address",
    ["/legacies/", "/en/legacies/", "/search/?q=LG", "/figures/legacy_partners/"],
)
def test_no_open_page_tells_of_a_legacy(client, address):
    legacy = in_state("receiving")

    page = client.get(address).content.decode()

    assert [secret for secret in (*SECRETS, legacy.ref) if secret in page] == []
