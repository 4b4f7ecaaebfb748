"""A few sample schools, written as the ministry writes its list."""

from hiroba.engines.registry.places import examples as places
from hiroba.engines.registry.schools import actions
from hiroba.engines.registry.schools.models import School
from hiroba.foundation.actors import CLOCKWORK

HEADINGS = (
    "学校コード,学校種,都道府県番号,設置区分,本分校,学校名,学校所在地,郵便番号,"
    "属性情報設定年月日,属性情報廃止年月日\n"
)
LISTED = """\
B113900000011,B1(小学校),13(東京都),2(公立),1(本校),見本市立ひろば小学校,東京都見本市1-1,1000001,2020-04-01,
C113900000022,C1(中学校),13(東京都),2(公立),1(本校),見本市立ひろば中学校,東京都見本市1-2,1000001,2020-04-01,
D140900000033,D1(高等学校),40(福岡県),3(私立),1(本校),見本みなと高等学校,福岡県見本市2-3,8000001,2019-04-01,
C113900000044,C1(中学校),13(東京都),2(公立),9(廃校),見本市立むかし中学校,東京都見本市3-4,1000002,1980-04-01,2021-03-31
"""


def schools() -> None:
    """Four sample schools are known, one of them closed."""
    places.reference()
    actions.load_schools(by=CLOCKWORK, content=(HEADINGS + LISTED).encode(), is_sample=True)


def junior_high() -> School:
    """Akari's school."""
    schools()
    return School.objects.get(code="C113900000022")


def tell() -> None:
    """The demo knows a few schools."""
    schools()
