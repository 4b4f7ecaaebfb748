"""What teachers are asked afterwards, as a form that the house keeps in versions."""

from typing import Any

CODE = "lecture-answer"


def _words(ja: str, en: str) -> dict[str, str]:
    return {"ja": ja, "en": en}


def _marks(ja: str, en: str, *labels: tuple[str, str]) -> dict[str, Any]:
    options = [
        {"value": str(5 - place), "label": _words(*label)} for place, label in enumerate(labels)
    ]
    return {"type": "choice", "label": _words(ja, en), "require": True, "options": options}


MARKS = (
    ("とてもよかった", "Very good"),
    ("よかった", "Good"),
    ("ふつう", "Fair"),
    ("あまりよくなかった", "Not so good"),
    ("よくなかった", "Poor"),
)

ANSWER: dict[str, Any] = {
    "dsl": 1,
    "id": CODE,
    "title": _words("出前講座のあとで", "After the lecture"),
    "pages": [
        {
            "key": "after",
            "title": _words("出前講座のあとで", "After the lecture"),
            "items": [
                {
                    "key": "satisfaction",
                    **_marks("講座はいかがでしたか", "How was the lecture?", *MARKS),
                },
                {
                    "key": "again",
                    "type": "yes_no",
                    "label": _words("また申し込みたいですか", "Would you ask for one again?"),
                    "require": True,
                },
                {
                    "key": "said",
                    "type": "long_text",
                    "label": _words("学級のようすや講師へのことば", "How the class took it"),
                    "help": _words(
                        "子どもの名前は書かないでください。講師も読みます。",
                        "Please write no pupil's name. The lecturer reads this too.",
                    ),
                    "max_chars": 600,
                },
            ],
        }
    ],
}
