"""What is typed at the desks: what is asked for, what is kept, and what becomes of it."""

import pytest
from lxml import html

from hiroba.engines.enquiries import queries as enquiries
from hiroba.engines.enquiries.models import Case, FaqEntry
from hiroba.engines.registry.people import examples as bodies
from hiroba.foundation import clock
from hiroba.foundation.accounts.examples import officer, somebody
from hiroba.foundation.actors import GUEST
from hiroba.programmes.desks import actions, queries
from hiroba.programmes.desks.examples import NETWORK, REGISTRATION, desk
from hiroba.programmes.desks.forms import AskForm, FaqForm, GuideForm, LocalBodyForm, ReferForm
from hiroba.programmes.desks.models import CountryGuide, LocalBody
from hiroba.programmes.desks.tests.samples import asked, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november_2023")]

NEEDED = "このフィールドは必須です。"
VISITOR = {"guest_name": "客", "guest_email": "guest@example.jp"}
QUESTION = {"subject": "登録", "text": "登録は要りますか。", "language": "ja"}
FAQ = {"question_ja": "登録は要りますか。", "answer_ja": "要ります。"}


@pytest.fixture(scope="module")
def world(standing):
    """Desks in Kenya and Laos, NPO Minato of Ren, two topics, and an answered question."""
    with clock.at("2023-11-01 10:00"):
        kenya, laos, minato = desk("KE"), desk("LA"), bodies.minato()
        topics = [
            actions.name_topic(by=officer(), code=code, name_ja=name, name_en=code)
            for code, name in (("visit", "訪問"), ("safety", "安全"))
        ]
        case = actions.answer(by=officer(), case=asked(consent_public=True), text="要ります。")
    return {"kenya": kenya, "laos": laos, "minato": minato, "topics": topics, "case": case}


@pytest.fixture
def sato(client, world):
    return signed_in(client, officer())


@pytest.fixture
def ren(client, world):
    return signed_in(client, somebody("ren"))


def typed(answer):
    """What stands in the fields of a page that came back."""
    tree = html.fromstring(answer.content.decode()).get_element_by_id("main")
    fields = tree.xpath(".//form//*[@name and not(@type='checkbox' and not(@checked))]")
    return {
        one.name: (one.value or "").strip() for one in fields if one.name != "csrfmiddlewaretoken"
    }


def test_a_guest_is_asked_for_an_address_and_who_signed_in_for_a_body(world):
    guest, known = AskForm(by=GUEST), AskForm(by=somebody("ren"))

    both = ["subject", "text", "topics", "language"]
    assert list(guest.fields) == [*both, "guest_name", "guest_email", "consent_public"]
    assert list(known.fields) == [*both, "body", "consent_public"]


@pytest.mark.parametrize(("handle", "count"), [("ren", 1), ("hana", 0)])
def test_only_bodies_one_acts_for_are_offered(world, handle, count):
    form = AskForm(by=somebody(handle))

    assert list(form.fields["body"].queryset) == [world["minato"]][:count]


def test_the_topics_of_the_desks_are_offered_in_their_order(world):
    assert list(AskForm(by=GUEST).fields["topics"].queryset) == world["topics"]


def too_long(most):
    return [f"この値は {most} 文字以下でなければなりません( {most + 1} 文字になっています)。"]


def no_choice(value):
    return [f"正しく選択してください。 {value} は候補にありません。"]


NO_ADDRESS = "有効なメールアドレスを入力してください。"
# fmt: off
ASKED_BADLY = [
    ({"subject": ""},           {"subject": [NEEDED]}),
    ({"text": "  "},            {"text": [NEEDED]}),
    ({"guest_email": ""},       {"guest_email": [NEEDED]}),
    ({"guest_email": "guest"},  {"guest_email": [NO_ADDRESS]}),
    ({"language": ""},          {"language": [NEEDED]}),
    ({"language": "fr"},        {"language": no_choice("fr")}),
    ({"subject": "あ" * 121},   {"subject": too_long(120)}),
    ({"text": "あ" * 4001},     {"text": too_long(4000)}),
    ({"guest_name": "あ" * 81}, {"guest_name": too_long(80)}),
]
# fmt: on


