"""A fund, gifts into it, and what it pays for."""

import datetime

from hiroba.engines.ledger import actions, queries
from hiroba.foundation.accounts.examples import officer, somebody

TODAY = datetime.date(2023, 11, 1)
PROGRAMME = "giving"


def fund(code="world"):
    if known := queries.funds().filter(code=code).first():
        return known
    return actions.open_fund(
        by=officer(), programme=PROGRAMME, code=code, name_ja="世界基金", name_en="World fund"
    )


def given(ref="G-1", yen=3000, into=None, on=TODAY):
    return actions.receive_into(by=officer(), fund=into or fund(), ref=ref, yen=yen, booked_on=on)


def proposed(yen=2000, to="P-1", of=None):
    told = {"fund": of or fund(), "to_ref": to, "yen": yen, "because": "水を守るため"}
    return actions.propose_allocation(by=somebody("fumi"), **told)


def approved(yen=2000, to="P-1", of=None):
    return actions.approve_allocation(by=officer(), allocation=proposed(yen, to, of))
