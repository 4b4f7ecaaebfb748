"""What is found against a journey before it is published, each by its sentence."""

import copy

import pytest

from hiroba.programmes.journeys import checks, definitions, examples
from hiroba.programmes.journeys.definitions import Broken, Condition, parse


def told(change):
    """The journey of the story after a change of its content."""
    content = copy.deepcopy(examples.content())
    change(content)
    return parse(content)


def found(change):
    return checks.findings(told(change))


def scene(content, key):
    return next(each for each in content["scenes"] if each["key"] == key)


def test_nothing_is_found_against_the_journey_of_the_story():
    story = told(lambda content: None)

    assert checks.findings(story) == []
    assert (len(story.scenes), len(story.roles), len(story.endings)) == (6, 2, 2)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda content: content["title"].update(en=" "),
            "title: 言語「en」の文がありません。",
        ),
        (
            lambda content: scene(content, "road")["image"]["alt"].update(ja=""),
            "scenes.road.image.alt: 言語「ja」の文がありません。",
        ),
        (
            lambda content: scene(content, "bag")["choices"][0]["label"].pop("en"),
            "scenes.bag.choices.papers.label: 言語「en」の文がありません。",
        ),
        (
            lambda content: content["notes"][1].update(en=""),
            "notes.2: 言語「en」の文がありません。",
        ),
        (
            lambda content: content["calm"]["help"][0]["label"].update(ja=""),
            "calm.help.1.label: 言語「ja」の文がありません。",
        ),
        (
            lambda content: content["endings"][0]["remarks"][0]["text"].update(en=""),
            "endings.together.remarks.1.text: 言語「en」の文がありません。",
        ),
        (
            lambda content: scene(content, "bag")["choices"][0].update(to="nowhere"),
            "場面「bag」の行き先「nowhere」がありません。",
        ),
        (
            lambda content: scene(content, "bag")["choices"][0].update(changes={"gold": 1}),
            "場面「bag」の値「gold」は、どの役も持っていません。",
        ),
        (
            lambda content: scene(content, "bag")["choices"][0].update(needs={"value": "gold"}),
            "場面「bag」の値「gold」は、どの役も持っていません。",
        ),
        (
            lambda content: content["roles"][0].update(first="bag"),
            "場面「clinic」には、だれもたどり着けません。",
        ),
        (
            lambda content: content["roles"][0].update(first="nowhere"),
            "役「nadia」の始まりの場面がありません。",
        ),
        (
            lambda content: scene(content, "shelter").update(choices=[]),
            "場面「shelter」で、選べるものがなくなることがあります。",
        ),
        (
            lambda content: scene(content, "bag").update(
                choices=[{**scene(content, "bag")["choices"][0], "needs": {"value": "papers"}}]
            ),
            "場面「bag」で、選べるものがなくなることがあります。",
        ),
        (
            lambda content: [
                choice.update(to="bag") for choice in scene(content, "road")["choices"]
            ],
            "場面「road」から、どの終わりにも進めません。",
        ),
        (
            lambda content: content["scenes"].append(scene(content, "bag")),
            "「bag」という場面が二つあります。",
        ),
        (
            lambda content: content.update(notes=[]),
            "役、終わり、はじめる前の注意、相談先が、それぞれ一つ以上要ります。",
        ),
        (
            lambda content: content["calm"].update(help=[]),
            "役、終わり、はじめる前の注意、相談先が、それぞれ一つ以上要ります。",
        ),
    ],
)
def test_each_fault_is_found_and_named(change, sentence):
    assert sentence in found(change)


def test_all_faults_are_told_at_once_in_the_order_of_the_document():
    def change(content):
        content["lead"]["en"] = ""
        content["about"]["ja"] = ""
        scene(content, "shelter")["choices"] = []

    assert found(change) == [
        "lead: 言語「en」の文がありません。",
        "about: 言語「ja」の文がありません。",
        "場面「clinic」から、どの終わりにも進めません。",
        "場面「classroom」から、どの終わりにも進めません。",
        "場面「bag」から、どの終わりにも進めません。",
        "場面「road」から、どの終わりにも進めません。",
        "場面「border」から、どの終わりにも進めません。",
        "場面「shelter」で、選べるものがなくなることがあります。",
        "場面「shelter」から、どの終わりにも進めません。",
    ]


def test_a_circle_is_walked_once_by_the_checks():
    def change(content):
        scene(content, "border")["choices"][2]["to"] = "road"

    assert found(change) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda content: content.update(dsl=2), "dsl"),
        (lambda content: content.pop("calm"), "calm"),
        (lambda content: content.update(timer=10), "timer"),
        (lambda content: scene(content, "road")["image"].update(name="blood"), "scenes.3.image"),
        (lambda content: content["roles"][0]["values"].update(papers="many"), "roles.0.values"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(change, place):
    with pytest.raises(Broken, match=place):
        told(change)


@pytest.mark.parametrize(
    ("values", "holds"), [({}, False), ({"bond": 1}, False), ({"bond": 2}, True)]
)
def test_a_condition_holds_from_a_value_on(values, holds):
    assert Condition("bond", 2).holds(values) is holds


def test_a_choice_is_open_only_to_those_who_have_what_it_needs():
    border = told(lambda content: None).scene_by_key["border"]

    assert [choice.key for choice in border.open_choices({})] == ["speak", "ask"]
    assert [choice.key for choice in border.open_choices({"papers": 1})] == [
        "show",
        "speak",
        "ask",
    ]


def test_words_are_said_in_the_language_of_the_reader(settings):
    words = definitions.Words("ひと休み", "A rest")

    assert str(words) == "ひと休み"
