"""What exists: the rules of offices, lecturers, lectures with their wishes, and offers."""

from hiroba.programmes.lectures.models.lecturers import Absence, Lecturer
from hiroba.programmes.lectures.models.lectures import Answer, Lecture, OnlineClass, Wish
from hiroba.programmes.lectures.models.offers import Hold, Offer
from hiroba.programmes.lectures.models.rules import LectureRules

__all__ = [
    "Absence",
    "Answer",
    "Hold",
    "Lecture",
    "LectureRules",
    "Lecturer",
    "Offer",
    "OnlineClass",
    "Wish",
]
