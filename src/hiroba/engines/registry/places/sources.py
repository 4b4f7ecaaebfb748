"""The rows of reference, as packages and our own typed lists have them."""

import csv
import datetime
import re
from collections import defaultdict
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import pycountry
from babel import Locale

Row = dict[str, str]
DEGREES = re.compile(r"([+-])(\d{2,3})(\d{2})(\d{2})?")
DAC, LDC = "dac", "ldc"


class Zone(NamedTuple):
    name: str
    latitude: float
    longitude: float


def typed(name: str) -> list[Row]:
    """The rows of one of our own lists in the folder data."""
    path = resources.files("hiroba.engines.registry.places") / "data" / name
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


@cache
def country_rows() -> list[dict[str, Any]]:
    """Every country with all that is known about it, as the columns of `Country`."""
    names = {row["code"]: row for row in typed("country_names.csv")}
    japanese, english = Locale("ja").territories, Locale("en").territories
    points = {row["code"]: row for row in typed("country_points.csv")}
    regions, zones, development = _regions(), _zones(), _development()
    return [
        code
        | _names(japanese[code["code"]], english[code["code"]], names.get(code["code"], {}))
        | regions[code["code"]]
        | _places(zones[code["code"]], points.get(code["code"]))
        | development[code["code"]]
        for code in _codes()
    ]


def _codes() -> list[Row]:
    iso = [
        {"code": country.alpha_2, "alpha3": country.alpha_3, "numeric": country.numeric}
        for country in pycountry.countries
    ]
    return [*iso, {"code": "XK", "alpha3": "XKX", "numeric": ""}]


def _names(japanese: str, english: str, ours: Row) -> Row:
    ja = ours.get("name_ja") or japanese
    en = ours.get("name_en") or english
    en = en.replace(" & ", " and ").replace("St. ", "Saint ").replace("’", "'")
    kana = ours.get("kana") or ja.replace("・", "")
    return {"name_ja": ja, "name_en": en, "kana": kana}


def _regions() -> dict[str, Row]:
    return {
        code: {
            "region_code": row["code"],
            "region_ja": row["name_ja"],
            "region_en": row["name_en"],
            "continent_ja": row["continent_ja"],
            "continent_en": row["continent_en"],
        }
        for row in typed("regions.csv")
        for code in row["countries"].split()
    }


def _zones() -> dict[str, list[Zone]]:
    zones: dict[str, list[Zone]] = defaultdict(list)
    table = (resources.files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            code, point, name = line.split("\t")[:3]
            latitude, longitude = (_degrees(*found) for found in DEGREES.findall(point))
            zones[code].append(Zone(name, latitude, longitude))
    return zones


def _degrees(sign: str, degrees: str, minutes: str, seconds: str) -> float:
    value = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
    return round(-value if sign == "-" else value, 2)


def _places(zones: list[Zone], ours: Row | None) -> dict[str, Any]:
    """Its time zones, and the capital, or else the first town of the table of time zones."""
    latitude = float(ours["latitude"]) if ours else zones[0].latitude
    longitude = float(ours["longitude"]) if ours else zones[0].longitude
    names = [zone.name for zone in zones]
    return {"time_zones": names, "latitude": latitude, "longitude": longitude}


def _development() -> dict[str, dict[str, Any]]:
    """Who is on the DAC's list, and who is or was one of the least developed countries."""
    found: dict[str, dict[str, Any]] = defaultdict(
        lambda: {
            "is_dac_recipient": False,
            "dac_as_of": None,
            "ldc_since": None,
            "ldc_until": None,
        }
    )
    for row in typed("development.csv"):
        for code in row["countries"].split():
            if row["list"] == DAC:
                found[code] |= {"is_dac_recipient": True, "dac_as_of": day(row["since"])}
            else:
                found[code] |= {"ldc_since": day(row["since"]), "ldc_until": day(row["until"])}
    return found


def day(text: str) -> datetime.date | None:
    """A day written 2023-11-01; none when nothing is written."""
    return datetime.date.fromisoformat(text) if text else None