@pytest.mark.parametrize(("changed", "errors"), ASKED_BADLY)
def test_a_question_is_not_taken_with_a_hole_in_it(world, changed, errors):
    form = AskForm({**QUESTION, **VISITOR, **changed}, by=GUEST)

    assert form.errors == errors


def test_a_question_with_a_hole_in_it_keeps_everything_that_was_typed(client, world):
    told = {**QUESTION, **VISITOR, "guest_email": "guest", "consent_public": "on"}
    told["topics"] = str(world["topics"][1].pk)
    before = Case.objects.count()

    answer = client.post("/desks/JD-KE/ask/", told)

    assert (answer.status_code, Case.objects.count()) == (200, before)
    assert typed(answer) == told


def test_a_question_in_the_name_of_somebody_elses_body_is_not_taken(client, world):
    signed_in(client, somebody("hana"))

    text = words(client.post("/desks/JD-KE/ask/", {**QUESTION, "body": world["minato"].ref}))

    assert "正しく選択してください。選択したものは候補にありません。" in text
    assert "登録は要りますか。" in text


def test_what_is_typed_at_a_desk_that_has_closed_is_not_taken(client, world):
    actions.close_desk(by=officer(), desk=world["laos"], closed_on=clock.today())
    before = Case.objects.count()

    text = words(client.post("/desks/JD-LA/ask/", {**QUESTION, **VISITOR}))

    assert "このデスクは終了しました。" in text
    assert Case.objects.count() == before


def test_a_question_carries_all_that_was_typed(client, world):
    topics = [str(topic.pk) for topic in world["topics"]]

    client.post("/desks/JD-KE/ask/", {**QUESTION, **VISITOR, "topics": topics, "consent_public": 1})

    case = Case.objects.latest("pk")
    assert (case.subject, case.language, case.consent_public) == ("登録", "ja", True)
    assert (case.guest_name, case.guest_email) == ("客", "guest@example.jp")
    assert list(case.topics.order_by("pk")) == world["topics"]


@pytest.mark.parametrize(("prefix", "language"), [("", "ja"), ("/en", "en")])
def test_the_language_of_the_page_is_offered_first(client, world, prefix, language):
    assert typed(client.get(f"{prefix}/desks/JD-KE/ask/"))["language"] == language


@pytest.mark.parametrize("door", ["answer", "note", "pause", "reopen"])
def test_an_officer_who_says_nothing_is_asked_for_words(sato, world, door):
    case = world["case"]
    before = enquiries.messages_of(case, officer()).count()

    text = words(sato.post(f"/staff/desks/cases/{case.ref}/{door}/", {"text": " "}))

    assert f"文: {NEEDED}" in text
    assert enquiries.messages_of(case, officer()).count() == before


@pytest.mark.parametrize("door", ["write-again", "reopen"])
def test_an_asker_who_says_nothing_is_asked_for_words(ren, world, door):
    text = words(ren.post(f"/my/desks/{world['case'].ref}/{door}/", {"text": ""}))

    assert f"文: {NEEDED}" in text


def test_the_own_desk_is_not_among_those_a_question_goes_to(world):
    form = ReferForm(case=world["case"])

    assert list(form.fields["to"].queryset) == [world["laos"].queue]


@pytest.mark.parametrize(
    ("told", "errors"),
    [
        ({"to": "", "text": "お願いします。"}, {"to": [NEEDED]}),
        ({"to": "desk-la", "text": ""}, {"text": [NEEDED]}),
        (
            {"to": "desk-ke", "text": "お願いします。"},
            {"to": ["正しく選択してください。選択したものは候補にありません。"]},
        ),
    ],
    ids=["no_desk", "no_words", "own_desk"],
)
def test_a_question_is_handed_to_another_desk_with_a_word(world, told, errors):
    assert ReferForm(told, case=world["case"]).errors == errors


