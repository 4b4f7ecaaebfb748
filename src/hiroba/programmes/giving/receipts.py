"""The receipt of a gift as a paper to keep; the same facts give the same bytes."""

from pathlib import Path
from typing import TYPE_CHECKING

from hiroba.foundation.calendar import wareki
from hiroba.foundation.clock import JAPAN
from hiroba.foundation.papers import printed

if TYPE_CHECKING:
    from hiroba.programmes.giving.models import Receipt

TEMPLATE = Path(__file__).parent / "papers/receipt.typ"


def receipt_of(receipt: "Receipt") -> bytes:
    """The receipt as PDF; a receipt for the tax office is written in Japanese."""
    gift = receipt.gift
    sample = "(見本)" if gift.is_sample else ""
    facts = {
        "title": f"寄附金受領証明書 {receipt.ref}",
        "head": f"寄附金受領証明書{sample}",
        "number": receipt.ref,
        "name": f"{receipt.name} 様",
        "address": receipt.address,
        "yen": f"{receipt.yen:,}円",
        "received": wareki(receipt.received_on),
        "cause": gift.cause.title_ja,
        "tax": receipt.tax,
        "day": wareki(receipt.issued_at.astimezone(JAPAN)),
        "foot": f"ひろば {receipt.ref}",
    }
    return printed(TEMPLATE, facts, receipt.issued_at)
