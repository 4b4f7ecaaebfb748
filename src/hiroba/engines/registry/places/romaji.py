"""Katakana readings in Latin letters (Hepburn, long vowels unmarked), for names of places."""

_TABLE = """
キャ kya キュ kyu キョ kyo シャ sha シュ shu ショ sho チャ cha チュ chu チョ cho
ニャ nya ニュ nyu ニョ nyo ヒャ hya ヒュ hyu ヒョ hyo ミャ mya ミュ myu ミョ myo
リャ rya リュ ryu リョ ryo ギャ gya ギュ gyu ギョ gyo ジャ ja ジュ ju ジョ jo
ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo チェ che ジェ je シェ she
ティ ti ディ di ファ fa フィ fi フェ fe フォ fo
ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so
タ ta チ chi ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho
マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n
ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do
バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu
"""
_PAIRS = _TABLE.split()
_SOUNDS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_SUFFIXES = {
    "市": ("City", ("シ",)),
    "区": ("Ward", ("ク",)),
    "町": ("Town", ("チョウ", "マチ")),
    "村": ("Village", ("ムラ", "ソン")),
}


def romaji(kana: str) -> str:
    """The reading in Latin letters, beginning with a capital."""
    letters, at, doubled = "", 0, False
    while at < len(kana):
        if kana[at] == "ッ":
            doubled, at = True, at + 1
            continue
        width = 2 if kana[at : at + 2] in _SOUNDS else 1
        sound = _SOUNDS.get(kana[at : at + width], "")
        letters += ("t" if sound.startswith("ch") else sound[:1]) + sound if doubled else sound
        doubled, at = False, at + width
    return _short(letters).capitalize()


def _short(letters: str) -> str:
    """Long vowels are written once: toukyou → tokyo, oosaka → osaka."""
    for long, short in (("ou", "o"), ("oo", "o"), ("uu", "u")):
        letters = letters.replace(long, short)
    return letters


def municipality_in_english(name: str, kana: str) -> str:
    """The name with its rank: 札幌市 → Sapporo City, 当別町 → Tobetsu Town."""
    rank, readings = _SUFFIXES.get(name[-1:], ("", ()))
    for reading in readings:
        if kana.endswith(reading):
            return f"{romaji(kana.removesuffix(reading))} {rank}"
    return romaji(kana)
