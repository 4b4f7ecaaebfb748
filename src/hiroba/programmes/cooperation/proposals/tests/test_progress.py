"""How far a draft has come: the pages, what is done, what is still to mend, and the way there."""

import pytest
from django.utils import translation

from hiroba.engines.forms import definitions
from hiroba.foundation.accounts.examples import somebody
from hiroba.programmes.cooperation.proposals import examples, progress, standard
from hiroba.programmes.cooperation.proposals.tests.worlds import MINE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("call_stands", "in_autumn_2023")]

FORM = definitions.parse(standard.form())
PAGES = [page.key for page in FORM.pages]
REQUIRED = [item.key for item in FORM.items() if item.require]
KNOWN_BEFORE = {"title_ja", "body_name", "representative", "prefecture", "address"}


def states(proposal, here=""):
    return {step.key: step.state for step in progress.steps(proposal, here)}


def test_a_complete_draft_is_done_on_every_page():
    assert states(examples.complete()) == {**dict.fromkeys(PAGES, "done"), "check": "later"}


def test_a_new_draft_is_done_nowhere_but_where_the_registry_knew_everything():
    found = states(examples.draft())

    assert found["outline"] == "later"
    assert found["budget"] == "later"


@pytest.mark.parametrize("here", [*PAGES, "check"])
def test_the_page_one_is_on_is_marked(here):
    steps = progress.steps(examples.complete(), here)

    assert [step.key for step in steps if step.here] == [here]
    assert [step.key for step in steps] == [*PAGES, "check"]


@pytest.mark.parametrize("key", REQUIRED)
def test_each_required_answer_is_missed_by_its_name_and_on_its_page(key):
    proposal = examples.complete()
    examples.write(proposal, somebody("ren"), **{key: ""})

    found = [each for each in progress.obstacles(fresh(proposal)) if each.key == key]

    item = FORM.by_key[key]
    page = next(page for page in FORM.pages if item in page.items)
    assert found[0] == progress.Obstacle(
        page.key, page.title.ja, key, item.label.ja, "まだ書かれていません。"
    )


def fresh(proposal):
    return type(proposal).objects.get(pk=proposal.pk)


@pytest.mark.parametrize(
    "key", [item.key for item in FORM.items() if not item.require and item.type != "yes_no"]
)
def test_an_answer_that_is_not_required_may_be_left_out(key):
    proposal = examples.complete()
    examples.write(proposal, somebody("ren"), **{key: ""})

    assert progress.obstacles(fresh(proposal)) == ()


@pytest.mark.parametrize(
    "item", [item for item in FORM.items() if item.max_chars], ids=lambda item: item.key
)
def test_the_last_sign_of_each_text_fits_and_one_more_does_not(item):
    proposal, ren = examples.complete(), somebody("ren")
    sign = "ア" if item.type == "kana" else "字"

    examples.write(proposal, ren, **{item.key: sign * item.max_chars})
    full = progress.obstacles(fresh(proposal))
    examples.write(fresh(proposal), ren, **{item.key: sign * (item.max_chars + 1)})
    over = progress.obstacles(fresh(proposal))

    assert full == ()
    assert [(each.key, "字までです" in each.sentence) for each in over] == [(item.key, True)]


def test_obstacles_stand_in_the_order_of_the_form():
    found = [each.page for each in progress.obstacles(examples.draft())]

    assert found == sorted(found, key=PAGES.index)


def test_obstacles_speak_the_language_of_the_reader():
    proposal = examples.complete(area="")

    with translation.override("en"):
        [found] = progress.obstacles(proposal)

    assert (found.label, found.page_title) == (
        FORM.by_key["area"].label.en,
        FORM.pages[0].title.en,
    )
    assert found.sentence.isascii()


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("page", PAGES)
def test_each_page_shows_every_question_with_what_is_known(signed_in, page, language):
    proposal = examples.complete()
    sheet = FORM.page(page)

    html = (
        signed_in(somebody("ren"))
        .get(f"{language}{MINE}{proposal.ref}/write/{page}/")
        .content.decode()
    )

    missing = [item.key for item in sheet.items if f'name="{item.key}"' not in html]
    assert missing == []
    assert str(sheet.title.en if language else sheet.title.ja) in html


@pytest.mark.parametrize("page", PAGES)
def test_saving_leads_on_to_the_next_page_and_at_the_end_to_the_check(signed_in, page):
    proposal = examples.complete()
    url = f"{MINE}{proposal.ref}/write/{page}/"
    browser = signed_in(somebody("ren"))
    form = browser.get(url).context["form"]
    shown = {name: form.data.get(name, "") for name in form.fields}

    answer = browser.post(url, {**shown, "next": "1"})
    stays = browser.post(url, shown)

    place = PAGES.index(page)
    after = f"write/{PAGES[place + 1]}/" if place + 1 < len(PAGES) else "check/"
    assert answer["Location"] == f"{MINE}{proposal.ref}/{after}"
    assert stays["Location"] == url


@pytest.mark.parametrize("page", PAGES)
def test_saving_a_page_untouched_changes_nothing(signed_in, page):
    proposal = examples.complete()
    url = f"{MINE}{proposal.ref}/write/{page}/"
    browser = signed_in(somebody("ren"))
    before = proposal.submission.document.answers
    form = browser.get(url).context["form"]

    browser.post(url, {name: form.data.get(name, "") for name in form.fields})

    stored = fresh(proposal).submission.document
    assert (stored.answers, stored.version) == (before, proposal.submission.document.version)


@pytest.mark.parametrize("page", PAGES)
def test_scripts_and_rare_signs_typed_on_a_page_are_only_text(signed_in, page):
    proposal = examples.complete()
    texts = [item for item in FORM.page(page).items if item.type in ("short_text", "long_text")]
    examples.write(
        proposal,
        somebody("ren"),
        **{item.key: "<script>x</script>𠮷🐟" for item in texts},
    )
    browser = signed_in(somebody("ren"))

    written = browser.get(f"{MINE}{proposal.ref}/write/{page}/").content.decode()
    checked = browser.get(f"{MINE}{proposal.ref}/check/").content.decode()

    assert "<script>x" not in written + checked
    if texts:
        assert "𠮷🐟" in written and "𠮷🐟" in checked


def test_a_page_that_a_browser_sends_without_marks_loses_nothing(signed_in):
    proposal = examples.complete()
    url = f"{MINE}{proposal.ref}/write/outline/"

    page = signed_in(somebody("ren")).post(url, {"area": "別のところ"})

    assert "別の画面で書きかえられ" in page.content.decode()
    assert fresh(proposal).submission.document.answers["area"] == "キスム郡 ニャンド準郡の12校"