def test_a_word_for_colleagues_is_kept_when_no_desk_was_chosen(sato, world):
    door = f"/staff/desks/cases/{world['case'].ref}/refer/"

    answer = sato.post(door, {"to": "", "text": "ラオスのことです。"})

    assert typed(answer) == {"to": "", "text": "ラオスのことです。"}


def test_an_answer_for_everybody_begins_with_the_subject(sato, world):
    found = typed(sato.get(f"/staff/desks/cases/{world['case'].ref}/draft-faq/"))

    assert found["question_ja"] == world["case"].subject


@pytest.mark.parametrize("field", ["question_ja", "answer_ja"])
def test_an_answer_for_everybody_needs_both_sides_in_japanese(world, field):
    assert FaqForm({**FAQ, field: ""}).errors == {field: [NEEDED]}


def test_half_an_answer_for_everybody_is_kept_on_the_page(sato, world):
    told = {"question_ja": "登録は?", "answer_ja": "", "question_en": "Register?", "answer_en": ""}

    answer = sato.post(f"/staff/desks/cases/{world['case'].ref}/draft-faq/", told)

    assert typed(answer) == told
    assert FaqEntry.objects.count() == 0


# fmt: off
BODIES_BADLY = [
    ({"name_ja": ""},            {"name_ja": [NEEDED]}),
    ({"name_en": " "},           {"name_en": [NEEDED]}),
    ({"work_ja": ""},            {"work_ja": [NEEDED]}),
    ({"work_en": ""},            {"work_en": [NEEDED]}),
    ({"homepage": "no address"}, {"homepage": ["URLを正しく入力してください。"]}),
]
# fmt: on


@pytest.mark.parametrize(("changed", "errors"), BODIES_BADLY)
def test_a_body_is_not_entered_with_a_hole_in_it(world, changed, errors):
    assert LocalBodyForm({**NETWORK, **changed}).errors == errors


def test_a_body_with_a_hole_in_it_keeps_everything_that_was_typed(sato, world):
    told = {**NETWORK, "homepage": "no address"}

    answer = sato.post("/staff/desks/JD-KE/add-local-body/", told)

    assert typed(answer) == told
    assert LocalBody.objects.count() == 0


def test_an_address_without_a_scheme_is_a_safe_one(sato, world):
    sato.post("/staff/desks/JD-KE/add-local-body/", {**NETWORK, "homepage": "example.jp"})

    body = LocalBody.objects.get()
    assert (body.homepage, body.checked_by) == ("https://example.jp", officer())
    assert (body.country, body.checked_on) == (world["kenya"].country, clock.today())


def test_a_body_that_is_known_already_is_not_entered_again_and_says_so(sato, world):
    for _ in range(2):
        answer = sato.post("/staff/desks/JD-KE/add-local-body/", NETWORK)

    assert "この名称(英語)の団体は、すでに載っています。" in words(answer)
    assert LocalBody.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"topic": ""}, {"topic": [NEEDED]}),
        ({"topic": "food"}, {"topic": no_choice("food")}),
        ({"text_ja": ""}, {"text_ja": [NEEDED]}),
    ],
    ids=["no_topic", "strange_topic", "no_words"],
)
def test_a_section_of_the_guide_has_a_topic_and_words(world, changed, errors):
    assert GuideForm({**REGISTRATION, **changed}).errors == errors


def test_a_section_without_words_is_kept_on_the_page(sato, world):
    answer = sato.post("/staff/desks/JD-KE/write-guide/", {**REGISTRATION, "text_ja": ""})

    assert typed(answer) == {**REGISTRATION, "text_ja": ""}
    assert CountryGuide.objects.count() == 0


def test_a_section_may_be_in_japanese_alone(sato, world):
    sato.post("/staff/desks/JD-KE/write-guide/", {"topic": "visa", "text_ja": "査証が要ります。"})

    section = queries.guide_to(world["kenya"].country).get()
    assert (section.topic, section.text_ja, section.text_en) == ("visa", "査証が要ります。", "")
