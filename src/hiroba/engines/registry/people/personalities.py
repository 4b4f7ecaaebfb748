"""Which personality stands behind a word somebody wrote, or a code of open data."""

import jaconv

from hiroba.engines.registry.people.states import Personality

P = Personality

# Types of organisations as open data (IATI) numbers them.
IATI_TYPES = {
    "10": P.PUBLIC_AGENCY,
    "11": P.LOCAL_GOVERNMENT,
    "15": P.PUBLIC_AGENCY,
    "40": P.INTERNATIONAL,
    "70": P.COMPANY,
    "71": P.COMPANY,
    "72": P.COMPANY,
    "73": P.COMPANY,
}
WRITTEN = {
    "npo法人": P.NPO,
    "特非": P.NPO,
    "認定npo法人": P.CERTIFIED_NPO,
    "一般社団": P.GENERAL_ASSOCIATION,
    "一社": P.GENERAL_ASSOCIATION,
    "一般財団": P.GENERAL_FOUNDATION,
    "一財": P.GENERAL_FOUNDATION,
    "公益社団": P.PUBLIC_ASSOCIATION,
    "公社": P.PUBLIC_ASSOCIATION,
    "公益財団": P.PUBLIC_FOUNDATION,
    "公財": P.PUBLIC_FOUNDATION,
    "社福": P.SOCIAL_WELFARE,
    "自治体": P.LOCAL_GOVERNMENT,
    "株式会社": P.COMPANY,
    "有限会社": P.COMPANY,
    "合同会社": P.COMPANY,
    "会社": P.COMPANY,
    "大学": P.SCHOOL_CORPORATION,
    "生協": P.COOPERATIVE,
    "農協": P.COOPERATIVE,
}


def personality_of(kind: str) -> Personality:
    """For open data: our own word, or IATI's number of a type; foreign when it says nothing."""
    if kind in Personality.values:
        return Personality(kind)
    return IATI_TYPES.get(str(kind), P.FOREIGN)


def personality_written(text: str) -> Personality | None:
    """What somebody wrote in a list: the full word, a short one, or our own code."""
    word = jaconv.normalize(text.strip()).lower()
    for one in Personality:
        if word in (one.value, jaconv.normalize(str(one.label)).lower()):
            return one
    return WRITTEN.get(word)
