"""Setting a paper with typst: the same facts at the same moment give the same bytes."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

HOUSE = Path(__file__).resolve().parents[2]
FONTS = HOUSE / "foundation/drawing/fonts"
# PDF/A for the archive, PDF/UA for those who listen; a paper without a title is refused.
STANDARDS: Any = ["a-2a", "ua-1"]


def printed(template: Path, facts: Mapping[str, Any], made_at: datetime) -> bytes:
    """The paper as PDF/A-2a and PDF/UA-1, in our own font.

    A template of a room stands in its folder `papers/` and begins with
    `#import "/foundation/papers/house.typ": facts, paper` and
    `#show: paper.with(title: …, language: …)`; `facts` is what was given here.
    Raises typst.TypstError when the template asks for a fact that is not there.
    """
    return typst.compile(
        template,
        root=HOUSE,
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=STANDARDS,
        sys_inputs={"facts": json.dumps(facts, ensure_ascii=False)},
        timestamp=int(made_at.timestamp()),
    )


@cache
def _fonts() -> typst.Fonts:
    """Our two cuts only, read once: a paper looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
